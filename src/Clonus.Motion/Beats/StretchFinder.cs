using System.Collections.Immutable;
using Clonus.Motion.Signals;
using MathNet.Numerics.Statistics;

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
        // A length is no turn of a joint: there a stretch is known by its size beside the smallest beat, and sets nothing off by the contract.
        var smallest = gate.Unit == SignalUnit.Deg ? policy.StretchMinDegrees : policy.PushMinGates * gate.Value;
        var slowest = smallest / policy.SmallestStretchSeconds;
        var noiseRms = gate.NoiseRms;
        var points = TurningPoints.Find(smooth, smallest / 2);
        var found = ImmutableArray.CreateBuilder<Stretch>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            if (points[i].IsCrest)
            {
                continue;
            }

            var (foot, top) = (points[i], points[i + 1]);
            var (time, speed) = Fastest(smooth, foot, top, policy);
            var start = RampFoot(smooth, foot, time, top);
            if (start - smooth.StartSeconds >= policy.StretchRestSeconds
                && speed >= slowest
                && top.Value - LevelBefore(smooth, points, i, start, policy) >= smallest
                && IsImposed(smooth, points, i, start, noiseRms, policy))
            {
                found.Add(new Stretch(time, start, top.TimeSeconds, top.Value - foot.Value, speed));
            }
        }

        return WithoutStrides(found, policy);
    }

    // One after another at the rate of steps they are steps: each swing lifts the foot.
    private static ImmutableArray<Stretch> WithoutStrides(ImmutableArray<Stretch>.Builder found, ClonusPolicy policy)
    {
        bool AreStrides(int i) =>
            i >= 0 && i + 1 < found.Count
            && found[i + 1].TimeSeconds - found[i].TimeSeconds is var apart
            && apart > policy.ShortestStrideSeconds && apart < policy.LongestStrideSeconds;
        return [.. found.Where((_, i) => !((AreStrides(i - 2) && AreStrides(i - 1)) || (AreStrides(i - 1) && AreStrides(i)) || (AreStrides(i) && AreStrides(i + 1))))];
    }

    // A rise that only makes up for a fall just before it, and as fast as beats fall, is the return of an excursion, not a stretch.
    private static double LevelBefore(UniformSignal smooth, ImmutableArray<TurningPoint> points, int foot, double rampStart, ClonusPolicy policy)
    {
        if (foot == 0)
        {
            return points[foot].Value;
        }

        var crest = points[foot - 1];
        var fallStart = rampStart - crest.TimeSeconds < policy.TriggerWindowSeconds ? crest.TimeSeconds : FallStart(smooth, crest, points[foot]);
        return rampStart - fallStart < policy.TriggerWindowSeconds && points[foot].TimeSeconds - fallStart < policy.SlowestFallSeconds
            ? crest.Value
            : points[foot].Value;
    }

    // A foot that is held before it falls has its highest sample anywhere in the hold: the fall begins where a twentieth of it is done.
    private static double FallStart(UniformSignal smooth, TurningPoint crest, TurningPoint trough)
    {
        var level = crest.Value - (0.05 * (crest.Value - trough.Value));
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

    // After a stretch the foot swings about a higher place, or, driven by vigorous beats, about any. A rhythm that the patient or the examiner
    // starts from rest has the same rise at its beginning, but falls back to where it began every time; and a tremor swings about the rest.
    private static bool IsImposed(UniformSignal smooth, ImmutableArray<TurningPoint> points, int foot, double rampStart, double noiseRms, ClonusPolicy policy)
    {
        var (low, top) = (points[foot], points[foot + 1]);
        TurningPoint[] troughs = [.. points.Skip(foot + 2).Where(p => !p.IsCrest && !p.AtEdge)
            .TakeWhile(p => p.TimeSeconds - top.TimeSeconds < policy.StretchHoldSeconds).Take(policy.StretchHoldTroughs)];
        if (troughs.Length == 0)
        {
            var until = Math.Min(top.TimeSeconds + policy.TriggerWindowSeconds, smooth.EndSeconds);
            return until > top.TimeSeconds && smooth.Mean(top.TimeSeconds, until) - low.Value > policy.StretchHeldRatio * (top.Value - low.Value);
        }

        // The reflex may answer before the ramp is done: the stretch is what both rises reach together.
        var rest = RestLevel(smooth, low, rampStart, noiseRms, policy);
        var size = Math.Max(top.Value, points[foot + 3].Value) - rest;
        var falls = troughs.Select(t => (t.Value - rest) / size).ToArray();
        var again = points[foot + 3].Value - troughs[0].Value;
        double Tolerance(TurningPoint trough) => policy.StretchReturnRatio + (policy.StretchReturnNoises * noiseRms / size) + (policy.DriftPerSecond * (trough.TimeSeconds - top.TimeSeconds));
        var grows = size < policy.StretchOutgrowsRatio * again;
        var isSlow = troughs[0].TimeSeconds - top.TimeSeconds > 0.5 / policy.FastestEvenWillHz
            && (troughs.Length == 1 || troughs[1].TimeSeconds - troughs[0].TimeSeconds > 0.9 / policy.FastestEvenWillHz);
        var goesToAndFro = grows && isSlow && Math.Abs(falls[0]) < 2 * Tolerance(troughs[0]);
        var beginsFromRest = grows && troughs.Length > 1
            && falls.Zip(troughs).All(pair => Math.Abs(pair.First) < Tolerance(pair.Second))
            && !IsBeyondWill(troughs, noiseRms / size, policy);
        var isUneven = size < policy.StretchOutgrowsUnevenRatio * again
            && falls.Average(Math.Abs) < policy.UnevenReturnRatio
            && IsUneven(troughs, noiseRms / size, policy);
        var swingsAboutRest = falls.Average() < -policy.StretchHeldRatio && size < policy.StretchEqualsRatio * again;
        return !goesToAndFro && !beginsFromRest && !isUneven && !swingsAboutRest;
    }

    // The lowest value of a rest is lower than the rest by some errors.
    private static double RestLevel(UniformSignal smooth, TurningPoint low, double rampStart, double noiseRms, ClonusPolicy policy)
    {
        var before = smooth.Mean(rampStart - policy.RestSeconds, rampStart);
        return before - low.Value < policy.RestNoises * noiseRms ? before : low.Value;
    }

    // Faster than anybody moves at will, or fast and more even.
    private static bool IsBeyondWill(TurningPoint[] troughs, double noiseShare, ClonusPolicy policy)
    {
        var intervals = EpisodeMeasures.Intervals(troughs.Select(t => t.TimeSeconds));
        return intervals.Mean() < 1 / policy.FastestWillHz
            || (intervals.Length >= 3
                && intervals.Mean() < 1 / policy.FastestEvenWillHz
                && intervals.StandardDeviation() < (policy.SteadiestWillCv + noiseShare) * intervals.Mean());
    }

    // As a patient taps: slower than reflexes can be, and not as even.
    private static bool IsUneven(TurningPoint[] troughs, double noiseShare, ClonusPolicy policy)
    {
        var intervals = EpisodeMeasures.Intervals(troughs.Select(t => t.TimeSeconds));
        return intervals.Length >= 3
            && intervals.Mean() > 1 / policy.FastestWillHz
            && intervals.StandardDeviation() > (policy.EvenCv + noiseShare) * intervals.Mean();
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
