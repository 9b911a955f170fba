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

    /// <summary>From the trough up to the crest after it.</summary>
    public double Rise => After.Value - Trough.Value;

    /// <summary>The interval of a train made of such dips.</summary>
    public double OwnIntervalSeconds => 2 * WidthSeconds;

    public double TimeSeconds => Trough.TimeSeconds;
}

/// <summary>A dip that was looked at and not counted.</summary>
/// <param name="Probability">That it is a beat all the same, by its amplitude alone: 0 for every other reason.</param>
public sealed record RejectedExcursion(double TimeSeconds, string Reason, double Probability)
{
    public const string TooSmall = "smaller than the amplitude gate";

    public bool IsTooSmall => Reason == TooSmall;
}

/// <summary>The beats of one stretch of signal, in order of time.</summary>
public sealed record DetectedBeats(ImmutableArray<Excursion> Beats, ImmutableArray<RejectedExcursion> Rejected);

/// <summary>
/// Finds beats as dips between crests. Nothing here looks further than the neighbouring dips, so that the same burst gives the same
/// beats in a short clip and in a long one; and nothing is looked for in a band-passed signal, which rings beside a stretch.
/// </summary>
public static class BeatDetector
{
    /// <param name="smooth">Beats are its troughs.</param>
    public static DetectedBeats Detect(
        UniformSignal smooth, AmplitudeGate gate, ImmutableArray<Stretch> stretches, FrequencyBand band, ClonusPolicy policy)
    {
        var turns = TurningPoints.Find(smooth, policy.TurnRatio * gate.Value);
        var rejected = new List<RejectedExcursion>();
        var dips = Excursions(smooth, MergeDents(turns, band, policy), policy.SlowWidthRatio / (2 * band.LowHz)).ToList();
        dips = Keep(dips, (all, i) => JudgeShape(all, i, stretches, band, policy), rejected);
        dips = Keep(dips, (all, i) => JudgeSlowness(all, i, stretches, band, policy), rejected);
        dips = Keep(dips, (all, i) => JudgeNotch(all, i, policy), rejected);
        dips = Keep(dips, (all, i) => JudgeSwing(all, i, policy), rejected);
        rejected.AddRange(dips.Where(dip => dip.Depth < gate.Value).Select(dip => new RejectedExcursion(
            dip.TimeSeconds, RejectedExcursion.TooSmall, gate.Probability(dip.Depth))));
        return new DetectedBeats([.. dips.Where(dip => dip.Depth >= gate.Value)], [.. rejected.OrderBy(r => r.TimeSeconds)]);
    }

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

    // Each dip is judged among those that were left by the judgement before.
    private static List<Excursion> Keep(
        List<Excursion> dips, Func<List<Excursion>, int, string?> judge, List<RejectedExcursion> rejected)
    {
        var kept = new List<Excursion>();
        for (var i = 0; i < dips.Count; i++)
        {
            if (judge(dips, i) is { } reason)
            {
                rejected.Add(new RejectedExcursion(dips[i].TimeSeconds, reason, 0));
            }
            else
            {
                kept.Add(dips[i]);
            }
        }

        return kept;
    }

    private static string? JudgeShape(List<Excursion> dips, int i, ImmutableArray<Stretch> stretches, FrequencyBand band, ClonusPolicy policy)
    {
        var dip = dips[i];
        if (dip.Rise < policy.MinReturnRatio * dip.Depth)
        {
            return "less than half of the excursion came back: a release or a move, not a beat";
        }

        // In a train that a stretch set off already, the next one only goes on with it; and when a train ends, the foot rises to where it is held.
        if (dip.Depth < policy.MinReturnRatio * dip.Rise
            && stretches.Any(s => s.TimeSeconds > dip.TimeSeconds && s.TimeSeconds < dip.After.TimeSeconds)
            && !stretches.Any(s => IsSetOffBy(dip, s, policy))
            && !FollowsItsLike(dips, i, policy))
        {
            return "the dip before a stretch";
        }

        if (dip.OwnIntervalSeconds > policy.SlowWidthRatio / band.LowHz)
        {
            return "slower than the band";
        }

        return dip.OwnIntervalSeconds < 1 / (policy.FastWidthRatio * band.HighHz) ? "faster than the band" : null;
    }

