using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>The story: tracks in, findings out.</summary>
public static class ClipAnalyzer
{
    private static readonly ImmutableArray<BodySide> Sides = [BodySide.Left, BodySide.Right, BodySide.Unknown];

    /// <exception cref="InputException">A setting does not fit this clip.</exception>
    public static ClipFindings Analyze(TrackSet tracks, AnalysisSettings settings)
    {
        var (steady, camera) = CameraRemoval.Apply(tracks, settings.Recording);
        var (signal, noScale) = LengthScale.Resolve(tracks, settings.Signal);
        var (seen, still) = (Straight(tracks, signal), Straight(steady, signal));
        var limbs = Sides.Select(side => LimbSignal.Measure(seen, still, side, signal)).OfType<LimbSignal>().ToImmutableArray();
        var steps = signal.Site == Site.Ankle ? GaitAnalyzer.FindSteps(seen, still, settings.Walk) : null;
        var walksInDepth = !tracks.IsSpatial && steps is { View: GaitView.Frontal, IsWalk: true };
        var found = limbs.Select(limb => (limb.Side, Limb: Find(limb))).ToImmutableArray();
        return new ClipFindings(
            MarkerSummaries.Of(tracks, settings.Signal),
            found.IsEmpty
                ? [new SideFindings(BodySide.Unknown, null, ClonusVerdict.NotAssessable(settings.Clonus), [])]
                : Laterality.Judge([.. found.Select(f => new SideFindings(f.Side, f.Limb.Signal, f.Limb.Clonus, f.Limb.Samples))], settings.Recording),
            [.. limbs.IsEmpty ? [NoLimb(tracks, settings.Signal.Site)] : walksInDepth ? [RecordingChecks.WalkInDepth()] : Amplitude(tracks, found.Select(f => f.Limb), settings.Recording),
                .. RecordingChecks.Camera(camera, limbs, settings.Recording) is { } moved ? new[] { moved } : [],
                .. noScale is null ? [] : new[] { noScale },
                .. found.SelectMany(f => f.Limb.Issues)])
        {
            Camera = camera,
            Gait = steps is null ? null : GaitAnalyzer.Analyze(steps, [.. found.Select(f => new SideBeats(f.Side, BeatTimes(f.Limb.Clonus)))], settings.Walk, settings.Gait),
        };

        LimbFindings Find(LimbSignal limb)
        {
            var findings = ClonusFinder.Find(Walked(limb, steps, settings.Walk), steps?.Contacts(limb.Side) ?? [], camera, signal, settings.Clonus, settings.Recording);
            return walksInDepth ? findings with { Clonus = ClonusVerdict.NotAssessable(settings.Clonus), Issues = [] } : findings;
        }
    }

    // What the feet tell of steps holds also where the ankle is hidden on its way.
    private static LimbSignal Walked(LimbSignal limb, WalkSteps? steps, GaitSettings settings) =>
        steps is null ? limb : limb with { Swings = TimeRange.Union(limb.Swings.Concat(steps.Swings(limb.Side, settings))) };

    private static ImmutableArray<double>? BeatTimes(ClonusFinding clonus) =>
        clonus.Status == ClonusStatus.NotAssessable ? null : [.. clonus.Beats.Select(b => b.TimeSeconds)];

    private static TrackSet Straight(TrackSet tracks, SignalSettings settings) => settings.Lens is { } lens && !tracks.IsSpatial ? lens.Undistort(tracks) : tracks;

    private static IEnumerable<QualityIssue> Amplitude(TrackSet tracks, IEnumerable<LimbFindings> limbs, RecordingPolicy policy) =>
        RecordingChecks.Amplitude(tracks.FrameTimesSeconds, limbs.SelectMany(limb => limb.Clonus.Episodes), policy) is { } issue ? [issue] : [];

    private static QualityIssue NoLimb(TrackSet tracks, Site site) => new(
        "markers_missing", IssueSeverity.Error,
        $"Site {site.ToString().ToLowerInvariant()} needs the markers {LimbSignal.Needs(site)}; seen: "
        + string.Join(", ", tracks.Markers.Where(m => m.Samples.Any(s => s is not null)).Select(m => m.Name.ToString()).DefaultIfEmpty("none"))
        + ". Name what is there with --marker NAME=SPEC: 'clonus detect' shows a video's picture with a pixel grid, and in a trajectory file SPEC is label:LABEL.");
}
