using System.Globalization;

namespace Clonus.Formats;

/// <summary>Numbers as text that any program reads: a decimal point, no thousands, the shortest digits that give the number back.</summary>
public static class NumberText
{
    // Beyond these the digits before or behind the point are mostly zeros, and an exponent is what every reader expects.
    private const double Largest = 1e15;
    private const double Smallest = 1e-9;

    public static string Of(double value) => Plain(value.ToString("R", CultureInfo.InvariantCulture), value);

    /// <summary>The digits that a float needs, which are fewer.</summary>
    public static string Of(float value) => Plain(value.ToString("R", CultureInfo.InvariantCulture), value);

    // Empty for what is no number; a zero has no sign.
    private static string Plain(string shortest, double value) => value switch
    {
        0 => "0",
        _ when !double.IsFinite(value) => "",
        _ when shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is < Largest and > Smallest =>
            decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => shortest,
    };
}
