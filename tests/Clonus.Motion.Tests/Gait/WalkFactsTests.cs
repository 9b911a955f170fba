using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Each leg's median, and both legs against each other.</summary>
public class WalkFactsTests
{
    private static Stride With(BodySide side, double? step, string? rejected = null) => new(side, 0, 0.7, 1.2, rejected) { StepLengthLegs = step };

    private static readonly WalkFacts Walk = WalkFacts.Of(
    [
        With(BodySide.Left, 0.4), With(BodySide.Left, 0.5), With(BodySide.Left, 0.9), With(BodySide.Left, null), With(BodySide.Left, 7, StrideBuilder.Turn),
        With(BodySide.Right, 0.6), With(BodySide.Right, 0.8),
    ]);

    [Fact]
    public void A_legs_value_is_the_median_of_the_strides_that_count_and_show_it()
    {
        Assert.Equal(0.5, Walk.Median(BodySide.Left, s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Equal(0.7, Walk.Median(BodySide.Right, s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Null(Walk.Median(BodySide.Right, s => s.StepWidthLegs));
        Assert.Equal((0.4 + 0.5 + 0.9 + 0.6 + 0.8) / 5, Walk.Mean(s => s.StepLengthLegs)!.Value, 1e-9);
    }

    [Fact]
    public void Sides_compare_as_the_one_by_the_other_or_the_larger_by_the_smaller()
    {
        Assert.Equal(0.5 / 0.7, Walk.Ratio(BodySide.Left, s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Equal(0.7 / 0.5, Walk.Ratio(BodySide.Right, s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Equal(1.4, Walk.Asymmetry(s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Null(Walk.Asymmetry(s => s.StepWidthLegs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.2)]
    public void A_step_of_no_length_or_behind_is_as_asymmetric_as_one_that_can_hardly_be_measured_and_has_no_ratio(double step)
    {
        var walk = WalkFacts.Of([With(BodySide.Left, step), With(BodySide.Right, 0.6)]);

        Assert.Equal(0.6 / 0.05, walk.Asymmetry(s => s.StepLengthLegs)!.Value, 1e-9);
        Assert.Null(walk.Ratio(BodySide.Left, s => s.StepLengthLegs));
        Assert.Null(walk.Ratio(BodySide.Right, s => s.StepLengthLegs));
    }
}
