using Clonus.Motion;

namespace Clonus.Vision.Tests.Video;

/// <summary>What is no video is refused in one line that says what it is and what to do.</summary>
public sealed class UnreadableInputTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public void A_missing_file_is_named() => AssertRefused(_recording.Path("missing.mp4"), "there is no such file");

    [Fact]
    public void A_directory_is_no_video()
    {
        Directory.CreateDirectory(_recording.Path("folder.mp4"));

        AssertRefused(_recording.Path("folder.mp4"), "it is a directory");
    }

    [Fact]
    public void An_empty_file_is_no_video()
    {
        File.WriteAllBytes(_recording.Path("empty.mp4"), []);

        AssertRefused(_recording.Path("empty.mp4"), "0 bytes");
    }

    [Fact]
    public void A_pipe_or_device_is_no_recording_and_is_not_waited_for()
    {
        Recording.Run("mkfifo", _recording.Path("pipe.mp4"));

        AssertRefused(_recording.Path("pipe.mp4"), "a pipe or a device cannot be read");
        AssertRefused("/dev/zero", "a pipe or a device cannot be read");
    }

    [Theory]
    [InlineData("text.mp4", "FFmpeg knows no such format")]
    [InlineData("text.txt", "")]
    [InlineData("text.ts", "FFmpeg knows no such format")]
    public void A_text_is_no_video(string name, string reason)
    {
        File.WriteAllText(_recording.Path(name), "time,angle\n" + string.Concat(Enumerable.Repeat("1.0,2.0\n", 200)));

        AssertRefused(_recording.Path(name), reason);
    }

    [Theory]
    [InlineData("list.mp4", "ffconcat version 1.0\nfile 'a.mp4'\n")]
    [InlineData("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://localhost:9/a.ts\n#EXT-X-ENDLIST\n")]
    public void A_playlist_opens_nothing_else(string name, string text)
    {
        _recording.Count("a.mp4", 25, 0.2, Recording.H264);
        File.WriteAllText(_recording.Path(name), text);

        AssertRefused(_recording.Path(name), "");
    }

    [Fact]
    public void Sound_alone_is_no_video_with_or_without_a_cover()
    {
        var sound = _recording.Make("sound.mp4", "-f", "lavfi", "-i", "sine=duration=0.5");
        var cover = _recording.Make("cover.png", "-f", "lavfi", "-i", "color=red:size=32x32", "-frames:v", "1");
        var covered = _recording.Make("covered.m4a", "-i", sound, "-i", cover, "-map", "0", "-map", "1", "-c:v", "png", "-disposition:v", "attached_pic");

        AssertRefused(sound, "it holds sound but no video");
        AssertRefused(covered, "it holds sound but no video");
    }

    [Theory]
    [InlineData("still.png", "still.png")]
    [InlineData("still.jpg", "still.jpg")]
    [InlineData("still.png", "still.mp4")]
    [InlineData("still.jpg", "still.mov")]
    [InlineData("still.bmp", "still.bmp")]
    public void A_still_image_is_no_video(string made, string named)
    {
        var image = _recording.Make(made, "-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "1");
        File.Move(image, _recording.Path(named), overwrite: true);

        AssertRefused(_recording.Path(named), "it is a still image, not a video");
    }

    [Fact]
    public void A_recording_without_its_index_was_cut_off()
    {
        var path = _recording.Count("a.mp4", 25, 2, Recording.H264);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^2000]);

        AssertRefused(path, "cut off before its index was written");
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        var path = _recording.Count("a.mp4", 25, 0.2, Recording.H264);
        Recording.Run("chmod", "000", path);
        Assert.SkipWhen(CanRead(path), "this user may read everything");

        AssertRefused(path, "it may not be read by this user");
    }

    [Fact]
    public void A_video_none_of_whose_frames_can_be_decoded_is_refused()
    {
        var path = _recording.Count("a.mp4", 25, 1, Recording.H264);
        var bytes = File.ReadAllBytes(path);
        var (pictures, index) = (bytes.AsSpan().IndexOf("mdat"u8) + 4, bytes.AsSpan().IndexOf("moov"u8) - 4);
        new Random(7).NextBytes(bytes.AsSpan(pictures, index - pictures));
        File.WriteAllBytes(path, bytes);

        AssertRefused(path, "none of its 25 frames can be decoded; they are damaged");
    }

    [Fact]
    public void Random_bytes_are_no_video()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        File.WriteAllBytes(_recording.Path("noise.mp4"), bytes);

        AssertRefused(_recording.Path("noise.mp4"), "FFmpeg knows no such format");
    }

    [Theory]
    [InlineData("with space.mp4")]
    [InlineData("größe-日本.mp4")]
    [InlineData("-i.mp4")]
    [InlineData("clip%03d.mp4")]
    [InlineData("100% sure?.mp4")]
    [InlineData("a;b|c&d'e\".mp4")]
    [InlineData("[x]*{y}.mkv")]
    [InlineData("http:..mp4")]
    public void Any_name_is_only_a_name(string name)
    {
        var plain = _recording.Count("plain" + Path.GetExtension(name), 25, 0.4, Recording.H264);
        File.Move(plain, _recording.Path(name));

        Assert.Equal(10, ReadVideo.All(_recording.Path(name)).TimesSeconds.Length);
    }

    [Fact]
    public void A_relative_name_that_looks_like_an_address_is_a_missing_file() =>
        AssertRefused("http://localhost:9/a.mp4", "there is no such file");

    private static void AssertRefused(string path, string reason)
    {
        var error = Assert.Throws<InputException>(() => ReadVideo.All(path));

        Assert.Equal(InputFault.Unreadable, error.Fault);
        Assert.StartsWith($"cannot read '{path}' as a video: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static bool CanRead(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
