using Clonus.Motion;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>Every frame comes once, in order, with its own time, whatever the container and codec.</summary>
public sealed class FrameTimeTests : IDisposable
{
    private const string DropEveryThird = "settb=1/1000,select='mod(n+1,3)',setpts=PTS+10*mod(N\\,2)";

    private readonly Recording _recording = new();

    public static TheoryData<string, string> Files => new()
    {
        { "a.mp4", "libx264" }, { "a.mov", "libx264" }, { "a.mkv", "libx264" }, { "a.avi", "libx264" }, { "a.ts", "libx264" },
        { "hevc.mp4", "libx265" }, { "hevc.mkv", "libx265" }, { "b.mp4", "mpeg4" }, { "b.avi", "mpeg4" },
        { "c.avi", "mjpeg" }, { "c.mov", "mjpeg" }, { "d.webm", "libvpx-vp9" }, { "d.mkv", "libvpx-vp9" },
    };

    public static TheoryData<string, string> VariableFiles => new()
    {
        { "a.mp4", "libx264" }, { "a.mov", "libx264" }, { "a.mkv", "libx264" }, { "a.ts", "libx264" }, { "d.webm", "libvpx-vp9" }, { "b.mp4", "mpeg4" },
    };

    public void Dispose() => _recording.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_constant_rate_gives_even_times_and_every_picture_in_order(string name, string encoder)
    {
        var read = ReadVideo.All(_recording.Count(name, 25, 1.6, Encoding(encoder)));

        Assert.Equal(Enumerable.Range(0, 40), read.Indices);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i % 20), read.Counts);
        Assert.All(read.TimesSeconds.Index(), frame => Assert.Equal(frame.Index / 25.0, frame.Item, 0.001));
        Assert.Equal((25, 25), (read.Clip.FpsNominal!.Value, read.Clip.FpsMeasured!.Value), Near);
        Assert.Equal(1.6, read.Clip.DurationSeconds, 0.002);
        Assert.Equal((40, false, 64, 48, 0, 1.0), (read.Clip.FramesRead, read.Clip.VariableFrameRate, read.Clip.WidthPixels, read.Clip.HeightPixels, read.Clip.RotationDegrees, read.Clip.TimeScale));
        Assert.Empty(read.Issues);
    }

    [Theory]
    [MemberData(nameof(VariableFiles))]
    public void A_variable_rate_keeps_each_frames_own_time(string name, string encoder)
    {
        var path = _recording.Count(name, 30, 2, ["-vf", DropEveryThird, "-fps_mode", "passthrough", "-enc_time_base", "1:1000", .. Encoding(encoder)]);

        var read = ReadVideo.All(path);

        var sources = Enumerable.Range(0, 60).Where(n => (n + 1) % 3 != 0).ToArray();
        var expected = sources.Index().Select(frame => (frame.Item / 30.0) + (0.010 * (frame.Index % 2))).ToArray();
        Assert.Equal(sources.Select(n => n % 20), read.Counts);
        Assert.All(read.TimesSeconds.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.0011));
        Assert.True(read.Clip.VariableFrameRate);
        Assert.DoesNotContain(read.Issues, issue => issue.Code == "frames_missing");
    }

    [Fact]
    public void A_variable_rate_in_avi_keeps_its_slots()
    {
        var path = _recording.Count("a.avi", 30, 2, ["-vf", "select='mod(n+1,3)'", "-fps_mode", "passthrough", "-c:v", "mpeg4"]);

        var read = ReadVideo.All(path);

        var sources = Enumerable.Range(0, 60).Where(n => (n + 1) % 3 != 0).ToArray();
        Assert.All(read.TimesSeconds.Zip(sources), pair => Assert.Equal(pair.Second / 30.0, pair.First, 0.001));
        Assert.Equal(sources.Length, read.TimesSeconds.Length);
    }

    [Fact]
    public void The_first_frames_own_time_is_kept_as_the_start()
    {
        Assert.Equal(0, ReadVideo.All(_recording.Count("a.mp4", 25, 1, Encoding("libx264"))).Clip.StartTimeSeconds!.Value, 0.001);
        Assert.Equal(1.4, ReadVideo.All(_recording.Count("b.mp4", 25, 1, ["-output_ts_offset", "1.4", .. Encoding("mpeg4")])).Clip.StartTimeSeconds!.Value, 0.001);
        Assert.InRange(ReadVideo.All(_recording.Count("a.ts", 25, 1, Encoding("libx264"))).Clip.StartTimeSeconds!.Value, 1.3, 1.6);
        Assert.InRange(ReadVideo.All(_recording.Count("a.avi", 25, 1, Encoding("libx264"))).Clip.StartTimeSeconds!.Value, 0.039, 0.081);
    }

    [Fact]
    public void An_edit_list_hides_the_frames_before_its_start()
    {
        var whole = _recording.Count("whole.mp4", 25, 4, ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "250", "-pix_fmt", "yuv420p"]);
        var cut = _recording.Make("cut.mp4", "-ss", "1", "-i", whole, "-c", "copy");

        var read = ReadVideo.All(cut);

        Assert.Equal(75, read.TimesSeconds.Length);
        Assert.Equal(100, read.Clip.FramesDeclared);
        Assert.Equal(Enumerable.Range(25, 75).Select(i => i % 20), read.Counts);
        Assert.Equal((25, 25), (read.Clip.FpsNominal!.Value, read.Clip.FpsMeasured!.Value), Near);
        Assert.Equal(0, read.TimesSeconds[0]);
        Assert.Empty(read.Issues);
    }

    [Fact]
    public void A_stream_without_times_is_counted_at_its_rate_and_says_so()
    {
        var read = ReadVideo.All(_recording.Count("raw.h264", 25, 2, Encoding("libx264")));

        Assert.Equal(50, read.TimesSeconds.Length);
        Assert.All(read.TimesSeconds.Index(), frame => Assert.Equal(frame.Index / 25.0, frame.Item, 0.001));
        Assert.Contains(read.Issues, issue => issue.Code == "times_from_rate");
    }

    [Fact]
    public void Ten_bits_become_eight()
    {
        var read = ReadVideo.All(_recording.Count("ten.mp4", 25, 1, ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-pix_fmt", "yuv420p10le"]));

        Assert.Equal(Enumerable.Range(0, 25).Select(i => i % 20), read.Counts);
        Assert.Equal("hevc", read.Clip.Codec);
    }

    [Theory]
    [InlineData("66x50")]
    [InlineData("48x64")]
    [InlineData("63x47")]
    [InlineData("3840x2160")]
    public void Any_size_is_read(string size)
    {
        var read = ReadVideo.All(_recording.Picture("a.mp4", "64x48", 0.2, "-vf", $"format=yuv444p,scale={size.Replace('x', ':')}", "-c:v", "libx264", "-preset", "ultrafast"));

        Assert.Equal(size, $"{read.Clip.WidthPixels}x{read.Clip.HeightPixels}");
        Assert.Equal(6, read.TimesSeconds.Length);
    }

    [Fact]
    public void A_time_range_reads_and_drops()
    {
        var path = _recording.Count("a.mp4", 25, 2, Encoding("libx264"));

        var read = ReadVideo.All(path, new VideoSettings { StartSeconds = 0.5, EndSeconds = 1.2 });

        Assert.Equal(Enumerable.Range(13, 17), read.Indices);
        Assert.Equal(Enumerable.Range(13, 17).Select(i => i % 20), read.Counts);
        Assert.Equal(13 / 25.0, read.TimesSeconds[0], 0.001);
        Assert.Equal((17, 17 / 25.0), (read.Clip.FramesRead, Math.Round(read.Clip.DurationSeconds, 3)));
        Assert.Empty(read.Issues);
    }

    internal static string[] Encoding(string encoder) => encoder switch
    {
        "libx264" => Recording.H264,
        "libx265" => ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "bframes=3:keyint=12:log-level=none"],
        "libvpx-vp9" => ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "500k"],
        "mpeg4" => ["-c:v", "mpeg4", "-bf", "2", "-q:v", "2"],
        _ => ["-c:v", encoder, "-q:v", "2", "-strict", "unofficial"],
    };

    private static bool Near((double, double) expected, (double, double) actual) =>
        Math.Abs(expected.Item1 - actual.Item1) < 0.7 && Math.Abs(expected.Item2 - actual.Item2) < 0.7;
}
