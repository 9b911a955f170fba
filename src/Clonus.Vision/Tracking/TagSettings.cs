namespace Clonus.Vision.Tracking;

/// <summary>How a tag (SPEC aruco:ID) is followed.</summary>
public sealed record TagSettings
{
    /// <summary>A smaller one cannot be read.</summary>
    public double MinSidePixels { get; init; } = 10;

    /// <summary>Share of wrong bits in the black border when a tag must be read exactly.</summary>
    public double ExactBorderErrorRate { get; init; } = 0.1;

    /// <summary>Frames over which it is looked for where it would be if it went on as it went.</summary>
    public int CoastFrames { get; init; } = 2;

    /// <summary>Of a slower one the place of the frame before is the same guess.</summary>
    public double MinStepPixels { get; init; } = 0.5;

    /// <summary>How far it may move between frames, in its own sides.</summary>
    public double ReachSides { get; init; } = 2.5;

    /// <summary>Frames over which a lost tag is read near its last place.</summary>
    public int NearFrames { get; init; } = 5;

    /// <summary>Frames over which a lost tag is looked for often in the whole picture.</summary>
    public int EagerFrames { get; init; } = 300;

    public int EagerEvery { get; init; } = 2;

    /// <summary>Frames from one search for tags that nobody asked for to the next: it must cost little in the clips that have none.</summary>
    public int ScoutEvery { get; init; } = 15;

    public int PatientEvery { get; init; } = 10;

    /// <summary>By how much its side may change while it is followed.</summary>
    public double MaxSizeRatio { get; init; } = 1.4;

    /// <summary>Up to so many bits a side chance makes tags: three in a thousand quadrilaterals read as one of APRILTAG_16h5.</summary>
    public int FewBitsAcross { get; init; } = 4;

    /// <summary>Frames in which a tag of few bits must be read exactly before it is believed.</summary>
    public int ReadingsOfFewBits { get; init; } = 3;

    public int ReadingsOfManyBits { get; init; } = 2;

    /// <summary>Frames after which what was not yet believed is forgotten.</summary>
    public int DoubtFrames { get; init; } = 3;
}
