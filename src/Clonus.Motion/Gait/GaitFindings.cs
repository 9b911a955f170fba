using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

public enum GaitStatus
{
    /// <summary>At least two steps.</summary>
    Walking,

    /// <summary>The feet were seen and stay, or are moved without stepping.</summary>
    NotWalking,

    /// <summary>The markers do not tell; <see cref="GaitFindings.Reason"/> says what is missing.</summary>
    NotAssessable,
}

/// <summary>Which planes of the body the positions show.</summary>
public enum GaitView
{
    Sagittal,
    Frontal,

    /// <summary>Positions in a room show both.</summary>
    Spatial,
}

/// <summary>Where to a person walks in the picture.</summary>
public enum GaitDirection
{
    Left,
    Right,

    /// <summary>To and fro: each stretch has its own.</summary>
    Both,
    Towards,
    Away,
}

/// <summary>The leg that the clonus is in.</summary>
/// <param name="Side">Null where nobody named it and the walk does not show it.</param>
/// <param name="Inferred">True where it was told from the walk.</param>
public sealed record AffectedSide(BodySide? Side, bool Inferred);

/// <summary>How alike the sides are: 1 where they are equal.</summary>
/// <param name="StanceTimeRatio">The larger by the smaller.</param>
/// <param name="Formula">How the ratios are made, in words: the literature has eight ways.</param>
public sealed record GaitSymmetry(double? StanceTimeRatio, double? SwingTimeRatio, double? StepTimeRatio, double? StepLengthRatio, string Formula);

/// <summary>One leg's mean joint angles over the cycle, from contact to the next contact of the same foot.</summary>
/// <param name="Strides">How many strides are in the mean.</param>
/// <param name="CyclePercent">0 to 100.</param>
/// <param name="HipDegrees">Thigh against the vertical, positive in flexion; null where it was not measured.</param>
/// <param name="KneeDegrees">Hip–knee–ankle, 0 where straight, positive in flexion.</param>
/// <param name="AnkleDegrees">Positive in dorsiflexion; 0 where the sole is square to the shank.</param>
public sealed record JointCurves(
    BodySide Side, int Strides, ImmutableArray<double> CyclePercent,
    ImmutableArray<double?> HipDegrees, ImmutableArray<double?> KneeDegrees, ImmutableArray<double?> AnkleDegrees);

/// <summary>How the person walks. Null is unknown. Lengths are in lengths of the leg (hip to ankle), for no picture tells millimetres by itself.</summary>
/// <param name="Reason">Why nothing was assessed; null when walking.</param>
/// <param name="Treadmill">True where the person stays in place over a moving floor.</param>
/// <param name="LegLengthMillimetres">Hip to ankle in the positions' unit: mm in a room or with a scale, else null.</param>
/// <param name="FloorSlopeDegrees">Of the line through the standing feet, positive uphill; of a picture also the camera's tilt.</param>
/// <param name="StepLengthRatio">Left by right.</param>
/// <param name="StanceRatioLeft">Stance as a share of the stride. As all that compares times within a stride, null from the front.</param>
public sealed record GaitFindings(
    GaitStatus Status,
    string? Reason,
    GaitView? View,
    GaitDirection? Direction,
    bool? Treadmill,
    double? CadencePerMinute,
    double? SpeedLegsPerSecond,
    double? SpeedMillimetresPerSecond,
    double? LegLengthMillimetres,
    int StridesLeft,
    int StridesRight,
    double? StepLengthRatio,
    double? StanceRatioLeft,
    double? StanceRatioRight,
    double? DoubleSupportRatio,
    double? FloorSlopeDegrees,
    GaitSymmetry? Symmetry,
    AffectedSide Affected,
    ImmutableArray<PatternFinding> Patterns,
    ImmutableArray<JointCurves> Cycles,
    ImmutableArray<GaitEvent> Events,
    ImmutableArray<Stride> Strides);
