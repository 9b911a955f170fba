namespace Clonus.Vision.Tracking;

/// <summary>How pieces of tracks are told to be of a named marker.</summary>
public sealed record PieceSettings
{
    /// <summary>Frames that a piece must have beside another marker of the leg.</summary>
    public int MinFrames { get; init; } = 6;

    /// <summary>Frames from which it is known how a marker usually lies to another one.</summary>
    public int TellingFrames { get; init; } = 15;

    /// <summary>Share of the frames at either end of a range that may be strays.</summary>
    public double StrayShare { get; init; } = 0.05;

    /// <summary>How far a piece may lie beyond the usual range, as a share of that range and of the distance to the other marker.</summary>
    public double Slack { get; init; } = 0.05;

    /// <summary>And in pixels: two points are twice as uncertain as one.</summary>
    public double NoisePixels { get; init; } = 0.7;

    /// <summary>Ratio of diameters beyond which a piece is another thing; who walks to the camera grows.</summary>
    public double MaxSizeRatio { get; init; } = 2;

    /// <summary>The same of colours, in spreads of one set of stickers.</summary>
    public double MaxColourSpreads { get; init; } = 3;

    /// <summary>How often a piece that was told so is of its marker.</summary>
    public double Belief { get; init; } = 0.95;

    /// <summary>How many times as near as in the mean a person comes at most.</summary>
    public double MaxGrowth { get; init; } = 5;
}
