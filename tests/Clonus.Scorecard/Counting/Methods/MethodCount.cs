using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>From tracks to a count by any method. All that does not belong to the method is the same: signal, noise, gate, stretches, runs, verdict.</summary>
internal static class MethodCount
{
    public static ClonusFinding Of(TrackSet tracks, TroughFinder method)
    {
        var (signal, policy) = (new SignalSettings(), new ClonusPolicy());
        var limb = LimbSignal.Measure(tracks, tracks, BodySide.Right, signal)!;
        var noise = NoiseFloor.Estimate(limb.TimesSeconds, limb.Values, signal.Band.HighHz) ?? 0;
        var gate = new AmplitudeGate(signal.GateFor(limb.Unit, noise), noise, limb.Unit, FrameTiming.MedianIntervalSeconds(limb.TimesSeconds) ?? 0);
        var runs = ImmutableArray.CreateBuilder<TriggeredRun>();
        foreach (var part in Resampler.Resample(limb.TimesSeconds, limb.Values, signal))
        {
            foreach (var run in Runs(part, gate, method, signal, policy))
            {
                runs.Add(run);
            }
        }

        return ClonusVerdict.Of(
            runs.ToImmutable(), [], gate, new Motion.TimeRange(limb.TimesSeconds[0], limb.TimesSeconds[^1]),
            RecordingChecks.LongestHole(limb, signal)?.DurationSeconds ?? 0, signal.Band, policy).Clonus;
    }

    private static IEnumerable<TriggeredRun> Runs(UniformSignal part, AmplitudeGate gate, TroughFinder method, SignalSettings signal, ClonusPolicy policy)
    {
        var smooth = TrainSmoothing.Smooth(part, gate, signal.Band, policy);
        var stretches = StretchFinder.Find(smooth, gate, policy);
        ImmutableArray<(double From, double To)> spans = [.. stretches.Select((s, i) => (s.StartSeconds, i + 1 < stretches.Length ? stretches[i + 1].StartSeconds : part.EndSeconds))];
        var troughs = method(new MethodInput(part, smooth, gate, spans, signal)).Order().ToArray();
        foreach (var span in spans)
        {
            var dips = ExcursionJudge.Keep(smooth, span, troughs.Where(t => t > span.From && t < span.To), gate, policy);
            foreach (var beats in EpisodeFinder.Group(dips, stretches, policy))
            {
                yield return TriggeredRun.Of(beats, part, stretches, [], null, policy);
            }
        }
    }
}
