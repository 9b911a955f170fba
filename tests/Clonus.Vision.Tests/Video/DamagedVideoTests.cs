using Clonus.Motion;

namespace Clonus.Vision.Tests.Video;

/// <summary>A damaged file is read as far as it goes, its later frames keep their times, and the damage is told.</summary>
public sealed class DamagedVideoTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public void A_corrupt_stretch_is_a_gap_and_shifts_no_later_frame()
    {
        var path = _recording.Count("a.mp4", 25, 8, "-c:v", "mpeg4", "-g", "25", "-q:v", "2");
        var whole = ReadVideo.All(path);
        Overwrite(path, 0.4, 0.6);

        var read = ReadVideo.All(path);

        var gap = Assert.Single(read.Issues);
        Assert.Equal(("frames_missing", IssueSeverity.Warning), (gap.Code, gap.Severity));
        Assert.InRange(gap.Range!.Value.StartSeconds, 2.5, 4);
        Assert.InRange(gap.Range!.Value.EndSeconds, 4, 5.6);
        Assert.InRange(read.TimesSeconds.Length, 120, 190);
        var after = read.TimesSeconds.Index().Where(frame => frame.Item > 5.6).Select(frame => (frame.Item, read.Counts[frame.Index])).ToArray();
        Assert.True(after.Length > 50);
        Assert.All(after, frame => Assert.Equal((int)Math.Round(frame.Item1 * 25) % 20, frame.Item2));
        Assert.Equal(whole.TimesSeconds[^1], read.TimesSeconds[^1], 0.001);
    }

    [Fact]
    public void Frames_that_are_not_there_are_a_gap_in_time()
    {
        var path = _recording.Count("a.mkv", 25, 4, ["-vf", "select='not(between(t,1.001,2.001))'", "-fps_mode", "passthrough", .. Recording.H264]);

        var read = ReadVideo.All(path);

        var gap = Assert.Single(read.Issues, issue => issue.Code == "frames_missing");
        Assert.Equal(1.0, gap.Range!.Value.StartSeconds, 0.001);
        Assert.Equal(2.04, gap.Range!.Value.EndSeconds, 0.001);
        Assert.False(read.Clip.VariableFrameRate);
    }

    [Theory]
    [InlineData("a.mkv")]
    [InlineData("a.avi")]
    [InlineData("a.mp4")]
    public void A_truncated_file_is_read_to_its_last_frame_and_says_so(string name)
    {
        var path = _recording.Count(name, 25, 4, ["-movflags", "+faststart", .. Recording.H264]);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..(int)(new FileInfo(path).Length * 0.6)]);

        var read = ReadVideo.All(path);

        // The last frame may be shown after others that are no longer there.
        Assert.InRange(read.TimesSeconds.Length, 25, 80);
        Assert.All(read.TimesSeconds[..^1].Index(), frame => Assert.Equal(frame.Index / 25.0, frame.Item, 0.001));
        Assert.Contains(read.Issues, issue => issue.Code == "truncated_file");
    }

    [Fact]
    public void A_stream_that_begins_between_key_frames_starts_at_its_first_picture()
    {
        var path = _recording.Count("a.ts", 25, 4, "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-bf", "0", "-pix_fmt", "yuv420p");
        var bytes = File.ReadAllBytes(path);
        const int packet = 188;
        File.WriteAllBytes(path, [.. bytes[..(3 * packet)], .. bytes[(bytes.Length / packet / 3 * packet)..]]);

        var read = ReadVideo.All(path);

        Assert.InRange(read.TimesSeconds.Length, 40, 70);
        Assert.Equal(0, read.TimesSeconds[0]);
        Assert.All(read.TimesSeconds.Index(), frame => Assert.Equal(frame.Index / 25.0, frame.Item, 0.001));
        Assert.Equal(Enumerable.Range(read.Counts[0], read.Counts.Length).Select(i => i % 20), read.Counts);
    }

    private static void Overwrite(string path, double from, double to)
    {
        var bytes = File.ReadAllBytes(path);
        new Random(1).NextBytes(bytes.AsSpan((int)(bytes.Length * from)..(int)(bytes.Length * to)));
        File.WriteAllBytes(path, bytes);
    }
}
