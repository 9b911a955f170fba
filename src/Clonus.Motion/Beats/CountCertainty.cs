using System.Collections.Immutable;

namespace Clonus.Motion.Beats;

/// <summary>How sure a count is.</summary>
/// <param name="Low">Beats that are surely there.</param>
/// <param name="High">With the near misses that may be beats.</param>
/// <param name="Confidence">Probability that the count is exact.</param>
public readonly record struct CountCertainty(int Low, int High, double Confidence)
{
    // Where an end of the run was not seen, the count is as likely as not one of more.
    private const double CutConfidence = 0.5;

    // What lies further from certainty than this makes the count uncertain.
    private const double Doubt = 0.05;

    /// <summary>Of a run: what was just too small counts as doubt when it is near enough to belong to the run.</summary>
    public static CountCertainty Of(
        TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, ClonusPolicy policy)
    {
        var near = rejected
            .Where(r => r.TimeSeconds > run.First.TimeSeconds - policy.MergeGapFloorSeconds && r.TimeSeconds < run.Last.TimeSeconds + policy.MergeGapFloorSeconds)
            .Select(r => r.Probability)
            .ToArray();
        var beats = run.Beats.Select(beat => gate.Probability(beat.Depth)).ToArray();
        return new CountCertainty(
            beats.Count(p => p >= 1 - Doubt),
            beats.Length + near.Count(p => p > Doubt) + (run.IsCut ? 1 : 0),
            beats.Aggregate(1.0, (all, p) => all * p) * near.Aggregate(1.0, (all, p) => all * (1 - p)) * (run.IsCut ? CutConfidence : 1));
    }

    /// <summary>Of a clip without a run: one beat may have been too small for the gate.</summary>
    public static CountCertainty OfNone(ImmutableArray<RejectedExcursion> rejected) => new(
        0, rejected.Any(r => r.Probability > Doubt) ? 1 : 0, rejected.Aggregate(1.0, (all, r) => all * (1 - r.Probability)));
}
