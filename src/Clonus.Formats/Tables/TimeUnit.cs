using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>In what a column of times counts, and the times in seconds or the frames.</summary>
/// <param name="Seconds">Null where the column counts frames.</param>
/// <param name="Frames">Null where it does not count frames.</param>
internal sealed record TimeReading(ImmutableArray<double>? Seconds, ImmutableArray<int>? Frames, QualityIssue? Issue);

/// <summary>What a column of rising times counts, when its file does not say: told from its steps, since a camera takes 4 to 4000 frames a second.</summary>
internal static class TimeUnit
{
    private const double LongestFrameSeconds = 0.25;

    // Below that a step could be a frame number's, or a few thousandths of a second's.
    private const double ShortestSureMs = 1.5;
    private const double ShortestSureUs = 4000;

    // Single precision leaves a time of some seconds that much away from a whole millisecond.
    private const double WholeMsTolerance = 0.06;

    /// <param name="times">Rising, of any unit.</param>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="mayBeParts">Whether parts of hours and minutes are possible.</param>
    /// <exception cref="InputException">No unit makes the steps a camera's.</exception>
    public static TimeReading Tell(ImmutableArray<double> times, string name, bool mayBeParts = false)
    {
        if (times.Length < 2)
            return new TimeReading(times, null, null);
        var step = MedianStep(times);
        var frames = FramesOf(times);
        if (step < LongestFrameSeconds)
            return mayBeParts ? OfClock(times) : new TimeReading(times, null, null);
        if (step < ShortestSureMs && frames is not null)
        {
            return new TimeReading(null, frames, new QualityIssue(
                "time_counts_frames", IssueSeverity.Warning, "the time column counts frames; how long one takes must be given"));
        }
        if (step <= LongestFrameSeconds * 1e3)
            return Scaled(times, 1e-3, "milliseconds", IssueSeverity.Info);
        if (step is >= ShortestSureUs and <= LongestFrameSeconds * 1e6)
            return Scaled(times, 1e-6, "microseconds", IssueSeverity.Info);
        throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"the times step by {step:0.###}, which is a video's frame in no unit; export them in seconds"));
    }

    public static TimeReading InSeconds(ImmutableArray<double> times, double secondsPerUnit) => new([.. times.Select(t => t * secondsPerUnit)], null, null);

    private static double MedianStep(ImmutableArray<double> times)
    {
        var steps = new double[times.Length - 1];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = times[i + 1] - times[i];
        Array.Sort(steps);
        return steps[(steps.Length - 1) / 2];
    }

    // Times may be counted from an origin in the middle of the recording; frames are not.
    private static ImmutableArray<int>? FramesOf(ImmutableArray<double> times)
    {
        var first = Math.Min(times[0], 0);
        return times.All(t => t == Math.Floor(t) && t - first <= int.MaxValue) ? [.. times.Select(t => (int)(t - first))] : null;
    }

    // Kinovea rounds to whole milliseconds before it divides by the unit that its user prefers, so the right unit gives whole ones back.
    private static TimeReading OfClock(ImmutableArray<double> times)
    {
        const double msPerTenThousandthOfHour = 360;
        const double msPerHundredthOfMinute = 600;
        var (seconds, hours, minutes) = (IsWhole(times, 1000), IsWhole(times, msPerTenThousandthOfHour), IsWhole(times, msPerHundredthOfMinute));
        if (times.Length < 8 || seconds || hours == minutes)
            return new TimeReading(times, null, null);
        return hours ? Scaled(times, msPerTenThousandthOfHour * 1e-3, "ten-thousandths of an hour", IssueSeverity.Warning)
            : Scaled(times, msPerHundredthOfMinute * 1e-3, "hundredths of a minute", IssueSeverity.Warning);
    }

    private static bool IsWhole(ImmutableArray<double> times, double msPerUnit) =>
        times.Take(256).All(t => Math.Abs((t * msPerUnit) - Math.Round(t * msPerUnit)) < WholeMsTolerance);

    private static TimeReading Scaled(ImmutableArray<double> times, double secondsPerUnit, string unit, IssueSeverity severity) =>
        InSeconds(times, secondsPerUnit) with
        {
            Issue = new QualityIssue("time_unit_inferred", severity, $"the file does not name the unit of its times; their steps say {unit}"),
        };
}
