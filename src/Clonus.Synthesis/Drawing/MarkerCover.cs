using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Drawing;

/// <summary>How much of a marker cannot be seen.</summary>
internal static class MarkerCover
{
    // How finely the disc is asked whether it is covered: rings of equal area, and places on each.
    private const int Rings = 5;
    private const int PlacesOnRing = 16;

    /// <summary>Share of a marker's area that cannot be seen: behind something that is painted over it, or outside of the picture.</summary>
    public static double HiddenShare(MarkerPlace place, IReadOnlyList<Shape> over, PixelBox picture)
    {
        var (centre, reach) = (place.Centre, place.Half.Length + place.OtherHalf.Length);
        var inside = centre.X - reach >= picture.Left && centre.Y - reach >= picture.Top && centre.X + reach < picture.Right - 1 && centre.Y + reach < picture.Bottom - 1;
        Shape[] near = [.. over.Where(shape => shape.Box.Intersect(PixelBox.Around([centre - new ImagePoint(reach, reach), centre + new ImagePoint(reach, reach)])) is { Width: > 0, Height: > 0 })];
        if (inside && near.Length == 0)
        {
            return 0;
        }

        var hidden = 0;
        for (var ring = 0; ring < Rings; ring++)
        {
            for (var i = 0; i < PlacesOnRing; i++)
            {
                var point = At(place, Math.Sqrt((ring + 0.5) / Rings), (i + (ring % 2 / 2.0)) / PlacesOnRing);
                hidden += IsOutside(point, picture) || near.Any(shape => shape.Holds(point)) ? 1 : 0;
            }
        }

        return (double)hidden / (Rings * PlacesOnRing);
    }

    private static ImagePoint At(MarkerPlace place, double radius, double turns)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * turns);
        return place.ToPicture(radius * cos, radius * sin);
    }

    private static bool IsOutside(ImagePoint point, PixelBox picture) =>
        point.X < picture.Left - 0.5 || point.Y < picture.Top - 0.5 || point.X > picture.Right - 0.5 || point.Y > picture.Bottom - 0.5;
}
