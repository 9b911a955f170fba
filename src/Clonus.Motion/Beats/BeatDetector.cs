using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>A dip that was looked at and not counted.</summary>
/// <param name="Probability">That it is clearly a beat all the same: 0 where the reason leaves no doubt.</param>
public sealed record RejectedExcursion(double TimeSeconds, string Reason, double Probability)
{
    public const string TooSmall = "smaller than the amplitude gate";

    public const string InStep = "part of a step";

    public const string Slower = "slower than the band";

    public const string Faster = "faster than the band";

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
    /// <param name="part">Beats are its troughs.</param>
    /// <param name="smooth">The part as far smoothed as its error asks for.</param>
    /// <param name="steps">When the leg was in a step, from push-off to loading.</param>
    public static DetectedBeats Detect(
        UniformSignal part, UniformSignal smooth, AmplitudeGate gate, ImmutableArray<Stretch> stretches, ImmutableArray<TimeRange> steps, FrequencyBand band, ClonusPolicy policy)
    {
        var rejected = new List<RejectedExcursion>();
        var doubt = new BeatDoubt(gate, policy);
        var dips = TrainSmoothing.Dips(part, smooth, gate, band, policy);
        dips = Keep(dips, (all, i) => steps.Any(step => step.Contains(all[i].TimeSeconds)) ? RejectedExcursion.InStep : null, rejected);
        dips = [.. dips.Select(dip => Overshoot.TakeOff(dip, smooth, gate, stretches))];
        dips = [.. dips.Select((dip, i) => dip with { SwingRatio = SwingRatio(dips, i, stretches, policy) })];
        dips = Keep(dips, (all, i) => all[i].SwingRatio < policy.PassiveSwingRatio ? "the limb's own swing after a beat" : null, rejected, doubt.OfSwing);
        dips = Keep(dips, (all, i) => all[i].Rise < policy.MinReturnRatio * all[i].Depth ? "less than half of the excursion came back: a release or a move, not a beat" : null, rejected, doubt.OfReturn);
        dips = Keep(dips, (all, i) => JudgeShape(all, i, stretches, band, policy), rejected);
        dips = Keep(dips, (all, i) => JudgeSlowness(all, i, stretches, band, policy), rejected);
        dips = Keep(dips, (all, i) => JudgeNotch(all, i, policy), rejected);
        dips = [.. dips.Select(dip => dip with { LikelyDepth = gate.WithoutNoise(dip.CountedDepth) })];
        rejected.AddRange(dips.Where(dip => dip.CountedDepth < gate.Value).Select(dip => new RejectedExcursion(
            dip.TimeSeconds, RejectedExcursion.TooSmall, doubt.OfTooSmall(dip))));
        return new DetectedBeats([.. dips.Where(dip => dip.CountedDepth >= gate.Value).Select(dip => dip with { Doubt = doubt.OfCounted(dip) })], [.. rejected.OrderBy(r => r.TimeSeconds)]);
    }

    // Each dip is judged among those that were left by the judgement before.
    private static List<Excursion> Keep(
        List<Excursion> dips, Func<List<Excursion>, int, string?> judge, List<RejectedExcursion> rejected, Func<Excursion, double>? probability = null)
    {
        var kept = new List<Excursion>();
        for (var i = 0; i < dips.Count; i++)
        {
            if (judge(dips, i) is { } reason)
            {
                rejected.Add(new RejectedExcursion(dips[i].TimeSeconds, reason, probability?.Invoke(dips[i]) ?? 0));
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
            return RejectedExcursion.Slower;
        }

        return dip.OwnIntervalSeconds < 1 / (policy.FastWidthRatio * band.HighHz) ? RejectedExcursion.Faster : null;
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
            && dip.Depth < policy.SlowBeatStretchRatio * s.Size);
        return dip.OwnIntervalSeconds <= longest || quickens || first ? null : RejectedExcursion.Slower;
    }

    // The interval between the two dips before this one, if they are of one train.
    private static double? Rhythm(List<Excursion> dips, int i)
    {
        var (interval, own) = (dips[i - 1].TimeSeconds - dips[i - 2].TimeSeconds, dips[i - 1].OwnIntervalSeconds);
        return interval < 1.5 * own && own < 1.5 * interval ? interval : null;
    }

    // After its last beat a limb swings on by itself, less and less: the fall over the rise before it, null where something else goes on.
    private static double? SwingRatio(List<Excursion> dips, int i, ImmutableArray<Stretch> stretches, ClonusPolicy policy)
    {
        if (i == 0
            || dips[i].TimeSeconds - dips[i - 1].TimeSeconds >= policy.SlowestChangeRatio * Math.Max(dips[i - 1].OwnIntervalSeconds, dips[i].OwnIntervalSeconds)
            || stretches.Any(s => s.TimeSeconds > dips[i - 1].TimeSeconds && s.TimeSeconds < dips[i].TimeSeconds))
        {
            return null;
        }

        // A release does not carry a train on.
        var goesOn = i + 1 < dips.Count
            && dips[i + 1].TimeSeconds - dips[i].TimeSeconds < policy.SlowestChangeRatio * dips[i].OwnIntervalSeconds
            && dips[i + 1].Depth >= policy.MinReturnRatio * dips[i].Depth
            && dips[i + 1].Rise >= policy.ReleaseReturnRatio * dips[i + 1].Depth;
        if (goesOn)
        {
            return null;
        }

        // After a release nothing drives the limb any more, however far it swings.
        return IsReleased(dips[i - 1], stretches, policy) && dips[i].Depth < dips[i - 1].Depth ? 0 : dips[i].Depth / Math.Min(dips[i - 1].Rise, dips[i - 1].Depth);
    }

    // Where the foot overshoots a stretch it falls back a little, to where it is held.
    private static bool IsReleased(Excursion dip, ImmutableArray<Stretch> stretches, ClonusPolicy policy) =>
        dip.Rise < policy.ReleaseReturnRatio * dip.Depth
        && !stretches.Any(s => IsSetOffBy(dip, s, policy) && dip.Before.Value - dip.After.Value < policy.ReleaseRatio * s.Size);

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
