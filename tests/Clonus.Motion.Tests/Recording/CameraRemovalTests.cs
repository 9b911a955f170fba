using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Recording;

/// <summary>A camera that shakes at the rate of clonus must neither make beats nor hide them.</summary>
public class CameraRemovalTests
{
    private static readonly ImmutableArray<double> Times = TrackedLeg.Times(5, 60);

    // 6 px to either side and 2 degrees of roll at 5 Hz, about the pixel origin as all poses.
    private static readonly ImmutableArray<CameraPose?> Shake =
        [.. Times.Select(t => (CameraPose?)new CameraPose(6 * Math.Sin(2 * Math.PI * 5 * t), 3 * Math.Sin(2 * Math.PI * 6 * t), double.DegreesToRadians(2) * Math.Sin(2 * Math.PI * 5 * t), 1))];

    private static readonly AnalysisSettings Point = new() { Signal = new SignalSettings { Site = Site.Point } };

    [Fact]
    public void A_quiet_point_under_a_shaking_camera_has_no_beats()
    {
        var tracks = Filmed([Track(MarkerName.Point, _ => new ImagePoint(400, 300))], Shake);

        var findings = ClipAnalyzer.Analyze(tracks, Point);

        Assert.Equal(ClonusStatus.NotDetected, findings.Sides.Single().Clonus.Status);
        Assert.Equal(CameraMotionStatus.Removed, findings.Camera!.Status);
        Assert.InRange(findings.Camera.RotationMaxDegrees!.Value, 1.9, 2.0);
        Assert.NotEqual(ClonusStatus.NotDetected, ClipAnalyzer.Analyze(new TrackSet(Times, tracks.Markers), Point).Sides.Single().Clonus.Status);
    }

    [Fact]
    public void A_quiet_foot_under_a_rolling_camera_has_no_beats()
    {
        var foot = Filmed([Track(TrackedLeg.Ankle, _ => new ImagePoint(400, 240)), Track(TrackedLeg.Toe, _ => new ImagePoint(440, 130))], Shake);

        Assert.Equal(0, TrackedLeg.Clonus(foot).BeatsTotal);
    }

    [Fact]
    public void A_point_that_beats_has_as_many_beats_as_without_the_shake()
    {
        MarkerTrack[] beating = [Track(MarkerName.Point, t => new ImagePoint(400, 300 + (4 * Math.Sin(2 * Math.PI * 4 * t))))];

        var still = ClipAnalyzer.Analyze(Filmed(beating, [.. Times.Select(_ => (CameraPose?)CameraPose.Still)]), Point);
        var shaken = ClipAnalyzer.Analyze(Filmed(beating, Shake), Point);

        Assert.Equal(CameraMotionStatus.None, still.Camera!.Status);
        Assert.Equal(still.Sides.Single().Clonus.BeatsTotal, shaken.Sides.Single().Clonus.BeatsTotal);
        Assert.InRange(still.Sides.Single().Clonus.BeatsTotal!.Value, 18, 20);
    }

    [Fact]
    public void An_angle_between_markers_needs_no_camera()
    {
        var leg = TrackedLeg.Tracks(ScriptedAngle.Stretched(6, 5));
        var unknown = new TrackSet(leg.FrameTimesSeconds, leg.Markers, camera: [.. leg.FrameTimesSeconds.Select(_ => (CameraPose?)null)]);

        var findings = ClipAnalyzer.Analyze(unknown, new AnalysisSettings());

        Assert.Equal(TrackedLeg.Clonus(leg).BeatsTotal, findings.Sides.Single().Clonus.BeatsTotal);
        Assert.Equal(IssueSeverity.Info, findings.Issues.Single(i => i.Code == "camera_motion_unknown").Severity);
    }

