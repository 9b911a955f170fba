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
    }.ToImmutableDictionary();

    // Beats are asked for as the ankle shows them, not as they would be on a still ankle, and as deep as the finding asks for them.
    private static readonly GaitPolicy Policy = new();
    private const double NearSeconds = 0.2;

    /// <summary>Null where it cannot be said.</summary>
    /// <param name="side">Of the leg that does it; null for what is of the whole body.</param>
    public static double? Of(WalkTruth truth, PatternName name, BodySide? side) => name switch
    {
        PatternName.AsymmetricGait => Asymmetry(truth),
        PatternName.ClonusInStance => Beats(truth, side!.Value, inSwing: false) is { Any: true } beats ? beats.Degrees / Policy.DipDegrees : 0,
        PatternName.ClonusInSwing => Beats(truth, side!.Value, inSwing: true) is { Any: true } beats ? beats.Degrees / Policy.SwingDipDegrees : 0,

        // Where a heel, or an ankle, is at one instant of its beating says nothing.
        PatternName.Vaulting when Beats(truth, side!.Value, inSwing: false).Any => null,
        PatternName.FootDrop when Beats(truth, side!.Value, inSwing: true).Any => null,
        _ => truth.Patterns
            .Where(p => p.Name.ToString() == name.ToString() && p.Value is not null && (side is null || p.Side == TrueSide(name, side.Value)))
            .Max(p => (p.Value - Normal[p.Name]) / (p.Limit - Normal[p.Name])),
    };

    // Truth names the affected leg, findings the leg that does it: who vaults stands on the other.
    private static BodySide TrueSide(PatternName name, BodySide side) => name != PatternName.Vaulting ? side : side.Opposite;

    // Whether the leg beats in its stance, or its swing, and how deep the second beat of the usual one is; null where that has one alone, which is neither a rhythm nor none.
    private static (bool Any, double? Degrees) Beats(WalkTruth truth, BodySide side, bool inSwing)
    {
        var leg = truth.Legs.Single(leg => leg.Side == side);
        var beats = leg.Strides.Select(stride => stride.Beats.Where(beat => beat.InSwing == inSwing).Select(Depth).OrderDescending().ToArray()).ToArray();
        var any = beats.Any(b => b.Length > 0);
        return (any, any && beats.Select(b => (double)b.Length).Median() >= Policy.MinPhaseBeats ? beats.Select(b => b.ElementAtOrDefault(1)).Median() : null);

        // What the ankle falls by and comes back by.
        double Depth(WalkBeat beat)
        {
            double Crest(double from, double to) =>
                truth.FrameTimesSeconds.Zip(leg.AnkleDegrees).Where(a => a.First >= from && a.First <= to).Select(a => a.Second).DefaultIfEmpty(double.NegativeInfinity).Max();
            var trough = truth.FrameTimesSeconds.Zip(leg.AnkleDegrees).MinBy(a => Math.Abs(a.First - beat.TimeSeconds)).Second;
            return Math.Max(Math.Min(Crest(beat.TimeSeconds - NearSeconds, beat.TimeSeconds), Crest(beat.TimeSeconds, beat.TimeSeconds + NearSeconds)) - trough, 0);
        }
    }

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
