using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

public class SpikeFilterTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_frame_that_jumps_away_and_back_is_taken_out(double jump)
    {
        var values = Values(90, 30, _ => 5, noise: 0.1).SetItem(40, 5 + jump);

        var (cleaned, removed) = SpikeFilter.Apply(values);

        Assert.Equal(1, removed);
        Assert.Equal(values.SetItem(40, null), cleaned);
    }

    [Fact]
    public void A_jump_in_the_middle_of_a_train_is_taken_out()
    {
        var values = Values(300, 60, t => 4 * Math.Cos(2 * Math.PI * 5 * t), noise: 0.1);

        var (cleaned, removed) = SpikeFilter.Apply(values.SetItem(130, values[130] + 60));

        Assert.Equal(1, removed);
        Assert.Null(cleaned[130]);
    }

    [Fact]
    public void A_step_is_no_jump()
    {
        var values = Values(90, 30, t => t < 1.5 ? 0 : 20, noise: 0.1);

        Assert.Equal(0, SpikeFilter.Apply(values).Removed);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Noise_alone_has_no_jumps(double drift)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            Assert.Equal(0, SpikeFilter.Apply(Values(1800, 30, t => drift * t, noise: 0.5, seed)).Removed);
        }
    }

    public static TheoryData<double, double> Rates()
    {
        var data = new TheoryData<double, double>();
        foreach (var fps in new[] { 24.0, 25, 30, 50, 60 })
        {
            // Up to what may be assessed at that rate, a third of it among them.
            foreach (var frequency in new[] { 3, 5, 6.5, 7.5, 8, fps / 3, 9, 10 }.Where(f => f <= Math.Min(10, fps / 2.4)))
            {
                data.Add(fps, frequency);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_peaks_of_a_fast_train_in_a_quiet_clip_stay_wherever_they_fall_between_the_frames(double fps, double frequencyHz)
    {
        for (var start = 0; start < 12; start++)
        {
            var from = 4 + (start / (12 * frequencyHz));
            double Train(double t) => t < from || t > from + (6 / frequencyHz) ? 0 : -4 * (1 - Math.Cos(2 * Math.PI * frequencyHz * (t - from)));

            Assert.Equal(0, SpikeFilter.Apply(Values((int)(10 * fps), fps, Train, noise: 0.05, seed: start)).Removed);
        }
    }

    [Fact]
    public void What_was_not_seen_stays_unseen_and_its_neighbours_stay()
    {
        var values = Values(90, 30, _ => 5, noise: 0.1).SetItem(20, null).SetItem(21, 15);

        Assert.Equal(values, SpikeFilter.Apply(values).Values);
    }

    [Fact]
    public void So_few_frames_tell_of_no_jump()
    {
        Assert.Equal(0, SpikeFilter.Apply([]).Removed);
        Assert.Equal(0, SpikeFilter.Apply([1, null, 30]).Removed);
    }

    private static ImmutableArray<double?> Values(int frames, double fps, Func<double, double> value, double noise, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, frames).Select(i => (double?)(value(i / fps) + (noise * TrackedLeg.Normal(random))))];
    }
}
