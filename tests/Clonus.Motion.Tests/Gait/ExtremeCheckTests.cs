using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>The second method looks where the foot is furthest ahead of the pelvis or behind it, and says so where it finds something else.</summary>
public class ExtremeCheckTests
{
    private static readonly Func<double, SpacePoint?> Hip = t => new SpacePoint(t, 1, 0);

    // The foot turns back against the pelvis at one instant.
    private static WalkBout Turning(double atSeconds, GaitView view = GaitView.Sagittal, Landmark landmark = Landmark.Heel, BodySide hip = BodySide.Left, int sign = -1) => Bouts.Of(
        Bouts.Times(3), view, (BodySide.Left, landmark, t => new SpacePoint(t + (sign * (t - atSeconds) * (t - atSeconds)), 0, 0)), (hip, Landmark.Hip, Hip));

    private static double? Of(WalkBout bout, GaitEventKind kind, double seconds) => ExtremeCheck.Of(bout, BodySide.Left, kind, seconds, Bouts.Settings);

    [Theory]
    [InlineData(Landmark.Heel)]
    [InlineData(Landmark.Ankle)]
    [InlineData(Landmark.Toe)]
    public void A_foot_comes_down_where_it_is_furthest_ahead_of_the_pelvis(Landmark landmark) =>
        Assert.Equal(1.5, Of(Turning(1.5, landmark: landmark), GaitEventKind.InitialContact, 1.4)!.Value, 1e-9);

    [Fact]
    public void A_foot_leaves_where_it_is_furthest_behind() => Assert.Equal(1.5, Of(Turning(1.5, sign: 1), GaitEventKind.FootOff, 1.6)!.Value, 1e-9);

    [Theory]
    [InlineData(BodySide.Right)]
    [InlineData(BodySide.Unknown)]
    public void The_other_hip_does_as_well(BodySide hip) => Assert.Equal(1.5, Of(Turning(1.5, hip: hip), GaitEventKind.InitialContact, 1.4)!.Value, 1e-9);

    [Fact]
    public void What_is_far_from_the_event_is_not_its_extreme()
    {
        Assert.NotNull(Of(Turning(1.5), GaitEventKind.InitialContact, 1.26));
        Assert.Null(Of(Turning(1.5), GaitEventKind.InitialContact, 1.2));
    }

    [Fact]
    public void Without_a_hip_and_from_the_front_there_is_no_second_method()
    {
        Assert.Null(Of(Bouts.Of(Bouts.Times(3), GaitView.Sagittal, (BodySide.Left, Landmark.Heel, t => new SpacePoint(-t * t, 0, 0))), GaitEventKind.InitialContact, 0.1));
        Assert.Null(Of(Turning(1.5, GaitView.Frontal), GaitEventKind.InitialContact, 1.4));
    }

    [Theory]
    [InlineData(0.05, false)]
    [InlineData(0.15, true)]
    public void Both_methods_times_are_kept_and_disagree_when_they_lie_far_apart(double earlier, bool disagrees)
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);
        var extreme = Math.Round((foot.Contact(0) - earlier) * 120) / 120;

        // The pelvis is where the heel is furthest ahead of it at that instant.
        var bout = Bouts.Of(Bouts.Times(3), GaitView.Sagittal, [.. Bouts.Level(BodySide.Left, foot.At), (BodySide.Left, Landmark.Hip, t => new SpacePoint(foot.At(t) + ((t - extreme) * (t - extreme)), 1, 0))]);
        var contact = GaitEventDetector.Detect(bout, Bouts.Settings).Feet.Single().Events.Single(e => e.Kind == GaitEventKind.InitialContact);

        Assert.Equal(foot.Contact(0), contact.TimeSeconds, 1e-6);
        Assert.Equal(extreme, contact.CrossCheckSeconds!.Value, 1e-9);
        Assert.Equal(disagrees, contact.Disagrees);
    }

    [Fact]
    public void Without_a_second_time_nothing_disagrees()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var walked = GaitEventDetector.Detect(Bouts.Of(Bouts.Times(3), GaitView.Sagittal, Bouts.Level(BodySide.Left, foot.At)), Bouts.Settings);

        Assert.All(walked.Feet.Single().Events, e => Assert.Null(e.Disagrees));
    }
}
