using System.Collections.Immutable;

namespace Clonus.Synthesis.Walking;

/// <summary>What a walk may show; the names are the contract's in snake_case.</summary>
public enum WalkPatternName
{
    StepTo,
    Circumduction,
    AbductedSwing,
    KneeHyperextension,
    ToeFirstContact,
    ToeFirstWithHyperextension,
    BackwardLean,
    HipHiking,
    Vaulting,
    FootDrop,
    StiffKnee,
    Scissoring,
    ReducedStance,
    AsymmetricGait,
    ClonusInStance,
    ClonusInSwing,
}

/// <summary>A pattern that a walker shows.</summary>
/// <param name="Severity">Share of the way from this walker's own normal value to the limit: 0 normal, 1 at the limit, 2 as far beyond it.</param>
public sealed record WalkPattern(WalkPatternName Name, double Severity);

/// <summary>From where on a pattern is present.</summary>
/// <param name="Unit">foot_lengths, leg_lengths, deg, mm, share or ratio.</param>
/// <param name="Comparison">at_least or at_most.</param>
public sealed record WalkPatternLimit(WalkPatternName Name, double Limit, string Unit, string Comparison)
{
    private const string AtLeast = "at_least";
    private const string AtMost = "at_most";

    /// <summary>
    /// One row a pattern. The numbers are this simulator's own copy and no detector's: a detector that changes its mind must not change what is true.
    /// Their sources are the gait literature as far as it has any: step-to after the Wisconsin Gait Scale, stiff knee below 40 degrees, recurvatum beyond 5 degrees;
    /// the others are engineering choices where nothing is published.
    /// </summary>
    public static readonly ImmutableArray<WalkPatternLimit> All =
    [
        new(WalkPatternName.StepTo, 0.1, "foot_lengths", AtMost),
        new(WalkPatternName.Circumduction, 0.05, "leg_lengths", AtLeast),
        new(WalkPatternName.AbductedSwing, 0.05, "leg_lengths", AtLeast),
        new(WalkPatternName.KneeHyperextension, -5, "deg", AtMost),
        new(WalkPatternName.ToeFirstContact, -2, "deg", AtMost),
        new(WalkPatternName.ToeFirstWithHyperextension, 1, "share", AtLeast),
        new(WalkPatternName.BackwardLean, 10, "deg", AtLeast),
        new(WalkPatternName.HipHiking, 5, "deg", AtLeast),
        new(WalkPatternName.Vaulting, 20, "mm", AtLeast),
        new(WalkPatternName.FootDrop, -5, "deg", AtMost),
        new(WalkPatternName.StiffKnee, 40, "deg", AtMost),
        new(WalkPatternName.Scissoring, 0, "mm", AtMost),
        new(WalkPatternName.ReducedStance, 0.90, "ratio", AtMost),
        new(WalkPatternName.AsymmetricGait, 1.16, "ratio", AtLeast),
        new(WalkPatternName.ClonusInStance, 6, "deg", AtLeast),
        new(WalkPatternName.ClonusInSwing, 6, "deg", AtLeast),
    ];

    public static WalkPatternLimit Of(WalkPatternName name) => All.Single(limit => limit.Name == name);

    public bool IsPassedBy(double measured) => Comparison == AtLeast ? measured >= Limit : measured <= Limit;

    /// <summary>What a walker of this normal value shows at a severity.</summary>
    public double Towards(double normal, double severity) => normal + (severity * (Limit - normal));
}
