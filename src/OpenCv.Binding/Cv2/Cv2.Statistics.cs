using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Numbers that sum an image up.</summary>
public static unsafe partial class Cv2
{
    public static Scalar Mean(InputArray src, InputArray? mask = null)
    {
        Failure.Check(ArithmeticNative.Mean(In(src), Optional(mask), out var mean));
        return mean;
    }

    public static void MeanStdDev(InputArray src, out Scalar mean, out Scalar stddev, InputArray? mask = null) =>
        Failure.Check(ArithmeticNative.MeanStddev(In(src), Optional(mask), out mean, out stddev));

    public static void MinMaxLoc(InputArray src, out double minVal, out double maxVal) =>
        MinMaxLoc(src, out minVal, out maxVal, out _, out _);

    public static void MinMaxLoc(
        InputArray src, out double minVal, out double maxVal, out Point minLoc, out Point maxLoc, InputArray? mask = null) =>
        Failure.Check(ArithmeticNative.MinMax(In(src), Optional(mask), out minVal, out maxVal, out minLoc, out maxLoc));

    public static Scalar Sum(InputArray src)
    {
        Failure.Check(ArithmeticNative.Sum(In(src), out var sum));
        return sum;
    }

    public static int CountNonZero(InputArray mtx)
    {
        Failure.Check(ArithmeticNative.CountNonZero(In(mtx), out var count));
        return count;
    }
}
