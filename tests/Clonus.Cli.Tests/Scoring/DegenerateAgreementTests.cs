using System.Collections.Immutable;
using Clonus.Cli.Scoring;

namespace Clonus.Cli.Tests.Scoring;

/// <summary>Where a statistic does not exist it is null and says why: no number that is none, and no perfect agreement by accident.</summary>
public sealed class DegenerateAgreementTests
{
    [Theory]
    [InlineData("needs two pairs")]
    [InlineData("needs two pairs", 5, 5)]
    [InlineData("the clips do not differ", 5, 5, 5, 5, 5, 5)]
    [InlineData("the clips do not differ", 5, 6, 5, 6, 5, 6)]
    public void Counts_that_do_not_differ_have_no_correlation(string why, params int[] counts)
    {
        var found = IntraclassCorrelation.Of(Pairs(counts));

        Assert.Equal((null, null, null), (found.Value, found.Low, found.High));
        Assert.StartsWith(why, found.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_counts_that_differ_from_clip_to_clip_correlate_wholly_and_without_an_interval()
    {
        var found = IntraclassCorrelation.Of(Pairs([3, 3, 7, 7, 12, 12, 0, 0]));

        Assert.Equal((1, null, null), (found.Value, found.Low, found.High));
        Assert.Contains("equal", found.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_holds_the_correlation_whatever_the_counts()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var found = IntraclassCorrelation.Of(Pairs([.. Enumerable.Range(0, 2 * chance.Next(2, 12)).Select(_ => chance.Next(0, 1 + (round % 13)))]));
            if (found is { Value: { } value, Low: { } low, High: { } high })
                Assert.True(double.IsFinite(low) && double.IsFinite(high) && low <= value && value <= high && high <= 1, $"round {round}: {found}");
            else
                Assert.NotNull(found.Remark);
        }
    }

    [Fact]
    public void No_difference_has_no_bias_and_one_has_no_limits()
    {
        var (none, one) = (BlandAltman.Of([]), BlandAltman.Of([-2]));

        Assert.Equal((null, null), (none.Bias.Value, none.LowerLimit.Value));
        Assert.Equal((-2, null, null, null), (one.Bias.Value, one.Bias.Low, one.Sd, one.UpperLimit.Value));
        Assert.All([none.Bias, none.LowerLimit, one.Bias, one.UpperLimit], e => Assert.NotNull(e.Remark));
    }

    [Fact]
    public void Differences_that_are_all_the_same_have_limits_and_no_interval()
    {
        var found = BlandAltman.Of([1, 1, 1]);

        Assert.All([found.Bias, found.LowerLimit, found.UpperLimit], e => Assert.Equal((1, null, null), (e.Value, e.Low, e.High)));
        Assert.Contains("equal", found.Bias.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "no pairs", 0, 0, 0, 0)]
    [InlineData(null, "same answer", 9, 0, 0, 0)]
    [InlineData(null, "same answer", 0, 0, 0, 4)]
    [InlineData(1.0, "every clip", 5, 0, 0, 4)]
    [InlineData(0.0, "kappa is 0", 9, 1, 0, 0)]
    [InlineData(0.0, "kappa is 0", 0, 0, 3, 6)]
    public void Kappa_without_an_interval_says_why(double? value, string why, int both, int raterOnly, int referenceOnly, int neither)
    {
        var found = CohenKappa.Of(both, raterOnly, referenceOnly, neither);

        Assert.Equal((value, null, null), (found.Value, found.Low, found.High));
        Assert.Contains(why, found.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Kappas_interval_stays_within_its_range()
    {
        Assert.Equal(1, CohenKappa.Of(2, 1, 0, 3).High);
        Assert.Equal(-12.0 / 13, CohenKappa.Of(0, 2, 3, 0).Value!.Value, 1e-12);
        Assert.Equal(-1, CohenKappa.Of(0, 2, 3, 0).Low);
    }

    [Fact]
    public void Nobody_s_beats_have_neither_precision_nor_recall()
    {
        var clip = ComparedClip.Of(new ObservedSide("a", default, ComparisonStatus.Compared, new Observation(0, 0, [], null), new Observation(0, 0, [], null)), 0.04);

        var found = BeatAgreement.Of([clip]);

        Assert.Equal((1, 0, null, null, null, null, null), (found.Clips, found.ClipsWithBeats, found.Precision, found.Recall, found.F1, found.F1MeanOfClips, found.Timing.MeanSeconds));
    }

    private static ImmutableArray<ImmutableArray<double>> Pairs(int[] counts) =>
        [.. counts.Chunk(2).Select(pair => pair.Select(c => (double)c).ToImmutableArray())];
}
