using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

public enum Posture
{
    /// <summary>On the couch on the back, shank nearly level. Fits a wide picture.</summary>
    Lying,

    /// <summary>On the couch's edge, shank hanging. Fits a tall picture.</summary>
    Sitting,

    /// <summary>On a chair, the forefoot on the floor: the heel falls and bounces, and the knee with it. No hand is seen.</summary>
    FootOnFloor,

    /// <summary>Upright, the forefoot on the floor, as <see cref="FootOnFloor"/>. Fits a tall picture.</summary>
    Standing,
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

/// <summary>What a marker looks like: a round sticker of a colour, or one of the kinds below; the words are those of a SPEC.</summary>
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

    /// <summary>A retro-reflective ball or a lamp: too bright for the camera, with a halo.</summary>
    Bright,

    /// <summary>A dot drawn with a pen: dark and not quite round.</summary>
    Dark,

    /// <summary>A round target of two black and two white quarters.</summary>
    Quadrant,

    /// <summary>A fiducial tag on a white card.</summary>
    Aruco,
}

/// <summary>What is seen of the leg behind the one that is stretched. It keeps still.</summary>
public enum OtherLeg
{
    None,
    Bare,

    /// <summary>With stickers as on the near leg, but for the hip.</summary>
    Marked,
}

/// <summary>A thing with the colour of a marker that is none.</summary>
public enum DistractorKind
{
    /// <summary>Beside or under the leg.</summary>
    Towel,

    /// <summary>On the examiner's hand; it moves with the foot.</summary>
    Glove,

    /// <summary>On the wall.</summary>
    Poster,

    /// <summary>The trousers' short legs.</summary>
    Shorts,

    /// <summary>The wall itself, paler.</summary>
    Wall,

    /// <summary>Round and square pieces as large as stickers, in the room.</summary>
    Blocks,
}

/// <summary>Its colour is near to the sticker's of that name, not the same.</summary>
public sealed record Distractor(DistractorKind Kind, StickerColour Colour);

/// <summary>A marker and its colour.</summary>
public sealed record Sticker(Landmark Landmark, StickerColour Colour)
{
    private static readonly Landmark[] TagOrder = [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe, Landmark.Shoulder];

    /// <summary>Which tag, when it is one: each landmark has its own, and each leg its dictionary.</summary>
    internal FiducialTag Tag => new(IsOnOtherLeg ? TagFamily.AprilTag16h5 : TagFamily.Dict4x4, Array.IndexOf(TagOrder, Landmark));

    /// <summary>On the leg behind of a stretch, on the left leg of a walker.</summary>
    internal bool IsOnOtherLeg { get; init; }

    /// <summary>The SPEC that finds it.</summary>
    internal string Spec => Colour == StickerColour.Aruco ? Tag.Spec : Colour.ToString().ToLowerInvariant();
}

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

    /// <summary>Null is bare where the foot is on the floor, none on the couch.</summary>
    public OtherLeg? OtherLeg { get; init; }

    public ImmutableArray<Distractor> Distractors { get; init; } = [];

    /// <summary>What is marked on the leg behind.</summary>
    internal ImmutableArray<Sticker> OtherStickers => OtherLeg == Scripts.OtherLeg.Marked ? [.. Stickers.Where(s => s.Landmark != Landmark.Hip).Select(s => s with { IsOnOtherLeg = true })] : [];
}
