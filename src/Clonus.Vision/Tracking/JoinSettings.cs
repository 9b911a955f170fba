namespace Clonus.Vision.Tracking;

/// <summary>How pieces of tracks are joined over the whole clip. Costs are negative log likelihood ratios.</summary>
public sealed record JoinSettings
{
    /// <summary>Colour distance between two pieces, as a share of the contrast, beyond which they are different things.</summary>
    public double MaxColourChange { get; init; } = 0.5;

    /// <summary>
    /// Ratio of their areas, as learnt or as one is seen last and the other first, whichever are more alike, beyond which they are different
    /// things, or one is partly covered.
    /// </summary>
    public double MaxAreaRatio { get; init; } = 1.8;

    /// <summary>The same of what is seen well at both times: a sticker that turns away from the camera looks smaller.</summary>
    public double MaxAreaRatioSeenWell { get; init; } = 2.1;

    /// <summary>A confidence from which something is seen well.</summary>
    public double SeenWell { get; init; } = 0.5;

    /// <summary>Frames at either end of a piece in which it is looked at, and fewest in which two pieces show whether they go together.</summary>
    public int ViewFrames { get; init; } = 5;

    /// <summary>Cost of a look at those limits.</summary>
    public double LookWorth { get; init; } = 2;

    /// <summary>Time at either end of a piece from which its velocity is taken.</summary>
    public double MotionSeconds { get; init; } = 0.12;

    /// <summary>Spread of a place about where motion leads, in diameters, however short the gap.</summary>
    public double LeastSpreadDiameters { get; init; } = 0.25;

    /// <summary>How often what is out of sight stops, turns back or sets off: what has no time to do so goes on as it went.</summary>
    public double ChangesPerSecond { get; init; } = 1;

    /// <summary>Most likely at all that it did.</summary>
    public double MostChanges { get; init; } = 0.35;

    /// <summary>How often it is neither where motion leads nor about where it was.</summary>
    public double AnywhereShare { get; init; } = 0.05;

    /// <summary>Then it is anywhere in a square of so many diameters.</summary>
    public double AnywhereDiameters { get; init; } = 60;

    /// <summary>Most that equal velocities before and after add to the likelihood, as a factor.</summary>
    public double MostVelocityWorth { get; init; } = 50;

    /// <summary>Stickers at most that it is compared with, those that stay most alike beside it.</summary>
    public int MostCompanions { get; init; } = 3;

    /// <summary>How exactly a limb keeps two stickers' distance, in diameters; skin shifts.</summary>
    public double BoneDiameters { get; init; } = 0.25;

    /// <summary>The same as a share of the distance: limbs turn towards the camera and away.</summary>
    public double BoneRatio { get; init; } = 0.04;

    /// <summary>How fast a limb turns unseen.</summary>
    public double TurnRadiansPerSecond { get; init; } = 3;

    /// <summary>By how much that rate changes, radians a second squared: a foot's swing in a step.</summary>
    public double TurnChange { get; init; } = 10;

    /// <summary>Most that one companion can say for a match.</summary>
    public double MostCompanionWorth { get; init; } = 4;

    /// <summary>Most that it can say against: it may be on another limb.</summary>
    public double MostCompanionDoubt { get; init; } = 1.5;

    /// <summary>
    /// Two pieces go together when their steps differ by less than this share of what the steps are (<see cref="Comotion.StepsApart"/>): heel and
    /// ankle of one foot, not those of two legs that pass each other.
    /// </summary>
    public double MostStepsApart { get; init; } = 0.8;

    /// <summary>Cost at which it is likelier that a piece is the last one of its sticker: of what may be anywhere, unless a companion speaks for it.</summary>
    public double CostOfNone { get; init; } = 10;

    /// <summary>By how much the joining must be better than any other one: companions see the same things twice, so that less than this is often wrong.</summary>
    public double SureByMargin { get; init; } = 8;

    /// <summary>
    /// The same of two pieces of so many frames at least, whose motion is well known: on rendered walks and crossings of legs 549 of 549 such
    /// joins of a margin of 4 and more were right, where of shorter pieces one in twenty was wrong; of small stickers that are smeared some are wrong.
    /// </summary>
    public double SureByMarginOfTelling { get; init; } = 4.5;

    public int TellingFrames { get; init; } = 9;

    /// <summary>A step is a jump when it departs by so many diameters from where the step before led.</summary>
    public double JumpDiameters { get; init; } = 0.5;

    /// <summary>And by so many times what is usual on that track at that time: what beats fast departs every frame.</summary>
    public double JumpRatio { get; init; } = 6;

    /// <summary>Frames before and after in which that is seen.</summary>
    public int JumpUsualFrames { get; init; } = 8;

    public int Rounds { get; init; } = 4;

    /// <summary>Rounds in which the rest settles around a rival.</summary>
    public int RivalRounds { get; init; } = 2;

    /// <summary>Rivals at most that are tried, the likeliest by motion.</summary>
    public int MostRivals { get; init; } = 120;

    /// <summary>How far a limb that stops or turns back unseen leaves its line of motion, as a share of how far it may go along it.</summary>
    public double AcrossShare { get; init; } = 0.3;

    /// <summary>What was seen in fewer frames without a doubt shows no motion to tell it by: of rendered clips' joins of such pieces one in fifteen was wrong, however clear it seemed.</summary>
    public int MinPieceFrames { get; init; } = 6;

    /// <summary>The longest pieces at most that are joined.</summary>
    public int MaxPieces { get; init; } = 250;
}
