using Clonus.Vision.Tracking;

namespace Clonus.Vision.Camera;

/// <summary>How the camera's own motion is seen: every number of it. Lengths called samples are pixels of the picture reduced to <see cref="ReducedSidePixels"/>.</summary>
public sealed record CameraSettings
{
    /// <summary>False: the camera is taken to stand still and nothing is estimated.</summary>
    public bool Estimate { get; init; } = true;

    /// <summary>Pictures with a longer shorter side are looked at reduced by a whole factor, to about this side.</summary>
    public int ReducedSidePixels { get; init; } = 540;

    /// <summary>The same where anchors are chosen.</summary>
    public int ChoiceSidePixels { get; init; } = 270;

    /// <summary>The longer side, in cells, of the coarse picture in which a jump of the camera is found.</summary>
    public int CoarseCells { get; init; } = 160;

    /// <summary>How far a jump may go from one frame to the next, as a share of the longer side.</summary>
    public double CoarseReachRatio { get; init; } = 0.08;

    /// <summary>So many of the anchors, the most trusted, are enough to find a jump.</summary>
    public int CoarseAnchors { get; init; } = 14;

    /// <summary>At most so many points of the background are followed at a time.</summary>
    public int MaxAnchors { get; init; } = 28;

    /// <summary>Below this share of them in sight, new ones are looked for.</summary>
    public double RenewBelowShare { get; init; } = 0.7;

    /// <summary>Least time between two such searches.</summary>
    public double RenewSeconds { get; init; } = 0.3;

    /// <summary>Columns and rows of the grid over which anchors are spread.</summary>
    public int GridColumns { get; init; } = 8;

    public int GridRows { get; init; } = 6;

    /// <summary>At most so many anchors in one field of the grid.</summary>
    public int AnchorsPerField { get; init; } = 2;

    /// <summary>An anchor's gradient energy over that of the picture's blankest parts, which is noise, from which it can be followed.</summary>
    public double MinEnergyOverNoise { get; init; } = 6;

    /// <summary>Least gradient energy of an anchor, squared grey levels a sample: noise-free pictures have blank parts too.</summary>
    public double MinEnergy { get; init; } = 4;

    /// <summary>What an edge is worth beside a corner of the same strength.</summary>
    public double EdgeWorth { get; init; } = 0.1;

    public int HalfSideSamples { get; init; } = 6;

    /// <summary>How far an anchor may lie from where it is expected.</summary>
    public int ReachSamples { get; init; } = 4;

    /// <summary>Correlation from which a patch is taken for the anchor; motion blur lowers it.</summary>
    public double MinCorrelation { get; init; } = 0.6;

    /// <summary>How patches are compared: few rounds, for the start is good.</summary>
    public PatchSettings Patch { get; init; } = new() { NearnessFalloff = 1.5, MaxIterations = 8, StopBelowPixels = 0.02 };

    /// <summary>Error of a patch's place however much texture there is: compression and interpolation.</summary>
    public double PlaceErrorSamples { get; init; } = 0.07;

    /// <summary>Random error of a grey level after smoothing, at least.</summary>
    public double LevelError { get; init; } = 1;

    /// <summary>From about this distance on, a point that does not go along with the rest has no say.</summary>
    public double AgreementSamples { get; init; } = 1.2;

    /// <summary>How much a turn may differ from that of the frame before when nothing tells; far more than any hand does, far less than a blank wall would let it.</summary>
    public double TurnStepRadians { get; init; } = 0.02;

    /// <summary>The same for zoom: a hand that nears and parts by a hundredth, three times a second.</summary>
    public double ZoomStep { get; init; } = 0.003;

    public int FitRounds { get; init; } = 5;

    /// <summary>How often another explanation must be supported as well as "as in the last frame" to be preferred: most things in a picture do not jump.</summary>
    public double JumpPenalty { get; init; } = 1.6;

    /// <summary>Distance from which an anchor does not say any more that nothing moved since the frame before.</summary>
    public double HoldSamples { get; init; } = 0.35;

    /// <summary>Share of what the anchors can tell that must say so: what else moves, however many, is then not the camera.</summary>
    public double HoldSupport { get; init; } = 0.4;

    /// <summary>Support, as a share of the trusted anchors, from which the last frame's pose is a good enough start.</summary>
    public double GoodSupport { get; init; } = 0.6;

    /// <summary>Support below which the camera's pose is not known.</summary>
    public double MinSupport { get; init; } = 0.35;

