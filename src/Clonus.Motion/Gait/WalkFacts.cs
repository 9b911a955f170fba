using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>The strides that count, and the medians of each leg.</summary>
public sealed record WalkFacts(ImmutableArray<Stride> Left, ImmutableArray<Stride> Right)
{
    // A step of hardly any length has no ratio: one of four centimetres stands for it, about what a step's length errs by.
    private const double ShortestStepLegs = 0.05;

    public static WalkFacts Of(ImmutableArray<Stride> strides) => new(
        [.. strides.Where(s => s.Side == BodySide.Left && s.Rejected is null)], [.. strides.Where(s => s.Side == BodySide.Right && s.Rejected is null)]);

    public ImmutableArray<Stride> Strides(BodySide side) => side == BodySide.Left ? Left : Right;

    public double? Median(BodySide side, Func<Stride, double?> measure) =>
        Strides(side).Select(measure).OfType<double>().ToArray() is { Length: > 0 } values ? values.Median() : null;

    public double? Mean(Func<Stride, double?> measure) =>
        Left.Concat(Right).Select(measure).OfType<double>().ToArray() is { Length: > 0 } values ? values.Average() : null;

    /// <summary>One side's median by the other's; null where one is nothing or less, as the step's length of a foot that is put down behind the other.</summary>
    public double? Ratio(BodySide side, Func<Stride, double?> measure) =>
        Median(side, measure) is > 0 and { } own && Median(side.Opposite, measure) is > 0 and { } other ? own / other : null;

    /// <summary>The larger of both sides' medians by the smaller: 1 where they are equal.</summary>
    public double? Asymmetry(Func<Stride, double?> measure) =>
        Median(BodySide.Left, measure) is { } left && Median(BodySide.Right, measure) is { } right
            ? Math.Max(left, right) / Math.Max(Math.Min(left, right), ShortestStepLegs)
            : null;
}