    private static bool IsSetOffBy(Excursion dip, Stretch stretch, ClonusPolicy policy) =>
        stretch.TimeSeconds < dip.TimeSeconds && dip.StartSeconds - stretch.EndSeconds < policy.TriggerWindowSeconds;

    private static bool FollowsItsLike(List<Excursion> dips, int i, ClonusPolicy policy) =>
        i > 0
        && dips[i].TimeSeconds - dips[i - 1].TimeSeconds < policy.SlowestChangeRatio * dips[i - 1].OwnIntervalSeconds
        && dips[i].Depth >= policy.MinReturnRatio * dips[i - 1].Depth;

    // Slower than the band by itself: so slow is only the first of a train that quickens, or the first that a larger stretch set off.
    private static string? JudgeSlowness(
        List<Excursion> dips, int i, ImmutableArray<Stretch> stretches, FrequencyBand band, ClonusPolicy policy)
    {
        var dip = dips[i];
        if (i > 1
            && Rhythm(dips, i) is { } before
            && dip.OwnIntervalSeconds > policy.SlowestChangeRatio * before
            && dip.TimeSeconds - dips[i - 1].TimeSeconds > policy.SlowestChangeRatio * before)
        {
            return "slower than the train before it";
        }

        var longest = 1 / band.LowHz;
        var quickens = i + 1 < dips.Count
            && dips[i + 1].OwnIntervalSeconds <= longest
            && dips[i + 1].TimeSeconds - dip.TimeSeconds < policy.SlowWidthRatio * longest;
        var first = stretches.Any(s => IsSetOffBy(dip, s, policy)
            && (i == 0 || dips[i - 1].TimeSeconds < s.TimeSeconds)
            && dip.Depth < policy.SlowBeatStretchRatio * s.SizeDegrees);
        return dip.OwnIntervalSeconds <= longest || quickens || first ? null : "slower than the band";
    }

    // The interval between the two dips before this one, if they are of one train.
    private static double? Rhythm(List<Excursion> dips, int i)
    {
        var (interval, own) = (dips[i - 1].TimeSeconds - dips[i - 2].TimeSeconds, dips[i - 1].OwnIntervalSeconds);
        return interval < 1.5 * own && own < 1.5 * interval ? interval : null;
    }

    // After its last beat a limb swings on by itself, less and less.
    private static string? JudgeSwing(List<Excursion> dips, int i, ClonusPolicy policy) =>
        i > 0
        && dips[i].TimeSeconds - dips[i - 1].TimeSeconds < policy.SlowestChangeRatio * dips[i - 1].OwnIntervalSeconds
        && dips[i].Depth < policy.PassiveSwingRatio * dips[i - 1].Rise
        && !(i + 1 < dips.Count
            && dips[i + 1].TimeSeconds - dips[i].TimeSeconds < policy.SlowestChangeRatio * dips[i].OwnIntervalSeconds
            && dips[i + 1].Depth >= policy.MinReturnRatio * dips[i].Depth)
            ? "the limb's own swing after a beat"
            : null;

    // A second harmonic dips halfway between beats, where no beat of that interval can be.
    private static string? JudgeNotch(List<Excursion> dips, int i, ClonusPolicy policy)
    {
        var dip = dips[i];
        return dips.Skip(i - 1).Take(3).Any(neighbour =>
            dip.Depth < policy.NotchDepthRatio * neighbour.Depth
            && Math.Abs(neighbour.TimeSeconds - dip.TimeSeconds) < policy.NotchIntervalRatio * neighbour.OwnIntervalSeconds)
            ? "a notch inside a beat"
            : null;
    }
}
