using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>One dip of the signal and the crests on both sides.</summary>
/// <param name="WidthSeconds">Time that it spends below half of its depth.</param>
public sealed record Excursion(
    TurningPoint Before, TurningPoint Trough, TurningPoint After, double WidthSeconds, double StartSeconds, double EndSeconds)
{
    /// <summary>Peak to peak, from the crest before it down to the trough.</summary>
    public double Depth => Before.Value - Trough.Value;

    /// <summary>Cutoff of the smoothing after which it was measured.</summary>
    public double SmoothingHz { get; init; }

    /// <summary>As deep as it probably is beside its neighbours in a train; null where only the measured depth is known.</summary>
    public double? LikelyDepth { get; init; }

    /// <summary>Its fall over the rise before it, where nothing like it follows; null elsewhere.</summary>
    public double? SwingRatio { get; init; }

    /// <summary>Probability that it is clearly no beat although it was counted.</summary>
    public double Doubt { get; init; }

    /// <summary>What is held against the amplitude gate.</summary>
    public double CountedDepth => LikelyDepth ?? Depth;

    /// <summary>From the trough up to the crest after it.</summary>
    public double Rise => After.Value - Trough.Value;

    /// <summary>The interval of a train made of such dips.</summary>
    public double OwnIntervalSeconds => 2 * WidthSeconds;

    public double TimeSeconds => Trough.TimeSeconds;
}

/// <summary>Smooth signal → its dips: turning points, where a dent in a dip is no dip of its own.</summary>
public static class DipFinder
{
    /// <summary>All dips with a swing of a share of the amplitude gate, in order of time, judged by nothing else.</summary>
    public static List<Excursion> Find(UniformSignal smooth, double hysteresis, FrequencyBand band, ClonusPolicy policy) =>
        [.. Excursions(smooth, MergeDents(TurningPoints.Find(smooth, hysteresis), band, policy), policy.SlowWidthRatio / (2 * band.LowHz))];

    // Two dips are one excursion where so little came back between them that the crest there is only a dent in it: less than half of the first's
    // depth, or of the second's when that dent is small beside the whole. Dips further apart than the fastest beats stay two.
    private static List<TurningPoint> MergeDents(ImmutableArray<TurningPoint> turns, FrequencyBand band, ClonusPolicy policy)
    {
        var points = turns.ToList();
        for (var i = 1; i + 3 < points.Count;)
        {
            if (!points[i].IsCrest && IsDent(points, i, band, policy))
            {
                var deeperFirst = points[i].Value <= points[i + 2].Value;
                points.RemoveRange(deeperFirst ? i + 1 : i, 2);
            }
            else
            {
                i++;
            }
        }

        return points;
    }

    private static bool IsDent(List<TurningPoint> points, int i, FrequencyBand band, ClonusPolicy policy)
    {
        var (before, first, crest, second, after) = (points[i - 1], points[i], points[i + 1], points[i + 2], points[i + 3]);
        var deepest = Math.Min(first.Value, second.Value);
        var returnedAtLast = after.Value - deepest >= policy.MinReturnRatio * (before.Value - deepest);
        var close = second.TimeSeconds - first.TimeSeconds < policy.NotchIntervalRatio / band.HighHz;
        var firstReturned = crest.Value - first.Value >= policy.MinReturnRatio * (before.Value - first.Value);
        var secondStandsOut = crest.Value - second.Value >= policy.MinReturnRatio * (after.Value - second.Value)
            || crest.Value - second.Value >= policy.NotchDepthRatio * (before.Value - first.Value);
        return close && returnedAtLast && !(firstReturned && secondStandsOut);
    }

    private static IEnumerable<Excursion> Excursions(UniformSignal smooth, List<TurningPoint> points, double longestSide)
    {
        for (var i = 1; i + 1 < points.Count; i++)
        {
            if (!points[i].IsCrest)
            {
                yield return Measure(smooth, points[i - 1], points[i], points[i + 1], longestSide);
            }
        }
    }

    private static Excursion Measure(UniformSignal smooth, TurningPoint before, TurningPoint trough, TurningPoint after, double longestSide)
    {
        (before, after) = (Near(smooth, before, trough, longestSide), Near(smooth, after, trough, longestSide));
        var smaller = Math.Min(before.Value, after.Value) - trough.Value;
        var half = trough.Value + (0.5 * smaller);
        // Beside a rest the crest itself may be far away in time: the excursion begins and ends where it is within a twentieth of its crest.
        var full = trough.Value + (0.95 * smaller);
        var centre = smooth.IndexAt(trough.TimeSeconds);
        return new Excursion(
            before, trough, after,
            Crossing(smooth, centre, half, 1) - Crossing(smooth, centre, half, -1),
            Math.Max(Crossing(smooth, centre, full, -1), before.TimeSeconds),
            Math.Min(Crossing(smooth, centre, full, 1), after.TimeSeconds));
    }

    // A crest of a slow wander, far away in time, is no part of the dip.
    private static TurningPoint Near(UniformSignal smooth, TurningPoint crest, TurningPoint trough, double longestSide)
    {
        var away = crest.TimeSeconds - trough.TimeSeconds;
        if (Math.Abs(away) <= longestSide)
        {
            return crest;
        }

        var edge = smooth.IndexAt(trough.TimeSeconds + (Math.Sign(away) * longestSide));
        return crest with { TimeSeconds = smooth.TimeSeconds(edge), Value = smooth.Values[edge] };
    }

    // The first time, going from an index in one direction, at which the signal is up at a level; the signal's end when it never is.
    private static double Crossing(UniformSignal smooth, int from, double level, int direction)
    {
        var values = smooth.Values;
        var i = from;
        while (i + direction >= 0 && i + direction < values.Length)
        {
            if (values[i + direction] >= level)
            {
                var step = values[i + direction] - values[i];
                return smooth.TimeSeconds(i + (direction * (step > 0 ? Math.Clamp((level - values[i]) / step, 0, 1) : 0)));
            }

            i += direction;
        }

        return smooth.TimeSeconds(i);
    }
}
