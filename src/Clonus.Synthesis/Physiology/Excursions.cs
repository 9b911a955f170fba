using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Physiology;

/// <summary>Where a computed angle turns, and which of its turns are beats: the truth of a curve that nobody wrote down.</summary>
internal static class Excursions
{
    // Smaller turns are steps of the computation.
    private const double SmallestTurnDegrees = 0.05;

    // What comes back by less is a step or a release, no excursion.
    private const double LeastReturn = 0.35;

    // Half of the slowest first beat's interval.
    private const double LongestSideSeconds = 0.25;

    // An excursion begins and ends where it is within a twentieth of its crest.
    private const double FullShare = 0.95;

    /// <summary>A turn of the curve at one of its samples.</summary>
    public readonly record struct Turn(int Index, double Degrees, bool IsCrest);

    /// <summary>Those that a contraction made: the foot is lowest when its muscle has pulled hardest, or up to half a swing later.</summary>
    public static ImmutableArray<BeatTruth> AfterPulls(SampledCurve angle, ImmutableArray<double> pullsSeconds)
    {
        var next = 0;
        return [.. Returning(angle).Where(excursion =>
        {
            var own = next;
            while (next < pullsSeconds.Length && pullsSeconds[next] <= excursion.TimeSeconds)
            {
                next++;
            }

            return next > own;
        })];
    }

    /// <summary>All that return in good part.</summary>
    public static IEnumerable<BeatTruth> Returning(SampledCurve angle)
    {
        BeatTruth[] all = [.. Swings(angle)];
        return all.Select((swing, i) => swing with { Driven = Driven(all, i) });
    }

    // A limb swings on by itself for a while: less far each time, and never as far again.
    private static double Driven(BeatTruth[] all, int i)
    {
        bool Adjoin(BeatTruth a, BeatTruth b) => b.TimeSeconds - a.TimeSeconds < 2 * LongestSideSeconds;
        if (i == 0 || !Adjoin(all[i - 1], all[i]) || (i + 1 < all.Length && Adjoin(all[i], all[i + 1]) && all[i + 1].AmplitudeDegrees >= all[i].AmplitudeDegrees / 2))
        {
            return 1;
        }

        return Math.Min(1, all[i].AmplitudeDegrees / (all[i - 1].AmplitudeDegrees * all[i - 1].Returned));
    }

    private static IEnumerable<BeatTruth> Swings(SampledCurve angle)
    {
        var turns = Turns(angle);
        for (var i = 1; i + 1 < turns.Count; i++)
        {
            var trough = turns[i];
            var (before, after) = (Near(angle, turns[i - 1], trough), Near(angle, turns[i + 1], trough));
            if (trough.IsCrest || after.Degrees - trough.Degrees < LeastReturn * (before.Degrees - trough.Degrees))
            {
                continue;
            }

            var full = trough.Degrees + (FullShare * (Math.Min(before.Degrees, after.Degrees) - trough.Degrees));
            yield return new BeatTruth(
                trough.Index * angle.StepSeconds, before.Degrees - trough.Degrees,
                Leaves(angle, trough.Index, full, -1) * angle.StepSeconds, Leaves(angle, trough.Index, full, 1) * angle.StepSeconds)
            {
                Returned = Math.Min(1, (after.Degrees - trough.Degrees) / (before.Degrees - trough.Degrees)),
            };
        }
    }

    // A crest of a slow wander, far away in time, is no part of the excursion.
    private static Turn Near(SampledCurve angle, Turn crest, Turn trough)
    {
        var reach = (int)(LongestSideSeconds / angle.StepSeconds);
        if (Math.Abs(crest.Index - trough.Index) <= reach)
        {
            return crest;
        }

        var edge = trough.Index + (Math.Sign(crest.Index - trough.Index) * reach);
        return new Turn(edge, angle.Degrees[edge], true);
    }

    /// <summary>What a push made of the angle: from its start to the first crest after it.</summary>
    public static StretchTruth Stretch(SampledCurve angle, double startSeconds, double rampEndSeconds)
    {
        var start = (int)(startSeconds / angle.StepSeconds);
        var top = (int)(rampEndSeconds / angle.StepSeconds);
        while (top + 1 < angle.Degrees.Length && angle.Degrees[top + 1] > angle.Degrees[top])
        {
            top++;
        }

        while (top > start && angle.Degrees[top - 1] > angle.Degrees[top])
        {
            top--;
        }

        var speed = Enumerable.Range(start, Math.Max(top - start, 1)).Max(i => angle.Degrees[i + 1] - angle.Degrees[i]) / angle.StepSeconds;
        return new StretchTruth(startSeconds, top * angle.StepSeconds, angle.Degrees[top] - angle.Degrees[start], speed);
    }

    private static List<Turn> Turns(SampledCurve angle)
    {
        var values = angle.Degrees;
        var turns = new List<Turn>();
        int low = 0, high = 0;
        bool? seeksCrest = null;
        for (var i = 1; i < values.Length; i++)
        {
            high = values[i] > values[high] ? i : high;
            low = values[i] < values[low] ? i : low;
            var falls = values[high] - values[i] >= SmallestTurnDegrees;
            if ((falls && seeksCrest != false) || (values[i] - values[low] >= SmallestTurnDegrees && seeksCrest != true))
            {
                turns.Add(falls && seeksCrest != false ? new Turn(high, values[high], true) : new Turn(low, values[low], false));
                seeksCrest = !turns[^1].IsCrest;
                low = high = i;
            }
        }

        turns.Add(seeksCrest == true ? new Turn(high, values[high], true) : new Turn(low, values[low], false));
        return turns;
    }

    private static int Leaves(SampledCurve angle, int from, double level, int direction)
    {
        var i = from;
        while (i + direction >= 0 && i + direction < angle.Degrees.Length && angle.Degrees[i] < level)
        {
            i += direction;
        }

        return i;
    }
}
