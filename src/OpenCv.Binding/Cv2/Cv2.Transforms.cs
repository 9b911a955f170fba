using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Whole pictures in other colours or of another size.</summary>
public static unsafe partial class Cv2
{
    /// <param name="dstCn">Channels of the result; 0 is what the code says.</param>
    public static void CvtColor(InputArray src, OutputArray dst, ColorConversionCodes code, int dstCn = 0) =>
        Failure.Check(TransformsNative.Color(In(src), Out(dst), (int)code, dstCn));

    /// <param name="dsize">Of the result; 0 x 0 takes the two factors instead.</param>
    public static void Resize(InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0,
        InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        Failure.Check(TransformsNative.Resize(In(src), Out(dst), dsize, fx, fy, (int)interpolation));

    /// <summary>Looks each 8-bit number up in a table of 256.</summary>
    public static void LUT(InputArray src, InputArray lut, OutputArray dst) => Failure.Check(TransformsNative.Lut(In(src), In(lut), Out(dst)));

    /// <summary>Multiplies each pixel's channels by a matrix.</summary>
    public static void Transform(InputArray src, OutputArray dst, InputArray m) => Failure.Check(TransformsNative.Linear(In(src), Out(dst), In(m)));
}
