using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>How well two observers agree on whether clonus is sustained.</summary>
/// <param name="N">Sides of clips that both judged.</param>
/// <param name="NotJudged">Sides that one of the two judged and the other did not: these are left out.</param>
/// <param name="Agreement">Share with the same answer.</param>
internal sealed record SustainedAgreement(
    int N, int NotJudged, int Both, int RaterOnly, int ReferenceOnly, int Neither, double? Agreement, Estimate Kappa)
{
    public static SustainedAgreement Of(ImmutableArray<ComparedClip> clips)
    {
        var judged = clips.Where(c => c is { RaterSustained: not null, ReferenceSustained: not null }).ToArray();
        int Count(bool rater, bool reference) => judged.Count(c => c.RaterSustained == rater && c.ReferenceSustained == reference);
        var (both, raterOnly, referenceOnly, neither) = (Count(true, true), Count(true, false), Count(false, true), Count(false, false));
        return new SustainedAgreement(
            judged.Length,
            clips.Count(c => c.RaterSustained is null != c.ReferenceSustained is null),
            both, raterOnly, referenceOnly, neither,
            judged.Length == 0 ? null : (double)(both + neither) / judged.Length,
            CohenKappa.Of(both, raterOnly, referenceOnly, neither));
    }
}
