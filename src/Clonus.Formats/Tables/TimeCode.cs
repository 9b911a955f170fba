using System.Globalization;
using System.Text.RegularExpressions;

namespace Clonus.Formats;

/// <summary>A clock reading as text, such as Kinovea's 0:00:01:23: hours, minutes, seconds and their hundredths or thousandths, never frames.</summary>
internal static partial class TimeCode
{
    /// <summary>False for what is none, and for three numbers with colons, which may be a clock's or end in hundredths.</summary>
    public static bool TryRead(string text, out double seconds)
    {
        var match = Clock().Match(text);
        seconds = double.NaN;
        if (!match.Success)
            return false;
        var fraction = match.Groups["fraction"].Value;
        var rest = Number(match, "hours") * 3600 + Number(match, "minutes") * 60 + Number(match, "seconds");

        // Divided, not multiplied: 23 hundredths shall be the number 0.23.
        seconds = (rest * Math.Pow(10, fraction.Length) + double.Parse(fraction, CultureInfo.InvariantCulture)) / Math.Pow(10, fraction.Length);
        if (match.Groups["sign"].Success)
            seconds = -seconds;
        return true;
    }

    /// <summary>The shortest time between two codes of this form.</summary>
    public static double Resolution(string text) => Clock().Match(text) is { Success: true } match ? Math.Pow(10, -match.Groups["fraction"].Length) : 0;

    private static double Number(Match match, string group) => match.Groups[group] is { Success: true } found ? double.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<sign>-\s*)?(?:(?<hours>[0-9]{1,4}):(?<minutes>[0-9]{1,2}):(?<seconds>[0-9]{2})[:.,]|(?<minutes>[0-9]{1,3}):(?<seconds>[0-9]{2})[.,])(?<fraction>[0-9]{2,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
