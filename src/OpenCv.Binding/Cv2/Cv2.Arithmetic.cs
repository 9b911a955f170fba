using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>OpenCV's functions. Everything is 8-bit BGR unless the caller makes it otherwise.</summary>
public static unsafe partial class Cv2
{
    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst) =>
        Failure.Check(ArithmeticNative.Absdiff(In(src1), In(src2), Out(dst)));

    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode) =>
        Failure.Check(ArithmeticNative.Flip(In(src), Out(dst), (int)flipCode));

    public static void Rotate(InputArray src, OutputArray dst, RotateFlags rotateCode) =>
        Failure.Check(ArithmeticNative.Rotate(In(src), Out(dst), (int)rotateCode));
}
