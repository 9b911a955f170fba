using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>From one contact of a foot to its next: times, and what was measured in between. Null is not measured.</summary>
/// <param name="Rejected">Why the stride is left out of every mean and pattern; null where it counts.</param>
/// <param name="DoubleSupportSeconds">Both feet on the floor, within this stride.</param>
/// <param name="StepSeconds">From the other foot's last contact to this stride's end.</param>
/// <param name="StepLengthLegs">How far ahead of the other foot this one is put down at this stride's end.</param>
/// <param name="StepLengthMillimetres">Null where no millimetres are known.</param>
/// <param name="StepBeyondFeet">The same heel to heel, in lengths of the foot: at most 0.1 is a step up to the other foot.</param>
/// <param name="FootAngleAtContactDegrees">Of the sole against itself standing flat, at the stride's begin; positive with the toes up.</param>
/// <param name="HeelAfterToeSeconds">How much later than the toe the heel came to rest; negative where it came first.</param>
/// <param name="KneeStanceDegrees">Straightest in stance for at least 50 ms; positive in flexion.</param>
/// <param name="HyperextensionOnsetSeconds">When the knee passed the limit, after contact; null where it did not.</param>
/// <param name="KneeSwingDegrees">Most flexed in swing.</param>
/// <param name="AnkleMidSwingDegrees">Positive in dorsiflexion.</param>
/// <param name="TrunkBackDegrees">Mean over the stance that the trunk leans backward of the vertical; negative forward.</param>
/// <param name="LateralLegs">Furthest outward in swing, against the place it left or the other foot's track.</param>
/// <param name="LateralApexShare">When, as a share of the swing.</param>
/// <param name="LateralReturnedShare">How much of it is taken back by contact.</param>
/// <param name="StepWidthLegs">Between the feet's tracks, negative where they cross.</param>
/// <param name="PelvisRiseDegrees">This side's highest over the other in its swing, against the level; negative where it always hangs.</param>
/// <param name="ToeClearanceLegs">Lowest of the toe in mid-swing over where it stands.</param>
/// <param name="HeelRiseLegs">How high this standing heel is just before the other leg's mid-swing.</param>
/// <param name="BeatsInStance">Clonus beats; null where clonus is not assessable.</param>
/// <param name="AnkleDipsInStance">Short falls of the ankle's angle that come back, see <see cref="AnkleDips"/>.</param>
public sealed record Stride(
    BodySide Side, double StartSeconds, double FootOffSeconds, double EndSeconds, string? Rejected)
{
    public double StrideSeconds => EndSeconds - StartSeconds;

    public double StanceSeconds => FootOffSeconds - StartSeconds;

    public double SwingSeconds => EndSeconds - FootOffSeconds;

    public double StanceRatio => StanceSeconds / StrideSeconds;

    public double? DoubleSupportSeconds { get; init; }

    public double? StepSeconds { get; init; }

    public double? StrideLengthLegs { get; init; }

    public double? StrideLengthMillimetres { get; init; }

    public double? StepLengthLegs { get; init; }

    public double? StepLengthMillimetres { get; init; }

    public double? StepBeyondFeet { get; init; }

    public double? FootAngleAtContactDegrees { get; init; }

    public double? HeelAfterToeSeconds { get; init; }

    public double? HipFlexionMaxDegrees { get; init; }

    public double? HipFlexionMinDegrees { get; init; }

    public double? KneeAtContactDegrees { get; init; }

    public double? KneeStanceDegrees { get; init; }

    public double? HyperextensionOnsetSeconds { get; init; }

    public double? KneeSwingDegrees { get; init; }

    public double? AnkleMidSwingDegrees { get; init; }

    public double? TrunkBackDegrees { get; init; }

    public double? LateralLegs { get; init; }

    public double? LateralApexShare { get; init; }

    public double? LateralReturnedShare { get; init; }

    public double? StepWidthLegs { get; init; }

    public double? PelvisRiseDegrees { get; init; }

    public double? ToeClearanceLegs { get; init; }

    public double? HeelRiseLegs { get; init; }

    public int? BeatsInStance { get; init; }

    public int? BeatsInSwing { get; init; }

    public int? AnkleDipsInStance { get; init; }

    public int? AnkleDipsInSwing { get; init; }
}
