using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>What a stride shows is what its numbers were written down to be.</summary>
public class SagittalMeasuresTests
{
    // Stance from 1 to 1.7 s, swing to 2.2 s; the other leg swings from 1.1 to 1.6 s.
    private static readonly Stride Own = new(BodySide.Right, 1, 1.7, 2.2, null);
    private static Stride Measure(
        Func<double, double?>? hip = null, Func<double, double?>? knee = null, Func<double, double?>? ankle = null, Func<double, double?>? pitch = null,
        Func<double, double?>? heel = null, Func<double, double?>? toe = null, Func<double, double?>? trunk = null, FootSwing[]? other = null, double fps = 120)
    {
        var times = Bouts.Times(3, fps);
        double?[] Of(Func<double, double?>? curve) => [.. times.Select(curve ?? (_ => null))];
        var walked = Bouts.Walked(
            Bouts.Of(times, GaitView.Sagittal), Bouts.Steps(BodySide.Right, Bouts.Swing(0.5, 1), Bouts.Swing(1.7, 2.2)), Bouts.Steps(BodySide.Left, other ?? [Bouts.Swing(1.1, 1.6)]));
        return SagittalMeasures.Measure(Own, walked, new LegCourse(Of(hip), Of(knee), Of(ankle), Of(pitch), Of(heel), Of(toe), Of(trunk)), Bouts.Settings, Bouts.Policy);
    }

    [Fact]
    public void A_joints_extremes_are_those_of_this_stride_alone()
    {
        var stride = Measure(hip: t => t < 1 || t >= 2.2 ? 90 : 10 + (20 * Math.Cos(2 * Math.PI * (t - 1) / 1.2)), knee: t => t < 1.7 ? 80 : 60 * Math.Sin(Math.PI * (t - 1.7) / 0.5));

        Assert.Equal(30, stride.HipFlexionMaxDegrees!.Value, 1e-6);
        Assert.Equal(-10, stride.HipFlexionMinDegrees!.Value, 0.01);
        Assert.Equal(60, stride.KneeSwingDegrees!.Value, 0.01);
    }

    [Theory]
    [InlineData(0.045, 5)]
    [InlineData(0.06, -8)]
    [InlineData(0.3, -8)]
    public void The_straightest_knee_is_what_it_stays_at_for_fifty_milliseconds(double seconds, double expected)
    {
        var stride = Measure(knee: t => t >= 1.2 && t < 1.2 + seconds ? -8 : 5);

        Assert.Equal(expected, stride.KneeStanceDegrees!.Value, 1e-9);
    }

    [Fact]
    public void Of_a_knee_that_goes_back_and_forth_the_deepest_fifty_milliseconds_count()
    {
        // 7 frames from first to last are 50 ms: the largest of them is 3 frames from the turn.
        var stride = Measure(knee: t => -10 + (100 * Math.Abs(t - 1.4)));

        Assert.Equal(-10 + (100 * 3 / 120.0), stride.KneeStanceDegrees!.Value, 1e-6);
    }

    [Fact]
    public void The_fifty_milliseconds_begin_between_two_frames_and_not_before_a_hole()
    {
        // Hidden behind the other leg for a tenth of a second, and then twice beyond straight: 50 ms before the second time, seven eighths of the way were gone.
        var stride = Measure(fps: 30, knee: t => t is > 1.09 and < 1.18 ? null : t is > 1.19 and < 1.25 ? -12 : 5);

        Assert.Equal(5 - (17 * 7 / 8.0), stride.KneeStanceDegrees!.Value, 1e-6);
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(1.2, 0.2)]
    [InlineData(1.45, 0.45)]
    public void Hyperextension_begins_when_the_knee_passes_five_degrees_for_good(double from, double onset) =>
        Assert.Equal(onset, Measure(knee: t => t >= from && t < 1.6 ? -7 : 10).HyperextensionOnsetSeconds!.Value, 1.0 / 120);

    [Fact]
    public void A_knee_that_stays_bent_has_no_onset_and_a_straight_one_of_the_swing_is_none()
    {
        Assert.Null(Measure(knee: _ => -4.9).HyperextensionOnsetSeconds);
        Assert.Null(Measure(knee: t => t >= 1.7 ? -20 : 5).HyperextensionOnsetSeconds);
    }

    [Fact]
    public void A_knee_that_is_hidden_for_a_quarter_of_the_stance_is_not_judged()
    {
        var stride = Measure(knee: t => t is > 1.2 and < 1.38 ? null : -9);

        Assert.Null(stride.KneeStanceDegrees);
        Assert.Null(stride.HyperextensionOnsetSeconds);
        Assert.NotNull(stride.KneeSwingDegrees);
    }

