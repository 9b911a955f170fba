using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>Takes out single frames in which a tracker jumped away and back: no limb can.</summary>
public static class SpikeFilter
{
    // A jump is larger than so many typical steps from frame to frame, and than so many spreads of the three frames on either side of it: a beat has
    // a frame on each of its slopes, or, where a train takes three frames a beat and all slopes are seen at the same height, its like three frames away.
    private const double Steps = 8;
    private const double Spreads = 4;

    /// <summary>The values with null in place of such frames, and how many there were.</summary>
    public static (ImmutableArray<double?> Values, int Removed) Apply(ImmutableArray<double?> values)
    {
        var steps = values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a ?? double.NaN)).Where(double.IsFinite).ToArray();
        if (steps.Length < 2)
        {
            return (values, 0);
        }

        var least = Steps * steps.Median();
        var cleaned = values.Select((value, i) => IsSpike(values, i, least) ? null : value).ToImmutableArray();
        return (cleaned, values.Count(v => v is not null) - cleaned.Count(v => v is not null));
    }

    private static bool IsSpike(ImmutableArray<double?> values, int i, double least)
    {
        if (i < 2 || i + 2 >= values.Length || values[i] is not { } here
            || values[i - 2] is not { } a || values[i - 1] is not { } b || values[i + 1] is not { } c || values[i + 2] is not { } d)
        {
            return false;
        }

        var jump = Math.Abs(here - ((b + c) / 2));
        return jump > least && jump > Spreads * Spread([a, b, c, d, values.ElementAtOrDefault(i - 3) ?? b, values.ElementAtOrDefault(i + 3) ?? c]);
    }

    private static double Spread(double[] values) => values.Max() - values.Min();
}
