using System.Globalization;
using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>How fast a file plays, and how fast the scene was filmed.</summary>
/// <param name="FileFps">Frames per second of the file's own time; null when nothing tells it.</param>
/// <param name="TimeScale">Real seconds for each second of the file.</param>
/// <param name="Issue">Told when a tag changed the time scale without being asked.</param>
internal sealed record PlaybackRate(double? FileFps, double TimeScale, QualityIssue? Issue)
{
    /// <param name="packets">Looked at only; nothing is taken.</param>
    /// <exception cref="InputException">The capture rate that was given is not above 0.</exception>
    public static PlaybackRate Of(ContainerInfo container, PacketTimes packets, VideoSettings settings)
    {
        if (settings.CaptureFps is { } given && !(given > 0 && double.IsFinite(given)))
        {
            throw new InputException(InputFault.Settings,
                string.Create(CultureInfo.InvariantCulture, $"--capture-fps {given} is no frame rate: give the images per second at which the scene was filmed, above 0"));
        }

        var fileFps = FileRate(container, packets, settings);
        if (fileFps is not { } fps)
            return new PlaybackRate(null, 1, null);
        if (settings.CaptureFps is { } asked)
            return new PlaybackRate(fps, fps / asked, null);
        if (container.CaptureFps is { } tagged && tagged >= settings.CaptureTagMinRatio * fps)
            return new PlaybackRate(fps, fps / tagged, SlowMotion(tagged, fps));
        return new PlaybackRate(fps, 1, null);
    }

    /// <summary>
    /// Of the container's two rates the one that the first frames keep: an edit list spoils the average, a variable rate the other.
    /// </summary>
    private static double? FileRate(ContainerInfo container, PacketTimes packets, VideoSettings settings)
    {
        double[] declared = [.. new[] { container.BaseFps, container.AverageFps }.OfType<double>()];
        List<double> intervals = [];
        for (var i = 0; i < settings.RateIntervals && packets.Ahead(i + 1) is { } later; i++)
            intervals.Add(later - packets.Ahead(i)!.Value);
        if (intervals.Count == 0 || FrameTiming.Median(intervals) is not (> 0 and var interval))
            return declared.Length > 0 ? declared[^1] : null;
        return declared.Length > 0 ? declared.MinBy(fps => Math.Abs(Math.Log(fps * interval))) : 1 / interval;
    }

    private static QualityIssue SlowMotion(double capture, double file) => new(
        "slow_motion_tag", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
            $"the file's tag says that it was filmed at {capture:0.###} frames per second and plays at {file:0.###}: times and frequencies are given in real time; if that is wrong, give --capture-fps {file:0.###}"));
}
