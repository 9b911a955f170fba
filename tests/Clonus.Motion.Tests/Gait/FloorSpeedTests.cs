using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Under who stays in place while the feet go backward there is a belt; under who travels there is a floor.</summary>
public class FloorSpeedTests
{
    private static WalkBout Walk(double bodySpeed, double beltSpeed)
    {
        var (left, right) = (new ScriptedFoot(), new ScriptedFoot());
        for (var k = 0; k < 5; k++)
        {
            left.Swing(0.3 + (1.2 * k), 1.2);
            right.Swing(0.9 + (1.2 * k), 1.2);
        }

        return Bouts.Of(Bouts.Times(6), GaitView.Sagittal,
        [
            .. Bouts.Level(BodySide.Left, t => left.At(t) + (beltSpeed * t)),
            .. Bouts.Level(BodySide.Right, t => right.At(t) + (beltSpeed * t)),
            (BodySide.Left, Landmark.Hip, t => new SpacePoint(bodySpeed * t, 1, 0)),
        ]);
    }

    [Fact]
    public void Who_stays_in_place_walks_on_a_belt_of_the_standing_feets_speed()
    {
        var floor = FootMotion.Floor(Walk(0, -1), Bouts.Settings);

        Assert.Equal(-1, floor.X, 1e-6);
        Assert.Equal(0, floor.Y);
    }

    [Fact]
    public void Who_travels_over_standing_feet_has_a_floor_under_them() => Assert.Equal(default, FootMotion.Floor(Walk(1, 0), Bouts.Settings));

    [Fact]
    public void Feet_that_are_dragged_along_with_the_body_are_on_no_belt() => Assert.Equal(default, FootMotion.Floor(Walk(1, 0.5), Bouts.Settings));

    [Fact]
    public void A_belt_that_hardly_moves_is_none() => Assert.Equal(default, FootMotion.Floor(Walk(0, -0.1), Bouts.Settings));

    [Fact]
    public void Feet_that_are_never_seen_have_a_floor() =>
        Assert.Equal(default, FootMotion.Floor(Bouts.Of(Bouts.Times(1), GaitView.Sagittal, (BodySide.Left, Landmark.Hip, t => new SpacePoint(t, 1, 0))), Bouts.Settings));
}
