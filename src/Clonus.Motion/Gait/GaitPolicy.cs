namespace Clonus.Motion.Gait;

/// <summary>What a way of walking is called. Every value states its source.</summary>
public sealed record GaitPolicy
{
    internal const string Choice = "this implementation's choice";

    /// <summary>Strides of a leg for a label. This implementation's choice.</summary>
    public int MinStrides { get; init; } = 3;

    /// <summary>Signed step length of the unaffected foot, heel to heel in feet: up to here it is placed behind or up to the affected one (Wisconsin Gait Scale item 3; the number is this implementation's choice).</summary>
    public double StepToFeet { get; init; } = 0.1;

    /// <summary>Greatest sideways path of a swing foot: 5 % of the leg, or 4 cm of one of 80 cm. No cut-off is published: this implementation's choice.</summary>
    public double LateralLegs { get; init; } = 0.05;

    /// <summary>... and so many times the other side's. This implementation's choice.</summary>
    public double LateralRatio { get; init; } = 1.5;

    /// <summary>A circumduction is widest in the middle of the swing. This implementation's choice.</summary>
    public double ApexFromShare { get; init; } = 0.3;

    public double ApexToShare { get; init; } = 0.7;

    /// <summary>... and at least half taken back by contact; less is an abducted swing. This implementation's choice.</summary>
    public double ReturnedShare { get; init; } = 0.5;

    /// <summary>Stance knee past neutral, on the absolute hip–knee–ankle angle: 5° (the common operational definition).</summary>
    public double HyperextensionDegrees { get; init; } = -5;

    /// <summary>... for so long. This implementation's choice.</summary>
    public double HyperextensionSeconds { get; init; } = 0.05;

    /// <summary>The sole at contact against itself standing: −0.8° is a running figure (Mo 2023) below the noise of a picture. This implementation's choice.</summary>
    public double ToeFirstDegrees { get; init; } = -2;

    /// <summary>... and the toe comes to rest first, but for the time that a frame takes. This implementation's choice.</summary>
    public double HeelAfterToeSeconds { get; init; } = -0.02;

    /// <summary>How soon after contact hyperextension begins that belongs to it. This implementation's choice.</summary>
    public double HyperextensionWithinSeconds { get; init; } = 0.3;

    /// <summary>Mean backward lean of the trunk in stance against the vertical: experimental backward lean was 10°.</summary>
    public double BackwardLeanDegrees { get; init; } = 10;

    /// <summary>Rise of the pelvis on the swing side. This implementation's choice.</summary>
    public double HipHikeDegrees { get; init; } = 5;

    /// <summary>Rise of the standing heel at the other leg's mid-swing: 2 cm of a leg of 83 cm. No kinematic rule is published: this implementation's choice.</summary>
    public double VaultLegs { get; init; } = 0.024;

    /// <summary>Ankle at mid-swing. No verified source: this implementation's choice.</summary>
    public double FootDropDegrees { get; init; } = -5;

    /// <summary>Peak knee flexion in swing below 40° (PMC9654761).</summary>
    public double StiffKneeDegrees { get; init; } = 40;

    /// <summary>Signed width between the feet's tracks at which they cross. This implementation's choice.</summary>
    public double ScissoringLegs { get; init; }

    /// <summary>Stance time beside the other leg's: twice as far from 1 as healthy people are, for a frame at 30 fps is a twentieth of a stance. This implementation's choice.</summary>
    public double ReducedStanceRatio { get; init; } = 0.90;

    /// <summary>The larger of both sides by the smaller, each twice as far from 1 as healthy people are. This implementation's choice.</summary>
    public double AsymmetricStanceRatio { get; init; } = 1.10;

    public double AsymmetricSwingRatio { get; init; } = 1.12;

    public double AsymmetricStepRatio { get; init; } = 1.16;

    /// <summary>Beats in one stance, or one swing, that are a rhythm there. This implementation's choice.</summary>
    public int MinPhaseBeats { get; init; } = 2;

    /// <summary>An ankle that dips by so much within stance or swing and comes back beats there: normal ankles of eleven measured walks dip by up to 3° in noisy files, and by less than 1° in others. This implementation's choice.</summary>
    public double DipDegrees { get; init; } = 4;

    /// <summary>The same in swing, before whose end any ankle falls by some degrees. This implementation's choice.</summary>
    public double SwingDipDegrees { get; init; } = 4.5;

    /// <summary>... and does not rise at once by more than so many times the fall: a foot that is put down under the body is raised with the shank's lean, after it hung, and does not beat. This implementation's choice.</summary>
    public double SwingDipReturnRatio { get; init; } = 2.2;

    /// <summary>... as long as a beat takes to come back: half of an interval at 5 Hz. This implementation's choice.</summary>
    public double DipReturnSeconds { get; init; } = 0.1;

    /// <summary>... within the longest interval of the usual band. This implementation's choice.</summary>
    public double LongestDipSeconds { get; init; } = 0.4;

    /// <summary>Such dips in the usual stance, and in the usual swing, whose first is hidden in the push-off. This implementation's choice.</summary>
    public int MinStanceDips { get; init; } = 2;

    public int MinSwingDips { get; init; } = 1;

    /// <summary>
    /// What an angle may be off in a picture beside its noise: markers on the skin and a leg that turns out of the picture's plane. Video and 3-D analysis differ by 3 to 7° in
    /// the mean (Larsen 2012), 3.7 to 5.4° in another set (PLoS ONE 0324499).
    /// </summary>
    public double PictureErrorDegrees { get; init; } = 4;

    /// <summary>The same of motion capture, by where the markers are put. This implementation's choice.</summary>
    public double RoomErrorDegrees { get; init; } = 2;

    /// <summary>What a length may be off: foot placement is known within 2.3 cm (PMC8560566) of a leg in a picture at worst; a third of it here. This implementation's choice.</summary>
    public double PictureErrorLegs { get; init; } = 0.01;

    public double RoomErrorLegs { get; init; } = 0.005;

    /// <summary>What a ratio of times may be off. This implementation's choice.</summary>
    public double RatioError { get; init; } = 0.02;
}
