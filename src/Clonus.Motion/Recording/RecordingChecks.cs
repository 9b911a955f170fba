using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Beats;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Recording;

/// <summary>Whether a recording allows an answer. Each check gives the reason why not, or null.</summary>
public static class RecordingChecks
{
    /// <summary>Code of the issue that says that a leg steps.</summary>
    public const string StepsSeen = "steps_seen";

    /// <summary>Too few frames a second: fast beats would read as slow ones, silently.</summary>
    public static QualityIssue? FrameRate(LimbSignal limb, FrequencyBand band, RecordingPolicy policy)
    {
        var fps = 1 / FrameTiming.MedianIntervalSeconds(limb.TimesSeconds);
        var needed = policy.MinFramesPerTopCycle * band.HighHz;

        // A hundredth less, for rates such as 23.976 that go by the name of 24.
        return fps >= 0.99 * needed
            ? null
            : new QualityIssue(
                "frame_rate_too_low", IssueSeverity.Error,
                fps is null
                    ? "The clip has fewer than two frames."
                    : Invariant($"{fps:0.##} frames a second cannot tell beats of up to {band.HighHz:0.##} Hz apart: film with at least {needed:0.#}, better 60, or lower the band's top with --band."));
    }

    /// <summary>No part without a hole is long enough to hold a rhythm.</summary>
    public static QualityIssue? Length(ImmutableArray<UniformSignal> parts, FrequencyBand band, RecordingPolicy policy)
    {
        var longest = parts.Select(part => part.EndSeconds - part.StartSeconds).DefaultIfEmpty(0).Max();
        var needed = policy.MinBottomCycles / band.LowHz;
        return longest >= needed
            ? null
            : new QualityIssue(
                "too_short", IssueSeverity.Error,
                Invariant($"The limb is seen without a hole for at most {longest:0.00} s; at least {needed:0.00} s are needed to count beats."));
    }

    /// <summary>The limb was hidden for so long that "nothing found" would say nothing.</summary>
    public static QualityIssue? Visibility(LimbSignal limb, RecordingPolicy policy)
    {
        var ratio = (double)limb.Values.Count(v => v is not null) / limb.Values.Length;
        return ratio >= policy.MinVisibleRatio
            ? null
            : new QualityIssue(
                "markers_lost", IssueSeverity.Error,
                Invariant($"All markers of the limb are seen together in only {100 * ratio:0} % of the frames; beats may have been missed."));
    }

    /// <summary>Nothing moves where little would move in clonus either.</summary>
    public static QualityIssue? Foot(LimbSignal limb) => limb.TellsAbsence
        ? null
        : new QualityIssue(
            "foot_not_seen", IssueSeverity.Error,
            "Of the foot only the ankle is seen, about which it turns: that the ankle stays says nothing about beats. Mark the toes or the heel too, or say which marker they are.");

    /// <summary>The longest time for which the limb was not seen, the clip's ends included; null when no hole is too long to be bridged.</summary>
    public static TimeRange? LongestHole(LimbSignal limb, SignalSettings settings)
    {
        var times = limb.TimesSeconds;
        var step = Resampler.LongestStep(FrameTiming.MedianIntervalSeconds(times) ?? 0, settings);
        double[] seen = [times[0], .. times.Where((_, i) => limb.Values[i] is not null), times[^1]];
        return seen.Zip(seen.Skip(1), (from, to) => new TimeRange(from, to))
            .Where(range => range.DurationSeconds > step)
            .Cast<TimeRange?>()
            .MaxBy(range => range!.Value.DurationSeconds);
    }

    /// <summary>Single frames that jumped away and back were left out.</summary>
    public static QualityIssue? Jumps(int frames) => frames == 0
        ? null
        : new QualityIssue(
            "single_frame_jumps", IssueSeverity.Info,
            frames == 1
                ? "In 1 frame the signal jumped away and was back in the next, as no limb can: that frame was left out."
                : Invariant($"In {frames} single frames the signal jumped away and was back in the next, as no limb can: they were left out."));

    /// <summary>The person walks towards the camera or away from it.</summary>
    public static QualityIssue WalkInDepth() => new(
        "seen_from_front", IssueSeverity.Info,
        "The walk is filmed from the front or from behind, where the ankle bends along the line of sight: beats need a side view. A walk that is filmed from the side is named with --view sagittal.");

    /// <summary>The leg walks, and what its ankle does in a step is not counted.</summary>
    public static QualityIssue? Steps(ImmutableArray<TimeRange> swings, int leftOut) => swings.IsEmpty
        ? null
        : new QualityIssue(
            StepsSeen, IssueSeverity.Info,
            Invariant($"The leg is carried forward {(swings.Length == 1 ? "once" : $"{swings.Length} times")}, as in steps: {(leftOut == 1 ? "1 excursion" : $"{leftOut} excursions")} of the ankle in or next to them {(leftOut == 1 ? "is" : "are")} part of walking and not counted, and no stretch is looked for there."),
            new TimeRange(swings[0].StartSeconds, swings[^1].EndSeconds));

