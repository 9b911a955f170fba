using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>What the frame times say of themselves.</summary>
public static class FrameTiming
{
    /// <summary>Median time between neighbouring frames in seconds; null for fewer than two frames.</summary>
    public static double? MedianIntervalSeconds(ImmutableArray<double> times) =>
        times.Length < 2 ? null : times.Zip(times.Skip(1), (a, b) => b - a).Median();
}
