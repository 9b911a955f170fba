using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>What the frame times say of themselves.</summary>
public static class FrameTiming
{
    /// <summary>Median time between neighbouring frames in seconds; null for fewer than two frames.</summary>
    public static double? MedianIntervalSeconds(ImmutableArray<double> times) =>
        times.Length < 2 ? null : Intervals(times.AsSpan()).Median();

    private static double[] Intervals(ReadOnlySpan<double> times)
    {
        var intervals = new double[times.Length - 1];
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = times[i + 1] - times[i];
        return intervals;
    }

    /// <summary>
    /// The mean of the intervals that are like the median one, where nearly all are: rounded times do not shift it, dropped frames do not count.
    /// Null where the rate varies, and for fewer than two frames.
    /// </summary>
    /// <param name="allowedShare">An interval is like the median one when it differs by no more than this share of it ...</param>
    /// <param name="allowedSeconds">... or by no more than this.</param>
    /// <param name="mostDifferingShare">Share of the intervals that may be unlike.</param>
    public static double? EvenIntervalSeconds(ImmutableArray<double> times, double allowedShare, double allowedSeconds, double mostDifferingShare)
    {
        if (MedianIntervalSeconds(times) is not { } median)
        {
            return null;
        }

        var allowed = Math.Max(allowedShare * median, allowedSeconds);
        var alike = times.Zip(times.Skip(1), (a, b) => b - a).Where(interval => Math.Abs(interval - median) <= allowed).ToArray();
        return times.Length - 1 - alike.Length <= mostDifferingShare * (times.Length - 1) ? alike.Average() : null;
    }
}
