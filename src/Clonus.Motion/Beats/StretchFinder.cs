using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>A fast dorsiflexion that somebody imposed: it leaves the foot higher than it was.</summary>
/// <param name="TimeSeconds">Where it was fastest.</param>
/// <param name="StartSeconds">The foot of the ramp.</param>
/// <param name="EndSeconds">The top of the ramp.</param>
/// <param name="Size">In the signal's unit, degrees of an angle.</param>
public sealed record Stretch(
    double TimeSeconds, double StartSeconds, double EndSeconds, double Size, double SpeedPerSecond);

/// <summary>Finds stretches among the rises of an angle signal.</summary>
public static class StretchFinder
{
    /// <param name="smooth">Dorsiflexion positive.</param>
    public static ImmutableArray<Stretch> Find(UniformSignal smooth, AmplitudeGate gate, ClonusPolicy policy)
    {
        var (smallest, slowest) = (SmallestSize(gate, policy), SlowestSpeed(gate, policy));
        var points = TurningPoints.Find(smooth, smallest / 2);
        var (rises, found) = (new List<Stretch>(), new List<int>());
        double? heldSince = null;
        for (var i = 0; i + 1 < points.Length; i++)
        {
            if (points[i].IsCrest)
            {
                continue;
            }

            var (foot, top) = (points[i], points[i + 1]);
            var (time, speed) = Fastest(smooth, foot, top, policy);
            var start = RampFoot(smooth, foot, time, top);
            // A train may swing about a lower place than it was held at, and the foot comes back there when it ends.
            heldSince = IsReturn(smooth, points, i, start, gate.NoiseRms, policy) ? Math.Max(points[i - 1].Value, heldSince ?? points[i - 1].Value) : null;
            if (speed < slowest || top.Value - (heldSince ?? foot.Value) < smallest)
            {
                continue;
            }

            rises.Add(new Stretch(time, start, RampTop(smooth, foot, time, top, policy), top.Value - foot.Value, speed));
            if (start - smooth.StartSeconds >= policy.StretchRestSeconds && !OwnRhythm.BeginsWith(smooth, points, i, start, gate.NoiseRms, policy))
            {
                found.Add(rises.Count - 1);
            }
        }

        return [.. found.Where(i => !IsStride(rises, i, policy)).Select(i => UntilAnswered(rises[i], smooth, gate, policy))];
    }

    /// <summary>From which size on a rise is a stretch. A length is no turn of a joint: there a push is known by its size beside the smallest beat.</summary>
    public static double SmallestSize(AmplitudeGate gate, ClonusPolicy policy) =>
        gate.Unit == SignalUnit.Deg ? policy.StretchMinDegrees : policy.PushMinGates * gate.Value;

    /// <summary>From which speed on, in the signal's unit a second.</summary>
    public static double SlowestSpeed(AmplitudeGate gate, ClonusPolicy policy) => SmallestSize(gate, policy) / policy.SmallestStretchSeconds;

    // One of three at the rate of steps, as far apart from each other and as large and fast, is a step: each swing lifts the foot.
    private static bool IsStride(List<Stretch> rises, int index, ClonusPolicy policy)
    {
        var stretch = rises[index];
        double Apart(Stretch rise) => rise.TimeSeconds - stretch.TimeSeconds;
        bool IsNear(Stretch rise) => Math.Abs(Apart(rise)) < (2 + policy.StrideUnevenness) * policy.LongestStrideSeconds;
        bool AreAlike(double a, double b) => a < policy.StrideLikeness * b && b < policy.StrideLikeness * a;
        double[] like = [.. rises.Take(index).Reverse().TakeWhile(IsNear).Concat(rises.Skip(index + 1).TakeWhile(IsNear))
            .Where(r => AreAlike(r.Size, stretch.Size) && AreAlike(r.SpeedPerSecond, stretch.SpeedPerSecond)).Select(Apart)];
        return like.Any(a => Math.Abs(a) > policy.ShortestStrideSeconds && Math.Abs(a) < policy.LongestStrideSeconds
            && like.Any(b => Math.Min(Math.Abs(b - (2 * a)), Math.Abs(b + a)) < policy.StrideUnevenness * Math.Abs(a)));
    }

