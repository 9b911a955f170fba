using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>How markers are seen: every number of the tracking stages.</summary>
public sealed record TrackingSettings
{
    /// <summary>The markers to follow; empty: stickers are found and named automatically.</summary>
    public ImmutableArray<MarkerRequest> Markers { get; init; } = [];

    /// <summary>The body side that is filmed; unknown names markers "unknown.…" when they are named automatically.</summary>
    public BodySide Side { get; init; } = BodySide.Unknown;

    /// <summary>The picture is a mirror image. Positions stay those of the picture as stored; only what is read off the picture about
    /// left and right turns: which leg of two is the nearer one's side.</summary>
    public bool Mirror { get; init; }

    public StickerSettings Sticker { get; init; } = new();

    public LinkSettings Link { get; init; } = new();

    public PatchSettings Patch { get; init; } = new();

    public LimbPolicy Limb { get; init; } = new();
}

/// <summary>What counts as a sticker in one picture. Colour distances are in 8-bit steps of luma and chroma.</summary>
public sealed record StickerSettings
{
    /// <summary>Measured at half contrast, which blur moves inward: a sticker of 5 pixels passes.</summary>
    public double MinDiameterPixels { get; init; } = 4;

    public double MaxDiameterPixels { get; init; } = 100;

    /// <summary>Least colour distance between a sticker and its surroundings on every side, when nothing was asked for.</summary>
    public double MinContrast { get; init; } = 22;

    /// <summary>The same for a colour that the user named: he knows that it is there.</summary>
    public double MinRequestedContrast { get; init; } = 14;

    /// <summary>Share that a squared luma step has in a squared colour distance while colour decides; light varies more than colour.</summary>
    public double LumaWeight { get; init; } = 0.2;

    /// <summary>With less chroma contrast than this a sticker is told from its surroundings by luma as well.</summary>
    public double ColourlessBelowContrast { get; init; } = 18;

    /// <summary>Short over long axis: a tilted or motion-blurred disc is an ellipse, a line is no disc.</summary>
    public double MinAxisRatio { get; init; } = 0.3;

    /// <summary>Area over the area of the ellipse with the same second moments: 1 for a disc, 0.95 for a square.</summary>
    public double MinEllipseFill { get; init; } = 0.86;

    /// <summary>Pixels beyond the rim that still hold some of a sticker's colour: optics, halved chroma and compression.</summary>
    public double RimPixels { get; init; } = 2.5;

    /// <summary>The same as a share of the radius, for large stickers out of focus.</summary>
    public double RimRatio { get; init; } = 0.2;

    /// <summary>Grey levels of noise that any camera has; keeps a flat background from counting as noise-free.</summary>
    public double NoiseFloor { get; init; } = 2;

    /// <summary>The same for chroma, which video stores at half the resolution and compresses harder.</summary>
    public double ChromaNoiseFloor { get; init; } = 5;

    /// <summary>Samples across a sticker that its colours are measured from; every pixel of a small one.</summary>
    public int ColourSamplesAcross { get; init; } = 14;

    /// <summary>Rows across a sticker that its centre is measured from; every row of a small one.</summary>
    public int CentreRowsAcross { get; init; } = 16;

    /// <summary>Part of the radius that is free of the rim's mixture.</summary>
    public double CoreRatio { get; init; } = 0.6;

    /// <summary>A core that departs from the known colour by more than this share of the contrast is a smear.</summary>
    public double SmearedCore { get; init; } = 0.35;

    public int MaxCentreRounds { get; init; } = 4;

    public double CentreSettledPixels { get; init; } = 0.02;

    /// <summary>Membership below this share, or above its complement, is taken for background, or for sticker.</summary>
    public double MembershipDeadband { get; init; } = 0.08;

    /// <summary>A picture of more pixels is searched from its first halving on.</summary>
    public int WholeResolutionPixels { get; init; } = 1_000_000;

    /// <summary>From hardly visible to plain, in colour distance on the weakest side.</summary>
    public Ramp GoodContrast { get; init; } = new(8, 45);

    /// <summary>Chroma in which a sticker differs from its surroundings; rooms are full of round things, few of them colourful.</summary>
    public Ramp Colourful { get; init; } = new(10, 40);

    /// <summary>What a black, grey or white spot keeps of its quality.</summary>
    public double ColourlessQuality { get; init; } = 0.7;

    public Ramp GoodFill { get; init; } = new(0.82, 0.94);

    public Ramp GoodAxisRatio { get; init; } = new(0.2, 0.6);

    /// <summary>Spread of colour inside, as a share of the contrast.</summary>
    public Ramp GoodEvenness { get; init; } = new(0.7, 0.25);

    /// <summary>At most so many places are measured in one search of a whole picture.</summary>
    public int MaxSeeds { get; init; } = 600;

    /// <summary>At most so many stickers, the best, are taken from one search of a whole picture.</summary>
    public int MaxFound { get; init; } = 24;
}

