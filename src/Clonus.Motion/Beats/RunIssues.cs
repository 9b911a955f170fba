using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>What the reader of a count must know about the runs it came from.</summary>
public static class RunIssues
{
    /// <param name="uncounted">All that was looked at and not counted, in order of time.</param>
    public static IEnumerable<QualityIssue> Of(
        ImmutableArray<TriggeredRun> runs, ImmutableArray<RejectedExcursion> rejected, ImmutableArray<RejectedBeat> uncounted, AmplitudeGate gate, TimeRange clip,
        FrequencyBand band, ClonusPolicy policy)
    {
        // Beside a train of its own length a few slow moves are worth no word; a rhythm that has all but one beat outside of the band is.
        var counted = runs.Sum(run => run.Beats.Length);
        foreach (var (than, rate) in new[] { ("slower", RejectedExcursion.Slower), ("faster", RejectedExcursion.Faster) })
        {
            if (uncounted.Where(beat => beat.Reason.EndsWith(rate, StringComparison.Ordinal)).ToArray() is { } outside && outside.Length >= policy.MinRhythmBeats && outside.Length > counted)
            {
                yield return new QualityIssue(
                    "rhythm_outside_band", IssueSeverity.Info,
                    string.Create(CultureInfo.InvariantCulture, $"{outside.Length} oscillations were {than} than the band of {band.LowHz:0.##} to {band.HighHz:0.##} Hz and are not counted; --band moves it."),
                    new TimeRange(outside[0].TimeSeconds, outside[^1].TimeSeconds));
            }
        }

        foreach (var run in runs)
        {
            var range = new TimeRange(run.First.StartSeconds, run.Last.EndSeconds);
            var bounds = string.Create(CultureInfo.InvariantCulture, $"its {(run.Beats.Length == 1 ? "one beat" : $"{run.Beats.Length} beats")} over {range.DurationSeconds:0.00} s are lower bounds");
            var truncated = run.Truncated(clip);
            if (truncated is Truncation.Start or Truncation.Both)
            {
                yield return Warning("onset_not_seen", $"The rhythm already runs when the clip begins: {bounds}, and no trigger can be seen.", range);
            }
            else if (run.CutAtStart)
            {
                yield return Warning("episode_cut_by_gap", $"The run begins at a hole in the track: {bounds}.", range);
            }

            if (truncated is Truncation.End or Truncation.Both)
            {
                yield return Warning("end_not_seen", $"The run still goes on when the clip ends: {bounds}.", range);
            }
            else if (run.CutAtEnd)
            {
                yield return Warning("episode_cut_by_gap", $"The run ends at a hole in the track: {bounds}.", range);
            }
        }

        foreach (var run in runs)
        {
            var smaller = TooSmallNear(run, rejected, policy);
            if (smaller.Length > 1)
            {
                yield return new QualityIssue(
                    "smaller_oscillations", IssueSeverity.Info,
                    string.Create(CultureInfo.InvariantCulture, $"{smaller.Length} oscillations next to a run were smaller than {gate.Value:0.0} {gate.Unit.ToString().ToLowerInvariant()} and are not counted; --min-amplitude moves that line."),
                    new TimeRange(smaller[0], smaller[^1]));
            }
        }

        if (!runs.IsEmpty && runs.All(run => !run.IsTriggered))
        {
            yield return Warning(
                "trigger_not_seen", "A regular rhythm in the band, but no stretch or foot contact before it: it may be clonus, a tremor or a movement at will, and is not called sustained.", null);
        }
    }

    // One after another from the run's end on, as a fading train goes on below the gate.
    private static double[] TooSmallNear(TriggeredRun run, ImmutableArray<RejectedExcursion> rejected, ClonusPolicy policy)
    {
        var last = run.Last.TimeSeconds;
        return [.. rejected
            .Where(r => r.IsTooSmall && r.TimeSeconds > last)
            .Select(r => r.TimeSeconds)
            .TakeWhile(time =>
            {
                var near = time - last < policy.MergeGapFloorSeconds;
                last = time;
                return near;
            })];
    }

    private static QualityIssue Warning(string code, string message, TimeRange? range) => new(code, IssueSeverity.Warning, message, range);
}
