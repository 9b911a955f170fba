using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Finds the swings of a foot by the speed of its slowest part.</summary>
public static class SwingFinder
{
    private const double TopQuantile = 0.99;

    public static ImmutableArray<FootSwing> Find(WalkBout bout, FootMotion foot, GaitSettings settings)
    {
        var speeds = foot.SoleSpeeds;
        var known = speeds.OfType<double>().Order().ToArray();
        if (known.Length == 0)
        {
            return [];
        }

        var fast = Math.Max(settings.SwingShare * known[(int)(TopQuantile * (known.Length - 1))], settings.SwingLegsPerSecond);
        var swings = ImmutableArray.CreateBuilder<FootSwing>();
        var i = 0;
        while (i < speeds.Length)
        {
            if (!(speeds[i] > fast))
            {
                i++;
                continue;
            }

            var start = i;
            var (peak, last) = Fast(bout, foot, start, fast, settings);
            var rest = settings.RestShare * speeds[peak]!.Value;
            var swing = new FootSwing(peak, speeds[peak]!.Value, Lift(), Crossing(bout, speeds, last, 1, rest, settings), HeelAfterToe());
            if (swings.Count > 0 && swing.FootOff?.TimeSeconds - swings[^1].Contact?.TimeSeconds < Rest(bout, settings))
            {
                swing = Joined(swings[^1], swing);
                swings.RemoveAt(swings.Count - 1);
            }

            if (swings.Count == 0 || swings[^1].Contact is not { } before || before.TimeSeconds < bout.TimesSeconds[peak])
            {
                swings.Add(swing);
            }

            i = last + 1;

            // A foot speeds up evenly from where it leaves: the line through two speeds leads back to when that was. A heel whose toes are hidden tells a swing, and is fast long before.
            TimedCrossing? Lift()
            {
                var leaving = settings.LeavingShare * speeds[peak]!.Value;
                var free = start;
                while (free <= last && !(foot.FootSpeeds[free] > Math.Max(leaving, fast)))
                    free++;
                return free <= last && Crossing(bout, foot.FootSpeeds, free, -1, rest, settings) is { } slow && Crossing(bout, foot.FootSpeeds, free, -1, leaving, settings) is { } faster
                    ? LedBack(slow, faster, rest / (leaving - rest))
                    : null;
            }

            double? HeelAfterToe() => foot is { Heel: { } heel, Toe: { } toe }
                ? Crossing(bout, heel, last, 1, rest, settings)?.TimeSeconds - Crossing(bout, toe, last, 1, rest, settings)?.TimeSeconds
                : null;
        }

        return [.. swings.Where(swing => IsStep(bout, foot, swing, settings))];
    }

    // No foot stands for so short a time: it slows down within its swing.
    private static FootSwing Joined(FootSwing first, FootSwing second) => (first.PeakSpeed >= second.PeakSpeed ? first : second) with
    {
        FootOff = first.FootOff,
        Contact = second.Contact,
        HeelAfterToeSeconds = second.HeelAfterToeSeconds,
    };

    private static double Rest(WalkBout bout, GaitSettings settings) => bout.ShowsSagittal ? settings.ShortestRestSeconds : settings.FrontalShortestRestSeconds;

    // The fastest frame of a swing, and the last fast one: a swing goes on over a short rest, and over a longer time in which no part of the foot is seen to rest, for it is hidden.
    private static (int Peak, int Last) Fast(WalkBout bout, FootMotion foot, int start, double fast, GaitSettings settings)
    {
        var (peak, last, speeds) = (start, start, foot.SoleSpeeds);
        var rest = Rest(bout, settings);
        for (var i = start + 1; i < speeds.Length; i++)
        {
            if (speeds[i] is not { } speed || speed <= fast)
            {
                continue;
            }

            if (bout.TimesSeconds[i] - bout.TimesSeconds[last] > rest
                && !(foot.FootSpeeds[i] > fast && Crossing(bout, foot.FootSpeeds, i, -1, settings.RestShare * speeds[peak]!.Value, settings)?.TimeSeconds < bout.TimesSeconds[last]))
            {
                break;
            }

            (peak, last) = (speed > speeds[peak] ? i : peak, i);
        }

        return (peak, last);
    }

    // From a fast frame outwards to where the foot rests: the line between two frames crosses the limit.
    private static TimedCrossing? Crossing(WalkBout bout, ImmutableArray<double?> speeds, int fast, int direction, double rest, GaitSettings settings)
    {
        // One part of a foot may be hidden, or rest, while another is seen to be fast.
        if (!(speeds[fast] > rest))
        {
            return null;
        }

        var (moving, times) = (fast, bout.TimesSeconds);
        for (var i = fast + direction; i >= 0 && i < speeds.Length; i += direction)
        {
            if (speeds[i] is not { } speed)
            {
                continue;
            }

            if (Math.Abs(times[i] - times[moving]) > settings.LongestHoleSeconds)
            {
                return null;
            }

            if (speed < rest)
            {
                var share = (speeds[moving]!.Value - rest) / (speeds[moving]!.Value - speed);
                var step = times[i] - times[moving];
                return new TimedCrossing(times[moving] + (share * step), Math.Abs(step) / Math.Sqrt(12));
            }

            moving = i;
        }

        return null;
    }

    private static bool IsStep(WalkBout bout, FootMotion foot, FootSwing swing, GaitSettings settings)
    {
        var from = swing.FootOff is { } off ? bout.IndexAt(off.TimeSeconds) : 0;
        var to = swing.Contact is { } contact ? Math.Min(bout.IndexAt(contact.TimeSeconds), bout.FrameCount - 1) : bout.FrameCount - 1;
        var places = Enumerable.Range(from, Math.Max(to - from + 1, 0)).Select(i => foot.Places[i]).OfType<SpacePoint>().ToArray();
        return places.Length > 0 && places.Max(p => p.DistanceTo(places[0])) * bout.FootScales[swing.PeakFrame] > (bout.ShowsSagittal ? settings.StepLegs : settings.FrontalStepLegs);
    }

    // The line goes on below its slower end by so many times its own length.
    private static TimedCrossing LedBack(TimedCrossing slow, TimedCrossing faster, double times) => new(
        slow.TimeSeconds - (times * (faster.TimeSeconds - slow.TimeSeconds)),
        Math.Sqrt(Square((1 + times) * slow.UncertaintySeconds) + Square(times * faster.UncertaintySeconds)));

    private static double Square(double value) => value * value;
}
