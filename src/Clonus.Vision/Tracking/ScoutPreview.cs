using System.Collections.Immutable;
using System.Globalization;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>The picture of `clonus detect`: a grid whose numbers are the pixels that at:X,Y means, and the spots that were found.</summary>
internal static class ScoutPreview
{
    private const int GridPixels = 100;
    private const int FinePixels = 10;
    private static readonly Scalar Ink = Scalar.FromRgb(255, 255, 255);
    private static readonly Scalar Shade = Scalar.FromRgb(0, 0, 0);
    private static readonly Scalar Marked = Scalar.FromRgb(255, 40, 40);
    private static readonly Scalar Other = Scalar.FromRgb(255, 220, 0);

    /// <returns>A PNG file. The picture itself is drawn upon.</returns>
    public static byte[] Draw(Mat picture, double timeSeconds, ImmutableArray<MarkerSpot> markers, ImmutableArray<MarkerSpot> otherSpots)
    {
        var scale = Math.Clamp(Math.Min(picture.Cols, picture.Rows) / 720.0, 0.4, 2);
        Grid(picture, scale);
        foreach (var spot in otherSpots)
        {
            Spot(picture, spot, Other, spot.Spec, scale);
        }

        foreach (var marker in markers)
        {
            Spot(picture, marker, Marked, Name(marker, timeSeconds), scale);
        }

        Cv2.ImEncode(".png", picture, out var png);
        return png;
    }

    private static void Grid(Mat picture, double scale)
    {
        for (var x = 0; x < picture.Cols; x += FinePixels)
        {
            Tick(picture, x, 0, x, x % GridPixels == 0 ? picture.Rows - 1 : x % (GridPixels / 2) == 0 ? 8 : 4, x % GridPixels == 0);
        }

        for (var y = 0; y < picture.Rows; y += FinePixels)
        {
            Tick(picture, 0, y, y % GridPixels == 0 ? picture.Cols - 1 : y % (GridPixels / 2) == 0 ? 8 : 4, y, y % GridPixels == 0);
        }

        // Numbers last, so that no line runs through them.
        for (var x = GridPixels; x < picture.Cols; x += GridPixels)
        {
            Label(picture, x.ToString(CultureInfo.InvariantCulture), x + 3, (int)(14 * scale) + 3, Ink, scale * 0.45);
        }

        for (var y = GridPixels; y < picture.Rows; y += GridPixels)
        {
            Label(picture, y.ToString(CultureInfo.InvariantCulture), 3, y - 4, Ink, scale * 0.45);
        }
    }

    // Dark beside bright shows on any ground.
    private static void Tick(Mat picture, int x0, int y0, int x1, int y1, bool line)
    {
        var (sideX, sideY) = x0 == x1 ? (1, 0) : (0, 1);
        if (!line)
        {
            Cv2.Line(picture, new Point(x0 + sideX, y0 + sideY), new Point(x1 + sideX, y1 + sideY), Shade);
        }

        Blend(picture, x0, y0, x1, y1, line ? 0.35 : 1);
    }

    private static void Blend(Mat picture, int x0, int y0, int x1, int y1, double share)
    {
        using var strip = picture.SubMat(y0, y1 + 1, x0, x1 + 1);
        strip.ConvertTo(strip, -1, 1 - share, 255 * share);
    }

    private static void Spot(Mat picture, MarkerSpot spot, Scalar colour, string text, double scale)
    {
        // Sixteenths of a pixel, so that the cross stands where the centre was measured.
        const int Shift = 4;
        var radius = (int)(14 * scale);
        var (x, y) = ((int)Math.Round(spot.Position.X * (1 << Shift)), (int)Math.Round(spot.Position.Y * (1 << Shift)));
        Cv2.Circle(picture, new Point(x, y), radius << Shift, Shade, 3, LineTypes.AntiAlias, Shift);
        Cv2.Circle(picture, new Point(x, y), radius << Shift, colour, 1, LineTypes.AntiAlias, Shift);
        var arm = (radius / 3) << Shift;
        Cv2.Line(picture, new Point(x - arm, y), new Point(x + arm, y), colour, 1, LineTypes.AntiAlias, Shift);
        Cv2.Line(picture, new Point(x, y - arm), new Point(x, y + arm), colour, 1, LineTypes.AntiAlias, Shift);
        var size = Cv2.GetTextSize(text, HersheyFonts.HersheySimplex, 0.55 * scale, 1, out _);
        var left = (int)spot.Position.X + radius + 4;
        left = left + size.Width < picture.Cols ? left : Math.Max((int)spot.Position.X - radius - 4 - size.Width, 0);
        Label(picture, text, left, (int)spot.Position.Y + (size.Height / 2), colour, 0.55 * scale);
    }

    private static void Label(Mat picture, string text, int x, int y, Scalar colour, double scale)
    {
        Cv2.PutText(picture, text, new Point(x, y), HersheyFonts.HersheySimplex, scale, Shade, 3, LineTypes.AntiAlias);
        Cv2.PutText(picture, text, new Point(x, y), HersheyFonts.HersheySimplex, scale, colour, 1, LineTypes.AntiAlias);
    }

    // What was hidden at first stands where it first came to light.
    private static string Name(MarkerSpot marker, double pictureSeconds) =>
        marker.TimeSeconds <= pictureSeconds
            ? $"{marker.Name} {marker.Spec}"
            : string.Create(CultureInfo.InvariantCulture, $"{marker.Name} {marker.Spec} ({marker.TimeSeconds:0.0} s)");
}
