using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>How sure a count is.</summary>
/// <param name="Low">Beats that are surely there.</param>
/// <param name="High">With the near misses that may be beats.</param>
/// <param name="Confidence">Probability that the count is exact.</param>
public readonly record struct CountCertainty(int Low, int High, double Confidence)
{
    // Where an end of the run was not seen, the count is rather one of more. Chosen on tuning seeds.
    private const double CutConfidence = 0.35;

    // What nobody has thought of: of the counts of simulated trains about which nothing was doubtful so many were right. Chosen on tuning seeds.
    private const double MostConfidence = 0.98;

    // What lies further from certainty than this makes the count uncertain.
    private const double Doubt = 0.05;

    /// <summary>Of a run: what was just rejected counts as doubt when it is near enough to belong to the run.</summary>
    public static CountCertainty Of(TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, ClonusPolicy policy)
    {
        var near = rejected
            .Where(r => r.TimeSeconds > run.First.TimeSeconds - policy.MergeGapFloorSeconds && r.TimeSeconds < run.Last.TimeSeconds + policy.MergeGapFloorSeconds)
            .Select(r => r.Probability)
            .ToArray();
        return new CountCertainty(
            run.Beats.Count(beat => beat.Doubt <= Doubt),
            run.Beats.Length + near.Count(p => p > Doubt) + (run.IsCut ? 1 : 0),
            MostConfidence * run.Beats.Aggregate(1.0, (all, beat) => all * (1 - beat.Doubt)) * near.Aggregate(1.0, (all, p) => all * (1 - p)) * (run.IsCut ? CutConfidence : 1));
    }

    /// <summary>Of a clip without a run: beats may have been just rejected, or hidden.</summary>
    /// <param name="hiddenSeconds">The longest time for which the limb was not seen.</param>
    public static CountCertainty OfNone(ImmutableArray<RejectedExcursion> rejected, double hiddenSeconds, FrequencyBand band) => new(
        0,
        rejected.Any(r => r.Probability > Doubt) || hiddenSeconds > 0 ? Math.Max(1, (int)(hiddenSeconds * band.HighHz)) : 0,
        MostConfidence * rejected.Aggregate(1.0, (all, r) => all * (1 - r.Probability)) * (hiddenSeconds > 0 ? CutConfidence : 1));
}
