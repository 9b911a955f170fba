using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Vision.Drawing;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>
/// The picture of `clonus detect`: a grid whose numbers are the pixels that at:X,Y means, the markers with their names and the other
/// spots with their numbers; of a later picture its time stands below. It keeps the video's size, so that any viewer's pixel is the video's.
/// </summary>
internal static class ScoutPreview
{
    private const int LinesOfPicture = 36;
    private const int LeastLine = 13;
    private const int LinesOfGrid = 10;

    // Of a grid's mesh; a mesh has ten ticks.
    private static readonly int[] MeshPixels = [50, 100, 200, 500];

    private static readonly Scalar Ink = Scalar.FromRgb(255, 255, 255);
    private static readonly Scalar Shade = Scalar.FromRgb(0, 0, 0);
    private static readonly Scalar Marked = Scalar.FromRgb(255, 70, 70);
    private static readonly Scalar Other = Scalar.FromRgb(255, 220, 0);

    /// <param name="frame">That the picture is of.</param>
    /// <param name="markers">Each seen at least once.</param>
    /// <param name="others">Numbered from 1 in this order; those that the picture does not show are left out.</param>
    /// <returns>A PNG file. The picture itself is drawn upon.</returns>
    public static byte[] Draw(Mat picture, int frame, ImmutableArray<double> timesSeconds, IReadOnlyList<MarkerTrack> markers, IReadOnlyList<LimbCandidate> others)
    {
        var letters = new Lettering(Math.Max(LeastLine, Math.Min(picture.Cols, picture.Rows) / LinesOfPicture));
        Grid(picture, letters);
        if (frame > 0)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"at:X,Y@{timesSeconds[frame]:0.###}");
            var size = letters.Measure(text);
            letters.Draw(picture, text, picture.Cols - size.Width - 4, picture.Rows - size.Height - 4, Ink);
        }

        var spots = markers.Select(m => Shown(m, frame, timesSeconds))
            .Concat(others.Index().Where(o => o.Item.Samples[frame] is not null)
                .Select(o => (Place: o.Item.Samples[frame]!.Value.Position.InPicture, Text: (o.Index + 1).ToString(CultureInfo.InvariantCulture), Colour: Other))).ToArray();
        var anchors = Array.ConvertAll(spots, s => new LabelAnchor(s.Place.X, s.Place.Y, letters.LineHeight * 0.6, letters.Measure(s.Text)));
        var slots = LabelPlacement.Place(anchors, picture.Size(), []);
        for (var i = 0; i < spots.Length; i++)
        {
            Mark(picture, anchors[i], spots[i].Colour, slots[i]);
        }

        // Names last, so that no mark runs through them.
        for (var i = 0; i < spots.Length; i++)
        {
            if (slots[i] is { } slot)
            {
                var place = LabelPlacement.At(anchors[i], slot);
                letters.Draw(picture, spots[i].Text, place.X, place.Y, spots[i].Colour);
            }
        }

        Cv2.ImEncode(".png", picture, out var png);
        return png;
    }

    private static void Grid(Mat picture, Lettering letters)
    {
        var mesh = MeshPixels.FirstOrDefault(pixels => Math.Max(picture.Cols, picture.Rows) <= 2 * LinesOfGrid * pixels, MeshPixels[^1]);
        for (var x = 0; x < picture.Cols; x += mesh / 10)
        {
            Tick(picture, new Rect { X = x, Width = 1, Height = Reach(x, mesh, picture.Rows, letters) }, x % mesh == 0);
        }

        for (var y = 0; y < picture.Rows; y += mesh / 10)
        {
            Tick(picture, new Rect { Y = y, Width = Reach(y, mesh, picture.Cols, letters), Height = 1 }, y % mesh == 0);
        }

        // Numbers last, so that no line runs through them. Each stands behind its line.
        for (var x = mesh; x < picture.Cols; x += mesh)
        {
            letters.Draw(picture, x.ToString(CultureInfo.InvariantCulture), x + 4, 1, Ink);
        }

        for (var y = mesh; y < picture.Rows; y += mesh)
        {
            letters.Draw(picture, y.ToString(CultureInfo.InvariantCulture), 3, y + 3, Ink);
        }
    }

    private static int Reach(int at, int mesh, int whole, Lettering letters) =>
        at % mesh == 0 ? whole : at % (mesh / 2) == 0 ? letters.LineHeight * 2 / 3 : letters.LineHeight / 3;

    // A bright line beside a dark one shows on any ground.
    private static void Tick(Mat picture, Rect bright, bool isLine)
    {
        var dark = bright.Width == 1 ? bright with { X = bright.X + 1 } : bright with { Y = bright.Y + 1 };
        if (dark.Right <= picture.Cols && dark.Bottom <= picture.Rows)
        {
            Blend(picture, dark, 0, isLine ? 0.3 : 1);
        }

        Blend(picture, bright, 255, isLine ? 0.4 : 1);
    }

    private static void Blend(Mat picture, Rect place, double level, double share)
    {
        using var strip = picture.SubMat(place);
        strip.ConvertTo(strip, -1, 1 - share, level * share);
    }

    private static void Mark(Mat picture, LabelAnchor spot, Scalar colour, int? slot)
    {
        // Sixteenths of a pixel, so that the cross stands where the centre was measured.
        const int Shift = 4;
        var (x, y, radius) = (Fine(spot.X), Fine(spot.Y), Fine(spot.Radius));
        if (slot is { } far && LabelPlacement.IsFar(far))
        {
            var label = LabelPlacement.At(spot, far);
            var end = new Point(Fine(label.X + (label.Width / 2.0)), Fine(label.Y + (label.Height / 2.0)));
            Cv2.Line(picture, new Point(x, y), end, Shade, 3, LineTypes.AntiAlias, Shift);
            Cv2.Line(picture, new Point(x, y), end, colour, 1, LineTypes.AntiAlias, Shift);
        }

        Cv2.Circle(picture, new Point(x, y), radius, Shade, 3, LineTypes.AntiAlias, Shift);
        Cv2.Circle(picture, new Point(x, y), radius, colour, 1, LineTypes.AntiAlias, Shift);
        var arm = radius / 3;
        Cv2.Line(picture, new Point(x - arm, y), new Point(x + arm, y), colour, 1, LineTypes.AntiAlias, Shift);
        Cv2.Line(picture, new Point(x, y - arm), new Point(x, y + arm), colour, 1, LineTypes.AntiAlias, Shift);

        static int Fine(double pixels) => (int)Math.Round(pixels * (1 << Shift));
    }

    // What is hidden stands where it is seen at the nearest other time.
    private static (ImagePoint Place, string Text, Scalar Colour) Shown(MarkerTrack marker, int frame, ImmutableArray<double> timesSeconds)
    {
        var nearest = marker.Samples.Index().Where(s => s.Item is not null).MinBy(s => Math.Abs(s.Index - frame));
        var name = nearest.Index == frame ? $"{marker.Name}" : string.Create(CultureInfo.InvariantCulture, $"{marker.Name} ({timesSeconds[nearest.Index]:0.0} s)");
        return (nearest.Item!.Value.Position.InPicture, name, Marked);
    }
}
