using System.Numerics;
using Clonus.Motion.Signals;
using MathNet.Numerics.IntegralTransforms;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>
/// Troughs are where the phase of the band-passed signal passes half a turn, while its envelope says that the swing is deep enough. A turn back takes
/// back the trough before it, so that each turn of the phase gives one.
/// </summary>
internal static class AnalyticSignal
{
    // Of the gate, which is peak to peak. Chosen on tuning seeds.
    private const double LeastEnvelope = 0.4;

    public static IEnumerable<double> Find(MethodInput input)
    {
        var signal = BandPassFilter.Apply(input.Part, input.Settings);
        var analytic = Hilbert([.. signal.Values]);
        var troughs = new Stack<double>();
        for (var i = 1; i < analytic.Length; i++)
        {
            var (before, after) = (analytic[i - 1], analytic[i]);
            if (before.Real >= 0 || after.Real >= 0 || after.Magnitude < LeastEnvelope * input.Gate.Value)
            {
                continue;
            }

            if (before.Imaginary > 0 && after.Imaginary <= 0)
            {
                troughs.Push(signal.TimeSeconds(i - (after.Imaginary / (after.Imaginary - before.Imaginary))));
            }
            else if (before.Imaginary <= 0 && after.Imaginary > 0)
            {
                troughs.TryPop(out _);
            }
        }

        return troughs.Reverse();
    }

    // The signal and its Hilbert transform: positive frequencies twice, negative ones not at all. Zeros behind the signal keep its ends apart.
    private static Complex[] Hilbert(double[] values)
    {
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * values.Length));
        var spectrum = new Complex[length];
        for (var i = 0; i < values.Length; i++)
        {
            spectrum[i] = values[i];
        }

        Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling);
        for (var k = 1; k < length; k++)
        {
            spectrum[k] *= k < length / 2 ? 2 : k == length / 2 ? 1 : 0;
        }

        Fourier.Inverse(spectrum, FourierOptions.AsymmetricScaling);
        return spectrum[..values.Length];
    }
}
