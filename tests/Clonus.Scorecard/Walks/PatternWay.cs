using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>How far a walker has truly gone from normal to a pattern's limit: 0 is what people without any of it do, about, and 1 is at the limit.</summary>
internal static class PatternWay
{
    private static readonly ImmutableDictionary<WalkPatternName, double> Normal = new Dictionary<WalkPatternName, double>
    {
        [WalkPatternName.StepTo] = 1.6, [WalkPatternName.Circumduction] = 0.012, [WalkPatternName.AbductedSwing] = 0, [WalkPatternName.KneeHyperextension] = 5,
        [WalkPatternName.ToeFirstContact] = 12, [WalkPatternName.ToeFirstWithHyperextension] = 0, [WalkPatternName.BackwardLean] = -3, [WalkPatternName.HipHiking] = 0,
        [WalkPatternName.Vaulting] = 3, [WalkPatternName.FootDrop] = 0, [WalkPatternName.StiffKnee] = 62, [WalkPatternName.Scissoring] = 100, [WalkPatternName.ReducedStance] = 1,
        [WalkPatternName.AsymmetricGait] = 1, [WalkPatternName.ClonusInStance] = 0, [WalkPatternName.ClonusInSwing] = 0,
    }.ToImmutableDictionary();

    // Fewer beats in a phase are neither a rhythm there nor none.
    private const int FewestBeats = 2;

    /// <summary>Null where it cannot be said.</summary>
    /// <param name="side">Of the leg that does it; null for what is of the whole body.</param>
    public static double? Of(WalkTruth truth, PatternName name, BodySide? side) => name switch
    {
        PatternName.AsymmetricGait => Asymmetry(truth),
        PatternName.ClonusInStance or PatternName.ClonusInSwing when Beats(truth, side!.Value, name == PatternName.ClonusInSwing) is > 0 and < FewestBeats => null,
        _ => truth.Patterns
            .Where(p => p.Name.ToString() == name.ToString() && p.Value is not null && (side is null || p.Side == TrueSide(name, side.Value)))
            .Max(p => (p.Value - Normal[p.Name]) / (p.Limit - Normal[p.Name])),
    };

    // Truth names the affected leg, findings the leg that does it: who vaults stands on the other.
    private static BodySide TrueSide(PatternName name, BodySide side) => name != PatternName.Vaulting ? side : side.Opposite;

    private static double Beats(WalkTruth truth, BodySide side, bool inSwing) =>
        truth.Legs.Single(leg => leg.Side == side).Strides.Select(stride => (double)stride.Beats.Count(beat => beat.InSwing == inSwing)).DefaultIfEmpty(0).Median();

    // Any of the three is enough, each by its own limit: twice as far from 1 as healthy people are (Patterson 2010).
    private static double? Asymmetry(WalkTruth truth)
    {
        double Way(Func<WalkStride, double> measure, double limit)
        {
            var (left, right) = (Usual(BodySide.Left), Usual(BodySide.Right));
            return ((Math.Max(left, right) / Math.Max(Math.Min(left, right), double.Epsilon)) - 1) / (limit - 1);

            double Usual(BodySide side) => truth.Legs.Single(leg => leg.Side == side).Strides.Select(measure).Median();
        }

        return truth.Legs.Any(leg => leg.Strides.IsEmpty)
            ? null
            : new[] { Way(s => s.StanceSeconds, 1.10), Way(s => s.NextContactSeconds - s.FootOffSeconds, 1.12), Way(s => s.StepMillimetres, 1.16) }.Max();
    }
}
