using System.Collections.Immutable;
using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.LookAlikes;

/// <summary>From a look-alike in words to the ankle's angle.</summary>
internal static class LookAlikePlan
{
    private const double StepSeconds = 0.001;
    private const double RestSeconds = 1;

    // A clip may go on after its end; breath and steps go on too.
    private const double AfterSeconds = 1;
    private const double BreathingHz = 0.25;
    private const double BreathingDegrees = 0.15;

    // A movement begins and ends within this time.
    private const double OnsetSeconds = 0.4;

    // A tremor swells and shrinks this often, down to this share.
    private const double WaxingHz = 0.35;
    private const double LeastTremorShare = 0.45;

    // A heel strike rings at this rate and is gone after a cycle or two.
    private const double StrikeHz = 11;
    private const double StrikeDecay = 14;

    private const double HeelRaiseDegrees = 22;
    private const double JitterLimit = 2.5;

    public static MotionPlan Plan(LookAlikeMotion motion, long seed)
    {
        var random = new SeededRandom(seed, "look-alike");
        var duration = motion.Seconds + (2 * RestSeconds);
        var movement = Movement(motion, random);
        var degrees = new double[(int)((duration + AfterSeconds) / StepSeconds) + 1];
        for (var i = 0; i < degrees.Length; i++)
        {
            var time = i * StepSeconds;
            degrees[i] = motion.Rest + (BreathingDegrees * Math.Sin(2 * Math.PI * BreathingHz * time)) + movement(time - RestSeconds);
        }

        var curve = new SampledCurve(StepSeconds, [.. degrees]);
        var moves = (Start: RestSeconds, End: RestSeconds + motion.Seconds);
        ImmutableArray<BeatTruth> excursions = IsOwnMovement(motion.Kind) ? [.. Excursions.Returning(curve).Where(e => e.TimeSeconds > moves.Start && e.TimeSeconds < moves.End)] : [];
        return new MotionPlan(curve, [], excursions, duration);
    }

    // An examiner's movement and the steps of a walk are no excursions, and a foot that is still has none.
    private static bool IsOwnMovement(LookAlikeKind kind) => kind is
        LookAlikeKind.Jerk or LookAlikeKind.Voluntary or LookAlikeKind.Tapping or LookAlikeKind.ParkinsonTremor or LookAlikeKind.EssentialTremor
        or LookAlikeKind.ActionTremor or LookAlikeKind.Shivering;

    /// <summary>Degrees from rest at a time after the movement's start.</summary>
    private static Func<double, double> Movement(LookAlikeMotion motion, SeededRandom random)
    {
        var (end, depth) = (motion.Seconds, motion.Depth);
        switch (motion.Kind)
        {
            case LookAlikeKind.Jerk:
                var (start, fall, rise) = (end * (0.2 + (0.5 * random.NextUnit())), 0.06 + (0.06 * random.NextUnit()), 0.1 + (0.15 * random.NextUnit()));
                var up = random.NextUnit() < 0.5 ? 1 : -1;
                return t => up * depth * (HalfCosine((t - start) / fall) - HalfCosine((t - start - fall) / rise));
            case LookAlikeKind.ToAndFro or LookAlikeKind.Voluntary:
                var slow = Phase(motion, random);
                return t => depth * Lasting(t, end) * (1 - Math.Cos(2 * Math.PI * slow(t))) / 2;
            case LookAlikeKind.Tapping:
                // Up from the floor and down to it.
                var taps = Phase(motion, random);
                return t => t < 0 || t > end ? 0 : depth * Math.Pow(Math.Sin(Math.PI * taps(t)), 2) * Lasting(t, end);
            case LookAlikeKind.ParkinsonTremor or LookAlikeKind.EssentialTremor:
                return Tremor(motion, random);
            case LookAlikeKind.ActionTremor:
                var tremor = Tremor(motion, random);
                return t => tremor(t) - (HeelRaiseDegrees * (HalfCosine(t / (0.3 * end)) - HalfCosine((t - (0.7 * end)) / (0.3 * end))));
            case LookAlikeKind.Shivering:
                var shiver = Phase(motion, random);
                var bursts = 1 + random.NextUnit();
                return t => depth / 2 * Lasting(t, end) * Math.Pow(Math.Sin(Math.PI * bursts * t), 2) * Math.Sin(2 * Math.PI * shiver(t));
            case LookAlikeKind.HeelStrikes:
                // Filmed while walking already.
                var strides = Phase(motion with { Seconds = end + (2 * RestSeconds) + AfterSeconds }, random);
                return t => AnkleInGait(strides(t + RestSeconds)) + Strike(motion, strides(t + RestSeconds));
            default:
                return _ => 0;
        }
    }

    private static Func<double, double> Tremor(LookAlikeMotion motion, SeededRandom random)
    {
        var (phase, waxing) = (Phase(motion, random), random.NextUnit());
        return t => motion.Depth / 2 * Lasting(t, motion.Seconds)
            * (LeastTremorShare + ((1 - LeastTremorShare) * Math.Pow(Math.Sin(Math.PI * ((WaxingHz * t) + waxing)), 2)))
            * Math.Sin(2 * Math.PI * phase(t));
    }

    /// <summary>Cycles done since the start, each as long as chance has it.</summary>
    private static Func<double, double> Phase(LookAlikeMotion motion, SeededRandom random)
    {
        var starts = new List<double> { 0 };
        while (starts[^1] <= motion.Seconds)
        {
            starts.Add(starts[^1] + (Math.Max(0.3, 1 + (motion.Variation * random.NextNormalWithin(JitterLimit))) / motion.Rate));
        }

        var times = starts.ToArray();
        return t =>
        {
            var found = Array.BinarySearch(times, t);
            var i = Math.Clamp(found >= 0 ? found : ~found - 1, 0, times.Length - 2);
            return i + Math.Clamp((t - times[i]) / (times[i + 1] - times[i]), 0, 1);
        };
    }

    private static double AnkleInGait(double phase) =>
        GaitCurves.FootPitchDegrees(phase) + GaitCurves.KneeDegrees(phase) - GaitCurves.HipDegrees(phase);

    private static double Strike(LookAlikeMotion motion, double phase)
    {
        var since = (phase - Math.Floor(phase)) / motion.Rate;
        return -motion.Depth / 2 * Math.Exp(-StrikeDecay * since) * Math.Sin(2 * Math.PI * StrikeHz * since);
    }

    private static double Lasting(double time, double end) => HalfCosine(time / OnsetSeconds) * HalfCosine((end - time) / OnsetSeconds);

    private static double HalfCosine(double share) => (1 - Math.Cos(Math.PI * Math.Clamp(share, 0, 1))) / 2;
}
