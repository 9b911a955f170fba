using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A foot stands as long as some part of it does: rolling over the heel, the ball or the tips of the toes moves both its markers.</summary>
public class FootMotionTests
{
    private const double Length = 0.2;
    private const double DegreesPerSecond = 60;

    // A rigid foot that turns about a part which stays: so far before the heel, and so far below the markers, in lengths of the foot.
    private static FootMotion Rolling(double pivot, double below)
    {
        SpacePoint At(double t, double along)
        {
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(20 - (DegreesPerSecond * t)));
            var (x, y) = ((along - pivot) * Length, below * Length);
            return new SpacePoint((x * cos) - (y * sin), (x * sin) + (y * cos), 0);
        }

        return Bouts.Motion(Bouts.Of(Bouts.Times(0.6), GaitView.Sagittal, (BodySide.Left, Landmark.Heel, t => At(t, 0)), (BodySide.Left, Landmark.Toe, t => At(t, 1))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.15)]
    public void A_foot_that_rolls_over_a_part_of_its_markers_line_stands_there(double pivot)
    {
        var foot = Rolling(pivot, 0);

        // A turn within the window of a speed takes a little off it.
        Assert.All(foot.SoleSpeeds[3..^3], speed => Assert.Equal(0, speed!.Value, 1e-3));
    }

    [Fact]
    public void The_markers_of_a_foot_that_rolls_move_as_fast_as_they_are_far_from_where_it_stands()
    {
        var (foot, turn) = (Rolling(0, 0), double.DegreesToRadians(DegreesPerSecond));

        Assert.All(foot.Heel!.Value[3..^3], speed => Assert.Equal(0, speed!.Value, 1e-9));
        Assert.All(foot.Toe!.Value[3..^3], speed => Assert.Equal(turn * Length, speed!.Value, 1e-3));
    }

    [Fact]
    public void On_the_tips_of_the_toes_the_foot_still_stands_although_its_sole_moves()
    {
        var (foot, turn) = (Rolling(1.35, 0.25), double.DegreesToRadians(DegreesPerSecond));

        // Of the markers' line the part at 1.15 is nearest to the tip.
        var nearest = turn * Length * Math.Sqrt((0.2 * 0.2) + (0.25 * 0.25));
        Assert.All(foot.FootSpeeds[3..^3], speed => Assert.Equal(0, speed!.Value, 1e-3));
        Assert.All(foot.SoleSpeeds[3..^3], speed => Assert.Equal(nearest, speed!.Value, 1e-3));
    }

    [Fact]
    public void A_foot_that_is_carried_moves_in_all_its_parts()
    {
        var foot = Bouts.Motion(Bouts.Of(Bouts.Times(1), GaitView.Sagittal, Bouts.Level(BodySide.Left, t => 3 * t)));

        Assert.All(foot.SoleSpeeds[1..^1].Concat(foot.FootSpeeds[1..^1]), speed => Assert.Equal(3, speed!.Value, 1e-9));
        Assert.Equal(0.1, foot.Places[0]!.Value.X, 1e-9);
    }

    [Fact]
    public void One_marker_alone_tells_its_own_speed_and_not_what_touches_first()
    {
        var foot = Bouts.Motion(Bouts.Of(Bouts.Times(1), GaitView.Sagittal, (BodySide.Left, Landmark.Ankle, t => new SpacePoint(2 * t, 0.1, 0))));

        Assert.All(foot.SoleSpeeds[1..^1], speed => Assert.Equal(2, speed!.Value, 1e-9));
        Assert.Null(foot.Heel);
        Assert.Null(foot.Toe);
    }

    [Fact]
    public void The_ankle_stands_for_the_marker_that_is_missing()
    {
        var bout = Bouts.Of(Bouts.Times(1), GaitView.Sagittal, (BodySide.Left, Landmark.Ankle, t => new SpacePoint(t, 0.1, 0)), (BodySide.Left, Landmark.Toe, t => new SpacePoint(t + 0.15, 0, 0)));

        var foot = Bouts.Motion(bout);

        Assert.NotNull(foot.Heel);
        Assert.Equal(0.075, foot.Places[0]!.Value.X, 1e-9);
        Assert.Null(FootMotion.Of(bout, BodySide.Right, default, Bouts.Settings));
    }

    [Fact]
    public void What_is_sideways_is_no_speed_of_a_step()
    {
        var foot = Bouts.Motion(Bouts.Of(Bouts.Times(1), GaitView.Spatial, (BodySide.Left, Landmark.Ankle, t => new SpacePoint(0, 0.1, 2 * t))));

        Assert.All(foot.SoleSpeeds[1..^1], speed => Assert.Equal(0, speed!.Value, 1e-9));
    }

    [Fact]
    public void A_foot_on_a_belt_stands_when_it_goes_as_the_belt_does()
    {
        var bout = Bouts.Of(Bouts.Times(1), GaitView.Sagittal, Bouts.Level(BodySide.Left, t => -0.8 * t));

        Assert.All(Bouts.Motion(bout, floor: new SpacePoint(-0.8, 0, 0)).SoleSpeeds[1..^1], speed => Assert.Equal(0, speed!.Value, 1e-9));
    }
}
