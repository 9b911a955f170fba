using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

/// <summary>The same beats at other places than the ankle.</summary>
public class SiteTests
{
    private const int Beats = 8;
    private static readonly ScriptedAngle Motion = ScriptedAngle.Stretched(Beats, 5);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_wrist_that_is_extended_beats_in_flexion_whichever_way_it_is_filmed(int mirrored)
    {
        var tracks = Filmed((Landmark.Elbow, _ => new ImagePoint(100, 200)), (Landmark.Wrist, _ => new ImagePoint(350, 200)), (Landmark.Hand, t =>
        {
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(mirrored * Motion.At(t)));
            return new ImagePoint(350 + (80 * cos), 200 + (80 * sin));
        }));

        var side = Found(tracks, new SignalSettings { Site = Site.Wrist });

        Assert.Equal(SignalKind.WristAngle, side.Signal!.Kind);
        Assert.False(side.Signal.SignKnown);
        Assert.Equal((ClonusStatus.Detected, Beats, true), (side.Clonus.Status, side.Clonus.LongestEpisodeBeats!.Value, side.Clonus.Sustained!.Value));
        AtThePeaks(side);
    }

    [Theory]
    [InlineData(Landmark.Thigh, 1)]
    [InlineData(Landmark.Knee, -1)]
    public void A_kneecap_that_is_pressed_down_beats_upward(Landmark anchor, int proximal)
    {
        // The scripted angle as pixels away from the thigh's marker: a push is away from it, a beat towards it.
        var tracks = Filmed(
            (anchor, _ => new ImagePoint(200, 200)),
            (Landmark.Patella, t => new ImagePoint(200 + (proximal * (150 + (proximal * Motion.At(t)))), 200)));

        var side = Found(tracks, new SignalSettings { Site = Site.Patella });

        Assert.Equal((SignalKind.Displacement, SignalUnit.Px, true), (side.Signal!.Kind, side.Signal.Unit, side.Signal.SignKnown));
        Assert.Equal((ClonusStatus.Detected, Beats, true), (side.Clonus.Status, side.Clonus.LongestEpisodeBeats!.Value, side.Clonus.Sustained!.Value));
        Assert.Contains(side.Clonus.Episodes[0].Criteria, c => c is { Name: "stretch_size", Unit: "px", Met: true });
        AtThePeaks(side);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void A_point_tells_a_rhythm_whichever_way_it_goes_and_never_a_trigger(int across, int way)
    {
        var tracks = Filmed((Landmark.Point, t => new ImagePoint(200 + (across == 0 ? way * Motion.At(t) : 0), 200 + (across == 1 ? way * Motion.At(t) : 0))));

        var side = Found(tracks, new SignalSettings { Site = Site.Point });

        Assert.False(side.Signal!.SignKnown);
        Assert.Equal((ClonusStatus.RhythmicOnly, Beats), (side.Clonus.Status, side.Clonus.LongestEpisodeBeats!.Value));
        Assert.Null(side.Clonus.Sustained);
        Assert.True(side.Clonus.CountMeetsRule);
        AtThePeaks(side);
    }

    private static void AtThePeaks(SideFindings side) =>
        Assert.All(side.Clonus.Beats.Zip(Motion.BeatTimes), pair => Assert.Equal(pair.Second, pair.First.TimeSeconds, 0.012));

    private static SideFindings Found(TrackSet tracks, SignalSettings signal) =>
        ClipAnalyzer.Analyze(tracks, new AnalysisSettings { Signal = signal }).Sides.Single();

    private static TrackSet Filmed(params (Landmark Landmark, Func<double, ImagePoint> Place)[] markers)
    {
        var times = TrackedLeg.Times(Motion.EndSeconds, 60);
        return new TrackSet(times, [.. markers.Select(m => new MarkerTrack(
            new MarkerName(BodySide.Unknown, m.Landmark), "green", [.. times.Select(t => (MarkerSample?)new MarkerSample(m.Place(t), 1))]))]);
    }
}