    // The reflex may answer before the ramp is done: the stretch that set off that beat is what came before it.
    private static Stretch UntilAnswered(Stretch stretch, UniformSignal smooth, AmplitudeGate gate, ClonusPolicy policy)
    {
        var ramp = smooth.Between(stretch.StartSeconds, stretch.EndSeconds);
        var turns = TurningPoints.Find(ramp, gate.Value);
        if (turns.Length < 3 || turns[0].IsCrest || turns[1].Value - turns[0].Value < SmallestSize(gate, policy)
            || stretch.EndSeconds - turns[1].TimeSeconds > policy.TriggerWindowSeconds)
        {
            return stretch;
        }

        var (time, speed) = Fastest(ramp, turns[0], turns[1], policy);
        return speed < SlowestSpeed(gate, policy) ? stretch : stretch with { TimeSeconds = time, EndSeconds = turns[1].TimeSeconds };
    }

    // A rise that only makes up for a fall just before it, and as fast as beats fall, is the return of an excursion, not a stretch.
    private static bool IsReturn(UniformSignal smooth, ImmutableArray<TurningPoint> points, int foot, double rampStart, double noiseRms, ClonusPolicy policy)
    {
        if (foot == 0
            || rampStart - points[foot].TimeSeconds > policy.ReturnPauseSeconds
            || points[foot + 1].Value - points[foot].Value > policy.ReturnOutgrowsRatio * (points[foot - 1].Value - points[foot].Value))
        {
            return false;
        }

        var crest = points[foot - 1];
        var fallStart = rampStart - crest.TimeSeconds < policy.TriggerWindowSeconds ? crest.TimeSeconds : FallStart(smooth, crest, points[foot], policy.RestNoises * noiseRms);
        return rampStart - fallStart < policy.TriggerWindowSeconds && points[foot].TimeSeconds - fallStart < policy.SlowestFallSeconds;
    }

    // A foot that is held before it falls has its highest sample anywhere in the hold: the fall begins where a twentieth of it is done, and more than noise does.
    private static double FallStart(UniformSignal smooth, TurningPoint crest, TurningPoint trough, double noise)
    {
        var level = crest.Value - Math.Max(0.05 * (crest.Value - trough.Value), noise);
        var i = smooth.IndexAt(trough.TimeSeconds);
        while (smooth.TimeSeconds(i) > crest.TimeSeconds && smooth.Values[i] < level)
        {
            i--;
        }

        return smooth.TimeSeconds(i);
    }

    // Over as much time as the smallest stretch takes at its lowest speed: a noisy sample is no speed.
    private static (double TimeSeconds, double Speed) Fastest(UniformSignal smooth, TurningPoint foot, TurningPoint top, ClonusPolicy policy)
    {
        var (from, to) = (smooth.IndexAt(foot.TimeSeconds), smooth.IndexAt(top.TimeSeconds));
        var span = Math.Clamp((int)Math.Round(policy.SmallestStretchSeconds * smooth.SampleRateHz), 1, Math.Max(to - from, 1));
        var (best, speed) = (from, 0.0);
        for (var i = from; i + span <= to; i++)
        {
            var here = (smooth.Values[i + span] - smooth.Values[i]) * smooth.SampleRateHz / span;
            if (here > speed)
            {
                (best, speed) = (i + (span / 2), here);
            }
        }

        return (smooth.TimeSeconds(best), speed);
    }

    // A foot that is held has its highest sample anywhere in the hold: then the ramp ends where nine tenths of it are done.
    private static double RampTop(UniformSignal smooth, TurningPoint foot, double fastestSeconds, TurningPoint top, ClonusPolicy policy)
    {
        var level = foot.Value + (0.9 * (top.Value - foot.Value));
        var i = smooth.IndexAt(fastestSeconds);
        while (i < smooth.Length - 1 && smooth.Values[i] < level)
        {
            i++;
        }

        return top.TimeSeconds - smooth.TimeSeconds(i) > policy.StretchRestSeconds ? smooth.TimeSeconds(i) : top.TimeSeconds;
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
