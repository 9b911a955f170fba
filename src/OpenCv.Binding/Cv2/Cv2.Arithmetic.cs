using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>OpenCV's functions. Everything is 8-bit BGR unless the caller makes it otherwise.</summary>
public static unsafe partial class Cv2
{
    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst) =>
        Failure.Check(ArithmeticNative.Absdiff(In(src1), In(src2), Out(dst)));

    public static void Add(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Failure.Check(ArithmeticNative.Add(In(src1), In(src2), Out(dst), Optional(mask), dtype));

    public static void Subtract(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Failure.Check(ArithmeticNative.Subtract(In(src1), In(src2), Out(dst), Optional(mask), dtype));

    public static void Multiply(InputArray src1, InputArray src2, OutputArray dst, double scale = 1, int dtype = -1) =>
        Failure.Check(ArithmeticNative.Multiply(In(src1), In(src2), Out(dst), scale, dtype));

    public static void AddWeighted(
        InputArray src1, double alpha, InputArray src2, double beta, double gamma, OutputArray dst, int dtype = -1) =>
        Failure.Check(ArithmeticNative.AddWeighted(In(src1), alpha, In(src2), beta, gamma, Out(dst), dtype));

    public static void BitwiseAnd(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null) =>
        Failure.Check(ArithmeticNative.And(In(src1), In(src2), Out(dst), Optional(mask)));

    public static void BitwiseOr(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null) =>
        Failure.Check(ArithmeticNative.Or(In(src1), In(src2), Out(dst), Optional(mask)));

    public static void BitwiseNot(InputArray src, OutputArray dst, InputArray? mask = null) =>
        Failure.Check(ArithmeticNative.Not(In(src), Out(dst), Optional(mask)));

    /// <summary>255 where every channel lies within its bounds, both included; else 0.</summary>
    public static void InRange(InputArray src, Scalar lowerb, Scalar upperb, OutputArray dst) =>
        Failure.Check(ArithmeticNative.InRange(In(src), lowerb, upperb, Out(dst)));

    /// <summary>Replaces each 8-bit number by the table's entry at that place.</summary>
    public static void LUT(InputArray src, InputArray lut, OutputArray dst) =>
        Failure.Check(ArithmeticNative.Lut(In(src), In(lut), Out(dst)));

    public static Mat[] Split(Mat src)
    {
        ArgumentNullException.ThrowIfNull(src);
        var channels = new Mat[src.Channels()];
        for (var i = 0; i < channels.Length; i++)
            channels[i] = new Mat();
        fixed (nint* pointers = Pointers(channels))
            Failure.Check(ArithmeticNative.Split(src.Handle, pointers, channels.Length));
        GC.KeepAlive(channels);
        return channels;
    }

    public static void Merge(Mat[] mv, Mat dst)
    {
        ArgumentNullException.ThrowIfNull(mv);
        ArgumentNullException.ThrowIfNull(dst);
        fixed (nint* pointers = Pointers(mv))
            Failure.Check(ArithmeticNative.Merge(pointers, mv.Length, dst.Handle));
        GC.KeepAlive(mv);
    }

    public static void Transpose(InputArray src, OutputArray dst) => Failure.Check(ArithmeticNative.Transpose(In(src), Out(dst)));

    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode) =>
        Failure.Check(ArithmeticNative.Flip(In(src), Out(dst), (int)flipCode));

    public static void Rotate(InputArray src, OutputArray dst, RotateFlags rotateCode) =>
        Failure.Check(ArithmeticNative.Rotate(In(src), Out(dst), (int)rotateCode));

    private static nint[] Pointers(Mat[] mats) => Array.ConvertAll(mats, mat =>
    {
        mat.ThrowIfDisposed();
        return mat.Handle.DangerousGetHandle();
    });
}
