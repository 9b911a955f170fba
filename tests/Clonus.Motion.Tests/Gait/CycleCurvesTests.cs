using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A joint's curve over the cycle is the mean of the strides that count, from contact to contact.</summary>
public class CycleCurvesTests
{
    private static JointCurves Curves(Func<double, double?> hipDegrees, params Stride[] strides)
    {
        var bout = Bouts.Of(
            Bouts.Times(6), GaitView.Sagittal, (BodySide.Left, Landmark.Hip, _ => new SpacePoint(0, 1, 0)),
            (BodySide.Left, Landmark.Knee, t => hipDegrees(t) is { } d ? new SpacePoint(0.5 * Math.Sin(double.DegreesToRadians(d)), 1 - (0.5 * Math.Cos(double.DegreesToRadians(d))), 0) : null));
        return CycleCurves.Of([Bouts.Walked(bout)], WalkFacts.Of([.. strides])).Single();
    }

    private static Stride Stride(double start, double end, string? rejected = null) => new(BodySide.Left, start, start + (0.6 * (end - start)), end, rejected);

    [Fact]
    public void Strides_of_unequal_length_are_laid_over_each_other_by_their_share()
    {
        // Each stride rises from 0 to 40 degrees, within 1 s and within 2 s.
        var curves = Curves(t => t < 2 ? 40 * (t - 1) : 20 * (t - 2), Stride(1, 2), Stride(2, 4));

        Assert.Equal((BodySide.Left, 2, 51), (curves.Side, curves.Strides, curves.CyclePercent.Length));
        Assert.Equal([0, 2, 4], curves.CyclePercent.Take(3));
        Assert.Equal(100, curves.CyclePercent[^1]);
        for (var k = 1; k < 50; k++)
            Assert.Equal(0.4 * curves.CyclePercent[k], curves.HipDegrees[k]!.Value, 1e-6);
    }

    [Fact]
    public void A_rejected_stride_is_not_in_the_mean()
    {
        var curves = Curves(t => t < 3 ? 10 : 50, Stride(1, 2), Stride(3.5, 5, StrideBuilder.Turn));

        Assert.Equal(1, curves.Strides);
        Assert.All(curves.HipDegrees, v => Assert.Equal(10, v!.Value, 1e-9));
    }

    [Fact]
    public void What_was_never_measured_is_unknown_and_a_hole_of_one_stride_is_filled_by_the_others()
    {
        var curves = Curves(t => t is > 1.4 and < 1.6 ? null : 10, Stride(1, 2), Stride(2, 3));
        var alone = Curves(t => t is > 1.4 and < 1.6 ? null : 10, Stride(1, 2));

        Assert.All(curves.KneeDegrees, v => Assert.Null(v));
        Assert.All(curves.HipDegrees, v => Assert.Equal(10, v!.Value, 1e-9));
        Assert.Null(alone.HipDegrees[25]);
        Assert.NotNull(alone.HipDegrees[10]);
    }

    [Fact]
    public void From_the_front_no_curve_is_drawn()
    {
        var bout = Bouts.Of(Bouts.Times(6), GaitView.Frontal, (BodySide.Left, Landmark.Hip, _ => new SpacePoint(0, 1, 0)));

        Assert.Empty(CycleCurves.Of([Bouts.Walked(bout)], WalkFacts.Of([Stride(1, 2)])));
    }
}
