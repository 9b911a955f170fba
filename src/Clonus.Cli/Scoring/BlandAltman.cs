using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Clonus.Cli.Scoring;

/// <summary>
/// Bias and limits of agreement (Bland and Altman, Lancet 1986;327:307-310): the mean difference, and between which bounds 95 % of all
/// differences lie if they are normally distributed. Their intervals are the paper's: standard errors SD/√n and SD·√(3/n), Student's t.
/// </summary>
/// <param name="Sd">Standard deviation of the differences; null for fewer than two.</param>
internal sealed record BlandAltman(int N, double? Sd, Estimate Bias, Estimate LowerLimit, Estimate UpperLimit)
{
    // The paper's 1.96: 95 % of a normal distribution.
    private const double LimitSds = 1.96;

    /// <param name="differences">Rater minus reference.</param>
    public static BlandAltman Of(ImmutableArray<double> differences)
    {
        var n = differences.Length;
        if (n == 0)
            return Without(n, Estimate.Unknown("no pairs"), "no pairs");

        var bias = differences.Average();
        if (n == 1)
            return Without(n, Estimate.Alone(bias, "one pair has no spread"), "one pair has no spread");

        var sd = differences.StandardDeviation();
        var t = StudentT.InvCDF(0, 1, n - 1, Estimate.UpperTail);
        Estimate Around(double value, double standardError) => sd == 0
            ? Estimate.Alone(value, "all differences are equal, which leaves no interval")
            : Estimate.Between(value, value - (t * standardError), value + (t * standardError));
        var limitError = sd * Math.Sqrt(3.0 / n);
        return new BlandAltman(
            n, sd, Around(bias, sd / Math.Sqrt(n)), Around(bias - (LimitSds * sd), limitError), Around(bias + (LimitSds * sd), limitError));
    }

    private static BlandAltman Without(int n, Estimate bias, string remark) =>
        new(n, Sd: null, bias, Estimate.Unknown(remark), Estimate.Unknown(remark));
}
