namespace Clonus.Vision.Tracking;

/// <summary>How pieces of tracks are joined over the whole clip. Costs are negative log likelihood ratios.</summary>
public sealed record JoinSettings
{
    /// <summary>Colour distance between two pieces, as a share of the contrast, beyond which they are different things.</summary>
    public double MaxColourChange { get; init; } = 0.5;

    public double MaxAreaRatio { get; init; } = 1.8;

    /// <summary>Cost of a look at those limits.</summary>
    public double LookWorth { get; init; } = 2;

    /// <summary>Time at either end of a piece from which its velocity is taken.</summary>
    public double MotionSeconds { get; init; } = 0.12;

    /// <summary>Spread of a place about where motion leads, in diameters, however short the gap.</summary>
    public double LeastSpreadDiameters { get; init; } = 0.25;

    /// <summary>How often what comes back went on as it went.</summary>
    public double GoesOnShare { get; init; } = 0.6;

    /// <summary>How often it is about where it was.</summary>
    public double StaysShare { get; init; } = 0.35;

    /// <summary>Otherwise it is anywhere in a square of so many diameters.</summary>
    public double AnywhereDiameters { get; init; } = 60;

    /// <summary>Most that equal velocities before and after add to the likelihood, as a factor.</summary>
    public double MostVelocityWorth { get; init; } = 50;

    /// <summary>Frames at either end of a piece in which it is compared with what is seen beside it.</summary>
    public int CompanionFrames { get; init; } = 12;

    /// <summary>Stickers at most that it is compared with, those that stay most alike beside it.</summary>
    public int MostCompanions { get; init; } = 3;

    /// <summary>How exactly a limb keeps two stickers' distance, in diameters; skin shifts.</summary>
    public double BoneDiameters { get; init; } = 0.25;

    /// <summary>The same as a share of the distance: limbs turn towards the camera and away.</summary>
    public double BoneRatio { get; init; } = 0.04;

    /// <summary>How fast a limb turns unseen.</summary>
    public double TurnRadiansPerSecond { get; init; } = 3;

    /// <summary>When it may have turned by more than this (as a share of the distance) only the distance counts.</summary>
    public double MostTurnRatio { get; init; } = 0.35;

    /// <summary>Most that one companion can say for a match.</summary>
    public double MostCompanionWorth { get; init; } = 4;

    /// <summary>Most that it can say against: it may be on another limb.</summary>
    public double MostCompanionDoubt { get; init; } = 1.5;

    /// <summary>Cost at which it is likelier that a piece is the last one of its sticker.</summary>
    public double CostOfNone { get; init; } = 12;

    /// <summary>By how much the joining must be better than any other one.</summary>
    public double SureByMargin { get; init; } = 4;

    public int Rounds { get; init; } = 4;

    /// <summary>What was seen in fewer frames without a doubt shows no motion to tell it by.</summary>
    public int MinPieceFrames { get; init; } = 3;

    /// <summary>The longest pieces at most that are joined.</summary>
    public int MaxPieces { get; init; } = 250;
}
