using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Statistics;

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

    private const int Rounds = 1;

    // So many of the windows are taken for quiet to begin with, the loudest of which has this share of the variance: a chi-squared quantile, 11 degrees.
    private const double QuietShare = 0.2;
    private const double QuietShareOfVariance = 0.64;

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
        if (variances.Count == 0)
        {
            return roughRms;
        }

        // Fast beats reach above the band by themselves: where a part of the clip is quieter than the rough estimate says, that part is right.
        var rms = Math.Min(roughRms, Math.Sqrt(variances.Quantile(QuietShare) / QuietShareOfVariance));
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
        var basis = OrthonormalPolynomials(length);
        var variances = new List<double>();
        var left = new double[length];
        foreach (var run in runs)
        {
            for (var start = 0; start + length <= run.Count; start += length / 2)
            {
                run.CopyTo(start, left, 0, length);
                Array.ForEach(basis, polynomial => TakeOut(left, polynomial));
                variances.Add(left.Sum(value => value * value) / (length - Coefficients));
            }
        }

        return variances;
    }

    private static double[][] OrthonormalPolynomials(int length) =>
        Matrix<double>.Build.Dense(length, Coefficients, (i, k) => Math.Pow((2.0 * i / (length - 1)) - 1, k)).QR(QRMethod.Thin).Q.ToColumnArrays();

    private static void TakeOut(double[] values, double[] polynomial)
    {
        double share = 0;
        for (var i = 0; i < values.Length; i++)
        {
            share += values[i] * polynomial[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= share * polynomial[i];
        }
    }
}
