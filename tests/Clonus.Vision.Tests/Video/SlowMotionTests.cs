using Clonus.Motion;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>Slow motion that is stored stretched is told in real time.</summary>
public sealed class SlowMotionTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public void A_capture_tag_is_applied_by_itself_with_a_warning()
    {
        var read = ReadVideo.All(Tagged(240));

        Assert.Equal(1 / 8.0, read.Clip.TimeScale, 0.0001);
        Assert.Equal(240, read.Clip.FpsNominal!.Value, 0.01);
        Assert.Equal(240, read.Clip.FpsMeasured!.Value, 0.1);
        Assert.Equal(0.25, read.Clip.DurationSeconds, 0.001);
        Assert.All(read.TimesSeconds.Index(), frame => Assert.Equal(frame.Index / 240.0, frame.Item, 0.0001));
        var issue = Assert.Single(read.Issues);
        Assert.Equal(("slow_motion_tag", IssueSeverity.Warning), (issue.Code, issue.Severity));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(44)]
    public void A_tag_near_the_files_own_rate_changes_nothing(int fps)
    {
        var read = ReadVideo.All(Tagged(fps));

        Assert.Equal(1, read.Clip.TimeScale);
        Assert.Empty(read.Issues);
    }

    [Fact]
    public void The_users_rate_comes_before_the_tag()
    {
        var read = ReadVideo.All(Tagged(240), new VideoSettings { CaptureFps = 120, StartSeconds = 0.1 });

        Assert.Equal(0.25, read.Clip.TimeScale, 0.0001);
        Assert.Equal(12, read.Indices[0]);
        Assert.Equal(0.1, read.TimesSeconds[0], 0.0001);
        Assert.Empty(read.Issues);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(double.NaN)]
    public void A_capture_rate_must_be_a_rate(double fps)
    {
        var error = Assert.Throws<InputException>(() => ReadVideo.All(Tagged(30), new VideoSettings { CaptureFps = fps }));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("--capture-fps", error.Message, StringComparison.Ordinal);
    }

    private string Tagged(int fps) => _recording.Count("slow.mp4", 30, 2,
        ["-metadata", $"com.android.capture.fps={fps}.000000", "-movflags", "use_metadata_tags", .. Recording.H264]);
}
