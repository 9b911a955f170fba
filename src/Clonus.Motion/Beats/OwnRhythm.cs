using System.Collections.Immutable;
using Clonus.Motion.Signals;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Beats;

/// <summary>
/// Tells a stretch from the first rise of a rhythm that the patient or the examiner keeps up. After a stretch the foot swings about a higher place or,
/// driven by vigorous beats, about any. Somebody's own to-and-fro falls back to where it began every time, a tremor swings about the rest.
/// </summary>
internal static class OwnRhythm
{
    // A turn is found where noise has moved it: of a swing of 3 to 5.5 Hz, smoothed to 11 Hz, an interval varies by 0.35 to 0.6 of the noise over the swing.
    private const double TimingShare = 0.5;

    /// <param name="points">Turns of <paramref name="smooth"/>.</param>
    /// <param name="foot">Index of the trough from which the foot rises; a crest follows.</param>
    /// <param name="rampStart">When the rise begins, after a rest perhaps.</param>
    public static bool BeginsWith(UniformSignal smooth, ImmutableArray<TurningPoint> points, int foot, double rampStart, double noiseRms, ClonusPolicy policy)
    {
        var (low, top) = (points[foot], points[foot + 1]);
        var swings = SwingsAfter(points, foot, policy);
        if (swings.Length == 0)
        {
            var until = Math.Min(top.TimeSeconds + policy.TriggerWindowSeconds, smooth.EndSeconds);
            return until <= top.TimeSeconds || smooth.Mean(top.TimeSeconds, until) - low.Value <= policy.StretchHeldRatio * (top.Value - low.Value);
        }

        // The reflex may answer before the ramp is done: the stretch is what both rises reach together.
        var rest = RestLevel(smooth, low, rampStart, noiseRms, policy);
        var size = Math.Max(top.Value, points[foot + 3].Value) - rest;
        var again = points[foot + 3].Value - swings[0].Value;
        (double Level, double After)[] falls = [.. swings.Take(policy.StretchHoldTroughs).Select(t => ((t.Value - rest) / size, t.TimeSeconds - top.TimeSeconds))];
        var (noise, rhythm) = (noiseRms / size, EpisodeMeasures.Intervals(swings.Select(t => t.TimeSeconds)));
        double Tolerance(double after) => policy.StretchReturnRatio + (policy.StretchReturnNoises * noise) + (policy.DriftPerSecond * after);

        var isSlow = falls[0].After > 0.48 / policy.FastestEvenWillHz && rhythm.All(interval => interval > 0.9 / policy.FastestEvenWillHz);
        var isAlike = size < policy.StretchOutgrowsRatio * again;
        var goesToAndFro = isAlike && isSlow && Math.Abs(falls[0].Level) < 2 * Tolerance(falls[0].After);
        var startsFromRest = isAlike && falls.Length > 1 && falls.All(f => Math.Abs(f.Level) < Tolerance(f.After)) && !IsBeyondWill(rhythm, noise, policy);
        var isUneven = size < policy.StretchOutgrowsUnevenRatio * again && falls.Average(f => f.Level) < policy.UnevenReturnRatio && IsUneven(rhythm, noise, policy);
        var swingsAboutRest = falls.Average(f => f.Level) < -policy.StretchHeldRatio && size < policy.StretchEqualsRatio * again;
        return goesToAndFro || startsFromRest || isUneven || swingsAboutRest;
    }

    // The troughs of what swings back soon, and again soon after: what comes later is the release, and so is a fall that does not come back by half.
    private static TurningPoint[] SwingsAfter(ImmutableArray<TurningPoint> points, int foot, ClonusPolicy policy)
    {
        var swings = new List<TurningPoint>();
        for (var i = foot + 2; i < points.Length && !points[i].AtEdge && swings.Count < policy.RhythmTroughs; i += 2)
        {
            var isSoon = points[i].TimeSeconds - (i == foot + 2 ? points[i - 1] : points[i - 2]).TimeSeconds < policy.SlowestSwingSeconds;
            var comesBack = i + 1 < points.Length && points[i + 1].Value - points[i].Value >= policy.MinReturnRatio * (points[i - 1].Value - points[i].Value);
            if (!isSoon || IsOverdue(points[i].TimeSeconds, swings, policy) || (!comesBack && swings.Count > 0))
            {
                break;
            }

            swings.Add(points[i]);
        }

        return [.. swings];
    }

    // Later than any before, by so much that the train has ended.
    private static bool IsOverdue(double timeSeconds, List<TurningPoint> swings, ClonusPolicy policy) =>
        swings.Count > policy.MinRhythmBeats
        && timeSeconds - swings[^1].TimeSeconds > policy.SlowestChangeRatio * EpisodeMeasures.Intervals(swings.Select(t => t.TimeSeconds)).Max();

    // The lowest value of a rest is lower than the rest by some errors.
    private static double RestLevel(UniformSignal smooth, TurningPoint low, double rampStart, double noiseRms, ClonusPolicy policy)
    {
        var before = smooth.Mean(rampStart - policy.RestSeconds, rampStart);
        return before - low.Value < policy.RestNoises * noiseRms ? before : low.Value;
    }

    // Faster than anybody moves at will, or fast and more even.
    private static bool IsBeyondWill(double[] intervals, double noiseShare, ClonusPolicy policy) =>
        intervals.Mean() < 1 / policy.FastestWillHz
        || (intervals.Length >= 3
            && intervals.Mean() < 1 / policy.FastestEvenWillHz
            && Math.Min(intervals.StandardDeviation() / intervals.Mean(), intervals.Length >= policy.StretchHoldTroughs ? Unevenness(intervals) : 1)
                < WithError(policy.SteadiestWillCv, noiseShare));

    // As a patient taps: slower than reflexes can be, and not as even from one to the next.
    private static bool IsUneven(double[] intervals, double noiseShare, ClonusPolicy policy) =>
        intervals.Length > 3 && intervals.Mean() >= 1 / policy.FastestWillHz && Unevenness(intervals) > WithError(policy.EvenCv, noiseShare);

    // The first interval is the longest, and clonus quickens step by step: neither makes it uneven.
    private static double Unevenness(double[] intervals) =>
        Math.Sqrt(intervals[1..].Zip(intervals[2..], (a, b) => (b - a) * (b - a)).Average() / 2) / intervals[1..].Mean();

    // A variation with that of the error in it: squares add up.
    private static double WithError(double cv, double noiseShare) => Math.Sqrt((cv * cv) + Math.Pow(TimingShare * noiseShare, 2));
}
