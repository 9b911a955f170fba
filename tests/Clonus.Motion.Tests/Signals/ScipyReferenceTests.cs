using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

/// <summary>Our filters and our periodogram against SciPy's; scipy_reference.py beside this file prints the numbers.</summary>
public class ScipyReferenceTests
{
    private const double Rate = 250;

    private static readonly int[] At = [0, 1, 57, 149, 150, 151, 200, 311, 398, 399];

    public static TheoryData<string, double[]> LowPass() => new()
    {
        { "sosfiltfilt", [0.49999999845013604, 0.6721592732053376, 2.321914117773854, 0.6646908322024327, 1.6639009866384924, 2.7009821802948046, 4.003564090046921, 6.936299875009803, 2.967602577715146, 3.129674428247726] },
        { "filtfilt", [0.4999999984501453, 0.6721592732053473, 2.321914117773859, 0.6646908322024171, 1.663900986638478, 2.700982180294792, 4.003564090046894, 6.936299875009829, 2.9676025777151502, 3.12967442824772] },
    };

    public static TheoryData<string, double[]> BandPass() => new()
    {
        { "sosfiltfilt", [-0.004031788539079928, 0.2992980670504859, 2.3298586329797417, -0.767144727291361, -0.13156032634283132, 0.5107144079184947, -0.23484381403041432, 2.956670771215901, -0.2474371470698853, 0.05387435111454342] },
        { "filtfilt", [-0.004031788539069065, 0.299298067050923, 2.329858632981621, -0.7671447272921327, -0.13156032634299633, 0.5107144079189504, -0.2348438140293713, 2.956670771219765, -0.2474371470709645, 0.05387435111394985] },
    };

    public static TheoryData<int, double[]> Periodograms() => new()
    {
        { 60, [0.06248415483530288, 0.6937442352936866, 0.30190866348292195, 0.01532653241204221, 2.6037102012426747e-08, 8.919677302302035e-12, 4.0302261520271306e-12] },
        { 64, [0.08213470519731, 0.687327647905347, 0.3857705182213405, 0.0062819060323252495, 1.418662701900818e-08, 4.634009286246596e-12, 1.0425863463046304e-12] },
        { 97, [1.0142633995500534e-05, 0.3490333494305268, 1.156359972252851, 3.5393442475277406e-07, 0.008775734305630356, 9.375403835855785e-14, 5.155120693033997e-14] },
        { 399, [9.166397087148832, 9.145190915312874, 0.9699193643644377, 1.6476893164065216, 0.015199410114899387, 0.0001576116846544239, 0.00015759204857163336] },
        { 400, [9.229964224005238, 9.186675858980193, 0.9652251920923951, 1.5594665616799712, 0.01523174824294032, 0.00015644705761841437, 7.821902487582624e-05] },
    };

    /// <summary>filtfilt is the same filter as one fraction of polynomials, which loses digits that sections keep: fewer than 1e-9 here.</summary>
    [Theory]
    [MemberData(nameof(LowPass))]
    public void The_low_pass_is_scipys(string function, double[] expected) =>
        AssertEqual(function, expected, ZeroPhaseFilter.Apply(Signal(), Butterworth.LowPass(4, 20, Rate), 100));

    [Theory]
    [MemberData(nameof(BandPass))]
    public void The_band_pass_is_scipys(string function, double[] expected) =>
        AssertEqual(function, expected, ZeroPhaseFilter.Apply(Signal(), Butterworth.BandPass(2, new FrequencyBand(2.5, 10), Rate), 100));

    /// <summary>Lengths with small factors, a power of two, a prime and an odd one.</summary>
    [Theory]
    [MemberData(nameof(Periodograms))]
    public void The_periodogram_is_scipys(int length, double[] expected)
    {
        var density = new Periodogram(length).Density(Signal().AsSpan(0, length), Rate);

        AssertEqual(expected, density);
    }

    [Fact]
    public void Its_mean_over_half_overlapping_windows_is_scipys_welch()
    {
        double[] expected = [1.6785113036892565, 1.6526495228880942, 0.36687832178362556, 0.01826254990119047, 0.0003030581811917663, 0.00011887656077970161, 5.924374857195871e-05];
        var (signal, periodogram) = (Signal(), new Periodogram(60));
        var windows = Enumerable.Range(0, 12).Select(i => periodogram.Density(signal.AsSpan(30 * i, 60), Rate)).ToArray();

        AssertEqual(expected, [.. Enumerable.Range(0, 31).Select(bin => windows.Average(density => density[bin]))]);
    }

    private static void AssertEqual(string function, double[] expected, double[] filtered) =>
        Assert.All(expected.Zip(At), pair => Assert.True(Math.Abs(pair.First - filtered[pair.Second]) < 1e-9, $"{function} at {pair.Second}: {filtered[pair.Second]}"));

    // The first bins, some in the middle and the last two, relative to each: the smallest is a billionth of a billionth of the largest.
    private static void AssertEqual(double[] expected, double[] density)
    {
        int[] bins = [0, 1, 2, 7, 13, density.Length - 2, density.Length - 1];
        Assert.All(expected.Zip(bins), pair => Assert.Equal(pair.First, density[pair.Second], (1e-9 * pair.First) + 1e-15));
    }

    private static double[] Signal() =>
    [
        .. Enumerable.Range(0, 400).Select(i => i / Rate).Select(t =>
            (3 * Math.Sin(2 * Math.PI * 5 * t)) + (0.5 * Math.Cos(2 * Math.PI * 31 * t)) + (t > 0.6 ? 4 : 0)),
    ];
}
