using System.Collections.Immutable;

namespace Clonus.Motion.Beats;

/// <summary>A run of beats → its row in the report, with the criteria for calling it clonus-compatible.</summary>
public static class EpisodeBuilder
{
    public static ClonusEpisode Build(
        TriggeredRun run, CountCertainty certainty, AmplitudeGate gate, TimeRange clip, AppliedRule rule, Signals.FrequencyBand band, ClonusPolicy policy)
    {
        var intervals = EpisodeMeasures.Intervals(run.Times);
        var duration = run.Last.EndSeconds - run.First.StartSeconds;
        return new ClonusEpisode(
            run.First.StartSeconds,
            run.Last.EndSeconds,
            duration,
            run.Beats.Length,
            run.Truncated(clip),
            run.FrequencyHz,
            intervals.Length > 0 ? intervals.Average() : null,
            EpisodeMeasures.IntervalCv(intervals),
            EpisodeMeasures.FirstIntervalRatio(intervals),
            run.Beats.Average(b => b.Depth),
            run.First.Depth,
            run.Beats.Max(b => b.Depth),
            EpisodeMeasures.DecayPerSecond(run.Beats),
            EpisodeMeasures.PlantarflexionFraction(run.Beats),
            run.Stretch is not null ? TriggerKind.Stretch : run.ContactSeconds is not null ? TriggerKind.Contact : TriggerKind.None,
            run.Stretch?.TimeSeconds ?? run.ContactSeconds,
            run.First.StartSeconds - (run.Stretch?.TimeSeconds ?? run.ContactSeconds),
            !run.IsTriggered ? null : run.Beats.Length >= rule.MinBeats,
            DurationScales.Scats(duration, run.IsCut, policy),
            DurationScales.Tardieu(duration, run.IsCut, policy),
            certainty.Confidence,
            Criteria(run, intervals, gate, band, policy))
        {
            AmplitudeGain = run.AmplitudeGain,
            AmplitudeMeanCorrected = run.Beats.Average(b => b.Depth) / run.AmplitudeGain,
        };
    }

    private static ImmutableArray<Criterion> Criteria(TriggeredRun run, double[] intervals, AmplitudeGate gate, Signals.FrequencyBand band, ClonusPolicy policy)
    {
        const string Choice = "this implementation's choice";
        const string Reported = "Boyraz 2015, Wallace 2005, Rack and Ross 1984: 3-8 Hz reported; margin: " + Choice;
        var unit = gate.Unit.ToString().ToLowerInvariant();
        return
        [
            Criterion.AtLeast("frequency_low", run.FrequencyHz, band.LowHz, "Hz", Reported),
            Criterion.AtMost("frequency_high", run.FrequencyHz, band.HighHz, "Hz", Reported),
            Criterion.AtMost("interval_cv", EpisodeMeasures.IntervalCv(intervals), policy.MaxIntervalCv, "ratio", "Hidler and Rymer: a stable limit cycle; limit: " + Choice),
            Criterion.AtLeast("first_interval_longest", EpisodeMeasures.FirstIntervalRatio(intervals), 1, "ratio", "Boyraz 2015"),
            Criterion.AtLeast("trigger", run.Triggers, 1, "count", "tremor at rest is not set off by stretch (tremor table of 2025, PMC12219005)"),
            Criterion.AtLeast("stretch_size", run.Stretch?.Size, StretchFinder.SmallestSize(gate, policy), unit, Choice),
            Criterion.AtLeast("stretch_speed", run.Stretch?.SpeedPerSecond, StretchFinder.SlowestSpeed(gate, policy), unit + "/s", Choice),
            Criterion.AtMost("latency", run.First.StartSeconds - (run.Stretch?.EndSeconds ?? run.ContactSeconds), policy.TriggerWindowSeconds, "s", Choice),
            // How long the beats outlast the release: negative when they died before it.
            Criterion.AtMost(
                "ends_on_release", run.CutAtEnd ? null : run.Last.EndSeconds - run.ReleaseSeconds, policy.ReleaseWindowSeconds, "s",
                "stopped by unloading (EMG study of 1977, Arch PMR 58:568); limit: " + Choice),
        ];
    }
}
