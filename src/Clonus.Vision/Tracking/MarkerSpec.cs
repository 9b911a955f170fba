using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>One marker that the user asked for: its name and what it looks like or where it is.</summary>
public sealed record MarkerRequest(MarkerName Name, MarkerSpec Spec);

/// <summary>How a marker is found: by its colour, or at a place. Its text form is what the user wrote.</summary>
public abstract record MarkerSpec(string Text)
{
    /// <summary>What <see cref="Parse"/> accepts, in words for an error message.</summary>
    public const string AllowedForms =
        "a colour (red, orange, yellow, green, cyan, blue, purple, magenta, pink, white, black), "
        + "hsv:H1-H2,S1-S2,V1-V2 (H in degrees 0-360 and may wrap, S and V in percent), bright, dark, quadrant, aruco:ID or aruco:DICT:ID, at:X,Y or at:X,Y@SECONDS; of a trajectory file label:LABEL";

    /// <exception cref="InputException">The text is no SPEC (Settings).</exception>
    public static MarkerSpec Parse(string text)
    {
        var trimmed = text.Trim();
        if (NamedColour.Find(trimmed) is { } named)
        {
            return new ColourSpec(trimmed, named.Ranges);
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var (kind, body) = colon >= 0 ? (trimmed[..colon], trimmed[(colon + 1)..]) : (trimmed, "");
        return kind switch
        {
            "bright" when colon < 0 => new ToneSpec(trimmed, MarkerKind.Bright),
            "dark" when colon < 0 => new ToneSpec(trimmed, MarkerKind.Dark),
            "quadrant" when colon < 0 => new QuadrantSpec(trimmed),
            "hsv" when ParseRange(body) is { } range => new ColourSpec(trimmed, [range]),
            "aruco" when ParseTag(trimmed, body) is { } tag => tag,
            "at" when ParsePoint(trimmed, body) is { } point => point,
            "label" when body.Trim().Length > 0 => new LabelSpec(trimmed, body.Trim()),
            _ => throw new InputException(InputFault.Settings, $"marker spec '{text}' is not understood; allowed: {AllowedForms}"),
        };
    }

    public sealed override string ToString() => Text;

    private static HsvRange? ParseRange(string body)
    {
        var parts = body.Split(',');
        return parts.Length == 3
            && ParseBounds(parts[0], 360) is { } hue
            && ParseBounds(parts[1], 100) is { } saturation && saturation.Low <= saturation.High
            && ParseBounds(parts[2], 100) is { } value && value.Low <= value.High
            ? new HsvRange(hue.Low, hue.High, saturation.Low, saturation.High, value.Low, value.High)
            : null;
    }

    private static (double Low, double High)? ParseBounds(string text, double top)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && ParseNumber(parts[0]) is { } low && ParseNumber(parts[1]) is { } high && low <= top && high <= top
            ? (low, high)
            : null;
    }

    private static ArucoSpec? ParseTag(string text, string body)
    {
        var parts = body.Split(':');
        if (parts.Length > 2 || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var dictionary = parts.Length == 1 ? TagDictionary.Default : TagDictionary.Find(parts[0])
            ?? throw new InputException(InputFault.Settings, $"marker spec '{text}': there is no dictionary '{parts[0]}'; allowed: {TagDictionary.Names}");
        return id < dictionary.Tags
            ? new ArucoSpec(text, dictionary.Name, id)
            : throw new InputException(InputFault.Settings, $"marker spec '{text}': {dictionary.Name} has ids 0 to {dictionary.Tags - 1}");
    }

    private static PointSpec? ParsePoint(string text, string body)
    {
        var place = body.Split('@');
        var coordinates = place[0].Split(',');
        if (place.Length > 2 || coordinates.Length != 2
            || ParseNumber(coordinates[0]) is not { } x || ParseNumber(coordinates[1]) is not { } y)
        {
            return null;
        }

        if (place.Length == 1)
        {
            return new PointSpec(text, new ImagePoint(x, y), null);
        }

        return ParseNumber(place[1]) is { } seconds ? new PointSpec(text, new ImagePoint(x, y), seconds) : null;
    }

    // Digits and a point only: neither a sign nor an exponent nor a local decimal comma has a meaning here.
    private static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
}

/// <summary>How a marker is told from what surrounds it.</summary>
public enum MarkerKind
{
    /// <summary>A sticker, by its colour.</summary>
    Colour,

    /// <summary>Retro-reflective balls and LEDs: brighter than all around, near the top of what the camera can show.</summary>
    Bright,

    /// <summary>Dots of ink and black stickers: darker than all around.</summary>
    Dark,

    /// <summary>A disc or square of two black and two white quarters; its place is where they meet.</summary>
    Quadrant,
}

/// <summary>A marker known by its looks alone: several may share the SPEC, and the limb tells them apart.</summary>
public abstract record LookSpec(string Text, MarkerKind Kind) : MarkerSpec(Text)
{
    /// <param name="colour">Of the inside.</param>
    internal virtual bool Matches(MarkerKind kind, Colour colour) => kind == Kind;

    /// <summary>The SPEC that finds a marker of these looks again.</summary>
    internal static string Describe(MarkerKind kind, Colour colour) => kind switch
    {
        MarkerKind.Bright => "bright",
        MarkerKind.Dark => "dark",
        MarkerKind.Quadrant => "quadrant",
        _ => NamedColour.Describe(colour),
    };
}

/// <summary>A sticker of a colour.</summary>
public sealed record ColourSpec(string Text, ImmutableArray<HsvRange> Ranges) : LookSpec(Text, MarkerKind.Colour)
{
    internal override bool Matches(MarkerKind kind, Colour colour) => kind == Kind && Matches(colour);

    internal bool Matches(Colour colour)
    {
        var hsv = colour.ToHsv();
        return Ranges.Any(range => range.Contains(hsv));
    }
}

/// <summary>A marker that is brighter, or darker, than all that surrounds it, whatever its colour.</summary>
public sealed record ToneSpec(string Text, MarkerKind Kind) : LookSpec(Text, Kind);

/// <summary>A black-white quadrant target.</summary>
public sealed record QuadrantSpec(string Text) : LookSpec(Text, MarkerKind.Quadrant);

/// <summary>A square tag of OpenCV's ArUco or of AprilTag.</summary>
/// <param name="Dictionary">Its name.</param>
public sealed record ArucoSpec(string Text, string Dictionary, int Id) : MarkerSpec(Text);

/// <summary>Whatever is seen at one pixel of the upright picture.</summary>
/// <param name="Seconds">When it is seen there; null is the first analysed frame.</param>
public sealed record PointSpec(string Text, ImagePoint Place, double? Seconds) : MarkerSpec(Text);

/// <summary>A point of a trajectory file, by the label that it has there. A video has none.</summary>
public sealed record LabelSpec(string Text, string Label) : MarkerSpec(Text);
