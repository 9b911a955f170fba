using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

public class ResamplerTests
{
    private static readonly SignalSettings Settings = new();

    [Fact]
    public void Uneven_samples_of_a_sine_give_the_sine()
    {
        var random = new Random(1);
        var times = Enumerable.Range(0, 180).Select(i => (i / 60.0) + (0.004 * random.NextDouble())).ToImmutableArray();

        var signal = Assert.Single(Resampler.Resample(times, [.. times.Select(t => (double?)Math.Sin(2 * Math.PI * 5 * t))], Settings));

        for (var i = 25; i < signal.Length - 25; i++)
        {
            Assert.Equal(Math.Sin(2 * Math.PI * 5 * signal.TimeSeconds(i)), signal.Values[i], 0.01);
        }
    }

    [Theory]
    [InlineData(60, 3, 1)]
    [InlineData(60, 4, 2)]
    [InlineData(30, 1, 1)]
    [InlineData(30, 2, 2)]
    [InlineData(10, 1, 1)]
    [InlineData(10, 2, 2)]
    public void A_hole_of_more_than_50_ms_and_more_than_a_frame_ends_the_part(double fps, int missing, int parts)
    {
        var times = TrackedLeg.Times(6, fps);
        var values = times.Select((_, i) => i >= 20 && i < 20 + missing ? null : (double?)1).ToImmutableArray();

        var signals = Resampler.Resample(times, values, Settings);

        Assert.Equal(parts, signals.Length);
        Assert.Equal(parts == 1, signals[0].Bridged.Any(b => b));
        Assert.All(signals.Where(_ => parts == 2), s => Assert.DoesNotContain(true, s.Bridged));
    }

    [Fact]
    public void Frames_that_the_camera_dropped_are_a_hole_as_well()
    {
        var times = TrackedLeg.Times(2, 60).Where((_, i) => i is < 50 or >= 60).ToImmutableArray();

        Assert.Equal(2, Resampler.Resample(times, [.. times.Select(_ => (double?)1)], Settings).Length);
    }

    [Fact]
    public void Too_few_samples_give_no_signal()
    {
        Assert.Empty(Resampler.Resample([], [], Settings));
        Assert.Empty(Resampler.Resample([0.0], [1.0], Settings));
        Assert.Empty(Resampler.Resample([0.0, 0.1, 0.2], [1.0, null, 1.0], Settings));
    }

    [Fact]
    public void The_grid_is_the_clips_own_wherever_a_part_begins()
    {
        var times = TrackedLeg.Times(2, 60);
        var late = Resampler.Resample(times, [.. times.Select(t => t < 1.003 ? null : (double?)t)], Settings).Single();

        Assert.Equal(Math.Round(late.StartSeconds * 250), late.StartSeconds * 250, 1e-9);
    }
}
