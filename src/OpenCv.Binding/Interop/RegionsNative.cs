using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Connected parts, contours, moments.</summary>
internal static unsafe partial class RegionsNative
{
    [LibraryImport(Shim.Library, EntryPoint = "regions_components")]
    public static partial Failure* Components(
        MatHandle image, MatHandle labels, MatHandle stats, MatHandle centroids, int connectivity, int type, out int count);

    [LibraryImport(Shim.Library, EntryPoint = "regions_contours")]
    public static partial Failure* Contours(
        MatHandle image, MatHandle points, MatHandle lengths, MatHandle hierarchy, int mode, int method, Point offset);

    [LibraryImport(Shim.Library, EntryPoint = "regions_contour_area")]
    public static partial Failure* ContourArea(MatHandle contour, int oriented, out double area);

    [LibraryImport(Shim.Library, EntryPoint = "regions_moments")]
    public static partial Failure* Moments(MatHandle array, int binary, double* values);
}
