using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>Runs of beats → what they are called, how sure that is, and why.</summary>
public static class ClonusVerdict
{
    // A beat or a near miss whose probability lies further from certainty than this makes the count uncertain.
    private const double Doubt = 0.05;

    private const double FirstSeconds = 10;

    public static ClonusFinding NotAssessable(ClonusPolicy policy) => new(
        ClonusStatus.NotAssessable, null, null, null, null, null, null, SustainedClonusRule.Apply(policy), null, null, null, null, [], [], []);

    /// <param name="runs">In order of time.</param>
    /// <param name="clip">First to last frame, for what the clip's ends cut off.</param>
    public static (ClonusFinding Clonus, ImmutableArray<QualityIssue> Issues) Of(
        ImmutableArray<TriggeredRun> runs, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, TimeRange clip, FrequencyBand band, ClonusPolicy policy)
    {
        var rule = SustainedClonusRule.Apply(policy);
        var kept = runs.Where(run => WhyNot(run, band, policy) is null).ToImmutableArray();
        var dropped = runs.SelectMany(run => WhyNot(run, band, policy) is { } reason
            ? run.Beats.Select(beat => new RejectedBeat(beat.TimeSeconds, reason))
            : []);
        var allRejected = rejected.Select(r => new RejectedBeat(r.TimeSeconds, r.Reason)).Concat(dropped).OrderBy(r => r.TimeSeconds);
        var episodes = kept.Select(run => Episode(run, rejected, gate, clip, rule, band, policy)).ToImmutableArray();
        var detected = kept.Any(run => run.Stretch is not null);
        var status = detected ? ClonusStatus.Detected : kept.IsEmpty ? ClonusStatus.NotDetected : ClonusStatus.RhythmicOnly;

        // Of a clip with clonus only triggered runs speak for it; beats never add across runs.
        var speaking = kept.Where(run => !detected || run.Stretch is not null).ToImmutableArray();
        var longest = speaking.MaxBy(run => run.Beats.Length);
        var count = longest?.Beats.Length ?? 0;
        var (low, high) = longest is null ? (0, PossibleBeats(rejected)) : Bounds(longest, rejected, gate, policy);
        var sure = low >= rule.MinBeats || (high < rule.MinBeats && !speaking.Any(run => IsCut(run)));
        var clonus = new ClonusFinding(
            status,
            kept.Sum(run => run.Beats.Length),
            count,
            count >= rule.MinBeats,
            status == ClonusStatus.RhythmicOnly ? null : detected && count >= rule.MinBeats,
            status == ClonusStatus.RhythmicOnly ? null : sure,
            count == SustainedClonusRule.BorderlineBeats,
            rule,
            low,
            high,
            longest is null ? rejected.Aggregate(1.0, (p, r) => p * (1 - r.Probability)) : Confidence(longest, rejected, gate, policy),
            kept.IsEmpty ? 0 : OscillationsFirst10s(kept, clip),
            episodes,
            [.. kept.SelectMany((run, index) => run.Beats.Select(beat => new Beat(
                beat.TimeSeconds, beat.StartSeconds, beat.EndSeconds, beat.Depth, gate.Probability(beat.Depth), index)))],
            [.. allRejected]);
        return (clonus, [.. Issues(kept, detected, clip)]);
    }

    // A run is a clonus candidate when its rate lies in the band and something set it off, or it is a rhythm by itself.
    private static string? WhyNot(TriggeredRun run, FrequencyBand band, ClonusPolicy policy)
    {
        var intervals = Intervals(run);
        var frequency = run.Beats.Length >= policy.MinRhythmBeats ? Frequency(run) : null;
        if (frequency > band.HighHz * (1 + policy.BandTolerance))
        {
            return "the run is faster than the band";
        }

        if (frequency < band.LowHz * (1 - policy.BandTolerance))
        {
            return "the run is slower than the band";
        }

        if (run.Stretch is not null)
        {
            return null;
        }

        return run.Beats.Length < policy.MinRhythmBeats ? "no trigger was seen and too few for a rhythm"
            : EpisodeMeasures.IntervalCv(intervals) > policy.MaxIntervalCv ? "no trigger was seen and the intervals are irregular"
            : null;
    }

    private static ClonusEpisode Episode(
        TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, TimeRange clip, AppliedRule rule, FrequencyBand band, ClonusPolicy policy)
    {
        var intervals = Intervals(run);
        var duration = run.Last.EndSeconds - run.First.StartSeconds;
        return new ClonusEpisode(
            run.First.StartSeconds,
            run.Last.EndSeconds,
            duration,
            run.Beats.Length,
            Truncated(run, clip),
            Frequency(run),
            intervals.Length > 0 ? intervals.Average() : null,
            EpisodeMeasures.IntervalCv(intervals),
            EpisodeMeasures.FirstIntervalRatio(intervals),
            run.Beats.Average(b => b.Depth),
            run.First.Depth,
            run.Beats.Max(b => b.Depth),
            EpisodeMeasures.DecayPerSecond(run.Beats),
            EpisodeMeasures.PlantarflexionFraction(run.Beats),
            run.Stretch is null ? TriggerKind.None : TriggerKind.Stretch,
            run.Stretch?.TimeSeconds,
            run.First.StartSeconds - run.Stretch?.TimeSeconds,
            run.Stretch is null ? null : run.Beats.Length >= rule.MinBeats,
            DurationScales.Scats(duration, IsCut(run), policy),
            DurationScales.Tardieu(duration, IsCut(run), policy),
            Confidence(run, rejected, gate, policy),
            Criteria(run, band, policy));
    }

