using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>
/// Brings pictures of high dynamic range to the look of standard ones. The decoder takes their numbers for those of a standard video:
/// colours come out pale and dark, and stickers are missed.
/// </summary>
/// <remarks>
/// The transfer functions are those of Rec. ITU-R BT.2100 (PQ and HLG), reference white is 203 cd/m² or 75 % HLG (BT.2408) and becomes
/// standard white; what is brighter is clipped. The primaries' matrix (BT.2087) is applied to coded values instead of light: greys
/// are exact and saturated colours a little too pale, which costs a fraction of the exact way.
/// </remarks>
internal sealed class HighDynamicRange : IDisposable
{
    // A standard display's (BT.1886).
    private const double StandardGamma = 2.4;

    private readonly Mat _matrix = Matrix(Rematrixed);
    private readonly Mat _primaries = Matrix(WithStandardPrimaries);
    private readonly Mat _table = new(1, 256, MatType.CV_8UC1);
    private readonly Mat _passing = new();

    private HighDynamicRange(Func<double, double> lightOverWhite)
    {
        _table.SetArray([.. Enumerable.Range(0, 256).Select(i => (byte)Math.Round(255 * Math.Pow(Math.Min(lightOverWhite(i / 255.0), 1), 1 / StandardGamma)))]);
    }

    /// <param name="transfer">As the container names it.</param>
    /// <returns>Null for a standard video.</returns>
    public static HighDynamicRange? For(string? transfer) => transfer switch
    {
        "smpte2084" => new HighDynamicRange(PerceptualQuantizer),
        "arib-std-b67" => new HighDynamicRange(HybridLogGamma),
        _ => null,
    };

    /// <summary>Changes a decoded picture in place.</summary>
    public void Apply(Mat picture)
    {
        Cv2.Transform(picture, _passing, _matrix);
        Cv2.LUT(_passing, _table, _passing);
        Cv2.Transform(_passing, picture, _primaries);
    }

    public void Dispose()
    {
        _matrix.Dispose();
        _primaries.Dispose();
        _table.Dispose();
        _passing.Dispose();
    }

    private static double PerceptualQuantizer(double coded)
    {
        const double m1 = 2610 / 16384.0, m2 = 2523 / 4096.0 * 128, c1 = 3424 / 4096.0, c2 = 2413 / 4096.0 * 32, c3 = 2392 / 4096.0 * 32;
        var root = Math.Pow(coded, 1 / m2);
        return 10000 / 203.0 * Math.Pow(Math.Max(root - c1, 0) / (c2 - (c3 * root)), 1 / m1);
    }

    // Scene light, and the display's own gamma of 1.2.
    private static double HybridLogGamma(double coded)
    {
        return Math.Pow(Scene(coded) / Scene(0.75), 1.2);

        static double Scene(double x)
        {
            const double a = 0.17883277, b = 1 - (4 * a);
            var c = 0.5 - (a * Math.Log(4 * a));
            return x <= 0.5 ? x * x / 3 : (Math.Exp((x - c) / a) + b) / 12;
        }
    }

    // OpenCV decodes luma and colour differences by BT.601; these are BT.2020's.
    private static (double R, double G, double B) Rematrixed(double r, double g, double b)
    {
        var luma = (0.299 * r) + (0.587 * g) + (0.114 * b);
        var red = luma + (1.4746 * (r - luma) / 1.402);
        var blue = luma + (1.8814 * (b - luma) / 1.772);
        return (red, (luma - (0.2627 * red) - (0.0593 * blue)) / 0.6780, blue);
    }

    private static (double R, double G, double B) WithStandardPrimaries(double r, double g, double b) => (
        (1.6605 * r) - (0.5877 * g) - (0.0728 * b),
        (-0.1246 * r) + (1.1330 * g) - (0.0084 * b),
        (-0.0182 * r) - (0.1006 * g) + (1.1188 * b));

    /// <summary>The matrix, for pictures in the order blue, green, red, of a linear change.</summary>
    private static Mat Matrix(Func<double, double, double, (double R, double G, double B)> change)
    {
        var (blue, green, red) = (change(0, 0, 1), change(0, 1, 0), change(1, 0, 0));
        var matrix = new Mat(3, 3, MatType.CV_64FC1);
        matrix.SetArray([blue.B, green.B, red.B, blue.G, green.G, red.G, blue.R, green.R, red.R]);
        return matrix;
    }
}
