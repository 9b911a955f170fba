using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A foot's angle and heights count from how its own markers lie while it stands flat.</summary>
public class FootRestTests
{
    // Heel and toe of one foot that stands from 1 to 2 s: the markers' line, pitched as it is stuck on, over what the foot does.
    private static (BodySide, Landmark, Func<double, SpacePoint?>)[] Foot(BodySide side, double stuckDegrees, Func<double, double> pitchDegrees)
    {
        (double X, double Y) Line(double t) => Math.SinCos(double.DegreesToRadians(stuckDegrees + pitchDegrees(t))) is var (sin, cos) ? (0.2 * cos, 0.2 * sin) : default;
        return [(side, Landmark.Heel, _ => new SpacePoint(0, 0.05, 0)), (side, Landmark.Toe, t => new SpacePoint(Line(t).X, 0.05 + Line(t).Y, 0))];
    }

    private static (FootRest? Left, FootRest? Right) Rest(Func<double, double> left, Func<double, double> right, double leftStuck = -6, double rightStuck = -9, GaitView view = GaitView.Sagittal)
    {
        FootSwing[] swings = [Bouts.Swing(0.6, 1), Bouts.Swing(2, 2.4)];
        return FootRest.Of(
            Bouts.Walked(
                Bouts.Of(Bouts.Times(3), view, [.. Foot(BodySide.Left, leftStuck, left), .. Foot(BodySide.Right, rightStuck, right)]), Bouts.Steps(BodySide.Left, swings), Bouts.Steps(BodySide.Right, swings)),
            Bouts.Settings);
    }

    // Down from the heel within 0.2 s, up over the toes from 0.6 s on.
    private static double Rolling(double t) => 20 * Math.Clamp(1 - ((t - 1) / 0.2), 0, 1) - (40 * Math.Clamp((t - 1.6) / 0.4, 0, 1));

    [Fact]
    public void The_middle_of_the_stance_is_flat_whatever_rolls_before_and_after()
    {
        var (left, right) = Rest(Rolling, Rolling);

        Assert.Equal(-6, left!.PitchDegrees!.Value, 1e-6);
        Assert.Equal(-9, right!.PitchDegrees!.Value, 1e-6);
        Assert.Equal(0.05, left.HeelHeight!.Value, 1e-9);
    }

    [Theory]
    [InlineData(-7, -13)]
    [InlineData(-12, -9)]
    public void A_foot_that_never_comes_down_flat_takes_the_other_ones_angle(double tipDegrees, double expected)
    {
        // From 8 degrees under the other foot on it is on tiptoe: stuck on by -6 and tipped it has -13, or -18, against -9.
        var (left, _) = Rest(_ => tipDegrees, Rolling);

        Assert.Equal(expected, left!.PitchDegrees!.Value, 1e-6);
    }

    [Fact]
    public void From_the_front_no_foot_shows_its_angle() => Assert.Equal((null, null), Rest(Rolling, Rolling, view: GaitView.Frontal));

    [Fact]
    public void The_floor_is_where_a_toe_is_lowest_from_contact_on()
    {
        var (left, _) = Rest(t => t < 1.3 ? 10 : 0, Rolling, leftStuck: 0);

        Assert.Equal(0.05, left!.ToeHeight!.Value, 1e-6);
    }
}
