using System.Collections.Immutable;
using System.Globalization;
using Clonus.Media;
using Clonus.Motion;
using Clonus.Motion.Clips;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>
/// The video again with what was found drawn in: an mp4 that any browser plays, upright, without sound and without any of the
/// source's metadata. Each frame keeps its time in the file.
/// </summary>
public static class OverlayVideo
{
    private const string Encoder = "libx264";

    // SEI messages (NAL type 6) hold nothing but the encoder's name and options. The number of threads is fixed: x264's output depends on it.
    private static readonly ImmutableArray<string> Arguments =
    [
        "-c:v", Encoder, "-preset", "veryfast", "-threads", "2", "-pix_fmt", "yuv420p", "-bsf:v", "filter_units=remove_types=6",
        "-video_track_timescale", TimeBase.Default.Denominator.ToString(CultureInfo.InvariantCulture), "-movflags", "+faststart", "-f", "mp4",
    ];

    /// <summary>To be asked before the work begins.</summary>
    /// <exception cref="InputException">ffmpeg is not installed, or was built without H.264.</exception>
    public static void RequireEncoder()
    {
        if (!MediaTool.Output("ffmpeg", "-hide_banner", "-h", $"encoder={Encoder}").Contains($"Encoder {Encoder}", StringComparison.Ordinal))
        {
            throw new InputException(InputFault.Settings, $"--overlay needs an ffmpeg with the encoder {Encoder}, and this one has none: {MediaTool.Install}");
        }
    }

    /// <summary>Reads the video a second time, in the same way, and writes it with the drawings.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="source">The video that was tracked.</param>
    /// <param name="video">As it was tracked.</param>
    /// <param name="findings">Null draws the markers alone.</param>
    /// <param name="progress">Share of the frames done, 0 to 1.</param>
    /// <exception cref="InputException">The video is not the one that was tracked, or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path, string source, VideoSettings video, TrackedClip tracked, ClipFindings? findings, OverlaySettings settings,
        IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        ArgumentNullException.ThrowIfNull(settings);
        if (tracked.Clip is not { WidthPixels: { } width, HeightPixels: { } height })
        {
            throw new InputException(InputFault.Unreadable, $"'{Path.GetFileName(source)}' has no pictures that could be drawn on");
        }

        using var file = VideoFile.Open(source, video);
        using var drawing = new OverlayDrawing(tracked.Tracks, new Size(width, height), findings, settings);
        try
        {
            Encode(path, file, drawing, tracked, settings, progress, cancel);
        }
        catch (InvalidOperationException e) when (!cancel.IsCancellationRequested)
        {
            throw new InputException(InputFault.Settings, $"cannot write {Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    private static void Encode(
        string path, VideoFile file, OverlayDrawing drawing, TrackedClip tracked, OverlaySettings settings, IProgress<double>? progress, CancellationToken cancel)
    {
        var (size, times) = (drawing.Layout.Canvas, tracked.Tracks.FrameTimesSeconds);
        var crf = settings.Crf.ToString(CultureInfo.InvariantCulture);
        using var encoder = new FfmpegEncoder(path, size.Width, size.Height, TimeBase.Default, [.. Colours(drawing.Layout), "-crf", crf, .. Arguments]);
        var (frame, last) = (0, -1L);
        foreach (var picture in file.ReadFrames(cancel))
        {
            if (frame >= times.Length || picture.TimeSeconds != times[frame])
            {
                throw Changed(tracked);
            }

            // The player runs in the file's time, from its first analysed frame on.
            last = Math.Max(TimeBase.Default.Ticks((times[frame] - times[0]) / tracked.Clip.TimeScale), last + 1);
            encoder.Write(drawing.Draw(picture.Image, frame), last);
            frame++;
            progress?.Report((double)frame / times.Length);
        }

        if (frame < times.Length)
        {
            throw Changed(tracked);
        }

        encoder.Finish();
    }

    // Pictures of 720 rows and more are taken for BT.709 by players, and smaller ones for BT.601, whatever a file says. OpenCV decodes
    // and encodes by BT.601 alike, so that the source's own planes come out again: their meaning must be the source's too.
    private static string[] Colours(OverlayLayout layout)
    {
        var space = Math.Min(layout.Picture.Width, layout.Picture.Height) >= 720 ? "bt709" : "smpte170m";
        return ["-colorspace", space, "-color_primaries", space, "-color_trc", space, "-color_range", "tv"];
    }

    private static InputException Changed(TrackedClip tracked) =>
        new(InputFault.Unreadable, $"'{tracked.Clip.Id}' was changed while it was worked on: its frames are no longer the same; run it again");
}
