using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>What is true of one pattern on one side.</summary>
/// <param name="Side">The leg that has it, or would have it.</param>
/// <param name="Severity">What was asked for; 0 where nothing was.</param>
/// <param name="Value">Median over the strides of what the walker does, in the unit; null without a whole stride.</param>
/// <param name="Comparison">at_least or at_most: how the value passes the limit.</param>
/// <param name="Present">Whether it does; null without a whole stride.</param>
public sealed record WalkPatternTruth(WalkPatternName Name, BodySide Side, double Severity, double? Value, double Limit, string Unit, string Comparison, bool? Present)
{
    // A knee is straightened early enough to belong to the contact within these times after it.
    private static readonly (double From, double Until) SoonAfterContact = (0.05, 0.25);

    private const double MostAsymmetric = 20;

    /// <summary>Every pattern on both sides, whether the walker was asked for it or not.</summary>
    /// <param name="normal">How this walker would walk without any pattern.</param>
    internal static ImmutableArray<WalkPatternTruth> All(ImmutableArray<WalkStride> strides, WalkMotion motion, WalkerBody body, WalkerGait normal) =>
    [
        .. WalkPatternLimit.All.SelectMany(limit => new[] { BodySide.Left, BodySide.Right }.Select(side =>
        {
            double[] values = [.. strides.Where(stride => stride.Side == side).Select(stride => Measured(limit.Name, stride, body, normal.Leg(side)))];
            double? value = values.Length == 0 ? null : Median(values);
            var severity = side == motion.AffectedSide ? motion.Patterns.Where(p => p.Name == limit.Name).Select(p => p.Severity).DefaultIfEmpty(0).Max() : 0;
            return new WalkPatternTruth(
                limit.Name, side, severity, limit.Name == WalkPatternName.AsymmetricGait && value is { } ratio ? Longer(ratio) : value, limit.Limit, limit.Unit, limit.Comparison,
                value is { } v ? limit.IsPassedBy(limit.Name == WalkPatternName.AsymmetricGait ? Longer(v) : v) : null);
        })),
    ];

    private static double Measured(WalkPatternName name, WalkStride stride, WalkerBody body, LegGait normal) => name switch
    {
        WalkPatternName.StepTo => stride.OtherStepMillimetres / body.FootMillimetres,
        WalkPatternName.Circumduction => stride.CircumductionMillimetres / body.Leg,
        WalkPatternName.AbductedSwing => stride.OutwardMillimetres / body.Leg,
        WalkPatternName.KneeHyperextension => stride.StraightestKneeDegrees,
        WalkPatternName.ToeFirstContact => stride.SoleDegrees,
        WalkPatternName.ToeFirstWithHyperextension => Both(stride, normal),
        WalkPatternName.BackwardLean => stride.LeanBackDegrees,
        WalkPatternName.HipHiking => stride.PelvisUpDegrees,
        WalkPatternName.Vaulting => stride.OtherHeelMillimetres,
        WalkPatternName.FootDrop => stride.SwingAnkleDegrees,
        WalkPatternName.StiffKnee => stride.SwingKneeDegrees,
        WalkPatternName.Scissoring => stride.WidthMillimetres,
        WalkPatternName.ReducedStance => stride.StanceSeconds / stride.OtherStanceSeconds,
        WalkPatternName.AsymmetricGait => Asymmetry(stride.StepMillimetres, stride.OtherStepMillimetres),
        WalkPatternName.ClonusInStance => stride.ClonusDegrees(inSwing: false),
        WalkPatternName.ClonusInSwing => stride.ClonusDegrees(inSwing: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "a walker has no such pattern"),
    };

    // The share of the way to their limits that both have gone in this stance; nothing where the knee is straight at another time.
    private static double Both(WalkStride stride, LegGait normal)
    {
        double Share(WalkPatternName name, double from, double value) => (value - from) / (WalkPatternLimit.Of(name).Limit - from);
        var toe = Share(WalkPatternName.ToeFirstContact, normal.ContactPitch, stride.SoleDegrees);
        var knee = Share(WalkPatternName.KneeHyperextension, normal.StraightKnee, stride.StraightestKneeDegrees);
        return stride.StraightAfterSeconds >= SoonAfterContact.From && stride.StraightAfterSeconds <= SoonAfterContact.Until ? Math.Max(Math.Min(toe, knee), 0) : 0;
    }

    // Of the two steps, so that strides with the one longer and with the other longer make up for each other.
    private static double Asymmetry(double step, double otherStep)
    {
        var least = Math.Max(Math.Abs(step), Math.Abs(otherStep)) / MostAsymmetric;
        return Math.Max(step, least) / Math.Max(otherStep, least);
    }

    private static double Longer(double ratio) => Math.Max(ratio, 1 / ratio);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
