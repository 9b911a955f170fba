using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>What the frame times say of themselves.</summary>
public static class FrameTiming
{
    // As of videos: a tenth of an interval, or times that are rounded to milliseconds; a fiftieth of them may be dropped frames.
    private const double AllowedShare = 0.1;
    private const double AllowedSeconds = 0.0011;
    private const double MostDifferingShare = 0.02;

    /// <summary>Median time between neighbouring frames in seconds; null for fewer than two frames.</summary>
    public static double? MedianIntervalSeconds(ImmutableArray<double> times) =>
        times.Length < 2 ? null : times.Zip(times.Skip(1), (a, b) => b - a).Median();

    /// <summary>
    /// The mean of the intervals that are like the median one, where nearly all are: rounded times do not shift it, dropped frames do not count.
    /// Null where the rate varies, and for fewer than two frames.
    /// </summary>
    public static double? EvenIntervalSeconds(ImmutableArray<double> times)
    {
        if (MedianIntervalSeconds(times) is not { } median)
        {
            return null;
        }

        var allowed = Math.Max(AllowedShare * median, AllowedSeconds);
        var alike = times.Zip(times.Skip(1), (a, b) => b - a).Where(interval => Math.Abs(interval - median) <= allowed).ToArray();
        return times.Length - 1 - alike.Length <= MostDifferingShare * (times.Length - 1) ? alike.Average() : null;
    }
}
