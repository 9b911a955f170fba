using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>Runs of beats → what they are called, how sure that is, and why.</summary>
public static class ClonusVerdict
{
    private const double FirstSeconds = 10;

    /// <summary>The finding of a recording that does not allow an answer: no counts, no flags.</summary>
    public static ClonusFinding NotAssessable(ClonusPolicy policy) => new(
        ClonusStatus.NotAssessable, null, null, null, null, null, null, SustainedClonusRule.Apply(policy), null, null, null, null, [], [], []);

    /// <param name="runs">In order of time.</param>
    /// <param name="clip">First to last frame, for what the clip's ends cut off.</param>
    /// <param name="hiddenSeconds">The longest time for which the limb was not seen.</param>
    public static (ClonusFinding Clonus, ImmutableArray<QualityIssue> Issues) Of(
        ImmutableArray<TriggeredRun> runs, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, TimeRange clip, double hiddenSeconds,
        FrequencyBand band, ClonusPolicy policy)
    {
        var rule = SustainedClonusRule.Apply(policy);
        var kept = runs.Where(run => WhyNot(run, band, policy) is null).ToImmutableArray();
        var detected = kept.Any(run => run.IsTriggered);
        var rhythmOnly = !kept.IsEmpty && !detected;

        // Where there is clonus, another rhythm that nothing set off does not speak for it; and beats never add across runs.
        var longest = kept.Where(run => !detected || run.IsTriggered || kept.Any(other => other.IsTriggered && AreOneRhythm(run, other, policy)))
            .MaxBy(run => run.Beats.Length);
        var count = longest?.Beats.Length ?? 0;
        var certainty = longest is null ? CountCertainty.OfNone(rejected, hiddenSeconds, band) : CountCertainty.Of(longest, rejected, policy);

        // "Not sustained" is sure only when no train was cut and none long enough fits into a time that was not seen.
        var sure = certainty.Low >= rule.MinBeats
            || (certainty.High < rule.MinBeats && !kept.Any(run => run.IsCut) && hiddenSeconds < rule.MinBeats / band.HighHz);
        var clonus = new ClonusFinding(
            detected ? ClonusStatus.Detected : rhythmOnly ? ClonusStatus.RhythmicOnly : ClonusStatus.NotDetected,
            kept.Sum(run => run.Beats.Length),
            count,
            count >= rule.MinBeats,
            rhythmOnly ? null : count >= rule.MinBeats,
            rhythmOnly ? null : sure,
            count == SustainedClonusRule.BorderlineBeats,
            rule,
            certainty.Low,
            Math.Max(certainty.High, longest is { IsCut: true } ? WithWhatWasHidden(kept, longest, hiddenSeconds) : 0),
            certainty.Confidence,
            OscillationsFirst10s(kept),
            [.. kept.Select(run => EpisodeBuilder.Build(run, CountCertainty.Of(run, rejected, policy), gate, clip, rule, band, policy))],
            [.. kept.SelectMany((run, index) => run.Beats.Select(beat => new Beat(
                beat.TimeSeconds, beat.StartSeconds, beat.EndSeconds, beat.Depth, 1 - beat.Doubt, index)))],
            [.. rejected.Select(r => new RejectedBeat(r.TimeSeconds, r.Reason))
                .Concat(runs.Except(kept).SelectMany(run => run.Beats.Select(beat => new RejectedBeat(beat.TimeSeconds, WhyNot(run, band, policy)!))))
                .OrderBy(r => r.TimeSeconds)]);
        return (clonus, [.. RunIssues.Of(kept, rejected, clonus.Rejected, gate, clip, band, policy)]);
    }

    // A run is a clonus candidate when its rate lies in the band and a stretch set it off, or it is a rhythm by itself. A foot that comes down turns once without any clonus, and once more when it leaves.
    private static string? WhyNot(TriggeredRun run, FrequencyBand band, ClonusPolicy policy)
    {
        var isOfContact = run.Stretch is null && run.ContactSeconds is not null;
        var frequency = run.Beats.Length >= (isOfContact ? policy.MinContactBeats : policy.MinRhythmBeats) ? run.FrequencyHz : null;
        return frequency > band.HighHz * (1 + policy.BandTolerance) ? "the run is " + RejectedExcursion.Faster
            : frequency < band.LowHz * (1 - policy.BandTolerance) ? "the run is " + RejectedExcursion.Slower
            : run.Stretch is not null || (isOfContact && run.Beats.Length >= policy.MinContactBeats) ? null
            : frequency is null ? "no trigger was seen, and too few for a rhythm"
            : IsIrregular(EpisodeMeasures.Intervals(run.Times), policy) ? "no trigger was seen, and the intervals are irregular"
            : null;
    }

    // Of three beats the two intervals alone can tell.
    private static bool IsIrregular(double[] intervals, ClonusPolicy policy) =>
        EpisodeMeasures.IntervalCv(intervals) > policy.MaxIntervalCv || (intervals.Length == 2 && intervals.Max() > policy.SlowestChangeRatio * intervals.Min());

    // A limb beats at one rate: where its stretch was seen elsewhere in the clip, a run of that rate is the same clonus.
    private static bool AreOneRhythm(TriggeredRun run, TriggeredRun other, ClonusPolicy policy) =>
        Math.Min(run.Beats.Length, other.Beats.Length) >= policy.MinRhythmBeats
        && run.FrequencyHz < policy.SameRhythmRatio * other.FrequencyHz && other.FrequencyHz < policy.SameRhythmRatio * run.FrequencyHz;

    // The runs that holes and the clip's ends cut may be one, with as many beats in a hole as fit into it.
    private static int WithWhatWasHidden(ImmutableArray<TriggeredRun> runs, TriggeredRun longest, double hiddenSeconds) =>
        runs.Where(run => run.IsCut).Sum(run => run.Beats.Length)
        + (int)Math.Ceiling(hiddenSeconds * (longest.FrequencyHz ?? 1 / longest.First.OwnIntervalSeconds));

    // From the first beat's start on; unknown when the clip or a hole cut the ten seconds short.
    private static int? OscillationsFirst10s(ImmutableArray<TriggeredRun> runs)
    {
        if (runs.IsEmpty)
        {
            return 0;
        }

        var end = runs[0].First.StartSeconds + FirstSeconds;
        return runs[0].CutAtStart || runs.Any(run => run.CutAtEnd && run.Last.EndSeconds < end)
            ? null
            : runs.SelectMany(run => run.Times).Count(time => time < end);
    }
}
