using System.Collections.Immutable;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>What one limb's signal holds.</summary>
/// <param name="Samples">The signal on its even grid, null in holes.</param>
public sealed record LimbFindings(
    SignalSummary Signal, ClonusFinding Clonus, ImmutableArray<SignalSample> Samples, ImmutableArray<QualityIssue> Issues);

/// <summary>From one limb's movement to its beats, episodes and verdict.</summary>
public static class ClonusFinder
{
    /// <param name="contacts">When this foot was put down, in a walk.</param>
    /// <param name="camera">What is known of the camera's own motion; null when it stood still by the user's word.</param>
    /// <exception cref="InputException">The user's amplitude gate is in a unit that this limb's signal does not have.</exception>
    public static LimbFindings Find(LimbSignal measured, ImmutableArray<double> contacts, CameraMotionSummary? camera, SignalSettings signal, ClonusPolicy policy, RecordingPolicy recording)
    {
        var (values, jumps) = SpikeFilter.Apply(measured.Values);
        var limb = measured with { Values = values };
        var parts = Resampler.Resample(limb.TimesSeconds, limb.Values, signal);
        var noise = new[] { NoiseFloor.Estimate(limb.TimesSeconds, limb.Values, signal.Band.HighHz), limb.StatedErrorRms }.Max();
        var gate = new AmplitudeGate(signal.GateFor(limb.Unit, noise ?? 0), noise ?? 0, limb.Unit, FrameTiming.MedianIntervalSeconds(limb.TimesSeconds) ?? 0);
        var smooth = parts.Select(part => TrainSmoothing.Smooth(part, gate, signal.Band, policy)).ToImmutableArray();
        var down = Orientation.BeatsDown(smooth, limb, gate, policy);
        var (runs, rejected) = FindRuns(
            parts.Zip(smooth, (p, s) => down ? (p, s) : (p.Flipped(), s.Flipped())), limb.Unit == SignalUnit.Deg || limb.SignKnown, gate, limb.Swings, contacts, signal, policy);
        var hole = RecordingChecks.LongestHole(limb, signal);
        var finding = ClonusVerdict.Of(runs, rejected, gate, Clip(limb), hole?.DurationSeconds ?? 0, signal.Band, policy);

        var obstacle = RecordingChecks.FrameRate(limb, signal.Band, recording)
            ?? RecordingChecks.Length(smooth, signal.Band, recording)
            ?? RecordingChecks.UnresolvedCamera(camera, limb)
            ?? (finding.Clonus.Status == ClonusStatus.NotDetected ? RecordingChecks.Visibility(limb, recording) ?? RecordingChecks.Foot(limb) : null);
        return new LimbFindings(
            SignalSummaries.Of(limb, smooth, noise, signal),
            obstacle is null ? finding.Clonus : ClonusVerdict.NotAssessable(policy),
            SignalSummaries.Samples(parts, signal),
            obstacle is not null ? [obstacle]
                : [.. new[] { RecordingChecks.Hidden(hole), RecordingChecks.Jumps(jumps), RecordingChecks.Steps(limb.Swings, rejected.Count(r => r.Reason == RejectedExcursion.InStep)) }.OfType<QualityIssue>(), .. finding.Issues]);
    }

    /// <param name="swings">When the leg was carried forward in a step.</param>
    /// <param name="tellsTriggers">Whether a push is known for a stretch: of a joint's turn and of the kneecap along the thigh, not of a point that nobody knows the way of.</param>
    private static (ImmutableArray<TriggeredRun> Runs, ImmutableArray<RejectedExcursion> Rejected) FindRuns(
        IEnumerable<(UniformSignal Part, UniformSignal Smooth)> parts, bool tellsTriggers, AmplitudeGate gate, ImmutableArray<TimeRange> swings, ImmutableArray<double> contacts,
        SignalSettings signal, ClonusPolicy policy)
    {
        var runs = ImmutableArray.CreateBuilder<TriggeredRun>();
        var rejected = ImmutableArray.CreateBuilder<RejectedExcursion>();
        ImmutableArray<TimeRange> steps = [.. swings.Select(swing => new TimeRange(swing.StartSeconds - policy.StepBeforeSeconds, swing.EndSeconds + policy.StepAfterSeconds))];
        UniformSignal? before = null;
        foreach (var (part, smooth) in parts)
        {
            var stretches = StretchFinder.Find(smooth, gate, policy);
            if (before is not null && HiddenStretch.Between(before, smooth, gate, policy) is { } hidden)
            {
                stretches = stretches.Insert(0, hidden);
            }

            before = smooth;
            stretches = [.. stretches.Where(s => !swings.Any(swing => s.EndSeconds > swing.StartSeconds - policy.StretchFromStepSeconds && s.StartSeconds < swing.EndSeconds + policy.StretchFromStepSeconds))];
            var detected = BeatDetector.Detect(part, smooth, gate, stretches, steps, signal.Band, policy);
            rejected.AddRange(detected.Rejected);
            foreach (var beats in EpisodeFinder.Group(detected.Beats, stretches, policy))
            {
                var run = TriggeredRun.Of(beats, part, tellsTriggers ? stretches : null, contacts, previous: runs.LastOrDefault(), policy);
                runs.Add(run with { AmplitudeGain = AmplitudeGain.Of(run, gate.FrameSeconds, signal, policy) });
            }
        }

        return (runs.ToImmutable(), rejected.ToImmutable());
    }

    private static TimeRange Clip(LimbSignal limb) => new(limb.TimesSeconds[0], limb.TimesSeconds[^1]);
}