    /// <summary>The most that the picture turns in a jump from one frame to the next.</summary>
    public double MaxTurnRadians { get; init; } = 0.1;

    /// <summary>The same for its scale.</summary>
    public double MaxZoom { get; init; } = 0.04;

    /// <summary>At most so many pairs of points are tried for a jump.</summary>
    public int MaxPairs { get; init; } = 120;

    /// <summary>Share by which the trust in an anchor follows what it does, each frame.</summary>
    public double TrustAdaptation { get; init; } = 0.1;

    /// <summary>Trust below which an anchor does not count as one of the background.</summary>
    public double MinTrust { get; init; } = 0.3;

    /// <summary>Such an anchor is looked at in each of so many frames only.</summary>
    public int DistrustedTurns { get; init; } = 4;

    /// <summary>How far an anchor may then lie from where it is expected.</summary>
    public int QuietReachSamples { get; init; } = 2;

    /// <summary>After so many frames without a movement only a part of the anchors is looked at in each frame ...</summary>
    public int QuietAfterFrames { get; init; } = 20;

    /// <summary>... by so many turns ...</summary>
    public int QuietTurns { get; init; } = 3;

    /// <summary>... but not fewer than these.</summary>
    public int QuietAnchors { get; init; } = 8;

    /// <summary>Least number of anchors that a pose rests on.</summary>
    public int MinAnchors { get; init; } = 4;

    /// <summary>Standard error of the shift, at the limb, beyond which the pose is not known, as a share of the picture's shorter side.</summary>
    public double MaxErrorRatio { get; init; } = 0.001;

    /// <summary>The same while frames go by, where it only has to lead to the anchors.</summary>
    public double MaxOnlineErrorRatio { get; init; } = 0.005;

    /// <summary>The background has to be seen along this share of the picture's diagonal at least: a foot alone is smaller.</summary>
    public double MinSpreadShare { get; init; } = 0.35;

    /// <summary>An anchor that stays within this about its place, root mean square, is at rest.</summary>
    public double StillSamples { get; init; } = 0.12;

    /// <summary>Share of the anchors' worth that must be at rest for the camera to stand still although others move.</summary>
    public double StillSupport { get; init; } = 0.3;

    /// <summary>A movement of the picture at the limb that is smaller than this, peak to peak, is not taken off: it would be half noise, and is far below the smallest beat.</summary>
    public double MinMotionPixels { get; init; } = 0.25;

    /// <summary>Where things seem to be at rest there is a movement only when it leaves them less than this share of their straying in the picture.</summary>
    public double ExplainedStrayShare { get; init; } = 0.5;

    /// <summary>The least movement that is taken off, in standard errors of the estimate.</summary>
    public double MinMotionOverError { get; init; } = 8;

    /// <summary>A turn of the picture within <see cref="FastTurnSeconds"/> that no hand does with a camera: then what fills the picture is not background.</summary>
    public double MaxFastTurnDegrees { get; init; } = 4;

    public double FastTurnSeconds { get; init; } = 0.2;

    /// <summary>What lies within this share of a long segment's length (thigh, shank, forearm) of it may belong to the limb and is not background.</summary>
    public double LongReachRatio { get; init; } = 0.17;

    /// <summary>The same of a short segment (foot, hand), which is thick for its length.</summary>
    public double ShortReachRatio { get; init; } = 0.35;

    /// <summary>The same about a marker that stands alone, as a share of the picture's shorter side.</summary>
    public double LoneReachRatio { get; init; } = 0.12;

    /// <summary>Share of its sightings in which an anchor may lie at the limb.</summary>
    public double MaxLimbShare { get; init; } = 0.1;

    /// <summary>Least number of sightings of an anchor that says something about the clip.</summary>
    public int MinSightings { get; init; } = 5;

    /// <summary>Rounds in which poses and places of anchors are found from one another.</summary>
    public int AdjustmentRounds { get; init; } = 8;

    /// <summary>Share of the frames in which two halves of the background may tell different poses; in more of them, what is seen is not one thing.</summary>
    public double MaxDividedShare { get; init; } = 0.05;

    /// <summary>Where no pose can be told: from this straying on, root mean square as a share of the picture's shorter side, of nearly all that is seen, the camera itself may have moved by more than a beat.</summary>
    public double MaxUnknownStrayRatio { get; init; } = 0.0015;

    /// <summary>Least share of the frames with a known pose for the camera's motion to be known at all.</summary>
    public double MinKnownShare { get; init; } = 0.5;
}
