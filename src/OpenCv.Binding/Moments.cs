using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Moments of a contour or of a one-channel image: as they are, central (Mu) and scaled (Nu).</summary>
public class Moments
{
    public double M00, M10, M01, M20, M11, M02, M30, M21, M12, M03;

    public double Mu20, Mu11, Mu02, Mu30, Mu21, Mu12, Mu03;

    public double Nu20, Nu11, Nu02, Nu30, Nu21, Nu12, Nu03;

    public unsafe Moments(InputArray array, bool binaryImage = false)
    {
        ArgumentNullException.ThrowIfNull(array);
        const int count = 24;
        var m = stackalloc double[count];
        Failure.Check(RegionsNative.Moments(array.Handle, binaryImage ? 1 : 0, m));
        (M00, M10, M01, M20, M11, M02, M30, M21, M12, M03) = (m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9]);
        (Mu20, Mu11, Mu02, Mu30, Mu21, Mu12, Mu03) = (m[10], m[11], m[12], m[13], m[14], m[15], m[16]);
        (Nu20, Nu11, Nu02, Nu30, Nu21, Nu12, Nu03) = (m[17], m[18], m[19], m[20], m[21], m[22], m[23]);
    }
}
