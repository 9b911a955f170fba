using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Angles of a leg that is put up joint by joint: each joint's angle is what was put in, with its sign.</summary>
public class SegmentAnglesTests
{
    private static WalkBout Leg(double hip, double knee, double ankle, double trunkBack = 0)
    {
        SpacePoint From(SpacePoint at, double degreesAhead, double length) =>
            at + new SpacePoint(length * Math.Sin(double.DegreesToRadians(degreesAhead)), -length * Math.Cos(double.DegreesToRadians(degreesAhead)), 0);
        var pelvis = new SpacePoint(3, 1, 0);
        var at = From(pelvis, hip, 0.5);
        var foot = From(at, hip - knee, 0.5);
        var pitch = double.DegreesToRadians(ankle + hip - knee);
        var heel = foot + new SpacePoint(-0.05, -0.05, 0);
        return Bouts.Of(
            [0, 0.1], GaitView.Sagittal,
            (BodySide.Left, Landmark.Hip, _ => pelvis), (BodySide.Left, Landmark.Knee, _ => at), (BodySide.Left, Landmark.Ankle, _ => foot), (BodySide.Left, Landmark.Heel, _ => heel),
            (BodySide.Left, Landmark.Toe, _ => heel + new SpacePoint(0.2 * Math.Cos(pitch), 0.2 * Math.Sin(pitch), 0)),
            (BodySide.Left, Landmark.Shoulder, _ => From(pelvis, 180 + trunkBack, 0.6)));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 5, 10)]
    [InlineData(-15, -12, -25)]
    [InlineData(40, 110, 15)]
    public void Each_joint_has_the_angle_that_it_was_bent_by(double hip, double knee, double ankle)
    {
        var bout = Leg(hip, knee, ankle);

        Assert.Equal(hip, SegmentAngles.Hip(bout, BodySide.Left)[0]!.Value, 1e-9);
        Assert.Equal(knee, SegmentAngles.Knee(bout, BodySide.Left)[0]!.Value, 1e-9);
        Assert.Equal(ankle, SegmentAngles.Ankle(bout, BodySide.Left)[0]!.Value, 1e-9);
        Assert.Equal(ankle + hip - knee, SegmentAngles.FootPitch(bout, BodySide.Left)[0]!.Value, 1e-9);
        Assert.Null(SegmentAngles.Knee(bout, BodySide.Right)[0]);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(0)]
    [InlineData(-20)]
    public void A_trunk_that_leans_back_is_positive(double degrees) => Assert.Equal(degrees, SegmentAngles.TrunkBack(Leg(0, 0, 0, degrees))[0]!.Value, 1e-9);

    [Fact]
    public void The_pelvis_is_positive_with_its_right_side_up()
    {
        var bout = Bouts.Of(
            [0], GaitView.Spatial, (BodySide.Left, Landmark.Hip, _ => new SpacePoint(0, 1, -0.1)), (BodySide.Right, Landmark.Hip, _ => new SpacePoint(0, 1 + (0.2 * Math.Tan(double.DegreesToRadians(7))), 0.1)));

        Assert.Equal(7, SegmentAngles.PelvisRightUp(bout)[0]!.Value, 1e-9);
    }
}
