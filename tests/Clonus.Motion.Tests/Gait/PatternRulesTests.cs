using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Each way of walking has one rule, and each of its limits divides what has it from what has not.</summary>
public class PatternRulesTests
{
    private const double Step = 1e-6;

    // Numbers that show each pattern with all its conditions well met.
    private static readonly Dictionary<PatternName, (string Measure, double Value)[]> Shown = new()
    {
        [PatternName.StepTo] = [("step_beyond_other_heel", -0.5)],
        [PatternName.Circumduction] = [("lateral_excursion", 0.12), ("apex_in_swing", 0.5), ("returned", 0.9)],
        [PatternName.AbductedSwing] = [("lateral_excursion", 0.12), ("returned", 0.1)],
        [PatternName.KneeHyperextension] = [("knee_stance", -14)],
        [PatternName.ToeFirstContact] = [("foot_angle_at_contact", -14), ("heel_after_toe", 0.1)],
        [PatternName.ToeFirstWithHyperextension] = [("foot_angle_at_contact", -14), ("knee_stance", -14), ("hyperextension_onset", 0.1)],
        [PatternName.BackwardLean] = [("trunk_back", 20)],
        [PatternName.HipHiking] = [("pelvis_rise_in_swing", 12)],
        [PatternName.Vaulting] = [("heel_rise_at_other_mid_swing", 0.06)],
        [PatternName.FootDrop] = [("ankle_mid_swing", -20)],
        [PatternName.StiffKnee] = [("knee_swing_peak", 20)],
        [PatternName.Scissoring] = [("step_width", -0.05)],
        [PatternName.ReducedStance] = [("stance_by_other_side", 0.7)],
        [PatternName.AsymmetricGait] = [("step_length_asymmetry", 1.5)],
        [PatternName.ClonusInStance] = [("beats_in_stance", 4)],
        [PatternName.ClonusInSwing] = [("beats_in_swing", 4)],
    };

    private static PatternFinding Find(PatternName name, params IEnumerable<(string Measure, double Value)> written)
    {
        // A step is the leg's that the other one steps up to, and the trunk is both legs'.
        Stride Written(Stride stride) => written.Aggregate(stride, (s, w) => PatternStrides.Writers[w.Measure](s, w.Value));
        var walk = name == PatternName.BackwardLean ? PatternStrides.Walk(s => s).Select(Written) : PatternStrides.Walk(Written, name == PatternName.StepTo ? BodySide.Left : BodySide.Right);
        return PatternStrides.Find(walk).Of(name, BodySide.Right);
    }

