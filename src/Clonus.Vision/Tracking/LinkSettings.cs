namespace Clonus.Vision.Tracking;

/// <summary>How stickers are followed from frame to frame.</summary>
public sealed record LinkSettings
{
    /// <summary>How far a sticker may jump between frames, in its own diameters, however it moved before: an 8 Hz beat at 30 fps turns back every second frame.</summary>
    public double ReachDiameters { get; init; } = 4;

    /// <summary>The same in its own recent steps.</summary>
    public double ReachSteps { get; init; } = 3;

    /// <summary>How long a lost sticker is looked for near its last place, growing the search (what is hardly a marker no longer than it had been seen); after that only the search of whole pictures finds it.</summary>
    public double MemorySeconds { get; init; } = 0.7;

    /// <summary>Time between searches of the whole picture while they bring something new to light.</summary>
    public double RescanSeconds { get; init; } = 0.5;

    /// <summary>The same in the clip's first second: its first frame is often the worst compressed.</summary>
    public double EarlyRescanSeconds { get; init; } = 0.1;

    public double EarlySeconds { get; init; } = 1;

    /// <summary>Most that it doubles to while nothing new comes to light: what is known and lost is found by its look in any frame.</summary>
    public double QuietRescanSeconds { get; init; } = 3;

    /// <summary>Share of its usual area below which a sticker counts as covered: its centre would be the centre of what is left.</summary>
    public double MinAreaRatio { get; init; } = 0.5;

    public double MaxAreaRatio { get; init; } = 1.8;

    /// <summary>Colour distance to the known colour, as a share of the contrast, beyond which it is another thing.</summary>
    public double MaxColourChange { get; init; } = 0.5;

    /// <summary>A smear of fast motion shows its colour mixed with the surroundings: the rim then lies at this share of the contrast instead of half.</summary>
    public double SmearedRim { get; init; } = 0.68;

    /// <summary>The same for a bright or dark marker that comes before a ground nearer in brightness: the old contrast's half would take in that ground.</summary>
    public double NarrowRim { get; init; } = 0.25;

    /// <summary>Spread of a sticker's place about its prediction, in diameters, that is always allowed for.</summary>
    public double LeastSpreadDiameters { get; init; } = 0.15;

    /// <summary>Share by which the known spread follows what is seen, each frame.</summary>
    public double SpreadAdaptation { get; init; } = 0.2;

    /// <summary>How the search of a lost sticker grows, each frame, as a share of the first reach.</summary>
    public double ReachGrowth { get; init; } = 0.15;

    /// <summary>Most that it grows to, in first reaches.</summary>
    public double MaxReachGrowth { get; init; } = 2;

    /// <summary>What has less than this share of the best one's quality is not looked for any farther than where it usually is.</summary>
    public double MinQualityShare { get; init; } = 0.4;

    /// <summary>A frame's share of velocity that is left while a sticker is lost: what it does unseen is less sure every frame.</summary>
    public double VelocityDecay { get; init; } = 0.85;

    /// <summary>Samples across a sticker that are enough to find it; a large one is read more coarsely.</summary>
    public int SearchSamplesAcross { get; init; } = 9;

    /// <summary>Patches at most that are measured in one frame for stickers that are missing: in a room full of spots there are hundreds.</summary>
    public int MostMeasuredFarther { get; init; } = 24;

    /// <summary>Share by which the known colour follows what is seen, each frame, beside what the light of the whole scene explains: too slow for one bad frame to count.</summary>
    public double ColourAdaptation { get; init; } = 0.2;

    /// <summary>Cost, as a negative log likelihood, at which it is likelier that a sticker is hidden than that it is this one.</summary>
    public double CostOfNone { get; init; } = 15;

    /// <summary>How often a sticker does what its last frames gave no hint of.</summary>
    public double FreshStartShare { get; init; } = 0.1;

    /// <summary>The likelier of two ways to share out finds must be so much likelier (as a difference of log likelihoods) to be sure.</summary>
    public double SureByMargin { get; init; } = 5;

    /// <summary>The last frames from which it is known how the way from one sticker to another changes.</summary>
    public int WayFrames { get; init; } = 10;

    /// <summary>It is not known from fewer; then it may change by a share of how fast it does, and by <see cref="StepDifference"/>.</summary>
    public int MinWayFrames { get; init; } = 5;

    public double VelocityDifference { get; init; } = 0.5;

    /// <summary>How often that way changes as it never did before.</summary>
    public double StrangeWayShare { get; init; } = 0.003;

    /// <summary>What is more surprising than this is not taken for the same sticker before the whole clip was seen.</summary>
    public double LeapSurprise { get; init; } = 7;

    /// <summary>The same for what was not seen in the frame before.</summary>
    public double BlindLeapSurprise { get; init; } = 4;

    /// <summary>Nor what was not seen in more than so many frames.</summary>
    public int MostMissedFrames { get; init; } = 2;

    /// <summary>What a neighbour that makes the same step adds to the log likelihood of that step.</summary>
    public double NeighbourWorth { get; init; } = 3;

    public int MostNeighbours { get; init; } = 2;

    /// <summary>How much two points of a limb differ in a step, as a share of it: limbs turn.</summary>
    public double StepDifference { get; init; } = 0.2;

    /// <summary>Least likeness of what has the right size and colour at all.</summary>
    public double LeastLikeness { get; init; } = 0.02;

    /// <summary>How much a sticker that comes into sight is like the known ones.</summary>
    public double MinLikenessOfNew { get; init; } = 0.3;

    /// <summary>Two stickers are at least so many diameters apart.</summary>
    public double ApartDiameters { get; init; } = 0.5;

    /// <summary>What is seen nearer to each other than this is one sticker seen twice.</summary>
    public double OneStickerDiameters { get; init; } = 0.25;

    /// <summary>The picture is looked through for more stickers of the known looks in so many frames.</summary>
    public int Strips { get; init; } = 30;

    /// <summary>The same while one of them is missing.</summary>
    public int UrgentStrips { get; init; } = 2;

    /// <summary>Places in one frame that are worth a closer look.</summary>
    public int CloserLooks { get; init; } = 16;

    /// <summary>Different looks that are looked for, the best: a set of markers has one, or one for each of them; a room full of spots has more.</summary>
    public int MostLooks { get; init; } = 6;

    /// <summary>So many stickers that went out of sight are looked for everywhere.</summary>
    public int MaxLost { get; init; } = 16;

    /// <summary>At most so many spots are followed at one time.</summary>
    public int MaxTracks { get; init; } = 24;

    /// <summary>When that many are followed, one of less than this share of a new spot's quality is given up for it.</summary>
    public double GiveWayRatio { get; init; } = 0.8;

    /// <summary>What was seen in fewer frames was noise.</summary>
    public int MinTrackFrames { get; init; } = 5;
}
