using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Resizing, warping, fitting a motion.</summary>
internal static unsafe partial class GeometryNative
{
    [LibraryImport(Shim.Library, EntryPoint = "geometry_resize")]
    public static partial Failure* Resize(MatHandle src, MatHandle dst, Size size, double fx, double fy, int interpolation);

    [LibraryImport(Shim.Library, EntryPoint = "geometry_warp_affine")]
    public static partial Failure* WarpAffine(MatHandle src, MatHandle dst, MatHandle matrix, Size size, int flags, int border, Scalar value);

    [LibraryImport(Shim.Library, EntryPoint = "geometry_rotation_matrix")]
    public static partial Failure* RotationMatrix(Point2f center, double angle, double scale, out MatHandle matrix);

    [LibraryImport(Shim.Library, EntryPoint = "geometry_remap")]
    public static partial Failure* Remap(MatHandle src, MatHandle dst, MatHandle map1, MatHandle map2, int interpolation, int border, Scalar value);

    [LibraryImport(Shim.Library, EntryPoint = "geometry_rect_sub_pix")]
    public static partial Failure* RectSubPix(MatHandle image, Size size, Point2f center, MatHandle patch, int type);

    [LibraryImport(Shim.Library, EntryPoint = "geometry_affine_partial")]
    public static partial Failure* AffinePartial(
        MatHandle source, MatHandle target, MatHandle inliers, int method, double threshold, ulong maxIterations, double confidence, ulong refinements, out MatHandle matrix);
}
