using System.Globalization;

namespace Clonus.Formats;

/// <summary>Numbers as text that any program reads: a decimal point, no thousands, the shortest digits that give the number back.</summary>
public static class NumberText
{
    // Beyond these the digits before or behind the point are mostly zeros, and an exponent is what every reader expects.
    private const double Largest = 1e15;
    private const double Smallest = 1e-9;

    public static string Of(double value) => Plain(value) is { } plain ? plain : value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(float value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) && Plain(double.Parse(shortest, CultureInfo.InvariantCulture)) is { } plain ? plain
            : float.IsFinite(value) ? shortest : "";
    }

    private static string? Plain(double value)
    {
        if (!double.IsFinite(value))
            return "";
        var size = Math.Abs(value);
        if (value == 0)
            return "0";
        return size is < Largest and > Smallest ? decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : null;
    }
}
