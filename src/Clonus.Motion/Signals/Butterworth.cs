using System.Collections.Immutable;
using System.Numerics;

namespace Clonus.Motion.Signals;

/// <summary>One second-order section: b0 + b1 z⁻¹ + b2 z⁻² over 1 + a1 z⁻¹ + a2 z⁻².</summary>
public readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2);

/// <summary>
/// Digital Butterworth filters as cascades of second-order sections, by bilinear transform with pre-warped edges;
/// the same filters as SciPy's <c>signal.butter(..., output="sos")</c>, in another order of sections.
/// </summary>
public static class Butterworth
{
    /// <summary>Low-pass of an even order; the cutoff is where one pass has 1/√2 of the amplitude.</summary>
    public static ImmutableArray<Biquad> LowPass(int order, double cutoffHz, double sampleRateHz)
    {
        RequireEvenOrder(order);
        RequireBelowNyquist(cutoffHz, sampleRateHz);
        var warped = Warp(cutoffHz, sampleRateHz);
        return
        [
            .. UpperPrototypePoles(order)
                .Select(p => Bilinear(p * warped, sampleRateHz))
                .Select(pole => Section(pole, b0: 1, b1: 2, b2: 1, at: Complex.One)),
        ];
    }

    /// <summary>Band-pass whose low-pass prototype has an even order; the filter itself has twice as many poles.</summary>
    public static ImmutableArray<Biquad> BandPass(int order, FrequencyBand band, double sampleRateHz)
    {
        RequireEvenOrder(order);
        RequireBelowNyquist(band.HighHz, sampleRateHz);
        var low = Warp(band.LowHz, sampleRateHz);
        var high = Warp(band.HighHz, sampleRateHz);
        var centre = Math.Sqrt(low * high);
        var centreZ = Bilinear(new Complex(0, centre), sampleRateHz);
        return
        [
            .. UpperPrototypePoles(order)
                .SelectMany(p => SplitToBand(p * (high - low) / 2, centre))
                .Select(p => Bilinear(p, sampleRateHz))
                .Select(pole => Section(pole, b0: 1, b1: 0, b2: -1, at: centreZ)),
        ];
    }

    // The poles of the analogue prototype above the real axis; each stands for itself and its conjugate.
    private static IEnumerable<Complex> UpperPrototypePoles(int order) =>
        Enumerable.Range(0, order / 2).Select(k => -Complex.Exp(new Complex(0, -Math.PI * ((2 * k) + 1) / (2 * order))));

    // s → (s² + ω0²)/(B s): one low-pass pole becomes two.
    private static IEnumerable<Complex> SplitToBand(Complex halfScaled, double centre)
    {
        var root = Complex.Sqrt((halfScaled * halfScaled) - (centre * centre));
        return [halfScaled + root, halfScaled - root];
    }

    private static double Warp(double frequencyHz, double sampleRateHz) =>
        2 * sampleRateHz * Math.Tan(Math.PI * frequencyHz / sampleRateHz);

    private static Complex Bilinear(Complex s, double sampleRateHz) =>
        ((2 * sampleRateHz) + s) / ((2 * sampleRateHz) - s);

    // A pole with its conjugate, scaled to unit gain where the whole filter has it.
    private static Biquad Section(Complex pole, double b0, double b1, double b2, Complex at)
    {
        var a1 = -2 * pole.Real;
        var a2 = (pole.Real * pole.Real) + (pole.Imaginary * pole.Imaginary);
        var inverse = 1 / at;
        var gain = Complex.Abs((1 + (a1 * inverse) + (a2 * inverse * inverse)) / (b0 + (b1 * inverse) + (b2 * inverse * inverse)));
        return new Biquad(b0 * gain, b1 * gain, b2 * gain, a1, a2);
    }

    private static void RequireEvenOrder(int order)
    {
        if (order < 2 || order % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "the order is even and at least 2");
        }
    }

    private static void RequireBelowNyquist(double edgeHz, double sampleRateHz)
    {
        if (!(edgeHz > 0 && edgeHz < sampleRateHz / 2))
        {
            throw new ArgumentOutOfRangeException(nameof(edgeHz), edgeHz, $"a filter's edge lies between 0 and {sampleRateHz / 2} Hz");
        }
    }
}
