using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>An axis of a picture with ticks at round whole numbers.</summary>
/// <param name="From">Where the first tick is, in pixels.</param>
/// <param name="To">Where the last tick is.</param>
internal sealed record PlotAxis(ImmutableArray<double> Ticks, double From, double To)
{
    private const int MostSteps = 8;

    private static readonly double[] RoundSteps = [1, 2, 5];

    /// <summary>From the tick at or below all values to the one at or above them.</summary>
    public static PlotAxis Over(ImmutableArray<double> values, double from, double to)
    {
        var (low, high) = (values.Min(), values.Max());
        var step = Enumerable.Range(0, 12).SelectMany(power => RoundSteps.Select(s => s * Math.Pow(10, power))).First(s => Math.Ceiling(high / s) - Math.Floor(low / s) <= MostSteps);
        var (first, last) = (Math.Floor(low / step), Math.Max(Math.Ceiling(high / step), Math.Floor(low / step) + 1));
        return new PlotAxis([.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)], from, to);
    }

    /// <summary>Where a value lies, to a hundredth of a pixel.</summary>
    public double At(double value) => Math.Round(From + ((value - Ticks[0]) / (Ticks[^1] - Ticks[0]) * (To - From)), 2);
}
