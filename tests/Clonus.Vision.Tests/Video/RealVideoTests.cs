using System.Globalization;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>Recordings by others are read to their last frame.</summary>
public sealed class RealVideoTests
{
    [Theory]
    [InlineData("fork-toy-12.80hz.mp4", 50, "640x420", "h264")]
    [InlineData("portrait-vp9.mp4", 60, "1080x1920", "vp9")]
    [InlineData("walk-side-view.mp4", 30, "1768x994", "vp9")]
    public void A_recording_is_read_to_the_last_frame(string name, double fps, string size, string codec)
    {
        var path = SharedFile.Find("data/video/" + name);
        var decoded = int.Parse(Recording.Run("ffprobe", "-v", "error", "-select_streams", "v:0", "-count_frames",
            "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path), CultureInfo.InvariantCulture);

        using var video = VideoFile.Open(path, new VideoSettings());
        var times = video.ReadFrames(TestContext.Current.CancellationToken).Select(frame => frame.TimeSeconds).ToArray();

        var clip = video.Describe("x");
        Assert.Equal((decoded, size, codec, false), (times.Length, $"{clip.WidthPixels}x{clip.HeightPixels}", clip.Codec, clip.VariableFrameRate));
        Assert.Equal(fps, clip.FpsMeasured!.Value, 0.1);
        Assert.All(times.Index(), frame => Assert.Equal(frame.Index / fps, frame.Item, 0.001));

        // The forks were stored with pixels of 7:6.
        Assert.Equal(name.StartsWith("fork", StringComparison.Ordinal) ? ["pixels_not_square"] : [], video.Issues.Select(issue => issue.Code));
    }
}
