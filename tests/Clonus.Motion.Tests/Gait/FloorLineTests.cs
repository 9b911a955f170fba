using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>The floor runs through the places where the feet stand.</summary>
public class FloorLineTests
{
    private static WalkedBout Walk(double slopeDegrees, int stances = 4, double stride = 1.2, double floor = 0)
    {
        // Each stance a stride further, and the heel lifted at its ends.
        var slope = Math.Tan(double.DegreesToRadians(slopeDegrees));
        var bout = Bouts.Of(Bouts.Times(stances + 1.5), GaitView.Sagittal, (BodySide.Left, Landmark.Heel, t =>
        {
            var x = stride * Math.Floor(t);
            return new SpacePoint(x, 0.05 + (slope * x) + Math.Max(0, Math.Abs(t - Math.Floor(t) - 0.3) - 0.2), 0);
        }));
        return Bouts.Walked(bout, Bouts.Steps(BodySide.Left, [.. Enumerable.Range(0, stances + 1).Select(k => Bouts.Swing(k - 0.3, k + 0.05))])) with { Floor = new SpacePoint(floor, 0, 0) };
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-3)]
    public void Its_slope_is_that_of_the_places_at_which_the_heels_are_lowest(double degrees) => Assert.Equal(degrees, FloorLine.SlopeDegrees([Walk(degrees)])!.Value, 1e-6);

    [Fact]
    public void Two_stances_are_too_few_and_feet_that_stand_together_are_no_line()
    {
        Assert.Null(FloorLine.SlopeDegrees([Walk(5, stances: 2)]));
        Assert.Null(FloorLine.SlopeDegrees([Walk(5, stride: 0.1)]));
    }

    [Fact]
    public void What_is_uphill_one_way_is_downhill_the_other_and_the_longer_stretch_tells() =>
        Assert.Equal(5, FloorLine.SlopeDegrees([Walk(-5, stances: 3), Walk(5, stances: 6), Walk(-5, stances: 3)])!.Value, 1e-6);

    [Fact]
    public void A_belt_has_no_slope_that_the_feet_could_tell() => Assert.Null(FloorLine.SlopeDegrees([Walk(5, floor: -1)]));
}
