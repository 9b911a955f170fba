using Clonus.Motion.Beats;
using Clonus.Motion.Clips;

namespace Clonus.Motion.Tests.Beats;

public class SustainedClonusRuleTests
{
    [Theory]
    [InlineData(RuleId.MoreThan5, null, 6)]
    [InlineData(RuleId.AtLeast5, null, 5)]
    [InlineData(RuleId.AtLeast3, null, 3)]
    [InlineData(RuleId.AtLeast10, null, 10)]
    [InlineData(RuleId.Infant, 3, 11)]
    [InlineData(RuleId.Infant, 8, 11)]
    [InlineData(RuleId.Infant, 9, 1)]
    public void Each_rule_has_its_number_and_says_that_textbooks_differ(RuleId rule, int? months, int beats)
    {
        var applied = SustainedClonusRule.Apply(new ClonusPolicy { Rule = rule, AgeMonths = months });

        Assert.Equal(beats, applied.MinBeats);
        Assert.Contains("3, 5 or 10", applied.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_number_replaces_the_rules()
    {
        var applied = SustainedClonusRule.Apply(new ClonusPolicy { SustainedMinBeats = 4 });

        Assert.Equal(4, applied.MinBeats);
        Assert.Contains("4", applied.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_infant_rule_needs_an_age()
    {
        var error = Assert.Throws<InputException>(() => SustainedClonusRule.Apply(new ClonusPolicy { Rule = RuleId.Infant }));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("--age-months", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleId.AtLeast5, 5, true)]
    [InlineData(RuleId.MoreThan5, 5, false)]
    [InlineData(RuleId.AtLeast10, 9, false)]
    [InlineData(RuleId.AtLeast10, 10, true)]
    public void The_same_clip_is_judged_by_the_rule_that_was_asked_for(RuleId rule, int beats, bool sustained)
    {
        var settings = new AnalysisSettings { Clonus = new ClonusPolicy { Rule = rule } };

        Assert.Equal(sustained, TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(beats, 5)), settings).Sustained);
    }
}
