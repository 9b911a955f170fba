using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Beats;

/// <summary>What a run of beats measures. Times of beats in seconds, rising.</summary>
public static class EpisodeMeasures
{
    // The first interval is the longest and the rate is stable by the fourth or fifth beat (Boyraz 2015).
    private const int SettlingIntervals = 3;
    private const int FewIntervals = 5;

    public static double[] Intervals(IEnumerable<double> beatTimes)
    {
        var times = beatTimes.ToArray();
        return [.. times.Zip(times.Skip(1), (a, b) => b - a)];
    }

    /// <summary>1 / median of the intervals from the fourth on; of all but the first when there are at most five; the only one when there is one; null for none.</summary>
    public static double? FrequencyHz(IEnumerable<double> beatTimes)
    {
        var intervals = Intervals(beatTimes);
        return intervals.Length == 0 ? null : 1 / Settled(intervals).Median();
    }

    /// <summary>The intervals that the frequency is made of.</summary>
    public static double[] Settled(double[] intervals) => intervals.Length switch
    {
        <= 1 => intervals,
        <= FewIntervals => intervals[1..],
        _ => intervals[SettlingIntervals..],
    };

    /// <summary>Coefficient of variation of the settled intervals; null for fewer than two of them.</summary>
    public static double? IntervalCv(double[] intervals) =>
        Settled(intervals) is { Length: > 1 } settled ? settled.StandardDeviation() / settled.Mean() : null;

    /// <summary>First interval over the median of the settled ones; null for fewer than two intervals.</summary>
    public static double? FirstIntervalRatio(double[] intervals) =>
        intervals.Length > 1 ? intervals[0] / Settled(intervals).Median() : null;

    /// <summary>p of A·e^(pt) by least squares on the logarithm of the amplitudes; null for fewer than three beats. After A·e^(pt)·sin(2πft) (Uysal).</summary>
    public static double? DecayPerSecond(ImmutableArray<Excursion> run) =>
        run.Length < 3 ? null : Fit.Line([.. run.Select(b => b.TimeSeconds)], [.. run.Select(b => Math.Log(b.Depth))]).B;

    /// <summary>
    /// Median share of the cycle from crest to trough, over the beats with a beat on both sides (the crests beside a rest are no part of the cycle);
    /// null for fewer than three beats.
    /// </summary>
    public static double? PlantarflexionFraction(ImmutableArray<Excursion> run) =>
        run.Length < 3
            ? null
            : run[1..^1].Select(b => (b.TimeSeconds - b.Before.TimeSeconds) / (b.After.TimeSeconds - b.Before.TimeSeconds)).Median();
}
