using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Motion.Signals;

/// <summary>
/// The error of a signal where nothing but slow movement is seen: what a cubic leaves of short windows. It has far more values than the few bins
/// above the clonus band that a low frame rate leaves, but needs a rough estimate to know what is quiet.
/// </summary>
internal static class QuietNoise
{
    private const int Coefficients = 4;

    // A window is quiet when its variance is no larger than this many times the estimate: 98 of 100 windows of white noise at 30 frames a second.
    private const double MostVarianceRatio = 2.2;

    // With fewer values left over than this the rough estimate is the better one.
    private const int FewestDegrees = 30;

    private const int Rounds = 4;

    /// <param name="roughRms">From elsewhere, right to within a third or so.</param>
    /// <param name="runs">Values at even times.</param>
    /// <param name="length">Samples of a window.</param>
    public static double Refine(double roughRms, IEnumerable<List<double>> runs, int length)
    {
        if (length <= 2 * Coefficients)
        {
            return roughRms;
        }

        var variances = Residuals(runs, length);
        var rms = roughRms;
        for (var round = 0; round < Rounds; round++)
        {
            var limit = MostVarianceRatio * rms * rms;
            var quiet = variances.Where(v => v <= limit).ToArray();
            if (quiet.Length * (length - Coefficients) < FewestDegrees)
            {
                return roughRms;
            }

            rms = Math.Sqrt(quiet.Average());
        }

        return rms;
    }

    private static List<double> Residuals(IEnumerable<List<double>> runs, int length)
    {
        // Orthonormal polynomials over the window: what their projections leave.
        var basis = Matrix<double>.Build.Dense(length, Coefficients, (i, k) => Math.Pow((2.0 * i / (length - 1)) - 1, k)).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        var variances = new List<double>();
        foreach (var run in runs)
        {
            for (var start = 0; start + length <= run.Count; start += length / 2)
            {
                var window = Vector<double>.Build.Dense(length, i => run[start + i]);
                var fitted = basis * basis.TransposeThisAndMultiply(window);
                variances.Add((window - fitted).PointwisePower(2).Sum() / (length - Coefficients));
            }
        }

        return variances;
    }
}
