using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Lines, shapes and text.</summary>
internal static unsafe partial class DrawingNative
{
    [LibraryImport(Shim.Library, EntryPoint = "drawing_line")]
    public static partial Failure* Line(MatHandle img, Point a, Point b, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_circle")]
    public static partial Failure* Circle(MatHandle img, Point center, int radius, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_rectangle")]
    public static partial Failure* Rectangle(MatHandle img, Point a, Point b, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_rectangle_of")]
    public static partial Failure* RectangleOf(MatHandle img, Rect rect, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_polylines")]
    public static partial Failure* Polylines(
        MatHandle img, Point* points, int* lengths, int count, int closed, Scalar color, int thickness, int lineType, int shift);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* Text(
        MatHandle img, string text, Point origin, int font, double scale, Scalar color, int thickness, int lineType, int bottomLeftOrigin);

    [LibraryImport(Shim.Library, EntryPoint = "drawing_text_size", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* TextSize(string text, int font, double scale, int thickness, out int baseLine, out Size size);
}
