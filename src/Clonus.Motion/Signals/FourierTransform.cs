using System.Numerics;

namespace Clonus.Motion.Signals;

/// <summary>
/// The discrete Fourier transform of one length, by its prime factors (Cooley and Tukey). Seconds of video are seldom a power of two of frames: for 60
/// or 240 values MathNet turns to convolutions of 128 or 512, shared out to threads, which takes some eight times as long.
/// </summary>
public sealed class FourierTransform
{
    private readonly Complex[] _roots;
    private readonly int _largestFactor;

    public FourierTransform(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _roots = [.. Enumerable.Range(0, length).Select(i => Complex.FromPolarCoordinates(1, -2 * Math.PI * i / length))];
        _largestFactor = 1;
        for (var left = length; left > 1; left /= _largestFactor)
            _largestFactor = SmallestFactor(left);
    }

    public int Length => _roots.Length;

    /// <summary>Σ x[i]·e^(−2πik/length), not scaled.</summary>
    public Complex[] Forward(ReadOnlySpan<Complex> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Length);
        var transformed = new Complex[Length];
        Forward(values, 1, transformed, new Complex[_largestFactor]);
        return transformed;
    }

    // Of every stride-th value: the transforms of p interleaved parts, put together.
    private void Forward(ReadOnlySpan<Complex> values, int stride, Span<Complex> transformed, Span<Complex> parts)
    {
        if (transformed.Length == 1)
        {
            transformed[0] = values[0];
            return;
        }

        var factor = SmallestFactor(transformed.Length);
        var length = transformed.Length / factor;
        for (var part = 0; part < factor; part++)
        {
            if (length == 1)
            {
                transformed[part] = values[part * stride];
            }
            else
            {
                Forward(values[(part * stride)..], stride * factor, transformed.Slice(part * length, length), parts);
            }
        }

        if (factor == 2)
        {
            for (var k = 0; k < length; k++)
            {
                var (even, odd) = (transformed[k], transformed[length + k] * _roots[k * stride]);
                (transformed[k], transformed[length + k]) = (even + odd, even - odd);
            }

            return;
        }

        for (var k = 0; k < length; k++)
        {
            parts[0] = transformed[k];
            for (var part = 1; part < factor; part++)
            {
                parts[part] = transformed[(part * length) + k] * _roots[part * k * stride];
            }

            for (var block = 0; block < factor; block++)
            {
                // The roots go round: part · block of the factor's, which is each length · stride-th of all.
                var (sum, root, step) = (parts[0], 0, block * length * stride);
                for (var part = 1; part < factor; part++)
                {
                    root = root + step >= _roots.Length ? root + step - _roots.Length : root + step;
                    sum += parts[part] * _roots[root];
                }

                transformed[(block * length) + k] = sum;
            }
        }
    }

    private static int SmallestFactor(int number)
    {
        for (var factor = 2; factor * factor <= number; factor++)
        {
            if (number % factor == 0)
            {
                return factor;
            }
        }

        return number;
    }
}
