using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>Where a marker lies and how it is seen: turned, and flattened by perspective.</summary>
/// <param name="Half">From the centre to the rim, pixels; of a tag to the middle of its black square's side.</param>
/// <param name="OtherHalf">From the centre to the rim where the marker is a quarter turn further.</param>
internal readonly record struct MarkerPlace(ImagePoint Centre, ImagePoint Half, ImagePoint OtherHalf)
{
    private readonly double _area = (Half.X * OtherHalf.Y) - (Half.Y * OtherHalf.X);

    /// <summary>A marker of a diameter, flattened across its turned x axis and turned.</summary>
    public static MarkerPlace Round(ImagePoint centre, double diameterPixels, double axisRatio = 1, double rollDegrees = 0)
    {
        var (sin, cos) = Math.SinCos(rollDegrees * Math.PI / 180);
        var radius = diameterPixels / 2;
        return new MarkerPlace(centre, new ImagePoint(cos, sin) * radius, new ImagePoint(-sin, cos) * (radius * axisRatio));
    }

    /// <summary>A place on the marker, its radius being 1, in the picture.</summary>
    public ImagePoint ToPicture(double u, double v) => Centre + (Half * u) + (OtherHalf * v);

    /// <summary>Distance from the centre, 1 at the rim, squared.</summary>
    public double SquaredRadius(double x, double y)
    {
        var d = new ImagePoint(x, y) - Centre;
        var (u, v) = (((d.X * OtherHalf.Y) - (d.Y * OtherHalf.X)) / _area, ((Half.X * d.Y) - (Half.Y * d.X)) / _area);
        return (u * u) + (v * v);
    }
}

/// <summary>
/// Markers of all kinds as shapes in linear light, from back to front. Each has the area and the centre that its numbers say; black parts
/// that touch are one outline, so that no light leaks between them.
/// </summary>
internal static class MarkerPainting
{
    private const int Corners = 90;
    private const int DotHarmonics = 4;

    // A ball sends back several times what the sensor holds; its halo, lens flare and blooming, is soft and wide.
    private const float BallLight = 4;
    private const float HaloLight = 0.45f;
    private const double HaloReach = 2.6;

    // Printed targets: the black reaches almost to the rim of the white disc; a tag's card is wider by one cell.
    private const double QuadrantReach = 0.94;

    private static readonly Vector3 PrintedWhite = Light.Colour(0xEFEFEA);
    private static readonly Vector3 PrintedBlack = Light.Colour(0x1E1E20);
    private static readonly Vector3 PenInk = Light.Colour(0x24242E);

    public static Shape[] Shapes(StickerColour look, FiducialTag tag, MarkerPlace place) => look switch
    {
        StickerColour.Bright => Ball(place),
        StickerColour.Dark => [new Shape(Dot(place), new PlainShade(PenInk))],
        StickerColour.Quadrant => [new Shape(Disc(place), new PlainShade(PrintedWhite)), new Shape(Quarters(place), new PlainShade(PrintedBlack))],
        StickerColour.Aruco => [new Shape(Card(place, tag), new PlainShade(PrintedWhite)), new Shape(BlackCells(place, tag), new PlainShade(PrintedBlack))],
        _ => [Sticker(Light.Sticker(look), place)],
    };

    /// <summary>A round sticker of any colour.</summary>
    public static Shape Sticker(Vector3 tint, MarkerPlace place) => new(Disc(place), new StickerShade(tint, place));

    // The corners lie a little outside of the circle, so that the polygon has the disc's area.
    private static ImagePoint[] Disc(MarkerPlace place, double scale = 1)
    {
        var corner = scale * Math.Sqrt(2 * Math.PI / Corners / Math.Sin(2 * Math.PI / Corners));
        return [.. Enumerable.Range(0, Corners).Select(i => Math.SinCos(2 * Math.PI * i / Corners)).Select(a => place.ToPicture(corner * a.Cos, corner * a.Sin))];
    }

    private static Shape[] Ball(MarkerPlace place) =>
    [
        new Shape(Disc(place), new PlainShade(new Vector3(BallLight))),
        new Shape(Disc(place, HaloReach), new HaloShade(new Vector3(HaloLight), place, HaloReach), Adds: true),
    ];

    // A radius with a few harmonics, moved so that its middle of area is the marker's centre and scaled to the disc's area.
    private static ImagePoint[] Dot(MarkerPlace place)
    {
        ReadOnlySpan<double> sizes = [0.05, 0.04, 0.025, 0.015];
        ReadOnlySpan<double> phases = [0.7, 2.1, 4.4, 1.3];
        var outline = new (double U, double V)[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var angle = 2 * Math.PI * i / Corners;
            var radius = 1.0;
            for (var k = 0; k < DotHarmonics; k++)
            {
                radius += sizes[k] * Math.Sin(((k + 2) * angle) + phases[k]);
            }

            outline[i] = (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }

        var (area, momentU, momentV) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Corners; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % Corners]);
            var cross = (a.U * b.V) - (b.U * a.V);
            area += cross / 2;
            momentU += (a.U + b.U) * cross / 6;
            momentV += (a.V + b.V) * cross / 6;
        }

        var scale = Math.Sqrt(Math.PI / area);
        return [.. outline.Select(p => place.ToPicture(scale * (p.U - (momentU / area)), scale * (p.V - (momentV / area))))];
    }

    // Both black quarters as one outline that passes through the centre twice.
    private static ImagePoint[] Quarters(MarkerPlace place)
    {
        const int Steps = Corners / 4;
        var outline = new List<ImagePoint>();
        foreach (var start in new[] { 0, Math.PI })
        {
            outline.Add(place.Centre);
            for (var i = 0; i <= Steps; i++)
            {
                var (sin, cos) = Math.SinCos(start + (Math.PI / 2 * i / Steps));
                outline.Add(place.ToPicture(QuadrantReach * cos, QuadrantReach * sin));
            }
        }

        return [.. outline];
    }

    private static ImagePoint[] Card(MarkerPlace place, FiducialTag tag)
    {
        var half = 1 + (2.0 / (tag.BitsAcross + 2));
        return [place.ToPicture(-half, -half), place.ToPicture(half, -half), place.ToPicture(half, half), place.ToPicture(-half, half)];
    }

    // Every black cell's square one after another, each joined to the first corner by a line there and back, which encloses nothing.
    private static ImagePoint[] BlackCells(MarkerPlace place, FiducialTag tag)
    {
        var across = tag.BitsAcross + 2;
        var outline = new List<ImagePoint>();
        for (var row = 0; row < across; row++)
        {
            for (var column = 0; column < across; column++)
            {
                var inside = row > 0 && column > 0 && row <= tag.BitsAcross && column <= tag.BitsAcross;
                if (inside && tag.IsWhite(column - 1, row - 1))
                {
                    continue;
                }

                double Side(int cell) => (2.0 * cell / across) - 1;
                var (left, top, right, bottom) = (Side(column), Side(row), Side(column + 1), Side(row + 1));
                outline.AddRange(
                [
                    place.ToPicture(-1, -1), place.ToPicture(left, top), place.ToPicture(right, top), place.ToPicture(right, bottom),
                    place.ToPicture(left, bottom), place.ToPicture(left, top), place.ToPicture(-1, -1),
                ]);
            }
        }

        return [.. outline];
    }
}
