using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Resizing, warping and fitting a motion to points.</summary>
public static unsafe partial class Cv2
{
    public static void Resize(InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0,
        InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        Failure.Check(GeometryNative.Resize(In(src), Out(dst), dsize, fx, fy, (int)interpolation));

    public static void WarpAffine(InputArray src, OutputArray dst, InputArray m, Size dsize,
        InterpolationFlags flags = InterpolationFlags.Linear, BorderTypes borderMode = BorderTypes.Constant,
        Scalar? borderValue = null) =>
        Failure.Check(GeometryNative.WarpAffine(
            In(src), Out(dst), In(m), dsize, (int)flags, (int)borderMode, borderValue.GetValueOrDefault()));

    /// <param name="angle">In degrees, positive turns counter-clockwise as seen on the picture.</param>
    public static Mat GetRotationMatrix2D(Point2f center, double angle, double scale)
    {
        Failure.Check(GeometryNative.RotationMatrix(center, angle, scale, out var matrix));
        return new Mat(matrix);
    }

    public static void Remap(InputArray src, OutputArray dst, InputArray map1, InputArray map2,
        InterpolationFlags interpolation = InterpolationFlags.Linear, BorderTypes borderMode = BorderTypes.Constant,
        Scalar? borderValue = null) =>
        Failure.Check(GeometryNative.Remap(
            In(src), Out(dst), In(map1), In(map2), (int)interpolation, (int)borderMode, borderValue.GetValueOrDefault()));

    /// <summary>A patch around a place between pixels, bilinear, the border repeated.</summary>
    public static void GetRectSubPix(InputArray image, Size patchSize, Point2f center, OutputArray patch, int patchType = -1) =>
        Failure.Check(GeometryNative.RectSubPix(In(image), patchSize, center, Out(patch), patchType));

    /// <summary>Turn, scale and shift that carry points to others, outliers put aside.</summary>
    /// <returns>2 x 3 (64FC1), or null when there is none.</returns>
    public static Mat? EstimateAffinePartial2D(InputArray from, InputArray to, OutputArray? inliers = null,
        RobustEstimationAlgorithms method = RobustEstimationAlgorithms.RANSAC, double ransacReprojThreshold = 3,
        ulong maxIters = 2000, double confidence = 0.99, ulong refineIters = 10)
    {
        Failure.Check(GeometryNative.AffinePartial(In(from), In(to), inliers?.Handle ?? MatHandle.None, (int)method,
            ransacReprojThreshold, maxIters, confidence, refineIters, out var matrix));
        var result = new Mat(matrix);
        if (!result.Empty())
            return result;
        result.Dispose();
        return null;
    }
}
