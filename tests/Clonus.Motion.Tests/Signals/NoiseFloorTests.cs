using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

public class NoiseFloorTests
{
    [Theory]
    [InlineData(30, 0.3)]
    [InlineData(60, 0.3)]
    [InlineData(240, 1.0)]
    public void White_noise_is_measured_as_it_is(double fps, double rms)
    {
        var found = NoiseFloor.Estimate(TrackedLeg.Times(30, fps), Values(TrackedLeg.Times(30, fps), _ => 0, rms), 10);

        Assert.Equal(rms, found!.Value, 0.2 * rms);
    }

    [Theory]
    [InlineData(30, 5)]
    [InlineData(30, 6.4)]
    [InlineData(60, 6.4)]
    [InlineData(60, 8)]
    public void A_train_that_fills_the_clip_is_not_noise(double fps, double frequencyHz)
    {
        double Train(double t) => (5 * Math.Sin(2 * Math.PI * frequencyHz * t)) + (1.2 * Math.Sin(4 * Math.PI * frequencyHz * t));

        var found = NoiseFloor.Estimate(TrackedLeg.Times(8, fps), Values(TrackedLeg.Times(8, fps), Train, 0.1), 10);

        Assert.InRange(found!.Value, 0.05, 0.2);
    }

    public static TheoryData<double, double, double> Trains()
    {
        var data = new TheoryData<double, double, double>();
        foreach (var fps in new[] { 30.0, 60 })
        {
            foreach (var frequency in new[] { 5.5, 8.5 })
            {
                foreach (var rms in new[] { 0.1, 0.2, 0.5, 1 })
                {
                    data.Add(fps, frequency, rms);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Trains))]
    public void The_error_of_a_train_with_a_rest_before_and_after_it_is_known_to_a_fifth(double fps, double frequencyHz, double rms)
    {
        // What is found in so short a clip scatters by itself.
        var angle = new ScriptedAngle().Hold(2).MoveTo(5, 0.1).Hold(0.08).Beats(20, frequencyHz).Hold(0.5).MoveTo(-20, 0.5).Hold(2);
        var times = TrackedLeg.Times(angle.EndSeconds, fps);
        var found = Enumerable.Range(1, 8).Select(seed => NoiseFloor.Estimate(times, Values(times, angle.At, rms, seed), 10)!.Value).ToArray();

        Assert.Equal(rms, found.Average(), 0.1 * rms);
        Assert.All(found, f => Assert.Equal(rms, f, 0.25 * rms));
    }

    [Fact]
    public void A_stretch_and_a_release_are_not_noise()
    {
        var angle = ScriptedAngle.Stretched(3, 5);
        var times = TrackedLeg.Times(angle.EndSeconds, 60);

        Assert.InRange(NoiseFloor.Estimate(times, Values(times, angle.At, 0.1), 10)!.Value, 0.07, 0.2);
    }

    [Fact]
    public void Too_little_signal_has_no_known_noise()
    {
        Assert.Null(NoiseFloor.Estimate(TrackedLeg.Times(0.6, 60), Values(TrackedLeg.Times(0.6, 60), _ => 0, 1), 10));
        Assert.Null(NoiseFloor.Estimate(TrackedLeg.Times(8, 15), Values(TrackedLeg.Times(8, 15), _ => 0, 1), 10));
        Assert.Null(NoiseFloor.Estimate([], [], 10));
    }

    private static ImmutableArray<double?> Values(ImmutableArray<double> times, Func<double, double> value, double rms, int seed = 7)
    {
        var random = new Random(seed);
        return [.. times.Select(t => (double?)(value(t) + (rms * TrackedLeg.Normal(random))))];
    }
}
