using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>What the times of a clip's frames say together.</summary>
/// <param name="IntervalSeconds">The median interval, or where the rate is even the mean of those like it, which rounded times do not shift; null for fewer than two frames.</param>
/// <param name="Variable">Whether the rate varies, beyond single dropped frames and rounded times.</param>
/// <param name="Gaps">Stretches without frames, from the frame before to the frame after.</param>
internal sealed record FrameTiming(double? IntervalSeconds, bool Variable, IReadOnlyList<TimeRange> Gaps)
{
    /// <param name="timesSeconds">Rising.</param>
    public static FrameTiming Of(IReadOnlyList<double> timesSeconds, VideoSettings settings)
    {
        if (timesSeconds.Count < 2)
            return new FrameTiming(null, false, []);
        var intervals = timesSeconds.Skip(1).Zip(timesSeconds, (later, earlier) => later - earlier).ToArray();
        var median = Median(intervals);
        var even = Motion.Signals.FrameTiming.EvenIntervalSeconds([.. timesSeconds], settings.VariableIntervalShare, settings.VariableIntervalSeconds, settings.VariableMinShare);
        var gaps = intervals.Index()
            .Where(at => at.Item >= (settings.GapIntervals - settings.VariableIntervalShare) * median)
            .Select(at => new TimeRange(timesSeconds[at.Index], timesSeconds[at.Index + 1]));
        return new FrameTiming(even ?? median, even is null, Merge(gaps, settings.GapMergeSeconds));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Joins ranges that lie nearer to each other than a limit.</summary>
    /// <param name="ranges">By their starts.</param>
    public static IReadOnlyList<TimeRange> Merge(IEnumerable<TimeRange> ranges, double withinSeconds)
    {
        List<TimeRange> merged = [];
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && range.StartSeconds - merged[^1].EndSeconds < withinSeconds)
                merged[^1] = new TimeRange(merged[^1].StartSeconds, Math.Max(merged[^1].EndSeconds, range.EndSeconds));
            else
                merged.Add(range);
        }

        return merged;
    }
}
