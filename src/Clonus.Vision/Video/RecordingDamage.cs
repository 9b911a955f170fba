using System.Globalization;
using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>What a file asked for, lost or lacked that a reader of the results should know.</summary>
internal static class RecordingDamage
{
    public static IEnumerable<QualityIssue> Find(ContainerInfo container, PlaybackRate rate, ReadingLog log, VideoSettings settings) =>
    [
        .. FindInContainer(container, rate, settings),
        .. FindInTimes(log, settings),
        .. FindMissingFrames(log, rate, settings),
        .. FindTruncation(container, rate, log, settings),
    ];

    private static IEnumerable<QualityIssue> FindInContainer(ContainerInfo container, PlaybackRate rate, VideoSettings settings)
    {
        if (rate.Issue is { } slowMotion)
            yield return slowMotion;
        if (!container.Orientation.Exact)
            yield return Warning("rotation_not_right_angle", $"the file asks for a turn that is no multiple of 90 degrees; it was shown turned by {container.Orientation.TurnDegrees} degrees");
        if (container.Orientation.Flipped)
            yield return new QualityIssue("mirrored_by_file", IssueSeverity.Info, "the file asks for its pictures to be mirrored, and they were");
        if (container.FirstField is not null)
            yield return new QualityIssue("interlaced", IssueSeverity.Info, "the video is interlaced: each frame holds two pictures, half a frame apart and of half the rows; they were taken apart, so that there are twice as many");
        if (container.Transfer is "smpte2084" or "arib-std-b67")
            yield return new QualityIssue("high_dynamic_range", IssueSeverity.Info, "the video has a high dynamic range: its colours were brought to the standard range, and saturated ones are a little pale");
        if (Math.Abs(container.PixelAspect - 1) > settings.PixelAspectTolerance)
            yield return Warning("pixels_not_square", $"the file's pixels are {container.PixelAspect:0.###} times as wide as high: angles and lengths are distorted; convert it (ffmpeg -i FILE -vf scale=iw*sar:ih,setsar=1 OUT.mp4)");
    }

    private static IEnumerable<QualityIssue> FindInTimes(ReadingLog log, VideoSettings settings)
    {
        if (log.Untimed > settings.MaxUntimedFrames)
            yield return Warning("times_from_rate", $"the file holds no times for {log.Untimed} frames: they were counted from its frame rate");
        if (log.Undated > 0)
            yield return Warning("frames_without_time", $"frames that have no time of their own, or came too late, were left out: {log.Undated}");
    }

    private static IEnumerable<QualityIssue> FindMissingFrames(ReadingLog log, PlaybackRate rate, VideoSettings settings)
    {
        var gaps = FrameTiming.Of(log.FileTimes, settings).Gaps.Concat(log.Lost.Select(lost => lost.Range)).OrderBy(range => range.StartSeconds);
        foreach (var gap in FrameTiming.Merge(gaps, settings.GapMergeSeconds))
        {
            var lost = log.Lost.Where(lost => gap.StartSeconds <= lost.Range.StartSeconds && lost.Range.EndSeconds <= gap.EndSeconds).Sum(lost => lost.Frames);
            var range = new TimeRange((gap.StartSeconds - log.FileTimes[0]) * rate.TimeScale, (gap.EndSeconds - log.FileTimes[0]) * rate.TimeScale);
            var what = lost > 0 ? $"frames could not be decoded ({lost})" : "frames are missing";
            yield return Warning("frames_missing", $"{what} between {range.StartSeconds:0.###} and {range.EndSeconds:0.###} s") with { Range = range };
        }
    }

    private static IEnumerable<QualityIssue> FindTruncation(ContainerInfo container, PlaybackRate rate, ReadingLog log, VideoSettings settings)
    {
        if (log.PacketsRead is not { } packets || log.FileTimes.Count == 0 || container.DurationSeconds is not { } duration)
            yield break;

        // Where frames are counted one by one, two missing intervals are enough.
        var tooFew = container.CountsFrames && packets < container.FramesDeclared;
        var allowed = tooFew ? 2 / (rate.FileFps ?? 1) : settings.TruncationSeconds;
        if (container.StartTimeSeconds + duration - log.FileTimes[^1] > allowed)
            yield return Warning("truncated_file", $"the file ends before its declared end; it was read to its last frame, at {(log.FileTimes[^1] - log.FileTimes[0]) * rate.TimeScale:0.###} s");
    }

    private static QualityIssue Warning(string code, FormattableString message) =>
        new(code, IssueSeverity.Warning, message.ToString(CultureInfo.InvariantCulture));
}