    public static TheoryData<PatternName> Names() => [.. Enum.GetValues<PatternName>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_has_exactly_one_rule_with_criteria_that_state_their_source(PatternName name)
    {
        var rule = Assert.Single(PatternRules.Table(Bouts.Policy), r => r.Name == name);

        Assert.NotEmpty(rule.Criteria);
        Assert.All(rule.Criteria, c => Assert.NotEmpty(c.Source));
        Assert.NotEqual(GaitView.Spatial, rule.View);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_meets_all_conditions_is_present_and_what_meets_none_is_absent(PatternName name)
    {
        var (present, absent) = (Find(name, Shown[name]), Find(name));

        Assert.Equal((PatternVerdict.Present, 5 * (present.Side is null ? 2 : 1)), (present.Verdict, present.StridesAssessed));
        Assert.Equal((PatternVerdict.Absent, 0), (absent.Verdict, absent.StridesShowing));
        Assert.InRange(present.Confidence!.Value, 0.95, 1);
        Assert.InRange(absent.Confidence!.Value, 0.95, 1);
    }

    [Theory]
    [InlineData(PatternName.StepTo, "step_beyond_other_heel", 0.1, 1)]
    [InlineData(PatternName.Circumduction, "lateral_excursion", 0.05, -1)]
    [InlineData(PatternName.Circumduction, "apex_in_swing", 0.3, -1)]
    [InlineData(PatternName.Circumduction, "apex_in_swing", 0.7, 1)]
    [InlineData(PatternName.Circumduction, "returned", 0.5, -1)]
    [InlineData(PatternName.AbductedSwing, "lateral_excursion", 0.05, -1)]
    [InlineData(PatternName.AbductedSwing, "returned", 0.5, 1)]
    [InlineData(PatternName.KneeHyperextension, "knee_stance", -5, 1)]
    [InlineData(PatternName.ToeFirstContact, "foot_angle_at_contact", -2, 1)]
    [InlineData(PatternName.ToeFirstContact, "heel_after_toe", -0.02, -1)]
    [InlineData(PatternName.ToeFirstWithHyperextension, "foot_angle_at_contact", -2, 1)]
    [InlineData(PatternName.ToeFirstWithHyperextension, "knee_stance", -5, 1)]
    [InlineData(PatternName.ToeFirstWithHyperextension, "hyperextension_onset", 0.3, 1)]
    [InlineData(PatternName.BackwardLean, "trunk_back", 10, -1)]
    [InlineData(PatternName.HipHiking, "pelvis_rise_in_swing", 5, -1)]
    [InlineData(PatternName.Vaulting, "heel_rise_at_other_mid_swing", 0.024, -1)]
    [InlineData(PatternName.FootDrop, "ankle_mid_swing", -5, 1)]
    [InlineData(PatternName.StiffKnee, "knee_swing_peak", 40, 1)]
    [InlineData(PatternName.Scissoring, "step_width", 0, 1)]
    [InlineData(PatternName.ReducedStance, "stance_by_other_side", 0.9, 1)]
    [InlineData(PatternName.AsymmetricGait, "stance_time_asymmetry", 1.1, -1)]
    [InlineData(PatternName.AsymmetricGait, "swing_time_asymmetry", 1.12, -1)]
    [InlineData(PatternName.AsymmetricGait, "step_length_asymmetry", 1.16, -1)]
    [InlineData(PatternName.ClonusInStance, "beats_in_stance", 2, -1)]
    [InlineData(PatternName.ClonusInSwing, "beats_in_swing", 2, -1)]
    public void A_limit_is_met_by_what_is_at_it_and_not_by_what_is_just_short_of_it(PatternName name, string measure, double limit, int beyond)
    {
        var others = name == PatternName.AsymmetricGait ? [] : Shown[name].Where(s => s.Measure != measure).ToArray();
        var step = measure.StartsWith("beats", StringComparison.Ordinal) ? 1 : Step;
        PatternFinding With(double value) => Find(name, [.. others, (measure, value)]);

        Assert.Equal(PatternVerdict.Present, With(limit).Verdict);
        Assert.Equal(PatternVerdict.Absent, With(limit + (beyond * step)).Verdict);
        Assert.Contains(With(limit).Criteria, c => c.Name == measure && c.Limit == limit && c.Met == true && Math.Abs(c.Measured!.Value - limit) < 1e-9);
    }

    [Theory]
    [InlineData(PatternName.Circumduction)]
    [InlineData(PatternName.AbductedSwing)]
    public void A_sideways_swing_counts_when_it_is_half_as_much_again_as_the_other_sides(PatternName name)
    {
        // The other foot goes out by 0.0625 legs, which alone would be beyond the limit.
        PatternFinding With(double times) => PatternStrides.Find(PatternStrides.Walk(stride => Shown[name].Aggregate(stride, (s, w) => PatternStrides.Writers[w.Measure](s, w.Value)) with { LateralLegs = times * 0.0625 })
            .Select(s => s.Side == BodySide.Left ? s with { LateralLegs = 0.0625 } : s)).Of(name, BodySide.Right);

        Assert.Equal(PatternVerdict.Present, With(1.5).Verdict);
        Assert.Equal(PatternVerdict.Absent, With(1.5 - Step).Verdict);
    }

    [Fact]
    public void A_knee_that_never_passes_its_limit_does_not_belong_to_the_contact()
    {
        var finding = Find(PatternName.ToeFirstWithHyperextension, ("foot_angle_at_contact", -14), ("knee_stance", -14));

        Assert.Equal(PatternVerdict.Absent, finding.Verdict);
        Assert.False(finding.Criteria.Single(c => c.Name == "hyperextension_onset").Met);
    }

    [Fact]
    public void Who_steps_up_to_a_leg_is_the_other_one()
    {
        var patterns = PatternStrides.Find(PatternStrides.Walk(s => s with { StepBeyondFeet = 0 }, BodySide.Left));

        Assert.Equal(PatternVerdict.Present, patterns.Of(PatternName.StepTo, BodySide.Right).Verdict);
        Assert.Equal(PatternVerdict.Absent, patterns.Of(PatternName.StepTo, BodySide.Left).Verdict);
    }
}