    [Theory]
    [InlineData(false, CameraMotionStatus.Unknown, "camera_motion_unknown", IssueSeverity.Warning, ClonusStatus.NotDetected)]
    [InlineData(true, CameraMotionStatus.Unresolved, "camera_motion_unresolved", IssueSeverity.Error, ClonusStatus.NotAssessable)]
    public void A_displacement_under_an_unknown_camera_is_warned_of_and_where_everything_moves_not_assessable(
        bool strays, CameraMotionStatus camera, string code, IssueSeverity severity, ClonusStatus status)
    {
        var tracks = new TrackSet(Times, [Track(MarkerName.Point, _ => new ImagePoint(400, 300))], camera: [.. Times.Select(_ => (CameraPose?)null)]) { CameraStrays = strays };

        var findings = ClipAnalyzer.Analyze(tracks, Point);

        Assert.Equal(camera, findings.Camera!.Status);
        Assert.Equal(severity, findings.Issues.Single(i => i.Code == code).Severity);
        Assert.Equal(status, findings.Sides.Single().Clonus.Status);
    }

    [Fact]
    public void Where_the_camera_is_lost_there_is_no_displacement()
    {
        var camera = Shake.SetItem(30, null);
        var steady = CameraRemoval.Apply(Filmed([Track(MarkerName.Point, _ => new ImagePoint(400, 300))], camera, known: camera), new RecordingPolicy());

        Assert.Null(steady.Tracks.Markers[0].Samples[30]);
        Assert.Equal(299.0 / 300, steady.Camera!.KnownRatio, 9);
        Assert.InRange(steady.Tracks.Markers[0].Samples[31]!.Value.Position.DistanceTo(new ImagePoint(400, 300)), 0, 1e-9);
    }

    [Fact]
    public void A_reference_goes_before_the_background()
    {
        var tracks = Filmed([Track(MarkerName.Point, _ => new ImagePoint(400, 300)), Track(MarkerName.Reference, _ => new ImagePoint(100, 80))], Shake, known: [.. Times.Select(_ => (CameraPose?)null)]);

        var steady = CameraRemoval.Apply(tracks, new RecordingPolicy());

        Assert.Equal(CameraMotionStatus.Reference, steady.Camera!.Status);
        Assert.All(steady.Tracks.Markers[1].Samples, s => Assert.InRange(s!.Value.Position.DistanceTo(steady.Tracks.Markers[1].Samples[0]!.Value.Position), 0, 1e-9));
    }

    [Fact]
    public void A_reference_that_is_hardly_seen_is_named_as_what_is_missing()
    {
        var reference = Track(MarkerName.Reference, _ => new ImagePoint(100, 80));
        var tracks = Filmed([Track(MarkerName.Point, _ => new ImagePoint(400, 300)), reference with { Samples = [.. reference.Samples.Select((s, i) => i < 30 ? s : null)] }], Shake);

        var findings = ClipAnalyzer.Analyze(tracks, Point);

        Assert.Equal(CameraMotionStatus.ReferenceLost, findings.Camera!.Status);
        Assert.Equal(ClonusStatus.NotAssessable, findings.Sides.Single().Clonus.Status);
        Assert.Contains("10 %", Assert.Single(findings.Issues, i => i.Severity == IssueSeverity.Error).Message);
    }

    [Fact]
    public void A_marker_of_known_size_gives_the_scale()
    {
        var settings = new SignalSettings { ScaleMarker = new KnownMarker(MarkerName.Point, 20) };
        var sized = Track(MarkerName.Point, _ => default) with { SizePixels = 40 };

        Assert.Equal(0.5, LengthScale.Resolve(new TrackSet(Times, [sized]), settings).Settings.MillimetresPerPixel);
        var (without, issue) = LengthScale.Resolve(new TrackSet(Times, [sized with { SizePixels = null }]), settings);
        Assert.Null(without.MillimetresPerPixel);
        Assert.Equal("scale_unknown", issue!.Code);
    }

    // What a camera with these poses sees of still-camera tracks.
    private static TrackSet Filmed(MarkerTrack[] markers, ImmutableArray<CameraPose?> poses, ImmutableArray<CameraPose?>? known = null) => new(
        Times,
        [.. markers.Select(m => m with { Samples = [.. m.Samples.Select((s, i) => s is { } x ? x with { Position = (poses[i] ?? CameraPose.Still).Apply(x.Position.InPicture) } : (MarkerSample?)null)] })],
        camera: known ?? poses);

    private static MarkerTrack Track(MarkerName name, Func<double, ImagePoint> place) =>
        new(name, "green", [.. Times.Select(t => (MarkerSample?)new MarkerSample(place(t), 1))]);
}
