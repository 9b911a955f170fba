using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>Reads values of a stretch's frames at and between times.</summary>
public static class PlaceAt
{
    /// <summary>On the straight line between the frames around a time; null where these lie further apart than a hole that is bridged.</summary>
    public static SpacePoint? Time(WalkBout bout, ImmutableArray<SpacePoint?>? places, double timeSeconds, GaitSettings settings) =>
        places is { } all && Around(bout, i => all[i] is not null, timeSeconds, settings) is var (before, after, share) ? all[before]!.Value + ((all[after]!.Value - all[before]!.Value) * share) : null;

    /// <summary>The same of values.</summary>
    public static double? Time(WalkBout bout, IReadOnlyList<double?> values, double timeSeconds, GaitSettings settings) =>
        Around(bout, i => values[i] is not null, timeSeconds, settings) is var (before, after, share) ? values[before]!.Value + ((values[after]!.Value - values[before]!.Value) * share) : null;

    // The known frames before and after a time, and how far it has gone from the one to the other; one frame alone near the stretch's ends.
    private static (int Before, int After, double Share)? Around(WalkBout bout, Func<int, bool> isKnown, double timeSeconds, GaitSettings settings)
    {
        var (after, before, count) = (bout.IndexAt(timeSeconds), bout.IndexAt(timeSeconds), bout.FrameCount);
        while (after < count && !isKnown(after))
            after++;
        while (before >= 0 && (before >= count || !isKnown(before) || bout.TimesSeconds[before] > timeSeconds))
            before--;
        if (before < 0 || after >= count)
        {
            var only = before >= 0 ? before : after;
            return only >= 0 && only < count && Math.Abs(bout.TimesSeconds[only] - timeSeconds) <= settings.LongestHoleSeconds / 2 ? (only, only, 0) : null;
        }

        var step = bout.TimesSeconds[after] - bout.TimesSeconds[before];
        return step > settings.LongestHoleSeconds ? null
            : step == 0 ? (after, after, 0)
            : (before, after, (timeSeconds - bout.TimesSeconds[before]) / step);
    }

    /// <summary>Values of the frames in [from, to), with their times.</summary>
    public static IEnumerable<(double TimeSeconds, double Value)> Between(WalkBout bout, IReadOnlyList<double?> values, double from, double to)
    {
        for (var i = bout.IndexAt(from); i < bout.FrameCount && bout.TimesSeconds[i] < to; i++)
        {
            if (values[i] is { } value)
                yield return (bout.TimesSeconds[i], value);
        }
    }

    /// <summary>Median over the frames in [from, to); null without any.</summary>
    public static double? Median(WalkBout bout, IReadOnlyList<double?> values, double from, double to) =>
        Between(bout, values, from, to).Select(v => v.Value).ToArray() is { Length: > 0 } seen ? seen.Median() : null;

    /// <summary>Whether so large a share of the frames in [from, to) has a value, that nothing of a phase is missed.</summary>
    public static bool IsSeen(WalkBout bout, IReadOnlyList<double?> values, double from, double to, double share)
    {
        var (first, end) = (bout.IndexAt(from), bout.IndexAt(to));
        var seen = 0;
        for (var i = first; i < end; i++)
            seen += values[i] is null ? 0 : 1;
        return end > first && seen >= share * (end - first);
    }

    /// <summary>The longest time in [from, to) from one value to the next, or to an end.</summary>
    public static double LongestStepSeconds(WalkBout bout, IReadOnlyList<double?> values, double from, double to)
    {
        var (longest, last) = (0.0, from);
        foreach (var (time, _) in Between(bout, values, from, to))
            (longest, last) = (Math.Max(longest, time - last), time);
        return Math.Max(longest, to - last);
    }
}
