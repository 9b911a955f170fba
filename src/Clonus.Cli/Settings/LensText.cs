using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Recording;

namespace Clonus.Cli.Settings;

/// <summary>A lens calibration as a protocol holds it: a map of OpenCV's names to numbers, and the size of the pictures that it was made from.</summary>
internal static class LensText
{
    public static readonly string[] Needed = ["width_px", "height_px", "fx", "fy", "cx", "cy"];

    // Those that most lenses do without.
    public static readonly string[] Optional = ["k1", "k2", "p1", "p2", "k3", "k4", "k5", "k6"];

    /// <exception cref="InputException">An unknown or missing name, or a number that cannot be.</exception>
    public static LensCalibration Parse(string source, IEnumerable<(string Name, string Text)> values)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, text) in values)
        {
            if (!Needed.Contains(name) && !Optional.Contains(name))
                throw Bad($"unknown '{name}'");
            numbers[name] = Number(text) is { } number && (!name.StartsWith('f') || number > 0)
                ? number
                : throw Bad($"{name} cannot be '{text}'");
        }

        if (Needed.FirstOrDefault(name => !numbers.ContainsKey(name)) is { } missing)
            throw Bad($"{missing} is missing");

        return new LensCalibration(
            Size("width_px"), Size("height_px"), numbers["fx"], numbers["fy"], numbers["cx"], numbers["cy"],
            Of("k1"), Of("k2"), Of("p1"), Of("p2"), Of("k3"), Of("k4"), Of("k5"), Of("k6"));

        double Of(string name) => numbers.GetValueOrDefault(name);

        int Size(string name) => numbers[name] is var size && size >= 1 && size <= int.MaxValue && size == Math.Floor(size) ? (int)size : throw Bad($"{name} must be a whole number from 1");

        InputException Bad(string what) => new(
            InputFault.Settings,
            $"{source}: {what}: give OpenCV's calibration of the upright picture as {string.Join(", ", Needed)} (pixels, above 0 but cx and cy) and, where there are, {string.Join(", ", Optional)}");
    }

    /// <summary>Names and numbers that <see cref="Parse"/> reads back; coefficients of 0 are left out.</summary>
    public static IEnumerable<(string Name, string Text)> Print(LensCalibration lens)
    {
        double[] needed = [lens.WidthPixels, lens.HeightPixels, lens.Fx, lens.Fy, lens.Cx, lens.Cy];
        double[] optional = [lens.K1, lens.K2, lens.P1, lens.P2, lens.K3, lens.K4, lens.K5, lens.K6];
        return Needed.Zip(needed).Concat(Optional.Zip(optional).Where(pair => pair.Second != 0))
            .Select(pair => (pair.First, pair.Second.ToString("R", CultureInfo.InvariantCulture)));
    }

    // Calibration programs write small coefficients with an exponent.
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
}
