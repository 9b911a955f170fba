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
}
