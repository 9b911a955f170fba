using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Times and lengths of a step are those between both feet, with their sign.</summary>
public class StepAndTimeMeasuresTests
{
    private static readonly Stride Right = new(BodySide.Right, 1, 1.7, 2.2, null);

    private static WalkedBout Walked(double leftAt, double rightAt, Func<double, bool>? leftHidden = null, params FootSwing[] left)
    {
        var bout = Bouts.Of(
            Bouts.Times(3), GaitView.Sagittal,
            [
                .. Bouts.Level(BodySide.Left, _ => leftAt).Select(m => (m.Item1, m.Item2, (Func<double, SpacePoint?>)(t => leftHidden?.Invoke(t) == true ? null : m.Item3(t)))),
                .. Bouts.Level(BodySide.Right, _ => rightAt),
            ]);
        return Bouts.Walked(bout, Bouts.Steps(BodySide.Left, left.Length > 0 ? left : [Bouts.Swing(1.1, 1.6)]), Bouts.Steps(BodySide.Right, Bouts.Swing(0.5, 1), Bouts.Swing(1.7, 2.2)));
    }

    private static Stride Step(WalkedBout walked) => StepMeasures.Measure(Right, walked, Bouts.Settings);

    [Theory]
    [InlineData(2.7)]
    [InlineData(2.0)]
    [InlineData(1.8)]
    public void A_step_is_as_long_as_the_foot_is_ahead_of_the_other_and_negative_behind_it(double rightAt)
    {
        var stride = Step(Walked(2, rightAt));

        Assert.Equal(rightAt - 2, stride.StepLengthLegs!.Value, 1e-9);
        Assert.Equal(900 * (rightAt - 2), stride.StepLengthMillimetres!.Value, 1e-6);
        Assert.Equal((rightAt - 2) / (0.152 / 0.491), stride.StepBeyondFeet!.Value, 1e-9);
    }

    [Fact]
    public void A_standing_foot_that_is_hidden_at_the_instant_is_where_it_was_seen_to_stand()
    {
        Assert.Equal(0.6, Step(Walked(2, 2.6, t => t > 1.95)).StepLengthLegs!.Value, 1e-9);
        Assert.Null(Step(Walked(2, 2.6, t => t > 1.85)).StepLengthLegs);
    }

    [Fact]
    public void From_the_front_a_step_has_no_length()
    {
        var walked = Walked(2, 2.6);

        Assert.Null(StepMeasures.Measure(Right, walked with { Bout = walked.Bout with { View = GaitView.Frontal } }, Bouts.Settings).StepLengthLegs);
    }

    [Fact]
    public void Both_feet_stand_where_the_other_one_does_not_swing()
    {
        var stride = TimeMeasures.Measure(Right, Walked(2, 2.6));

        // Stance of 0.7 s, of which the other foot swings for 0.5 s.
        Assert.Equal(0.2, stride.DoubleSupportSeconds!.Value, 1e-9);
        Assert.Equal(0.6, stride.StepSeconds!.Value, 1e-9);
    }

    [Fact]
    public void A_swing_counts_only_as_far_as_it_lies_within_the_stance() =>
        Assert.Equal(0.7 - 0.1 - 0.2, TimeMeasures.Measure(Right, Walked(2, 2.6, null, Bouts.Swing(0.6, 1.1), Bouts.Swing(1.5, 2))).DoubleSupportSeconds!.Value, 1e-9);

    [Fact]
    public void What_the_other_foot_does_is_unknown_where_it_was_not_seen()
    {
        var stride = TimeMeasures.Measure(Right, Walked(2, 2.6, null, Bouts.Swing(null, 0.8), Bouts.Swing(2.6, null)));

        Assert.Null(stride.DoubleSupportSeconds);
        Assert.Null(stride.StepSeconds);
    }

    [Fact]
    public void Both_sides_of_an_even_walk_are_equal_and_of_an_uneven_one_are_not()
    {
        var walker = new PacedWalker(leftStepLegs: 0.5, leftLaterSeconds: 0.55);
        var tracks = walker.InRoom();
        var strides = GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(tracks, tracks, Bouts.Settings), [], Bouts.Settings, Bouts.Policy).Strides;

        foreach (var (side, length, seconds) in new[] { (BodySide.Left, 0.5, 0.55), (BodySide.Right, 0.7, 0.65) })
        {
            var own = strides.Where(s => s.Side == side).ToArray();
            Assert.Equal(walker.Strides - 1, own.Length);
            Assert.All(own, s => Assert.Equal(length - walker.Foot(side).LeftOver(0), s.StepLengthLegs!.Value, 1e-4));
            Assert.All(own, s => Assert.Equal(seconds, s.StepSeconds!.Value, 1e-4));
            Assert.All(own, s => Assert.Equal(0.25, s.DoubleSupportSeconds!.Value, 2 * ScriptedFoot.CornerSeconds));
            Assert.All(own, s => Assert.Equal(1.2, s.StrideLengthLegs!.Value, 1e-4));
        }
    }
}
