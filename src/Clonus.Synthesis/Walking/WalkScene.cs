using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

public enum WalkView
{
    /// <summary>From the side that the person's walking direction turns to the camera.</summary>
    Side,

    /// <summary>Towards the camera.</summary>
    Front,

    /// <summary>Away from the camera.</summary>
    Back,
}

/// <summary>How much of the person the picture holds.</summary>
public enum WalkFraming
{
    Body,

    /// <summary>From the floor to above the hips.</summary>
    Legs,
}

public enum WalkClothes
{
    /// <summary>Shorts; the stickers are on the skin.</summary>
    Shorts,

    /// <summary>Long trousers with the stickers on them.</summary>
    Trousers,
}

/// <summary>A marker of the walker and its colour.</summary>
public sealed record WalkSticker(BodySide Side, Landmark Landmark, StickerColour Colour)
{
    /// <summary>What it is by itself.</summary>
    internal Sticker Sticker => new(Landmark, Colour) { IsOnOtherLeg = Side == BodySide.Left };
}

/// <summary>Who walks, seen from where.</summary>
public sealed record WalkSubject
{
    public static readonly ImmutableArray<Landmark> UsualLandmarks = [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];

    public WalkView View { get; init; } = WalkView.Side;

    /// <summary>The side of the picture that the person walks to, before <see cref="StretchCamera.Mirror"/>. The leg of that side is the near one; from front and back it says nothing.</summary>
    public BodySide WalksTo { get; init; } = BodySide.Right;

    public WalkFraming Framing { get; init; } = WalkFraming.Body;

    public WalkClothes Clothes { get; init; } = WalkClothes.Shorts;

    public SkinTone Skin { get; init; } = SkinTone.II;

    /// <summary>Null is what this view shows of both legs, green.</summary>
    public ImmutableArray<WalkSticker>? Stickers { get; init; }

    internal ImmutableArray<WalkSticker> Shown => Stickers ?? Marked([BodySide.Left, BodySide.Right], UsualLandmarks, (_, _) => StickerColour.Green);

    public double StickerMillimetres { get; init; } = 32;

    /// <summary>Null lets the seed choose between 1.50 and 1.95 m.</summary>
    public double? StatureMillimetres { get; init; }

    /// <summary>What can be marked on a leg: the heel is out of sight from the front, the toes from behind, and the hip of the far leg from the side.</summary>
    public ImmutableArray<Landmark> Markable(BodySide side) => View switch
    {
        WalkView.Front => [Landmark.Shoulder, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Toe],
        WalkView.Back => [Landmark.Shoulder, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel],
        _ when side == WalksTo => [Landmark.Shoulder, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe],
        _ => [Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe],
    };

    /// <summary>Stickers on these landmarks of these legs, as far as this view shows them.</summary>
    public ImmutableArray<WalkSticker> Marked(ImmutableArray<BodySide> legs, ImmutableArray<Landmark> landmarks, Func<BodySide, Landmark, StickerColour> colour) =>
        [.. legs.SelectMany(side => Markable(side).Intersect(landmarks).Select(landmark => new WalkSticker(side, landmark, colour(side, landmark))))];
}

/// <summary>One clip of a walking person in words. Equal scenes give equal clips.</summary>
public sealed record WalkScene
{
    /// <summary>Name of the recording that is filmed; null where the walk is simulated. Of the motion only the treadmill then says anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    public WalkMotion Motion { get; init; } = new();

    public WalkSubject Subject { get; init; } = new();

    public StretchCamera Camera { get; init; } = new() { WidthPixels = 1280, HeightPixels = 720 };

    public EncodingSettings Encoding { get; init; } = new();

    /// <summary>Of the body's proportions, where the camera stands, the first step, the clothes' colours and all noise.</summary>
    public long Seed { get; init; } = 1;
}
