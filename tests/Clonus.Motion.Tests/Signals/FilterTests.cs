using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

public class FilterTests
{
    private const double Rate = 250;

    [Theory]
    [InlineData(5, 1.0, 0.001)]
    [InlineData(10, 0.996, 0.001)]
    [InlineData(20, 0.5, 0.001)]
    [InlineData(60, 0, 0.001)]
    public void Two_passes_of_the_smoothing_have_the_squared_butterworth_gain(double frequencyHz, double gain, double tolerance)
    {
        var smooth = ZeroPhaseFilter.Apply(Sine(frequencyHz), Butterworth.LowPass(4, 20, Rate), 0.5);

        Assert.Equal(gain, Peak(smooth), tolerance);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2.5, 0.5)]
    [InlineData(5, 1)]
    [InlineData(10, 0.5)]
    [InlineData(40, 0)]
    public void The_band_pass_keeps_the_band_and_halves_its_edges(double frequencyHz, double gain)
    {
        var filtered = BandPassFilter.Apply(Sine(frequencyHz), new SignalSettings());

        Assert.Equal(gain, Peak(filtered), 0.02);
    }

    [Fact]
    public void Nothing_is_shifted_in_time()
    {
        var signal = Sine(6);
        var filtered = BandPassFilter.Apply(signal, new SignalSettings());
        var at = Enumerable.Range(500, 60).MaxBy(i => signal.Values[i]);

        Assert.Equal(at, Enumerable.Range(at - 10, 21).MaxBy(i => filtered.Values[i]));
    }

    [Fact]
    public void A_constant_passes_the_low_pass_and_not_the_band_pass()
    {
        var constant = new UniformSignal(0, Rate, [.. Enumerable.Repeat(7.0, 400)], [.. Enumerable.Repeat(false, 400)]);

        Assert.All(ZeroPhaseFilter.Apply(constant, Butterworth.LowPass(4, 20, Rate), 0.1).Values, v => Assert.Equal(7, v, 1e-9));
        Assert.All(BandPassFilter.Apply(constant, new SignalSettings()).Values, v => Assert.Equal(0, v, 1e-9));
    }

    [Fact]
    public void A_signal_shorter_than_the_padding_is_filtered_all_the_same()
    {
        Assert.Equal(3, ZeroPhaseFilter.Apply([1.0, 2, 3], Butterworth.LowPass(2, 20, Rate), 100).Length);
        Assert.Empty(ZeroPhaseFilter.Apply([], Butterworth.LowPass(2, 20, Rate), 100));
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(4, 125)]
    [InlineData(4, 0)]
    public void Orders_and_edges_that_make_no_filter_are_refused(int order, double cutoff) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Butterworth.LowPass(order, cutoff, Rate));

    private static UniformSignal Sine(double frequencyHz) => new(
        0, Rate, [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(2 * Math.PI * frequencyHz * i / Rate))], [.. new bool[1000]]);

    // Over whole cycles, away from the ends, where the reflection of a sine is no sine.
    private static double Peak(UniformSignal signal) => Math.Sqrt(2 * signal.Values[250..750].Average(v => v * v));
}
