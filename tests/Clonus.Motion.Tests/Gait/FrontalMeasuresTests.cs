using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A foot's way out of its track is seen from where it stood, with when it was widest and how much of it was taken back.</summary>
public class FrontalMeasuresTests
{
    // Stance from 1 to 1.7 s, swing to 2.2 s; the other foot stands from 1.6 s on.
    private static Stride Own(BodySide side) => new(side, 1, 1.7, 2.2, null);

    private static Stride Measure(Func<double, double?> outward, BodySide side = BodySide.Right, double otherOutward = 0.1, Func<double, double>? pelvisUp = null, GaitView view = GaitView.Frontal)
    {
        var (sign, other) = (side == BodySide.Right ? 1 : -1, side == BodySide.Right ? BodySide.Left : BodySide.Right);
        SpacePoint? Hip(BodySide of, double t) => new SpacePoint(0, 1 + (of == side ? 0.2 * Math.Tan(double.DegreesToRadians(pelvisUp!(t))) : 0), of == BodySide.Right ? 0.1 : -0.1);
        var bout = Bouts.Of(
            Bouts.Times(3.5), view,
            [
                (side, Landmark.Ankle, t => outward(t) is { } z ? new SpacePoint(0, 0.1, sign * z) : null), (other, Landmark.Ankle, _ => new SpacePoint(0, 0.1, -sign * otherOutward)),
                .. pelvisUp is null ? [] : new (BodySide, Landmark, Func<double, SpacePoint?>)[] { (side, Landmark.Hip, t => Hip(side, t)), (other, Landmark.Hip, t => Hip(other, t)) },
            ]);
        var walked = Bouts.Walked(bout, Bouts.Steps(side, Bouts.Swing(0.5, 1), Bouts.Swing(1.7, 2.2)), Bouts.Steps(other, Bouts.Swing(1.1, 1.6), Bouts.Swing(2.4, 2.9)));
        return FrontalMeasures.Measure(Own(side), walked, FrontalMeasures.Course(walked, side), Bouts.Settings);
    }

    // Out and back within the swing, widest at a share of it.
    private static double Arc(double t, double apexShare, double width, double from = 0.1, double to = 0.1)
    {
        var share = Math.Clamp((t - 1.7) / 0.5, 0, 1);
        return share < apexShare ? from + (width * share / apexShare) : from + width - ((width + from - to) * (share - apexShare) / (1 - apexShare));
    }

    [Theory]
    [InlineData(BodySide.Right, 0.5)]
    [InlineData(BodySide.Left, 0.5)]
    [InlineData(BodySide.Right, 0.3)]
    [InlineData(BodySide.Left, 0.8)]
    public void A_foot_that_swings_out_and_back_has_its_width_its_apex_and_returns_whole(BodySide side, double apex)
    {
        var stride = Measure(t => Arc(t, apex, 0.08), side);

        Assert.Equal(0.08, stride.LateralLegs!.Value, 0.003);
        Assert.Equal(apex, stride.LateralApexShare!.Value, 1.0 / 60);
        Assert.Equal(1, stride.LateralReturnedShare!.Value, 0.03);
        Assert.Equal(0.2, stride.StepWidthLegs!.Value, 1e-9);
    }

    [Theory]
    [InlineData(-0.25)]
    [InlineData(0.2)]
    public void From_the_front_the_feet_leave_and_land_when_they_leave_and_reach_their_tracks(double late)
    {
        // The swing itself is told a quarter of a second too late or too early.
        var stride = Measure(t => Arc(t - late, 0.5, 0.08));

        Assert.Equal(0.08, stride.LateralLegs!.Value, 0.003);
        Assert.Equal(0.5, stride.LateralApexShare!.Value, 0.02);
        Assert.Equal(1, stride.LateralReturnedShare!.Value, 0.03);
    }

    [Fact]
    public void A_foot_that_is_put_down_where_it_swung_out_to_returns_nothing()
    {
        var stride = Measure(t => Arc(t, 0.5, 0.06, to: 0.16));

        Assert.Equal(0.06, stride.LateralLegs!.Value, 1e-9);
        Assert.Equal(0, stride.LateralReturnedShare!.Value, 1e-9);
    }

