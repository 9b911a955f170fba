namespace Clonus.Vision.Tracking;

/// <summary>How a sticker's rim tells whether all of it is in sight, and where its centre is when some of it is not.</summary>
public sealed record RimSettings
{
    /// <summary>From sample to sample along a ray.</summary>
    public double StepPixels { get; init; } = 0.5;

    /// <summary>The same for a large sticker: so many steps to a radius.</summary>
    public double StepsAcross { get; init; } = 14;

    /// <summary>Where the rim is looked for, in usual radii from the middle: a cover's edge may lie far inside.</summary>
    public double FromRatio { get; init; } = 0.3;

    /// <summary>And how far beyond the usual radius: seen from the middle of what is left, the far rim lies farther out.</summary>
    public double ToRatio { get; init; } = 0.6;

    /// <summary>Beyond the rim by so much there is nothing of the sticker's colour left.</summary>
    public double BeyondPixels { get; init; } = 2.5;

    /// <summary>From sample to sample the squared colour distance grows by at least this factor while a smear still fades.</summary>
    public double StillFading { get; init; } = 1.15;

    /// <summary>How far a ray may end from where it should.</summary>
    public double AgreePixels { get; init; } = 0.8;

    /// <summary>The same as a share of the radius.</summary>
    public double AgreeRatio { get; init; } = 0.08;

    /// <summary>A sticker seen whole is nowhere smaller than it was by more than this.</summary>
    public double ShrinkPixels { get; init; } = 0.7;

    public double ShrinkRatio { get; init; } = 0.08;

    /// <summary>Share of its directions in which it may nevertheless be.</summary>
    public double MaxShrunk { get; init; } = 0.1;

    /// <summary>By how much it may be smaller all round.</summary>
    public double MaxShrink { get; init; } = 0.18;

    /// <summary>How much smaller it is all round, as a quantile of its directions: a cover leaves that many as they were.</summary>
    public double ScaleQuantile { get; init; } = 0.7;

    /// <summary>Least share of directions in which the rim of a whole sticker is seen.</summary>
    public double MinSeenWhole { get; init; } = 0.75;

    /// <summary>Share of the memberships' variance that motion must explain for a smear: a corner that is covered leaves more.</summary>
    public double MinSmearAgreement { get; init; } = 0.97;

    /// <summary>Width of what moved, in widths of the sticker at rest: a part of it is narrower.</summary>
    public double MinSmearWidth { get; init; } = 0.8;

    /// <summary>The same of the widest: of a sticker that was never seen at rest the pale flanks were not counted.</summary>
    public double MaxSmearWidth { get; init; } = 1.5;

    /// <summary>Error of a smear's middle in standard errors of its fit: what compression and the ground leave is not white.</summary>
    public double SmearErrorShare { get; init; } = 3;

    /// <summary>And in diameters, for each share of the memberships' variance that its way leaves unexplained.</summary>
    public double UnexplainedErrorRatio { get; init; } = 1.2;

    /// <summary>Error of a smear that no way was fitted to, in diameters: one side of its ends is as good as the other.</summary>
    public double UnfittedSmearErrorRatio { get; init; } = 0.017;

    /// <summary>Share of those in which opposite sides agree.</summary>
    public double MinAgreeingWhole { get; init; } = 0.8;

    /// <summary>Farthest that the rim's middle lies from the centroid of a whole sticker.</summary>
    public double ShiftPixels { get; init; } = 0.7;

    public double ShiftRatio { get; init; } = 0.06;

    /// <summary>Share of the rim that must lie where it should for the centre of a partly covered sticker.</summary>
    public double MinAgreeingPart { get; init; } = 0.65;

    /// <summary>Of a smaller one a part does not tell its centre.</summary>
    public double MinPartRadiusPixels { get; init; } = 4;

    /// <summary>Share of it that may lie farther out, which no cover explains.</summary>
    public double MaxBeyond { get; init; } = 0.05;

    /// <summary>Farthest from the middle of what is left to the centre, in radii: 0.42 when half is covered.</summary>
    public double MaxPartShift { get; init; } = 0.5;

    /// <summary>Error of a centre that is there however clear the picture is, pixels.</summary>
    public double LeastSigmaPixels { get; init; } = 0.06;

    /// <summary>The same as a share of the diameter.</summary>
    public double LeastSigmaRatio { get; init; } = 0.004;

    /// <summary>Error of the centre of a whole sticker in standard errors of its rim's middle: what is wrong on one side of a rim is alike from ray to ray.</summary>
    public double WholeErrorShare { get; init; } = 2.5;

    /// <summary>And as a share of the distance between the two middles.</summary>
    public double ShiftErrorShare { get; init; } = 0.6;

    /// <summary>Error of a centre that only a part of the rim tells, in standard errors of it.</summary>
    public double PartErrorShare { get; init; } = 3;

    /// <summary>And as a share of the shift.</summary>
    public double PartShiftErrorShare { get; init; } = 0.15;

    /// <summary>No point is surer than this: it may be of another sticker.</summary>
    public double MostConfidence { get; init; } = 0.995;

    /// <summary>Error of the centroid of a smeared dot that no way was fitted to, as a share of its radius.</summary>
    public double DotErrorRatio { get; init; } = 0.24;

    /// <summary>Share by which the usual rim follows a larger one, each frame.</summary>
    public double GrowthAdaptation { get; init; } = 0.25;

    /// <summary>The same for a smaller one: turning away is slow, a cover that creeps in must not become usual.</summary>
    public double ShrinkAdaptation { get; init; } = 0.1;

    /// <summary>Motion in one frame, in diameters, from which its smear keeps the rim from being learned.</summary>
    public double SmearedFromDiameters { get; init; } = 0.2;
}
