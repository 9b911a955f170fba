using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

/// <summary>Our filters against SciPy's butter and sosfiltfilt; scipy_reference.py beside this file prints the numbers.</summary>
public class ScipyReferenceTests
{
    private static readonly int[] At = [0, 1, 57, 149, 150, 151, 200, 311, 398, 399];

    private static readonly double[] Low =
    [
        0.49999999845013604, 0.6721592732053376, 2.321914117773854, 0.6646908322024327, 1.6639009866384924, 2.7009821802948046, 4.003564090046921,
        6.936299875009803, 2.967602577715146, 3.129674428247726,
    ];

    private static readonly double[] Band =
    [
        -0.004031788539079928, 0.2992980670504859, 2.3298586329797417, -0.767144727291361, -0.13156032634283132, 0.5107144079184947,
        -0.23484381403041432, 2.956670771215901, -0.2474371470698853, 0.05387435111454342,
    ];

    [Fact]
    public void The_low_pass_is_scipys() =>
        AssertEqual(Low, ZeroPhaseFilter.Apply(Signal(), Butterworth.LowPass(4, 20, 250), 100));

    [Fact]
    public void The_band_pass_is_scipys() =>
        AssertEqual(Band, ZeroPhaseFilter.Apply(Signal(), Butterworth.BandPass(2, new FrequencyBand(2.5, 10), 250), 100));

    private static void AssertEqual(double[] expected, double[] filtered) =>
        Assert.All(expected.Zip(At), pair => Assert.Equal(pair.First, filtered[pair.Second], 1e-9));

    private static double[] Signal() =>
    [
        .. Enumerable.Range(0, 400).Select(i => i / 250.0).Select(t =>
            (3 * Math.Sin(2 * Math.PI * 5 * t)) + (0.5 * Math.Cos(2 * Math.PI * 31 * t)) + (t > 0.6 ? 4 : 0)),
    ];
}