    [Fact]
    public void What_is_at_contact_is_taken_from_the_frames_around_it()
    {
        var stride = Measure(knee: t => 100 * (t - 1), pitch: t => 12 - (80 * (t - 1)));

        Assert.Equal(0, stride.KneeAtContactDegrees!.Value, 0.5);
        Assert.Equal(12, stride.FootAngleAtContactDegrees!.Value, 0.5);
    }

    [Fact]
    public void Mid_swing_is_the_middle_fifth_and_the_toes_clearance_the_least_of_the_middle()
    {
        // The swing's middle is at 1.95 s; the toe is lowest at its ends and once, at 1.9 s.
        var stride = Measure(ankle: t => t is > 1.89 and < 2.01 ? -7 : 30, toe: t => t < 1.8 || t > 2.1 ? 0 : 0.03 + Math.Abs(t - 1.9));

        Assert.Equal(-7, stride.AnkleMidSwingDegrees!.Value, 1e-9);
        Assert.Equal(0.03, stride.ToeClearanceLegs!.Value, 0.005);
    }

    [Fact]
    public void An_ankle_that_is_hidden_at_mid_swing_is_on_the_line_between_what_was_seen_around_it()
    {
        // It dorsiflexes evenly, to -6 at 1.95 s; the first half of the middle fifth is hidden.
        Assert.Equal(-6, Measure(ankle: t => t is > 1.88 and < 1.96 ? null : -6 + (100 * (t - 1.95))).AnkleMidSwingDegrees!.Value, 1e-9);
    }

    [Fact]
    public void The_trunk_leans_by_its_mean_over_the_stance()
    {
        var stride = Measure(trunk: t => t < 1 || t >= 1.7 ? 50 : t < 1.35 ? 6 : 16);

        Assert.Equal(11, stride.TrunkBackDegrees!.Value, 0.1);
    }

    [Theory]
    [InlineData(1.4, true)]
    [InlineData(1.45, false)]
    public void Two_fifths_of_a_stance_tell_a_posture_that_is_kept(double hiddenUntil, bool isTold) =>
        Assert.Equal(isTold ? 12 : null, Measure(trunk: t => t > 1 && t < hiddenUntil ? null : 12).TrunkBackDegrees);

    // The other leg swings from 1.1 to 1.6 s; this foot is flat from 1.15 s on, and 1.275 to 1.35 s leads up to its mid-swing. A foot is 0.217 of a leg from the heel to the toes' joints.
    [Theory]
    [InlineData(6, 0.0226)]
    [InlineData(0, 0)]
    [InlineData(-3, -0.0113)]
    public void A_standing_heel_rises_as_the_foot_turns_up_from_flat(double degrees, double rise)
    {
        Assert.Equal(rise, Measure(pitch: t => t < 1.15 ? 12 : t < 1.25 ? 2 : t < 1.352 ? 2 - degrees : -40).HeelRiseLegs!.Value, 1e-4);
    }

    [Fact]
    public void Without_toes_the_heel_itself_is_looked_at()
    {
        Assert.Equal(0.03, Measure(heel: t => t < 1.15 ? 0 : t < 1.25 ? 0.01 : t < 1.352 ? 0.04 : 0.5).HeelRiseLegs!.Value, 1e-9);
        Assert.Null(Measure(heel: _ => 0.04, other: [Bouts.Swing(null, 1.6)]).HeelRiseLegs);
        Assert.Null(Measure(heel: _ => 0.04, other: [Bouts.Swing(1.5, 2.1)]).HeelRiseLegs);
    }

    [Fact]
    public void A_vaulting_heel_is_nearly_as_high_as_it_comes()
    {
        // Up and down within the other leg's swing.
        var stride = Measure(heel: t => 0.03 * Math.Pow(Math.Sin(Math.PI * Math.Clamp((t - 1.15) / 0.45, 0, 1)), 2), other: [Bouts.Swing(1.15, 1.6)]);

        Assert.InRange(stride.HeelRiseLegs!.Value, 0.0265, 0.03);
    }

    [Theory]
    [InlineData(1.28, 1.36, true)]
    [InlineData(1.28, 1.34, false)]
    public void A_hole_in_which_the_ankle_may_have_dipped_leaves_dips_unknown(double from, double to, bool mayHaveDipped)
    {
        var stride = Measure(ankle: t => t > from && t < to ? null : 5);

        Assert.Equal(mayHaveDipped ? null : 0, stride.AnkleDipsInStance);
        Assert.Equal(0, stride.AnkleDipsInSwing);
    }

    [Fact]
    public void What_was_not_seen_is_not_measured()
    {
        var stride = Measure();

        Assert.Equal(Own, stride);
    }
}
