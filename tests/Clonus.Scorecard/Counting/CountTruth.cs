using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>What a careful counter may say of a plan, at an amplitude gate.</summary>
/// <param name="Beats">In any count.</param>
/// <param name="Marginal">So near to the gate, or to half a return, that they are in a count or not.</param>
/// <param name="Low">Beats of the longest episode without the marginal ones.</param>
/// <param name="High">With them.</param>
internal sealed record CountTruth(
    ImmutableArray<BeatTruth> Beats, ImmutableArray<BeatTruth> Marginal, int Low, int High, ImmutableArray<TrueStatus> Statuses)
{
    private const double MarginalShare = 0.15;
    private const double MarginalReturn = 0.08;
    private const int Sustained = 6;

    public bool Accepts(int? count) => count >= Low && count <= High;

    public bool IsNear(int? count) => count >= Low - 1 && count <= High + 1;

    public bool AcceptsSustained(bool? sustained) => sustained is null
        ? Statuses.Contains(TrueStatus.RhythmicOnly)
        : (sustained == true && High >= Sustained) || (sustained == false && Low < Sustained);

    public static CountTruth Of(MotionPlan plan, double gateDegrees)
    {
        ImmutableArray<BeatTruth> possible = [.. plan.Beats.Where(b => b.AmplitudeDegrees >= gateDegrees * (1 - MarginalShare) && Math.Min(b.Returned, b.Driven) >= 0.5 - MarginalReturn)];
        ImmutableArray<BeatTruth> sure = [.. possible.Where(b => b.AmplitudeDegrees >= gateDegrees * (1 + MarginalShare) && Math.Min(b.Returned, b.Driven) >= 0.5 + MarginalReturn)];
        var (few, many) = (TrueEpisode.Group(sure, plan.Stretches), TrueEpisode.Group(possible, plan.Stretches));
        return new CountTruth(
            sure, [.. possible.Except(sure)], Longest(few), Longest(many),
            [.. new[] { ClipTruth.StatusOf(few), ClipTruth.StatusOf(many) }.Distinct()]);
    }

    /// <summary>The contract's frequency of the episode with the most beats, of those that were found at all.</summary>
    public double? FrequencyHz(MotionPlan plan, Func<BeatTruth, bool> found)
    {
        ImmutableArray<BeatTruth> beats = [.. Beats.Concat(Marginal.Where(found)).OrderBy(b => b.TimeSeconds)];
        return TrueEpisode.Group(beats, plan.Stretches).MaxBy(e => e.Beats.Length) is { } longest
            ? EpisodeMeasures.FrequencyHz(longest.Beats.Select(b => b.TimeSeconds))
            : null;
    }

    private static int Longest(ImmutableArray<TrueEpisode> episodes)
    {
        var detected = ClipTruth.StatusOf(episodes) == TrueStatus.Detected;
        return episodes.Where(e => detected ? e.Trigger is not null : e.IsRhythm).Select(e => e.Beats.Length).DefaultIfEmpty(0).Max();
    }
}
