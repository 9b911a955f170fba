using System.Numerics;

namespace Clonus.Motion.Signals;

/// <summary>
/// At which frequencies the variance of so many evenly sampled values stands: one-sided power density under a Hann window, nothing taken off before;
/// SciPy's <c>signal.periodogram(x, fs, "hann", detrend=False)</c>, and averaged over half-overlapping windows its <c>welch</c>.
/// </summary>
public sealed class Periodogram
{
    private readonly FourierTransform _transform;
    private readonly double[] _window;
    private readonly double _power;

    public Periodogram(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        _transform = new FourierTransform(length);
        _window = [.. Enumerable.Range(0, length).Select(i => 0.5 * (1 - Math.Cos(2 * Math.PI * i / length)))];
        _power = _window.Sum(weight => weight * weight);
    }

    public int Length => _window.Length;

    /// <summary>In the values' unit² a hertz; bin k stands for k·rate/length, from 0 to half the rate.</summary>
    public double[] Density(ReadOnlySpan<double> values, double sampleRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Length);
        var weighted = new Complex[Length];
        for (var i = 0; i < Length; i++)
        {
            weighted[i] = _window[i] * values[i];
        }

        var spectrum = _transform.Forward(weighted);
        var density = new double[(Length / 2) + 1];
        for (var bin = 0; bin < density.Length; bin++)
        {
            // The bins at 0 and at half the rate have no mirror image whose power is theirs too.
            var images = bin == 0 || 2 * bin == Length ? 1 : 2;
            var (real, imaginary) = (spectrum[bin].Real, spectrum[bin].Imaginary);
            density[bin] = images * ((real * real) + (imaginary * imaginary)) / (sampleRateHz * _power);
        }

        return density;
    }
}
