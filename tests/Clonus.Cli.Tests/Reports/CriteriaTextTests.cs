using Clonus.Cli.Reports;
using Clonus.Motion;
using Clonus.Motion.Beats;

namespace Clonus.Cli.Tests.Reports;

public sealed class CriteriaTextTests
{
    // As it is found, with numbers of our own.
    private static readonly ClonusEpisode Found = With(
        Legs.Result(Legs.Stretched(8)).Sides.Left!.Clonus.Episodes.Single(),
        ("frequency_low", 5.52), ("frequency_high", 5.52), ("interval_cv", 0.034), ("first_interval_longest", 1.284), ("stretch_size", 15.3), ("stretch_speed", 110.4), ("latency", 0.066));

    [Fact]
    public void What_is_met_and_what_could_not_be_measured_stand_apart()
    {
        Assert.Equal(
            [
                "met: 5.5 Hz (2.5 to 10); intervals vary by 3 % (at most 30); first interval 1.28 times the later ones (at least 1); "
                + "stretch of 15.3° (at least 5); stretch at 110°/s (at least 50); first beat 0.07 s after the stretch ended (at most 0.5)",
                "not measured: end on release (no release seen); one side only (only one side has markers)",
            ],
            Lines(Found));
    }

    [Theory]
    [InlineData("frequency_high", 10.2, "not met: 10.2 Hz (2.5 to 10)")]
    [InlineData("interval_cv", 0.42, "not met: intervals vary by 42 % (at most 30)")]
    [InlineData("ends_on_release", 1.25, "not met: stopped 1.25 s after the release (at most 0.3)")]
    [InlineData("ends_on_release", -0.5, "; stopped 0.50 s before the release")]
    [InlineData("one_side_only", 2.0, "not met: one side only (both oscillate at the same time)")]
    [InlineData("one_side_only", 1.0, "; one side only")]
    [InlineData("stretch_size", 4.0, "not met: stretch of 4.0° (at least 5)")]
    [InlineData("interval_cv", null, "not measured: regularity (too few beats)")]
    public void Each_is_said_with_its_number_its_limit_and_its_unit(string name, double? value, string words)
    {
        // Both ends of the band are held against one frequency.
        var changed = name == "frequency_high" ? With(Found, (name, value), ("frequency_low", value)) : With(Found, (name, value));

        Assert.Contains(words, string.Join('\n', Lines(changed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Truncation.None, "no stretch seen")]
    [InlineData(Truncation.Start, "the onset was not seen")]
    public void A_stretch_that_nobody_saw_is_not_measured_and_the_reason_is_given(Truncation truncated, string reason)
    {
        var episode = With(Found, ("stretch_size", null), ("stretch_speed", null), ("latency", null), ("ends_on_release", null)) with
        {
            Trigger = TriggerKind.None,
            Truncated = truncated,
        };

        var lines = Lines(episode);

        Assert.Contains($"not measured: stretch size, stretch speed, latency, end on release ({reason}); one side only", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.StartsWith("not met", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_stretch_came_before_that_is_the_criterion_that_is_not_met()
    {
        var episode = With(Found, ("trigger", 0), ("stretch_size", null), ("stretch_speed", null), ("latency", null), ("ends_on_release", null)) with { Trigger = TriggerKind.None };

        Assert.Equal(
            [
                "met: 5.5 Hz (2.5 to 10); intervals vary by 3 % (at most 30); first interval 1.28 times the later ones (at least 1)",
                "not met: no stretch large and fast enough just before it",
                "not measured: one side only (only one side has markers)",
            ],
            Lines(episode));
    }

    [Fact]
    public void A_criterion_without_words_of_its_own_is_said_all_the_same()
    {
        var lines = Lines(Found with { Criteria = [new Criterion("share_of_luck", 0.25, 0.5, ">=", "ratio", false, "")] });

        Assert.Equal(["not met: share of luck 0.25 (at least 0.5)"], lines);
    }

    [Fact]
    public void The_other_side_was_filmed_but_not_well()
    {
        Assert.EndsWith("one side only (the other side was not seen well enough)", Lines(Found, bothSides: true)[^1], StringComparison.Ordinal);
    }

    private static ClonusEpisode With(ClonusEpisode episode, params (string Name, double? Measured)[] changes) => episode with
    {
        Criteria = [.. episode.Criteria.Select(c => changes.FirstOrDefault(change => change.Name == c.Name) is (not null, var value)
            ? c with { Measured = value, Met = c.Comparison == ">=" ? value >= c.Limit : value <= c.Limit }
            : c)],
    };

    private static string[] Lines(ClonusEpisode episode, bool bothSides = false) =>
        [.. CriteriaText.Lines(TextStyle.Plain, episode, bothSides).Select(line => line.Replace('\u00a0', ' '))];
}
