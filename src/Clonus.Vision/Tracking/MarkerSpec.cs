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
        + "hsv:H1-H2,S1-S2,V1-V2 (H in degrees 0-360 and may wrap, S and V in percent), at:X,Y or at:X,Y@SECONDS";

    // Words of the contract whose detectors are still to come.
    private static readonly ImmutableArray<string> Announced = ["bright", "dark", "quadrant", "aruco"];

    /// <exception cref="InputException">The text is no SPEC, or one that is not available yet (Settings).</exception>
    public static MarkerSpec Parse(string text)
    {
        var trimmed = text.Trim();
        if (NamedColour.Find(trimmed) is { } named)
        {
            return new ColourSpec(trimmed, named.Ranges);
        }

        var (kind, body) = trimmed.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? (trimmed[..colon], trimmed[(colon + 1)..])
            : (trimmed, "");
        return kind switch
        {
            "hsv" when ParseRange(body) is { } range => new ColourSpec(trimmed, [range]),
            "at" when ParsePoint(trimmed, body) is { } point => point,
            _ when Announced.Contains(kind) =>
                throw new InputException(InputFault.Settings, $"marker spec '{trimmed}' is not available yet; allowed: {AllowedForms}"),
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

/// <summary>A sticker of a colour.</summary>
public sealed record ColourSpec(string Text, ImmutableArray<HsvRange> Ranges) : MarkerSpec(Text)
{
    internal bool Matches(Colour colour)
    {
        var hsv = colour.ToHsv();
        return Ranges.Any(range => range.Contains(hsv));
    }
}

/// <summary>Whatever is seen at one pixel of the upright picture.</summary>
/// <param name="Seconds">When it is seen there; null is the first analysed frame.</param>
public sealed record PointSpec(string Text, ImagePoint Place, double? Seconds) : MarkerSpec(Text);
