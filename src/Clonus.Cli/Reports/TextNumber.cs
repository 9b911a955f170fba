using System.Globalization;

namespace Clonus.Cli.Reports;

/// <summary>Numbers as a reader wants them.</summary>
internal static class TextNumber
{
    public static string Fixed(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    public static string Short(double value, int decimals) => Math.Round(value, decimals).ToString(CultureInfo.InvariantCulture);

    public static string Percent(double share) => Fixed(100 * share, 0) + " %";

    // Nothing measured is ever certain.
    public static string Certainty(double share) => share > 0.99 ? "over 99 %" : Percent(share);
}
