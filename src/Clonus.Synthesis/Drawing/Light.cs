using System.Collections.Immutable;
using System.Numerics;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>Colours in linear light and how a lamp falls on them.</summary>
public static class Light
{
    private const float GreyShare = 0.12f;
    private const float DistractorShare = 0.85f;
    private static readonly Vector3 Greyish = new(0.3f);

    private const float Ambient = 0.42f;
    private const float Direct = 0.66f;

    /// <summary>Towards the lamp: from above and a little from the left, in front of the leg. x right, y down, z to the camera.</summary>
    private static readonly Vector3 Lamp = Vector3.Normalize(new Vector3(-0.25f, -0.75f, 0.65f));

    /// <summary>How bright a surface is that faces the direction (x, y, z) of length 1.</summary>
    public static float On(float x, float y, float z) => Ambient + (Direct * Math.Max(0, (x * Lamp.X) + (y * Lamp.Y) + (z * Lamp.Z)));

    /// <summary>A colour given as sRGB, 0xRRGGBB.</summary>
    public static Vector3 Colour(int rgb) => new(Linear(rgb >> 16), Linear((rgb >> 8) & 255), Linear(rgb & 255));

    public static Vector3 Skin(SkinTone tone) => Colour(tone switch
    {
        SkinTone.I => 0xF6DDCB,
        SkinTone.II => 0xEBC4A6,
        SkinTone.III => 0xD6A482,
        SkinTone.IV => 0xB37F5A,
        SkinTone.V => 0x85583B,
        _ => 0x533527,
    });

    public static Vector3 Sticker(StickerColour colour) => Colour(colour switch
    {
        StickerColour.Red => 0xD9262B,
        StickerColour.Orange => 0xF58216,
        StickerColour.Yellow => 0xF7DC1C,
        StickerColour.Green => 0x1FA54A,
        StickerColour.Cyan => 0x17B8CE,
        StickerColour.Blue => 0x1E56CC,
        StickerColour.Purple => 0x7434B0,
        StickerColour.Magenta => 0xD4259A,
        StickerColour.Pink => 0xF77FB0,
        StickerColour.White or StickerColour.Bright => 0xF7F7F5,
        _ => 0x161616,
    });

    /// <summary>A distractor's colour: the sticker's, a little darker and greyer. Null without such a distractor.</summary>
    public static Vector3? Distracting(ImmutableArray<Distractor> distractors, DistractorKind kind) =>
        distractors.LastOrDefault(d => d.Kind == kind) is { } distractor ? Vector3.Lerp(Sticker(distractor.Colour), Greyish, GreyShare) * DistractorShare : null;

    /// <summary>Light of a level of sRGB, 0 to 255.</summary>
    public static float Linear(int level)
    {
        var v = level / 255.0;
        return (float)(v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4));
    }
}
