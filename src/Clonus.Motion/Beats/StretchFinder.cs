using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>A fast dorsiflexion that somebody imposed: it leaves the foot higher than it was.</summary>
/// <param name="TimeSeconds">Where it was fastest.</param>
/// <param name="StartSeconds">The foot of the ramp.</param>
/// <param name="EndSeconds">The top of the ramp.</param>
public sealed record Stretch(
    double TimeSeconds, double StartSeconds, double EndSeconds, double SizeDegrees, double SpeedDegreesPerSecond);

/// <summary>Finds stretches among the rises of an angle signal.</summary>
public static class StretchFinder
{
    /// <param name="smooth">Dorsiflexion positive, degrees.</param>
    public static ImmutableArray<Stretch> Find(UniformSignal smooth, ClonusPolicy policy)
    {
        var points = TurningPoints.Find(smooth, policy.StretchMinDegrees / 2);
        var found = ImmutableArray.CreateBuilder<Stretch>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            if (points[i].IsCrest)
            {
                continue;
            }

            var foot = points[i];
            var top = points[i + 1];
            var (time, speed) = Fastest(smooth, foot, top);
            var start = RampFoot(smooth, foot, time, top);
            if (start - smooth.StartSeconds >= policy.StretchRestSeconds
                && speed >= policy.StretchMinDegreesPerSecond
                && top.Value - LevelBefore(points, i, start, policy) >= policy.StretchMinDegrees
                && StaysUp(smooth, points, i, policy))
            {
                found.Add(new Stretch(time, start, top.TimeSeconds, top.Value - foot.Value, speed));
            }
        }

        return found.ToImmutable();
    }

    // A rise that only makes up for a fall just before it is the return of an excursion, not a stretch.
    private static double LevelBefore(ImmutableArray<TurningPoint> points, int foot, double rampStart, ClonusPolicy policy) =>
        foot > 0 && rampStart - points[foot - 1].TimeSeconds < policy.TriggerWindowSeconds ? points[foot - 1].Value : points[foot].Value;

    private static (double TimeSeconds, double Speed) Fastest(UniformSignal smooth, TurningPoint foot, TurningPoint top)
    {
        var (from, to) = (smooth.IndexAt(foot.TimeSeconds), smooth.IndexAt(top.TimeSeconds));
        var (best, speed) = (from, 0.0);
        for (var i = Math.Max(from, 1); i < Math.Min(to, smooth.Length - 1); i++)
        {
            var here = (smooth.Values[i + 1] - smooth.Values[i - 1]) * smooth.SampleRateHz / 2;
            if (here > speed)
            {
                (best, speed) = (i, here);
            }
        }

        return (smooth.TimeSeconds(best), speed);
    }

    // After a stretch the foot swings about a higher place; the first swing of a tremor about the rest swings back below it as far. Whole swings
    // are averaged, so that the part of one does not count.
    private static bool StaysUp(UniformSignal smooth, ImmutableArray<TurningPoint> points, int foot, ClonusPolicy policy)
    {
        var (low, top) = (points[foot], points[foot + 1]);
        var swings = points.Skip(foot + 3)
            .Where((_, k) => k % 2 == 0)
            .TakeWhile(crest => crest.TimeSeconds - top.TimeSeconds <= policy.StretchHoldSeconds && !crest.AtEdge)
            .ToArray();
        var until = swings.Length > 0 ? swings[^1].TimeSeconds : Math.Min(top.TimeSeconds + policy.StretchHoldSeconds, smooth.EndSeconds);
        return until > top.TimeSeconds
            && smooth.Mean(top.TimeSeconds, until) - low.Value >= policy.StretchHeldRatio * (top.Value - low.Value);
    }

    // A foot that rests before the ramp has its lowest sample anywhere in the rest: the ramp begins where a tenth of it is done.
    private static double RampFoot(UniformSignal smooth, TurningPoint foot, double fastestSeconds, TurningPoint top)
    {
        var level = foot.Value + (0.1 * (top.Value - foot.Value));
        var i = smooth.IndexAt(fastestSeconds);
        while (i > 0 && smooth.Values[i] > level)
        {
            i--;
        }

        return smooth.TimeSeconds(i);
    }
}
