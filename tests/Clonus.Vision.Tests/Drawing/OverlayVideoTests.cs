using System.Globalization;
using System.Text;
using Clonus.Motion;
using Clonus.Vision.Drawing;
using Clonus.Vision.Tests.Video;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Drawing;

public sealed class OverlayVideoTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public void It_plays_in_a_browser_and_tells_nothing_of_its_source()
    {
        var stored = _recording.Make(
            "stored.mp4", "-f", "lavfi", "-i", "testsrc=size=97x65:rate=30:duration=0.5", "-f", "lavfi", "-i", "sine=duration=0.5",
            "-c:v", "libx264", "-pix_fmt", "yuv444p", "-c:a", "aac");
        var source = _recording.Make("source.mp4", "-i", stored, "-c", "copy", "-metadata", "title=Jane Roe", "-metadata:s:v", "rotate=90");

        var overlay = Draw(source, new VideoSettings());

        var streams = Recording.Run("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,pix_fmt,width,height:stream_side_data=rotation", "-of", "csv=p=0", overlay);
        Assert.Equal("h264,456,712,yuv420p", streams.Trim());
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(overlay));
        Assert.DoesNotContain("Jane", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("x264 - core", bytes, StringComparison.Ordinal);
        Assert.True(bytes.IndexOf("moov", StringComparison.Ordinal) < bytes.IndexOf("mdat", StringComparison.Ordinal), "the index comes first");
    }

    [Fact]
    public void Every_frame_keeps_its_time_in_the_file_and_equal_runs_give_equal_bytes()
    {
        // Uneven times, filmed four times as fast as they play.
        var source = _recording.Count("source.mp4", 30, 1, ["-vf", "setpts='(N+0.3*mod(N,3))/30/TB'", "-fps_mode", "vfr", .. Recording.H264]);
        var settings = new VideoSettings { CaptureFps = 120, StartSeconds = 0.05 };

        var (one, two) = (Draw(source, settings, "one.mp4"), Draw(source, settings, "two.mp4"));

        var all = Times(source);
        var analysed = all.Where(t => (t - all[0]) / 4 >= 0.05 - 1e-9).ToArray();
        Assert.InRange(analysed.Length, 20, 28);
        Assert.Equal(analysed.Select(t => t - analysed[0]), Times(one), (a, b) => Math.Abs(a - b) < 2e-5);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Fact]
    public void A_video_that_is_no_longer_the_one_that_was_tracked_is_refused()
    {
        var tracked = Track(_recording.Count("source.mp4", 30, 0.5, Recording.H264), new VideoSettings());
        var other = _recording.Count("other.mp4", 25, 0.5, Recording.H264);

        var fault = Assert.Throws<InputException>(() => Draw(other, tracked, new VideoSettings(), "overlay.mp4"));

        Assert.Contains("changed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_in_one_line()
    {
        var source = _recording.Count("source.mp4", 30, 0.2, Recording.H264);

        var fault = Assert.Throws<InputException>(() => Draw(source, new VideoSettings(), "missing/overlay.mp4"));

        Assert.Equal(InputFault.Settings, fault.Fault);
        Assert.StartsWith("cannot write overlay.mp4: ffmpeg failed: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static TrackedClip Track(string source, VideoSettings settings) =>
        ClipTracker.Track(source, "clip", settings, new TrackingSettings(), null, TestContext.Current.CancellationToken);

    private static double[] Times(string path) =>
        [.. Recording.Run("ffprobe", "-v", "error", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture))];

    private string Draw(string source, VideoSettings settings, string name = "overlay.mp4") => Draw(source, Track(source, settings), settings, name);

    private string Draw(string source, TrackedClip tracked, VideoSettings settings, string name)
    {
        OverlayVideo.Write(_recording.Path(name), source, settings, tracked, null, new OverlaySettings(), null, TestContext.Current.CancellationToken);
        return _recording.Path(name);
    }
}
