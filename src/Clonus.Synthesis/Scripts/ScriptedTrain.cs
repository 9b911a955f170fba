using System.Collections.Immutable;

namespace Clonus.Synthesis.Scripts;

/// <summary>Beats that are written down one by one.</summary>
internal static class ScriptedTrain
{
    // The excess of the first interval falls to this share with every further one and is gone from the fourth on.
    private const double SettlingShare = 0.25;

    // A running train enters the first frame when this much of a beat's way back is done: too late to be counted.
    private const double RunningShare = 0.75;

    // Random variation stays within this many standard deviations, so that no beat swallows its neighbour.
    private const double JitterLimit = 2.5;

    public static MotionPlan Plan(StretchMotion motion, long seed)
    {
        var hand = new ExaminerHand(motion);
        var stretches = ImmutableArray.CreateBuilder<StretchTruth>();
        var beats = ImmutableArray.CreateBuilder<BeatTruth>();
        double end = 0;
        var random = new SeededRandom(seed, "beats");
        if (motion.Onset == StretchOnset.Stretch)
        {
            hand.MovePassively();
        }

        for (var i = 0; i < motion.Stretches; i++)
        {
            // Once the foot was let go, only a stretch brings it back.
            var onset = i == 0 ? motion.Onset : StretchOnset.Stretch;
            var train = Train(motion, onset, random);
            double trainStart;
            if (onset == StretchOnset.Stretch)
            {
                var ramp = hand.Stretch();
                stretches.Add(new StretchTruth(ramp.StartSeconds, ramp.EndSeconds, motion.StretchDegrees, motion.StretchDegreesPerSecond));
                trainStart = ramp.EndSeconds + motion.LatencySeconds;
            }
            else
            {
                trainStart = onset == StretchOnset.Running
                    ? -(train[0].TimeSeconds + (RunningShare * (train[0].EndSeconds - train[0].TimeSeconds)))
                    : hand.ReadySeconds;
            }

            foreach (var beat in train.Select(b => Shift(b, trainStart)))
            {
                hand.Moves.Add(new AngleMove(beat.StartSeconds, beat.TimeSeconds, hand.HeldDegrees, hand.HeldDegrees - beat.AmplitudeDegrees, null));
                hand.Moves.Add(new AngleMove(beat.TimeSeconds, beat.EndSeconds, hand.HeldDegrees - beat.AmplitudeDegrees, hand.HeldDegrees, null));
                beats.Add(beat);
            }

            end = hand.Release((train.IsEmpty ? trainStart : beats[^1].EndSeconds) + motion.HoldSeconds).EndSeconds;
        }

        var curve = new AngleCurve(hand.Moves.ToImmutable());
        var disturbance = new Disturbance(motion, seed);
        return new MotionPlan(
            disturbance.IsNone ? curve : new DisturbedCurve(curve, disturbance, motion), stretches.ToImmutable(), beats.ToImmutable(), end);
    }

    /// <summary>Beats from time 0 on. A running train has one more in front, whose end alone is seen.</summary>
    private static ImmutableArray<BeatTruth> Train(StretchMotion motion, StretchOnset onset, SeededRandom random)
    {
        var running = onset == StretchOnset.Running;
        var count = running && motion.Beats > 0 ? motion.Beats + 1 : motion.Beats;
        var intervals = Intervals(motion, Math.Max(count - 1, 1), running ? 1 : motion.FirstIntervalRatio, random);
        var beats = ImmutableArray.CreateBuilder<BeatTruth>(count);
        var firstPeak = motion.PlantarflexionFraction * intervals[0];
        var (start, peak) = (0.0, firstPeak);
        for (var i = 0; i < count; i++)
        {
            var interval = intervals[Math.Min(i, intervals.Length - 1)];
            var end = peak + ((1 - motion.PlantarflexionFraction) * interval);
            beats.Add(new BeatTruth(peak, Amplitude(motion, peak - firstPeak, random), start, end));
            (start, peak) = (end, peak + interval);
        }

        return beats.ToImmutable();
    }

    /// <summary>Depth of a beat so long after the first.</summary>
    public static double Amplitude(StretchMotion motion, double afterSeconds, SeededRandom random) =>
        motion.AmplitudeDegrees * Math.Exp(motion.DecayPerSecond * afterSeconds) * (1 + (motion.AmplitudeCv * random.NextNormalWithin(JitterLimit)));

    /// <summary>From each beat to the next: the first is the longest.</summary>
    public static ImmutableArray<double> Intervals(StretchMotion motion, int count, double firstRatio, SeededRandom random)
    {
        var intervals = ImmutableArray.CreateBuilder<double>(count);
        for (var i = 0; i < count; i++)
        {
            var excess = i < 3 ? (firstRatio - 1) * Math.Pow(SettlingShare, i) : 0;
            intervals.Add((1 + excess) / motion.FrequencyHz * (1 + (motion.IntervalCv * random.NextNormalWithin(JitterLimit))));
        }

        return intervals.ToImmutable();
    }

    private static BeatTruth Shift(BeatTruth beat, double seconds) => beat with
    {
        TimeSeconds = beat.TimeSeconds + seconds,
        StartSeconds = beat.StartSeconds + seconds,
        EndSeconds = beat.EndSeconds + seconds,
    };

    private sealed class DisturbedCurve(AngleCurve curve, Disturbance disturbance, StretchMotion motion) : IAngleCurve
    {
        public double At(double timeSeconds)
        {
            var angle = curve.At(timeSeconds);
            return angle + disturbance.DegreesAt(timeSeconds, Math.Clamp((angle - motion.RestDegrees) / motion.StretchDegrees, 0, 1));
        }
    }
}