    /// <summary>Beats may have passed unseen.</summary>
    public static QualityIssue? Hidden(TimeRange? longestHole) => longestHole is { } hole
        ? new QualityIssue(
            "limb_hidden", IssueSeverity.Warning,
            Invariant($"Not all markers of the limb are seen at all times, longest from {hole.StartSeconds:0.00} s to {hole.EndSeconds:0.00} s: beats there are not counted."), hole)
        : null;

    /// <summary>The frame rate allows a count, but peaks fall between the frames. Where there are episodes, the one that loses most says how much that is.</summary>
    public static QualityIssue? Amplitude(ImmutableArray<double> frameTimes, IEnumerable<ClonusEpisode> episodes, RecordingPolicy policy)
    {
        if (FrameTiming.MedianIntervalSeconds(frameTimes) is not { } interval || 1 / interval >= 0.99 * policy.WarnBelowFps)
        {
            return null;
        }

        var loss = episodes.MinBy(episode => episode.AmplitudeGain) is { FrequencyHz: { } frequency, AmplitudeGain: { } gain }
            ? Invariant($", with the smoothing by {100 * (1 - gain):0.#} % at {frequency:0.0} Hz, and by up to {100 * (1 - AmplitudeGain.OfLongestExposure(frequency, interval)):0} % more where frames are exposed for their whole interval")
            : "";
        return new QualityIssue(
            "amplitude_lower_bound", IssueSeverity.Warning,
            Invariant($"At {1 / interval:0.##} frames a second the peaks fall between the frames: amplitudes are lower bounds{loss}. Film with 60 or more."));
    }

    /// <summary>A camera that seems to have moved, nobody knows how: positions in the picture do not tell the limb's movement from the camera's.</summary>
    public static QualityIssue? UnresolvedCamera(CameraMotionSummary? camera, LimbSignal limb) => camera switch
    {
        { Status: CameraMotionStatus.Unresolved } when NeedsCamera(limb) => new QualityIssue(
            "camera_motion_unresolved", IssueSeverity.Error,
            "Nearly everything in the picture moves, and too little of it is background to take the camera's motion off. If the camera stood on a tripod, say --camera fixed; else mark a fixed point as reference, or film with more background."),
        { Status: CameraMotionStatus.ReferenceLost } when NeedsCamera(limb) => new QualityIssue(
            "reference_lost", IssueSeverity.Error,
            Invariant($"The reference is seen in only {100 * camera.KnownRatio:0} % of the frames, too few to take its motion off. Choose a place with a corner or a pattern, not a blank wall or an edge, or leave the reference out.")),
        _ => null,
    };

    /// <summary>What else the camera's motion means for these signals: positions need it, angles between markers do not.</summary>
    public static QualityIssue? Camera(CameraMotionSummary? camera, IEnumerable<LimbSignal> limbs, RecordingPolicy policy)
    {
        var needed = limbs.Any(NeedsCamera);
        return camera switch
        {
            { Status: CameraMotionStatus.Unknown or CameraMotionStatus.Unresolved or CameraMotionStatus.ReferenceLost } when !needed => new QualityIssue(
                "camera_motion_unknown", IssueSeverity.Info,
                "Too little background is seen to tell how the camera moved; the angle between the markers does not need it."),
            { Status: CameraMotionStatus.Unknown } => new QualityIssue(
                "camera_motion_unknown", IssueSeverity.Warning,
                "Too little background is seen to tell whether the camera moved: a shaking camera would look like a moving limb. Film with more background, or mark a fixed point as reference."),
            { Status: CameraMotionStatus.Removed } c when c.RotationMaxDegrees > policy.MaxCameraTurnDegrees || c.ScaleMax > 1 + policy.MaxCameraZoom || c.ScaleMin < 1 - policy.MaxCameraZoom =>
                new QualityIssue(
                    "camera_moved_much", IssueSeverity.Warning,
                    Invariant($"The camera moved much: the picture turned by up to {c.RotationMaxDegrees:0.#} degrees and scaled to between {c.ScaleMin:0.00} and {c.ScaleMax:0.00}. It looks at the limb from elsewhere, and angles change with that.")),
            { Status: CameraMotionStatus.Removed or CameraMotionStatus.Reference, KnownRatio: < 1 } c when needed => new QualityIssue(
                "camera_motion_gaps", IssueSeverity.Warning,
                Invariant($"The camera's motion is known in {100 * c.KnownRatio:0.#} % of the frames; where it is not, there is no signal.")),
            _ => null,
        };
    }

    private static bool NeedsCamera(LimbSignal limb) => limb.Kind is SignalKind.Displacement or SignalKind.FootPitch;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
