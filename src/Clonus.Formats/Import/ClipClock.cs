using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats.Import;

/// <summary>When a file's frames were, in real seconds after the recording's first frame.</summary>
/// <param name="StartSeconds">The first frame's time on the file's own clock; null where it has none.</param>
/// <param name="TimeScale">Real seconds for each second of the file.</param>
internal sealed record ClipClock(ImmutableArray<double> TimesSeconds, double? StartSeconds, double TimeScale)
{
    /// <exception cref="InputException">The file has no times and none were given.</exception>
    public static ClipClock Set(Trajectories file, ImportSettings settings, ImportRequest request, List<QualityIssue> issues)
    {
        if (settings.Fps is not null && request.Video is not null)
            throw new InputException(InputFault.Settings, "--fps and --times-from both tell the times: give one of them");

        // What only the steps of a column tell is worth less than the user's word.
        if (file.TimesAreInferred && (settings.Fps is not null || request.Video is not null))
            file = file with { TimesSeconds = null };
        if (file.TimesSeconds is not null && (settings.Fps is not null || request.Video is not null))
        {
            issues.Add(new QualityIssue(
                "times_not_needed", IssueSeverity.Warning,
                $"The file has times of its own, which hold: {(settings.Fps is not null ? "--fps" : "--times-from")} was not used."));
        }

        var own = file.TimesSeconds ?? Given(file, settings, request);
        var scale = file.TimesSeconds is null && request.Video is not null ? 1 : request.CaptureFps is { } capture ? Rate(file with { TimesSeconds = own }, settings) / capture : 1;

        // Our own files count from the video's first frame already, and so do numbers of frames.
        var start = file.TimesSeconds is null || file.Format == TrajectoryFormat.Tracks ? (double?)null : own[0];
        var times = start is { } first ? Scaled(own.Select(t => t - first), scale) : Scaled(own, scale);
        if (!double.IsFinite(times[^1]) || times.Zip(times.Skip(1), (earlier, later) => later > earlier).Contains(false))
            throw new InputException(InputFault.Unreadable, "the file's times are too large to be told apart");
        return new ClipClock(
            times, start,
            file.TimesSeconds is null && request.Video is { } filmed ? filmed.TimeScale : scale);
    }

    /// <summary>The frames that were asked for.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public Range Within(ImportRequest request)
    {
        var start = TimesSeconds.Count(t => t < (request.StartSeconds ?? double.NegativeInfinity));
        var end = TimesSeconds.Count(t => t < (request.EndSeconds ?? double.PositiveInfinity));
        return start < end ? start..end : throw new InputException(InputFault.Settings, string.Create(CultureInfo.InvariantCulture, $"the time range holds no frame of the file: its frames are from {TimesSeconds[0]:0.###} to {TimesSeconds[^1]:0.###} s, counted from its first one"));
    }

    public double OfEvent(double fileSeconds) => (fileSeconds - (StartSeconds ?? 0)) * TimeScale;

    private static double Rate(Trajectories file, ImportSettings settings) =>
        file.RateHz ?? settings.Fps ?? FrameRate.Of(file) ?? throw new InputException(InputFault.Settings, "--capture-fps needs a file with more than one frame");

    private static ImmutableArray<double> Scaled(IEnumerable<double> times, double scale) => scale == 1 ? [.. times] : [.. times.Select(t => t * scale)];

    private static ImmutableArray<double> Given(Trajectories file, ImportSettings settings, ImportRequest request)
    {
        if (request.Video?.TimesSeconds is { } video)
        {
            return file.Frames[^1] < video.Length && file.Frames[0] >= 0
                ? [.. file.Frames.Select(frame => video[frame] - video[0])]
                : throw new InputException(
                    InputFault.Settings,
                    string.Create(CultureInfo.InvariantCulture, $"the file has frame {file.Frames[^1]}, counted from 0, and the video of --times-from only {video.Length} frames: it is not the video that was tracked"));
        }

        return settings.Fps is { } fps ? [.. file.Frames.Select(frame => frame / fps)] : [.. FrameRate.TimesOf(file)];
    }
}
