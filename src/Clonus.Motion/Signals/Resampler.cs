using System.Collections.Immutable;
using MathNet.Numerics.Interpolation;

namespace Clonus.Motion.Signals;

/// <summary>Values at uneven frame times → even grids, one for each stretch without a hole that ends it.</summary>
public static class Resampler
{
    // A cubic spline needs this many points to have a shape of its own.
    private const int FewestSamples = 4;

    /// <summary>
    /// Natural cubic splines through the samples, on a grid that is a multiple of the sampling interval counted from time 0, so that the same
    /// scene gives the same grid wherever the stretch begins. Stretches of fewer than four samples are left out.
    /// </summary>
    /// <param name="times">Frame times in seconds, rising.</param>
    /// <param name="values">One entry a frame, null where nothing was measured.</param>
    public static ImmutableArray<UniformSignal> Resample(
        ImmutableArray<double> times, ImmutableArray<double?> values, SignalSettings settings)
    {
        var interval = FrameTiming.MedianIntervalSeconds(times);
        if (interval is null)
        {
            return [];
        }

        return
        [
            .. StretchesWithoutHole(times, values, LongestStep(interval.Value, settings))
                .Where(stretch => stretch.Count >= FewestSamples)
                .Select(stretch => OnGrid(stretch, interval.Value, settings.SampleRateHz)),
        ];
    }

    /// <summary>The longest time between two samples that still counts as one stretch: a frame and the longest bridged hole.</summary>
    public static double LongestStep(double medianIntervalSeconds, SignalSettings settings) =>
        (medianIntervalSeconds + Math.Max(settings.LongestBridgedHoleSeconds, medianIntervalSeconds)) * (1 + 1e-3);

    private static IEnumerable<List<(double Time, double Value)>> StretchesWithoutHole(
        ImmutableArray<double> times, ImmutableArray<double?> values, double longestStep)
    {
        var stretch = new List<(double Time, double Value)>();
        for (var i = 0; i < times.Length; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }

            if (stretch.Count > 0 && times[i] - stretch[^1].Time > longestStep)
            {
                yield return stretch;
                stretch = [];
            }

            stretch.Add((times[i], value));
        }

        yield return stretch;
    }

    private static UniformSignal OnGrid(List<(double Time, double Value)> samples, double medianInterval, double rate)
    {
        var spline = CubicSpline.InterpolateNaturalSorted(
            [.. samples.Select(s => s.Time)], [.. samples.Select(s => s.Value)]);
        var first = (long)Math.Ceiling(samples[0].Time * rate);
        var last = (long)Math.Floor(samples[^1].Time * rate);
        var values = ImmutableArray.CreateBuilder<double>((int)(last - first + 1));
        var bridged = ImmutableArray.CreateBuilder<bool>((int)(last - first + 1));
        var next = 1;
        for (var k = first; k <= last; k++)
        {
            var time = k / rate;
            while (next < samples.Count - 1 && samples[next].Time < time)
            {
                next++;
            }

            values.Add(spline.Interpolate(time));
            bridged.Add(samples[next].Time - samples[next - 1].Time > 1.5 * medianInterval && time > samples[next - 1].Time && time < samples[next].Time);
        }

        return new UniformSignal(first / rate, rate, values.ToImmutable(), bridged.ToImmutable());
    }
}