    [Fact]
    public void A_foot_that_always_stands_wide_is_lateral_of_the_others_track()
    {
        // It leaves from 0.16 and the other one stands at 0.1.
        var stride = Measure(t => Arc(t, 0.5, 0, 0.16, 0.16));

        Assert.Equal(0.06, stride.LateralLegs!.Value, 1e-9);
        Assert.Equal(0.26, stride.StepWidthLegs!.Value, 1e-9);
    }

    [Fact]
    public void Feet_that_cross_have_a_negative_width() => Assert.Equal(-0.03, Measure(t => Arc(t, 0.5, 0, -0.01, -0.01), otherOutward: -0.02).StepWidthLegs!.Value, 1e-9);

    [Theory]
    [InlineData(0.075, true)]
    [InlineData(0.085, false)]
    public void Where_a_foot_is_put_down_far_beside_its_last_place_the_way_bends_and_nothing_is_told(double beside, bool told)
    {
        var stride = Measure(t => Arc(t, 0.5, 0.1, to: 0.1 + beside));

        Assert.Equal(told, stride.LateralLegs is not null);
        Assert.Equal(told, stride.StepWidthLegs is not null);
    }

    [Fact]
    public void A_swing_that_was_mostly_hidden_tells_where_the_feet_stand_and_no_more()
    {
        var stride = Measure(t => t is > 1.8 and < 2 ? null : Arc(t, 0.5, 0.08));

        Assert.Null(stride.LateralLegs);
        Assert.Equal(0.2, stride.StepWidthLegs!.Value, 1e-9);
    }

    [Theory]
    [InlineData(BodySide.Right)]
    [InlineData(BodySide.Left)]
    public void The_pelvis_rises_on_the_side_that_swings(BodySide side)
    {
        // It hangs by 4 degrees but for the swing's middle; what is up in the stance is another's.
        var stride = Measure(_ => 0.1, side, pelvisUp: t => t < 1.6 ? 20 : t is > 1.9 and < 2 ? 6 : -4);

        Assert.Equal(6, stride.PelvisRiseDegrees!.Value, 1e-9);
        Assert.Equal(-4, Measure(_ => 0.1, side, pelvisUp: _ => -4).PelvisRiseDegrees!.Value, 1e-9);
    }

    [Theory]
    [InlineData(GaitView.Spatial, 5)]
    [InlineData(GaitView.Frontal, 9)]
    public void Where_times_are_known_the_pelvis_rises_from_how_it_lies_while_both_feet_stand(GaitView view, double rise)
    {
        // One marker sits four degrees too high; both feet stand from 1 to 1.1 s.
        Assert.Equal(rise, Measure(_ => 0.1, pelvisUp: t => t is > 1.9 and < 2 ? 9 : 4, view: view).PelvisRiseDegrees!.Value, 1e-9);
    }

    [Theory]
    [InlineData(GaitView.Frontal, 6)]
    [InlineData(GaitView.Spatial, -4)]
    public void From_the_front_a_swing_may_last_a_tenth_of_a_second_longer_than_it_is_told(GaitView view, double rise) =>
        Assert.Equal(rise, Measure(_ => 0.1, pelvisUp: t => t < 1.69 ? 0 : t is > 2.18 and < 2.3 ? 6 : -4, view: view).PelvisRiseDegrees!.Value, 1e-9);

    [Fact]
    public void One_frame_does_not_hike_the_hip() =>
        Assert.Equal(-4, Measure(_ => 0.1, pelvisUp: t => Math.Abs(t - 1.95) < 0.005 ? 12 : -4).PelvisRiseDegrees!.Value, 1e-9);

    [Fact]
    public void From_the_side_nothing_sideways_is_known()
    {
        var stride = Measure(t => Arc(t, 0.5, 0.08), view: GaitView.Sagittal);

        Assert.Equal(Own(BodySide.Right), stride);
    }
}
