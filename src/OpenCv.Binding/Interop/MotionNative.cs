using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Corners and optical flow.</summary>
internal static unsafe partial class MotionNative
{
    [LibraryImport(Shim.Library, EntryPoint = "motion_flow")]
    public static partial Failure* Flow(
        MatHandle before, MatHandle after, MatHandle points, MatHandle moved, MatHandle status, MatHandle error, Size window, int levels, TermCriteria criteria, int flags, double minEigen);

    [LibraryImport(Shim.Library, EntryPoint = "motion_good_features")]
    public static partial Failure* GoodFeatures(
        MatHandle image, MatHandle corners, int count, double quality, double distance, MatHandle mask, int blockSize, int harris, double k);

    [LibraryImport(Shim.Library, EntryPoint = "motion_corner_sub_pix")]
    public static partial Failure* CornerSubPix(MatHandle image, MatHandle corners, Size window, Size zeroZone, TermCriteria criteria);
}
