using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Corners, and following points from picture to picture.</summary>
public static unsafe partial class Cv2
{
    private static readonly Size FlowWindow = new(21, 21);
    private static readonly TermCriteria FlowCriteria = TermCriteria.Both(30, 0.01);

    /// <summary>Follows points by the pyramid of Lucas and Kanade.</summary>
    /// <param name="nextPts">Read as first guess with <see cref="OpticalFlowFlags.UseInitialFlow"/>; where the points went.</param>
    /// <param name="status">1 for a point that was found.</param>
    public static void CalcOpticalFlowPyrLK(InputArray prevImg, InputArray nextImg, Point2f[] prevPts, ref Point2f[] nextPts,
        out byte[] status, out float[] err, Size? winSize = null, int maxLevel = 3, TermCriteria? criteria = null,
        OpticalFlowFlags flags = OpticalFlowFlags.None, double minEigThreshold = 0.0001)
    {
        ArgumentNullException.ThrowIfNull(prevPts);
        ArgumentNullException.ThrowIfNull(nextPts);
        if (prevPts.Length == 0)
        {
            (nextPts, status, err) = ([], [], []);
            return;
        }

        using var points = InputArray.Create(prevPts);
        using Mat moved = new(), found = new(), error = new();
        if (flags.HasFlag(OpticalFlowFlags.UseInitialFlow))
        {
            moved.Create(nextPts.Length, 1, MatType.CV_32FC2);
            moved.SetArray(nextPts);
        }

        Failure.Check(MotionNative.Flow(In(prevImg), In(nextImg), points.Handle, moved.Handle, found.Handle, error.Handle,
            winSize ?? FlowWindow, maxLevel, criteria ?? FlowCriteria, (int)flags, minEigThreshold));
        moved.GetArray(out nextPts);
        found.GetArray(out status);
        error.GetArray(out err);
    }

    /// <summary>The strongest corners of a one-channel picture, strongest first.</summary>
    public static Point2f[] GoodFeaturesToTrack(InputArray src, int maxCorners, double qualityLevel, double minDistance,
        InputArray? mask, int blockSize, bool useHarrisDetector, double k)
    {
        using var corners = new Mat();
        Failure.Check(MotionNative.GoodFeatures(In(src), corners.Handle, maxCorners, qualityLevel, minDistance, Optional(mask),
            blockSize, useHarrisDetector ? 1 : 0, k));
        if (corners.Empty())
            return [];
        corners.GetArray(out Point2f[] result);
        return result;
    }

    /// <summary>Moves corners to where the gradients around them point.</summary>
    public static Point2f[] CornerSubPix(
        InputArray image, IEnumerable<Point2f> inputCorners, Size winSize, Size zeroZone, TermCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(inputCorners);
        using var corners = new Mat();
        var start = inputCorners.ToArray();
        corners.Create(start.Length, 1, MatType.CV_32FC2);
        corners.SetArray(start);
        Failure.Check(MotionNative.CornerSubPix(In(image), corners.Handle, winSize, zeroZone, criteria));
        corners.GetArray(out Point2f[] result);
        return result;
    }
}
