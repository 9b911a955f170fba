using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class ComotionTests
{
    private static readonly ImagePoint Steady = new(7, -1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 2)]
    public void What_moves_as_one_is_0_apart_what_moves_alone_1_and_what_moves_to_opposite_sides_2(double share, double apart) =>
        Assert.Equal(apart, Comotion.StepsApart(Places(40, share), 5), 0.02);

    [Fact]
    public void From_a_few_frames_or_at_rest_nothing_is_known()
    {
        Assert.Equal(double.PositiveInfinity, Comotion.StepsApart(Places(5, 1), 5));
        Assert.Equal(double.PositiveInfinity, Comotion.StepsApart(Enumerable.Repeat(((ImagePoint, ImagePoint)?)(Steady, Steady), 40), 5));
        // Every other frame only: no step at all.
        Assert.Equal(double.PositiveInfinity, Comotion.StepsApart(Places(40, 1).Select((place, i) => i % 2 == 0 ? place : null), 5));
    }

    /// <summary>Both go along; one swings, the other by a share of it.</summary>
    private static IEnumerable<(ImagePoint First, ImagePoint Second)?> Places(int count, double share) => Enumerable.Range(0, count).Select(i =>
    {
        var swing = new ImagePoint(0, 20 * Math.Sin(2 * Math.PI * i / 10));
        return ((ImagePoint, ImagePoint)?)((Steady * i) + swing, (Steady * i) + new ImagePoint(50, 0) + (swing * share));
    });
}
