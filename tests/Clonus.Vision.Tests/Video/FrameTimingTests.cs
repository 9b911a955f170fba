using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>What frame times say together.</summary>
public sealed class FrameTimingTests
{
    private static readonly VideoSettings Settings = new();

    [Fact]
    public void Times_rounded_to_milliseconds_are_a_constant_rate()
    {
        var timing = FrameTiming.Of([.. Enumerable.Range(0, 100).Select(i => Math.Round(i / 60.0, 3))], Settings);

        Assert.Equal(1 / 60.0, timing.IntervalSeconds!.Value, 0.00001);
        Assert.False(timing.Variable);
        Assert.Empty(timing.Gaps);
    }

    [Fact]
    public void One_dropped_frame_is_no_variable_rate_and_no_gap()
    {
        var timing = FrameTiming.Of([.. Enumerable.Range(0, 100).Where(i => i != 50).Select(i => i / 30.0)], Settings);

        Assert.False(timing.Variable);
        Assert.Empty(timing.Gaps);
    }

    [Fact]
    public void Intervals_that_often_differ_are_a_variable_rate()
    {
        var timing = FrameTiming.Of([.. Enumerable.Range(0, 100).Select(i => (i / 30.0) + (i % 20 == 0 ? 0.008 : 0))], Settings);

        Assert.True(timing.Variable);
    }

    [Fact]
    public void Stretches_without_frames_that_lie_close_are_one()
    {
        bool IsThere(int i) => i is not (>= 30 and < 40) and not (>= 42 and < 50) and not (>= 80 and < 82);

        var timing = FrameTiming.Of([.. Enumerable.Range(0, 100).Where(IsThere).Select(i => i / 25.0)], Settings);

        Assert.Equal(2, timing.Gaps.Count);
        Assert.Equal((29 / 25.0, 2.0), (timing.Gaps[0].StartSeconds, timing.Gaps[0].EndSeconds));
        Assert.Equal((79 / 25.0, 82 / 25.0), (timing.Gaps[1].StartSeconds, timing.Gaps[1].EndSeconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_frames_have_no_interval(int frames) =>
        Assert.Null(FrameTiming.Of([.. Enumerable.Range(0, frames).Select(i => (double)i)], Settings).IntervalSeconds);
}
