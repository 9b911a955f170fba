using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>A colour for one marker, for a leg, or for all when none is named.</summary>
internal sealed record StickerChoice(BodySide? Side, Landmark? Landmark, StickerColour Colour)
{
    /// <summary>The choice that names a marker most exactly goes before the others, and of equals the last word counts; green without any.</summary>
    public static StickerColour ColourOf(BodySide side, Landmark landmark, StickerChoice[] choices) =>
        choices.Reverse()
            .Where(choice => (choice.Side ?? side) == side && (choice.Landmark ?? landmark) == landmark)
            .OrderByDescending(choice => (choice.Landmark is null ? 0 : 2) + (choice.Side is null ? 0 : 1))
            .FirstOrDefault()?.Colour ?? StickerColour.Green;
}

/// <summary>What the options of synth say in text, as values. Each gives null where the text is none of the allowed ones.</summary>
internal static class SceneText
{
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static long? Seed(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A time as photographers write it: 0.004 or 1/250.</summary>
    public static double? Seconds(string text) => Pair(text, '/') switch
    {
        var (above, below) => above / below,
        null => Number(text),
    };

    /// <summary>30, 29.97 or 30000/1001. A decimal within a thousandth of N·1000/1001 is that fraction: it is what cameras write.</summary>
    public static FrameRate? Rate(string text)
    {
        if (text.Split('/') is [var above, var below])
        {
            return Whole(above) is { } n && Whole(below) is { } d and > 0 ? new FrameRate(n, d) : null;
        }

        if (Number(text) is not { } rate || rate is < 0 or > 10_000)
        {
            return null;
        }

        var ntsc = (int)Math.Round(rate * 1.001);
        return rate == Math.Round(rate) ? new FrameRate((int)rate, 1)
            : Math.Abs(rate - (ntsc / 1.001)) < 0.001 * rate ? new FrameRate(ntsc * 1000, 1001)
            : new FrameRate((int)Math.Round(rate * 1000), 1000);
    }

    public static (int Width, int Height)? Size(string text) =>
        text.Split('x') is [var width, var height] && Whole(width) is { } w && Whole(height) is { } h ? (w, h) : null;

    public static CameraShake? Shake(string text) => Pair(text, '@') is var (pixels, hz) ? new CameraShake(pixels, hz) : null;

    /// <summary>DEG, or DEG@HZ.</summary>
    public static (double Degrees, double? Hertz)? HandShake(string text) =>
        Pair(text, '@') is var (degrees, hz) ? (degrees, hz) : Number(text) is { } alone ? (alone, null) : null;

    public static Flicker? Flicker(string text) => Pair(text, '@') is var (percent, hz) ? new Flicker(percent, hz) : null;

    public static Distractor? Distractor(string text) =>
        text.Split('=') is [var thing, var paint] && Word<DistractorKind>(thing) is { } kind && Word<StickerColour>(paint) is { } colour ? new Distractor(kind, colour) : null;

    /// <summary>MARKER@START:END.</summary>
    public static Occlusion? Occlusion(string text) =>
        text.Split('@') is [var marker, var range] && Word<Landmark>(marker) is { } landmark && Pair(range, ':') is var (start, end)
            ? new Occlusion(landmark, start, end)
            : null;

    public static CameraPan? Pan(string text) =>
        text.Split('@') is [var pixels, var range] && Number(pixels) is { } way && Pair(range, ':') is var (start, end) ? new CameraPan(way, start, end) : null;

    public static ExposureStep? Exposure(string text) => Pair(text, '@') is var (factor, start) ? new ExposureStep(factor, start) : null;

    /// <summary>COLOUR, or MARKER=COLOUR.</summary>
    public static StickerChoice? Sticker(string text) => SidedSticker(text) is { Side: null } choice ? choice : null;

    /// <summary>COLOUR, MARKER=COLOUR, SIDE=COLOUR or SIDE.MARKER=COLOUR.</summary>
    public static StickerChoice? SidedSticker(string text)
    {
        var parts = text.Split('=');
        if (parts.Length > 2 || Word<StickerColour>(parts[^1]) is not { } colour)
        {
            return null;
        }

        var words = parts.Length == 1 ? [] : parts[0].Split('.');
        var side = words.Length == 0 ? null : Word<BodySide>(words[0]);
        var landmark = words.Length == 0 ? null : Word<Landmark>(words[^1]);
        var named = (side is null ? 0 : 1) + (landmark is null ? 0 : 1);
        return named == words.Length && side != BodySide.Unknown ? new StickerChoice(side, landmark, colour) : null;
    }

    /// <summary>Names with commas between them, each of what can be shown, or none.</summary>
    public static ImmutableArray<Landmark>? Markers(string text, ImmutableArray<Landmark> shown)
    {
        if (string.Equals(text, "none", StringComparison.OrdinalIgnoreCase))
        {
            return ImmutableArray<Landmark>.Empty;
        }

        var markers = text.Split(',').Select(Word<Landmark>).ToArray();
        return markers.Any(m => m is null || !shown.Contains(m.Value)) ? null : [.. markers.Select(m => m!.Value)];
    }

    /// <summary>The word of an enumeration, in any case.</summary>
    public static T? Word<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), text, StringComparison.OrdinalIgnoreCase));

    public static string Words<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();

    private static (double, double)? Pair(string text, char between) =>
        text.Split(between) is [var a, var b] && Number(a) is { } first && Number(b) is { } second ? (first, second) : null;
}
