using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>From one contact of a foot to its next: times, and what was measured in between. Null is not measured.</summary>
/// <param name="Rejected">Why the stride is left out of every mean and pattern; null where it counts.</param>
public sealed record Stride(
    BodySide Side, double StartSeconds, double FootOffSeconds, double EndSeconds, string? Rejected)
{
    public double StrideSeconds => EndSeconds - StartSeconds;

    public double StanceSeconds => FootOffSeconds - StartSeconds;

    public double SwingSeconds => EndSeconds - FootOffSeconds;

    public double StanceRatio => StanceSeconds / StrideSeconds;

    /// <summary>Both feet on the floor, within this stride.</summary>
    public double? DoubleSupportSeconds { get; init; }

    /// <summary>From the other foot's last contact to this stride's end.</summary>
    public double? StepSeconds { get; init; }

    /// <summary>How far the foot went over the floor.</summary>
    public double? StrideLengthLegs { get; init; }

    /// <summary>Null where no millimetres are known.</summary>
    public double? StrideLengthMillimetres { get; init; }

    /// <summary>How far ahead of the other foot this one is put down at this stride's end.</summary>
    public double? StepLengthLegs { get; init; }

    /// <summary>Null where no millimetres are known.</summary>
    public double? StepLengthMillimetres { get; init; }

    /// <summary>The same heel to heel, in lengths of the foot: at most 0.1 is a step up to the other foot.</summary>
    public double? StepBeyondFeet { get; init; }

    /// <summary>Of the sole against itself standing flat, at the stride's begin; positive with the toes up.</summary>
    public double? FootAngleAtContactDegrees { get; init; }

    /// <summary>How much later than the toe the heel came to rest; negative where it came first.</summary>
    public double? HeelAfterToeSeconds { get; init; }

    /// <summary>Thigh against the vertical, positive in flexion.</summary>
    public double? HipFlexionMaxDegrees { get; init; }

    /// <summary>Negative in extension.</summary>
    public double? HipFlexionMinDegrees { get; init; }

    /// <summary>Positive in flexion.</summary>
    public double? KneeAtContactDegrees { get; init; }

    /// <summary>Straightest in stance for at least 50 ms; positive in flexion.</summary>
    public double? KneeStanceDegrees { get; init; }

    /// <summary>When the knee passed the limit, after contact; null where it did not.</summary>
    public double? HyperextensionOnsetSeconds { get; init; }

    /// <summary>Most flexed in swing.</summary>
    public double? KneeSwingDegrees { get; init; }

    /// <summary>Positive in dorsiflexion.</summary>
    public double? AnkleMidSwingDegrees { get; init; }

    /// <summary>Mean over the stance that the trunk leans backward of the vertical; negative forward.</summary>
    public double? TrunkBackDegrees { get; init; }

    /// <summary>Furthest outward in swing, against the place it left or the other foot's track.</summary>
    public double? LateralLegs { get; init; }

    /// <summary>When, as a share of the swing.</summary>
    public double? LateralApexShare { get; init; }

    /// <summary>How much of it is taken back by contact.</summary>
    public double? LateralReturnedShare { get; init; }

    /// <summary>Between the feet's tracks, negative where they cross.</summary>
    public double? StepWidthLegs { get; init; }

    /// <summary>This side's highest over the other in its swing, against both feet's standing or, from the front, against the level; negative where it always hangs.</summary>
    public double? PelvisRiseDegrees { get; init; }

    /// <summary>Lowest of the toe in mid-swing over where it stands.</summary>
    public double? ToeClearanceLegs { get; init; }

    /// <summary>How far this standing heel rises from flat up to the other leg's mid-swing.</summary>
    public double? HeelRiseLegs { get; init; }

    /// <summary>Clonus beats; null where clonus is not assessable.</summary>
    public int? BeatsInStance { get; init; }

    /// <summary>Clonus beats; null where clonus is not assessable.</summary>
    public int? BeatsInSwing { get; init; }

    /// <summary>Short falls of the ankle's angle that come back, see <see cref="AnkleDips"/>.</summary>
    public int? AnkleDipsInStance { get; init; }

    /// <summary>The same in swing.</summary>
    public int? AnkleDipsInSwing { get; init; }
}