/// <summary>How stickers are followed from frame to frame.</summary>
public sealed record LinkSettings
{
    /// <summary>How far a sticker may jump between frames, in its own diameters, however it moved before: an 8 Hz beat at 30 fps turns back every second frame.</summary>
    public double ReachDiameters { get; init; } = 4;

    /// <summary>The same in its own recent steps.</summary>
    public double ReachSteps { get; init; } = 3;

    /// <summary>How long a lost sticker is looked for near its last place, growing the search (what is hardly a marker no longer than it had been seen); after that only the search of whole pictures finds it.</summary>
    public double MemorySeconds { get; init; } = 0.7;

    /// <summary>Time between searches of the whole picture.</summary>
    public double RescanSeconds { get; init; } = 0.5;

    /// <summary>The same in the clip's first second: its first frame is often the worst compressed.</summary>
    public double EarlyRescanSeconds { get; init; } = 0.1;

    public double EarlySeconds { get; init; } = 1;

    /// <summary>The same once nothing new came to light for a while.</summary>
    public double QuietRescanSeconds { get; init; } = 3;

    /// <summary>Share of its usual area below which a sticker counts as covered: its centre would be the centre of what is left.</summary>
    public double MinAreaRatio { get; init; } = 0.5;

    public double MaxAreaRatio { get; init; } = 1.8;

    /// <summary>Colour distance to the known colour, as a share of the contrast, beyond which it is another thing.</summary>
    public double MaxColourChange { get; init; } = 0.5;

    /// <summary>A smear of fast motion shows its colour mixed with the surroundings: the rim then lies at this share of the contrast instead of half.</summary>
    public double SmearedRim { get; init; } = 0.68;

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

    /// <summary>Share by which the known colour follows what is seen, each frame, beside what the light of the whole scene explains: too slow for one bad frame to count.</summary>
    public double ColourAdaptation { get; init; } = 0.2;

    /// <summary>Cost, as a negative log likelihood, at which it is likelier that a sticker is hidden than that it is this one.</summary>
    public double CostOfNone { get; init; } = 15;

    /// <summary>How often a sticker does what its last frames gave no hint of.</summary>
    public double FreshStartShare { get; init; } = 0.1;

    /// <summary>A sticker that was hidden for long comes back at its distance from its neighbours, give or take so many diameters.</summary>
    public double JoinNeighbourDiameters { get; init; } = 1;

    /// <summary>Without a neighbour in sight: within so many diameters of where it went.</summary>
    public double JoinReachDiameters { get; init; } = 6;

    /// <summary>At most so many spots are followed at one time.</summary>
    public int MaxTracks { get; init; } = 32;

    /// <summary>When that many are followed, one of less than this share of a new spot's quality is given up for it.</summary>
    public double GiveWayRatio { get; init; } = 0.8;

    public int QuietAfterScans { get; init; } = 3;

    /// <summary>What was seen in fewer frames was noise.</summary>
    public int MinTrackFrames { get; init; } = 5;
}

/// <summary>How a point of any texture (SPEC at:X,Y) is followed.</summary>
public sealed record PatchSettings
{
    /// <summary>Half the side of the patch that is compared, as a share of the picture's shorter side.</summary>
    public double HalfSideRatio { get; init; } = 0.025;

    public int MinHalfSidePixels { get; init; } = 8;

    public int MaxHalfSidePixels { get; init; } = 24;

    /// <summary>How far the point may move between frames, in half sides of the patch.</summary>
    public double ReachHalfSides { get; init; } = 2.5;

    /// <summary>Correlation with the first patch, or a later one, from which the place is the same one.</summary>
    public double MinCorrelation { get; init; } = 0.7;

    /// <summary>Below this correlation with every known patch the present look is kept as another one.</summary>
    public double RefreshBelowCorrelation { get; init; } = 0.88;

    /// <summary>By how much a later look must correlate better than the one before it to be believed.</summary>
    public double NewerLookPenalty { get; init; } = 0.03;

    public Ramp GoodCorrelation { get; init; } = new(0.5, 0.97);

    /// <summary>Looks that are known at one time; the first one always stays.</summary>
    public int MaxLooks { get; init; } = 4;

    /// <summary>Correlation from which a point that was lost is taken for found: by now anything may lie there.</summary>
    public double MinReturnCorrelation { get; init; } = 0.82;

    /// <summary>Correlation between one frame and the next: nothing changes its looks much in one frame, but what hides or uncovers it does.</summary>
    public double MinStepCorrelation { get; init; } = 0.82;

    /// <summary>How far the way there and back may end from where it began, in half sides: cloth and skin stretch.</summary>
    public double MaxReturnErrorRatio { get; init; } = 0.1;

    /// <summary>A lost point is looked for in each of so many frames, then in each so many'th.</summary>
    public int EagerFrames { get; init; } = 10;

    /// <summary>Samples across a patch that are enough for a first guess.</summary>
    public int SearchSamplesAcross { get; init; } = 16;

    public int MaxIterations { get; init; } = 20;

    public double StopBelowPixels { get; init; } = 0.005;

    /// <summary>Least spread of grey levels in the patch: a blank wall has no place.</summary>
    public double MinTexture { get; init; } = 3;
}
