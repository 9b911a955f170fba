using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>How well two observers agree on whether clonus is sustained.</summary>
/// <param name="N">Sides of clips that both judged.</param>
/// <param name="NotJudged">Sides that one of the two judged and the other did not: these are left out.</param>
/// <param name="Agreement">Share with the same answer.</param>
internal sealed record SustainedAgreement(
    int N, int NotJudged, int Both, int FirstOnly, int SecondOnly, int Neither, double? Agreement, Estimate Kappa)
{
    public static SustainedAgreement Of(ImmutableArray<ComparedClip> clips)
    {
        var judged = clips.Where(c => c is { FirstSustained: not null, SecondSustained: not null }).ToArray();
        int Count(bool first, bool second) => judged.Count(c => c.FirstSustained == first && c.SecondSustained == second);
        var (both, firstOnly, secondOnly, neither) = (Count(true, true), Count(true, false), Count(false, true), Count(false, false));
        return new SustainedAgreement(
            judged.Length,
            clips.Count(c => c.FirstSustained is null != c.SecondSustained is null),
            both, firstOnly, secondOnly, neither,
            judged.Length == 0 ? null : (double)(both + neither) / judged.Length,
            CohenKappa.Of(both, firstOnly, secondOnly, neither));
    }
}
