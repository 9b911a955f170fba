using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

public enum Posture
{
    /// <summary>On the couch on the back, shank nearly level. Fits a wide picture.</summary>
    Lying,

    /// <summary>On the couch's edge, shank hanging. Fits a tall picture.</summary>
    Sitting,
}

/// <summary>Fitzpatrick's six skin tones.</summary>
public enum SkinTone
{
    I,
    II,
    III,
    IV,
    V,
    VI,
}

public enum StickerColour
{
    Red,
    Orange,
    Yellow,
    Green,
    Cyan,
    Blue,
    Purple,
    Magenta,
    Pink,
    White,
    Black,
}

/// <summary>A marker and its colour.</summary>
public sealed record Sticker(Landmark Landmark, StickerColour Colour);

/// <summary>An arm that reaches in from the picture's edge and hides a marker for a while.</summary>
public sealed record Occlusion(Landmark Landmark, double StartSeconds, double EndSeconds);

/// <summary>The person, the stickers and what comes between them and the camera.</summary>
public sealed record StretchSubject
{
    /// <summary>Null takes what fits the picture's shape.</summary>
    public Posture? Posture { get; init; }

    /// <summary>The side of the picture that the toes point to, before <see cref="StretchCamera.Mirror"/>. The leg is seen from outside, so right is the right leg.</summary>
    public BodySide ToesPoint { get; init; } = BodySide.Right;

    public SkinTone Skin { get; init; } = SkinTone.II;

    /// <summary>Hip, knee, ankle, heel and toe may be marked.</summary>
    public ImmutableArray<Sticker> Stickers { get; init; } =
    [
        new(Landmark.Knee, StickerColour.Green), new(Landmark.Ankle, StickerColour.Green),
        new(Landmark.Heel, StickerColour.Green), new(Landmark.Toe, StickerColour.Green),
    ];

    /// <summary>Null is a sticker of 20 mm.</summary>
    public double? StickerDiameterPixels { get; init; }

    public ImmutableArray<Occlusion> Occlusions { get; init; } = [];
}
