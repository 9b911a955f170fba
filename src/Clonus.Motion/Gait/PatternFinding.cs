using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>The ways of walking that are looked for; in result files by the same names in snake_case.</summary>
public enum PatternName
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

public enum PatternVerdict
{
    Present,
    Absent,

    /// <summary>Markers, view or strides do not allow an answer.</summary>
    NotAssessable,
}

/// <summary>Whether one way of walking was seen, and how.</summary>
/// <param name="Side">The leg that does it; null for what is of the whole body.</param>
/// <param name="StridesShowing">Strides whose own measure lies beyond the limit.</param>
/// <param name="Confidence">Probability that the verdict is right, from the error of the measure; null when not assessable.</param>
/// <param name="Reason">What is missing, or what else there is to know; null when there is nothing.</param>
public sealed record PatternFinding(
    PatternName Name, BodySide? Side, PatternVerdict Verdict, int StridesShowing, int StridesAssessed, double? Confidence, string? Reason, ImmutableArray<Criterion> Criteria);
