using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>How well two observers agree on a number of beats. Differences are rater minus reference.</summary>
/// <param name="N">Sides of clips that both counted.</param>
/// <param name="Exact">Share with the same count.</param>
/// <param name="WithinOne">Share whose counts differ by one at most.</param>
/// <param name="Icc">ICC(2,1).</param>
internal sealed record CountAgreement(
    int N, double? Exact, double? WithinOne, double? MeanAbsoluteDifference, BlandAltman BlandAltman, Estimate Icc)
{
    /// <param name="counts">What each of the two counted.</param>
    public static CountAgreement Of(ImmutableArray<(int Rater, int Reference)> counts)
    {
        ImmutableArray<double> differences = [.. counts.Select(c => (double)(c.Rater - c.Reference))];
        double? Mean(Func<double, double> of) => differences.IsEmpty ? null : differences.Average(of);
        return new CountAgreement(
            counts.Length,
            Mean(d => d == 0 ? 1 : 0),
            Mean(d => Math.Abs(d) <= 1 ? 1 : 0),
            Mean(Math.Abs),
            BlandAltman.Of(differences),
            IntraclassCorrelation.Of([.. counts.Select(c => ImmutableArray.Create<double>(c.Rater, c.Reference))]));
    }
}