    private static ImmutableArray<Criterion> Criteria(TriggeredRun run, FrequencyBand band, ClonusPolicy policy)
    {
        const string Contract = "this implementation's definition of a stretch";
        var intervals = Intervals(run);
        return
        [
            Criterion.AtLeast("frequency_low", Frequency(run), band.LowHz, "Hz", "CLINICAL 1.1"),
            Criterion.AtMost("frequency_high", Frequency(run), band.HighHz, "Hz", "CLINICAL 1.1"),
            Criterion.AtMost("interval_cv", EpisodeMeasures.IntervalCv(intervals), policy.MaxIntervalCv, "ratio", "CLINICAL 1.2, this implementation's choice"),
            Criterion.AtLeast("first_interval_longest", EpisodeMeasures.FirstIntervalRatio(intervals), 1, "ratio", "CLINICAL 1.2 (Boyraz 2015)"),
            Criterion.AtLeast("stretch_size", run.Stretch?.SizeDegrees, policy.StretchMinDegrees, "deg", Contract),
            Criterion.AtLeast("stretch_speed", run.Stretch?.SpeedDegreesPerSecond, policy.StretchMinDegreesPerSecond, "deg/s", Contract),
            Criterion.AtMost("latency", run.First.StartSeconds - run.Stretch?.EndSeconds, policy.TriggerWindowSeconds, "s", "CLINICAL 1.2, this implementation's choice"),
        ];
    }

    private static double[] Intervals(TriggeredRun run) => EpisodeMeasures.Intervals(run.Beats.Select(b => b.TimeSeconds));

    private static double? Frequency(TriggeredRun run) => EpisodeMeasures.FrequencyHz(run.Beats.Select(b => b.TimeSeconds));

    private static bool IsCut(TriggeredRun run) => run.CutAtStart || run.CutAtEnd;

    // A cut in the middle of the clip is a hole in the track, not the clip's end.
    private static Truncation Truncated(TriggeredRun run, TimeRange clip)
    {
        var start = CutByClipStart(run, clip);
        var end = CutByClipEnd(run, clip);
        return start && end ? Truncation.Both : start ? Truncation.Start : end ? Truncation.End : Truncation.None;
    }

    private static bool CutByClipStart(TriggeredRun run, TimeRange clip) =>
        run.CutAtStart && run.First.StartSeconds - clip.StartSeconds < run.First.OwnIntervalSeconds;

    private static bool CutByClipEnd(TriggeredRun run, TimeRange clip) =>
        run.CutAtEnd && clip.EndSeconds - run.Last.TimeSeconds < 2 * run.Last.OwnIntervalSeconds;

    private static (int Low, int High) Bounds(
        TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, ClonusPolicy policy) =>
        (run.Beats.Count(b => gate.Probability(b.Depth) >= 1 - Doubt), run.Beats.Length + NearMisses(run, rejected, policy).Count(r => r.Probability > Doubt));

    private static double Confidence(
        TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, AmplitudeGate gate, ClonusPolicy policy) =>
        run.Beats.Aggregate(1.0, (p, b) => p * gate.Probability(b.Depth))
        * NearMisses(run, rejected, policy).Aggregate(1.0, (p, r) => p * (1 - r.Probability));

    // What was just too small, and near enough to the run to belong to it.
    private static IEnumerable<RejectedExcursion> NearMisses(TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, ClonusPolicy policy) =>
        rejected.Where(r => r.TimeSeconds > run.First.TimeSeconds - policy.MergeGapFloorSeconds && r.TimeSeconds < run.Last.TimeSeconds + policy.MergeGapFloorSeconds);

    private static int PossibleBeats(ImmutableArray<RejectedExcursion> rejected) => rejected.Any(r => r.Probability > Doubt) ? 1 : 0;

    // From the first beat's start on; unknown when the clip or a hole cut the ten seconds short.
    private static int? OscillationsFirst10s(ImmutableArray<TriggeredRun> runs, TimeRange clip)
    {
        var end = runs[0].First.StartSeconds + FirstSeconds;
        return runs[0].CutAtStart || runs.Any(run => run.CutAtEnd && run.Last.TimeSeconds < end && run.Last.EndSeconds < end)
            ? null
            : runs.SelectMany(run => run.Beats).Count(b => b.TimeSeconds < end);
    }

    private static IEnumerable<QualityIssue> Issues(ImmutableArray<TriggeredRun> runs, bool detected, TimeRange clip)
    {
        foreach (var run in runs)
        {
            var range = new TimeRange(run.First.StartSeconds, run.Last.EndSeconds);
            var counted = Invariant($"{run.Beats.Length} beats over {range.DurationSeconds:0.00} s are lower bounds");
            if (CutByClipStart(run, clip))
            {
                yield return new QualityIssue("onset_not_seen", IssueSeverity.Warning, $"The rhythm already runs when the clip begins: {counted}, and no trigger can be seen.", range);
            }
            else if (run.CutAtStart)
            {
                yield return new QualityIssue("episode_cut_by_gap", IssueSeverity.Warning, $"The run begins at a hole in the track: {counted}.", range);
            }

            if (CutByClipEnd(run, clip))
            {
                yield return new QualityIssue("end_not_seen", IssueSeverity.Warning, $"The run goes on when the clip ends: {counted}.", range);
            }
            else if (run.CutAtEnd)
            {
                yield return new QualityIssue("episode_cut_by_gap", IssueSeverity.Warning, $"The run ends at a hole in the track: {counted}.", range);
            }
        }

        if (!detected && runs.Length > 0)
        {
            yield return new QualityIssue(
                "trigger_not_seen", IssueSeverity.Warning,
                "A regular rhythm in the band, but no stretch before it: it may be clonus or a tremor, and is not called sustained.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
