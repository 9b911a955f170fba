using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>The rate of a file's frames, for formats that know no times but a rate.</summary>
internal static class FrameRate
{
    // Intervals that differ by more from the usual one are no rounded even ones.
    private const double RoundedShare = 0.25;

    // A usual rate that tells the last frame's time so well is the one that was meant: times are often rounded to milliseconds.
    private const double RoundedSeconds = 0.0006;

    /// <summary>Frames a second: as the file states it, or by its times; null for a single frame without a rate.</summary>
    /// <exception cref="InputException">The file has no times.</exception>
    public static double? Of(Trajectories trajectories)
    {
        var times = TimesOf(trajectories);
        if (trajectories.RateHz is { } stated || times.Length < 2)
            return trajectories.RateHz;

        var steps = times.Skip(1).Zip(times, (later, earlier) => later - earlier).Order().ToArray();
        var usual = steps[steps.Length / 2];
        var (frames, span) = ((double)trajectories.Frames[^1] - trajectories.Frames[0], times[^1] - times[0]);
        return Math.Abs((span / frames) - usual) > RoundedShare * usual ? 1 / usual : Meant(frames / span, span);
    }

    /// <exception cref="InputException">The file has no times; the message says how to give them.</exception>
    public static double[] TimesOf(Trajectories trajectories) => trajectories.TimesSeconds is { } times
        ? [.. times]
        : throw new InputException(InputFault.Settings, $"a file of {FormatWords.Of(trajectories.Format)} has no times: give its frame rate with --fps HZ, or the video that it was made from with --times-from VIDEO");

    // 25 and 60, and television's 29.97 and 59.94.
    private static double Meant(double rate, double span)
    {
        double[] usual = [Math.Round(rate), Math.Round(rate * 1.001) / 1.001];
        var nearest = usual.MinBy(u => Math.Abs(u - rate));
        return nearest > 0 && Math.Abs(nearest - rate) * span / rate < RoundedSeconds ? nearest : rate;
    }
}
