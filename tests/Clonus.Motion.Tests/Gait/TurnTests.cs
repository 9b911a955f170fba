using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>People walk to and fro: the turn between is no walk of its own, changes nothing of the two, and leads back beside the camera's axis.</summary>
public class TurnTests
{
    private const double StraightMillimetres = 3500;

    private static TrackSet Walk(double metresPerSecond, long seed, params WalkPattern[] patterns) =>
        SimulatedWalks.InRoom(SimulatedWalks.Script(metresPerSecond, seconds: 8 / metresPerSecond, seed: seed, patterns: [.. patterns]));

    private static IEnumerable<string> Present(GaitFindings gait) => gait.Patterns.Where(p => p.Verdict == PatternVerdict.Present).Select(p => $"{p.Side} {p.Name}");

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.8, 3)]
    [InlineData(0.8, 5)]
    [InlineData(1.1, 6)]
    public void A_normal_walk_to_the_camera_and_back_is_one_from_the_front_without_a_pattern(double metresPerSecond, long seed)
    {
        var gait = SimulatedWalks.Gait(BentWay.InPicture(Walk(metresPerSecond, seed), StraightMillimetres));

        Assert.Equal((GaitStatus.Walking, GaitView.Frontal, GaitDirection.Both), (gait.Status, gait.View, gait.Direction));
        Assert.Empty(Present(gait));
        Assert.InRange(gait.StridesLeft, 2, 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_leg_that_swings_outward_does_so_there_and_back(long seed)
    {
        var gait = SimulatedWalks.Gait(BentWay.InPicture(Walk(0.5, seed, new WalkPattern(WalkPatternName.Circumduction, 1.6)), StraightMillimetres));

        Assert.Equal(["Right Circumduction"], Present(gait));
    }

    [Fact]
    public void Without_heels_and_toes_the_ankles_tell_the_view_in_spite_of_the_turn()
    {
        var tracks = BentWay.InPicture(Walk(0.8, 3), StraightMillimetres);
        var legs = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Landmark is Landmark.Hip or Landmark.Knee or Landmark.Ankle)]);

        Assert.Equal(GaitView.Frontal, ViewFinder.Of(legs, Bouts.Settings));
    }

    [Fact]
    public void In_a_room_the_strides_of_the_turn_are_left_out_and_nothing_is_found()
    {
        var gait = SimulatedWalks.Gait(BentWay.InRoom(Walk(0.5, 1), StraightMillimetres));

        Assert.Equal(GaitView.Spatial, gait.View);
        Assert.Contains(gait.Strides, s => s.Rejected == StrideBuilder.Turn);
        Assert.Empty(Present(gait));
    }

    [Fact]
    public void No_beats_are_counted_of_an_ankle_that_bends_along_the_line_of_sight()
    {
        var findings = SimulatedWalks.Analyze(BentWay.InPicture(Walk(0.5, 1), StraightMillimetres));

        Assert.All(findings.Sides, side => Assert.Equal(ClonusStatus.NotAssessable, side.Clonus.Status));
        Assert.Contains(findings.Issues, issue => issue.Code == "seen_from_front");
    }
}
