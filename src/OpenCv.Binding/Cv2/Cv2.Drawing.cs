using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Lines, shapes and text. With shift n, coordinates count in units of 1/2^n pixel.</summary>
public static unsafe partial class Cv2
{
    public static void Line(InputOutputArray img, Point pt1, Point pt2, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Failure.Check(DrawingNative.Line(Out(img), pt1, pt2, color, thickness, (int)lineType, shift));

    public static void Circle(InputOutputArray img, Point center, int radius, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Failure.Check(DrawingNative.Circle(Out(img), center, radius, color, thickness, (int)lineType, shift));

    /// <param name="thickness">-1 fills.</param>
    public static void Rectangle(Mat img, Point pt1, Point pt2, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Failure.Check(DrawingNative.Rectangle(Out(img), pt1, pt2, color, thickness, (int)lineType, shift));

    public static void Rectangle(
        Mat img, Rect rect, Scalar color, int thickness = 1, LineTypes lineType = LineTypes.Link8, int shift = 0) =>
        Failure.Check(DrawingNative.RectangleOf(Out(img), rect, color, thickness, (int)lineType, shift));

    public static void Polylines(Mat img, IEnumerable<IEnumerable<Point>> pts, bool isClosed, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, int shift = 0)
    {
        var (points, lengths) = Flatten(pts);
        fixed (Point* first = points)
        fixed (int* counts = lengths)
        {
            Failure.Check(DrawingNative.Polylines(
                Out(img), first, counts, lengths.Length, isClosed ? 1 : 0, color, thickness, (int)lineType, shift));
        }
    }

    /// <param name="org">The text's lower left corner. The fonts hold ASCII only.</param>
    public static void PutText(InputOutputArray img, string text, Point org, HersheyFonts fontFace, double fontScale, Scalar color,
        int thickness = 1, LineTypes lineType = LineTypes.Link8, bool bottomLeftOrigin = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        Failure.Check(DrawingNative.Text(
            Out(img), text, org, (int)fontFace, fontScale, color, thickness, (int)lineType, bottomLeftOrigin ? 1 : 0));
    }

    /// <param name="baseLine">How far letters such as g reach below the baseline, pixels.</param>
    public static Size GetTextSize(string text, HersheyFonts fontFace, double fontScale, int thickness, out int baseLine)
    {
        ArgumentNullException.ThrowIfNull(text);
        Failure.Check(DrawingNative.TextSize(text, (int)fontFace, fontScale, thickness, out baseLine, out var size));
        return size;
    }
}
