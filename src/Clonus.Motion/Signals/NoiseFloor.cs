using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>
/// How much of a signal is random error, from the signal itself: the power above the clonus band, where only noise and a beat's harmonics are.
/// A low quantile of the periodogram's bins passes the harmonics by, so a train that fills the whole clip does not count as noise.
/// </summary>
public static class NoiseFloor
{
    // Short windows find quiet moments between trains; long ones, with finer bins, see between the harmonics of a train that never stops.
    private static readonly double[] WindowSeconds = [1, 4];

    private const double Quantile = 0.25;

    // Short enough for a rest between movements.
    private const double QuietWindowSeconds = 0.5;

    /// <summary>
    /// Standard deviation of one sample's error, in the signal's unit, for noise that is white up to half the frame rate.
    /// Null when no stretch of the clip is long enough (one second) or the frame rate leaves no room above the band.
    /// </summary>
    /// <param name="times">Frame times in seconds, rising.</param>
    /// <param name="values">One entry a frame, null where nothing was measured.</param>
    public static double? Estimate(ImmutableArray<double> times, ImmutableArray<double?> values, double aboveHz)
    {
        if (FrameTiming.MedianIntervalSeconds(times) is not { } interval)
        {
            return null;
        }

        var runs = RunsWithoutMissingFrame(times, values, interval);
        var above = WindowSeconds.Min(seconds => Estimate(runs, (int)Math.Round(seconds / interval), aboveHz * interval));
        return above is { } rough ? QuietNoise.Refine(rough, runs, (int)Math.Round(QuietWindowSeconds / interval)) : null;
    }

    private static double? Estimate(List<List<double>> runs, int length, double aboveCyclesPerSample)
    {
        var firstBin = (int)Math.Ceiling(aboveCyclesPerSample * length) + 1;
        var lastBin = (length / 2) - 1;
        var bins = new List<double>();
        if (lastBin > firstBin)
        {
            AddBins(runs, length, firstBin, lastBin, bins);
        }

        // The bins of white noise are exponentially distributed about its variance.
        return bins.Count == 0 ? null : Math.Sqrt(bins.Quantile(Quantile) / -Math.Log(1 - Quantile));
    }

    // Samples at either side of a missing frame would look like noise if they stood together.
    private static List<List<double>> RunsWithoutMissingFrame(ImmutableArray<double> times, ImmutableArray<double?> values, double interval)
    {
        var (runs, run, length) = (new List<List<double>>(), new double[values.Length], 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && (values[i - 1] is null || times[i] - times[i - 1] > 1.5 * interval))
            {
                End();
            }

            if (values[i] is { } value)
            {
                run[length++] = value;
            }
        }

        End();
        return runs;

        void End()
        {
            if (length > 0)
                runs.Add([.. run.AsSpan(0, length)]);
            length = 0;
        }
    }

    // Half-overlapping Hann windows. Differences flatten the steep low end (a stretch, drift) so that it does not leak upward; their gain is divided out.
    private static void AddBins(List<List<double>> runs, int length, int firstBin, int lastBin, List<double> bins)
    {
        var transform = new FourierTransform(length);
        var weights = Enumerable.Range(0, length).Select(k => 0.5 * (1 - Math.Cos(2 * Math.PI * (k + 0.5) / length))).ToArray();
        var power = weights.Sum(weight => weight * weight);
        var window = new Complex[length];
        var gains = Enumerable.Range(0, lastBin + 1).Select(bin => 4 * power * Square(2 * Math.Sin(Math.PI * bin / length))).ToArray();
        (List<double> Run, int Start)? first = null;
        foreach (var run in runs)
        {
            for (var start = 0; start + length + 1 <= run.Count; start += length / 2)
            {
                if (first is { } other)
                    AddPair(other, (run, start));
                first = first is null ? (run, start) : null;
            }
        }

        if (first is { } last)
            AddPair(last, null);

        // One transform takes two windows, as its real and its imaginary part: the spectrum of a real one is the same at k and at -k but for the sign of its imaginary part.
        void AddPair((List<double> Run, int Start) one, (List<double> Run, int Start)? two)
        {
            for (var k = 0; k < length; k++)
            {
                window[k] = new Complex(
                    weights[k] * (one.Run[one.Start + k + 1] - one.Run[one.Start + k]), two is var (run, start) ? weights[k] * (run[start + k + 1] - run[start + k]) : 0);
            }

            var spectrum = transform.Forward(window);
            for (var bin = firstBin; bin <= lastBin; bin++)
            {
                var (plus, minus) = (spectrum[bin], spectrum[length - bin]);
                bins.Add((Square(plus.Real + minus.Real) + Square(plus.Imaginary - minus.Imaginary)) / gains[bin]);
                if (two is not null)
                    bins.Add((Square(plus.Imaginary + minus.Imaginary) + Square(plus.Real - minus.Real)) / gains[bin]);
            }
        }
    }

    private static double Square(double value) => value * value;
}
