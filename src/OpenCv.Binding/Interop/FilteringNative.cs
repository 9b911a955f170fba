using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Colour, thresholds, smoothing, morphology, matching.</summary>
internal static unsafe partial class FilteringNative
{
    [LibraryImport(Shim.Library, EntryPoint = "filtering_cvt_color")]
    public static partial Failure* CvtColor(MatHandle src, MatHandle dst, int code, int channels);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_threshold")]
    public static partial Failure* Threshold(MatHandle src, MatHandle dst, double limit, double high, int type, out double used);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_adaptive_threshold")]
    public static partial Failure* AdaptiveThreshold(MatHandle src, MatHandle dst, double high, int method, int type, int blockSize, double c);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_gaussian")]
    public static partial Failure* Gaussian(MatHandle src, MatHandle dst, Size size, double sigmaX, double sigmaY, int border);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_blur")]
    public static partial Failure* Blur(MatHandle src, MatHandle dst, Size size, Point anchor, int border);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_median")]
    public static partial Failure* Median(MatHandle src, MatHandle dst, int size);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_morphology")]
    public static partial Failure* Morphology(
        MatHandle src, MatHandle dst, int op, MatHandle element, Point anchor, int iterations, int border, Scalar* borderValue);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_structuring_element")]
    public static partial Failure* StructuringElement(int shape, Size size, Point anchor, out MatHandle element);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_pyr_down")]
    public static partial Failure* PyrDown(MatHandle src, MatHandle dst, Size size, int border);

    [LibraryImport(Shim.Library, EntryPoint = "filtering_match_template")]
    public static partial Failure* MatchTemplate(MatHandle image, MatHandle pattern, MatHandle result, int method, MatHandle mask);
}
