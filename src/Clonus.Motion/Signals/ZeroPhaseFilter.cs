using System.Collections.Immutable;

namespace Clonus.Motion.Signals;

/// <summary>
/// A filter run forward and backward, so that nothing is shifted in time. Ends are extended by odd reflection and each run starts
/// in the steady state of its first value, as SciPy's <c>sosfiltfilt</c> does.
/// </summary>
public static class ZeroPhaseFilter
{
    /// <param name="paddingSeconds">How much of the signal is reflected at each end; less when the signal is shorter.</param>
    public static UniformSignal Apply(UniformSignal signal, ImmutableArray<Biquad> sections, double paddingSeconds) =>
        signal with { Values = [.. Apply(signal.Values.AsSpan(), sections, (int)Math.Round(paddingSeconds * signal.SampleRateHz))] };

    /// <param name="padding">Samples of odd reflection at each end; at most one less than there are values.</param>
    public static double[] Apply(ReadOnlySpan<double> values, ImmutableArray<Biquad> sections, int padding)
    {
        if (values.IsEmpty)
        {
            return [];
        }

        padding = Math.Min(padding, values.Length - 1);
        var extended = ReflectOdd(values, padding);
        Run(extended, sections);
        Array.Reverse(extended);
        Run(extended, sections);
        Array.Reverse(extended);
        return extended[padding..(padding + values.Length)];
    }

    private static double[] ReflectOdd(ReadOnlySpan<double> values, int padding)
    {
        var extended = new double[values.Length + (2 * padding)];
        values.CopyTo(extended.AsSpan(padding));
        for (var i = 1; i <= padding; i++)
        {
            extended[padding - i] = (2 * values[0]) - values[i];
            extended[padding + values.Length - 1 + i] = (2 * values[^1]) - values[^(i + 1)];
        }

        return extended;
    }

    // Transposed direct form II; the states start as if the first value had stood there for ever.
    private static void Run(double[] values, ImmutableArray<Biquad> sections)
    {
        var level = values[0];
        foreach (var s in sections)
        {
            var gain = (s.B0 + s.B1 + s.B2) / (1 + s.A1 + s.A2);
            var z2 = (s.B2 - (s.A2 * gain)) * level;
            var z1 = ((s.B1 - (s.A1 * gain)) * level) + z2;
            level *= gain;
            for (var i = 0; i < values.Length; i++)
            {
                var x = values[i];
                var y = (s.B0 * x) + z1;
                z1 = (s.B1 * x) - (s.A1 * y) + z2;
                z2 = (s.B2 * x) - (s.A2 * y);
                values[i] = y;
            }
        }
    }
}
