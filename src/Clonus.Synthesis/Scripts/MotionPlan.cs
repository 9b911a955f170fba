using System.Collections.Immutable;

namespace Clonus.Synthesis.Scripts;

/// <summary>One scripted beat, on the continuous curve.</summary>
/// <param name="TimeSeconds">The instant of peak plantarflexion.</param>
/// <param name="AmplitudeDegrees">From the held level to the peak.</param>
/// <param name="StartSeconds">Where the foot leaves the held level.</param>
/// <param name="EndSeconds">Where it is back.</param>
public sealed record BeatTruth(double TimeSeconds, double AmplitudeDegrees, double StartSeconds, double EndSeconds)
{
    /// <summary>From here on half of the depth has returned: the movement is a beat.</summary>
    internal double HalfReturnSeconds => (TimeSeconds + EndSeconds) / 2;
}

/// <summary>The examiner's stretch.</summary>
public sealed record StretchTruth(double StartSeconds, double EndSeconds, double AngleDeg, double SpeedDegPerS);

/// <summary>What the ankle does over the whole clip, before any frame is taken of it.</summary>
/// <param name="EndSeconds">When the foot rests again.</param>
public sealed record MotionPlan(AngleCurve Angle, StretchTruth? Stretch, ImmutableArray<BeatTruth> Beats, double EndSeconds)
{
    // The examiner's hand starts and stops a ramp within this time.
    private const double StretchBlendSeconds = 0.02;
    private const double ReleaseBlendSeconds = 0.15;
    private const double FirstPassiveSeconds = 0.3;
    private const double PauseBeforeStretchSeconds = 0.4;

    // The excess of the first interval falls to this share with every further one and is gone from the fourth on.
    private const double SettlingShare = 0.25;

    // A running train enters the first frame when this much of a beat's way back is done: too late to be counted.
    private const double RunningShare = 0.75;

    // Random variation stays within this many standard deviations, so that no beat swallows its neighbour.
    private const double JitterLimit = 2.5;

    public static MotionPlan Of(StretchMotion motion, long seed)
    {
        var moves = ImmutableArray.CreateBuilder<AngleMove>();
        var held = motion.RestDegrees + motion.StretchDegrees;
        var train = Train(motion, seed);
        StretchTruth? stretch = null;
        double trainStart;
        switch (motion.Onset)
        {
            case StretchOnset.Stretch:
                var stretchStart = AddPassiveMovements(moves, motion);
                var ramp = AngleMove.Ramp(stretchStart, motion.RestDegrees, held, motion.StretchDegreesPerSecond, StretchBlendSeconds);
                moves.Add(ramp);
                stretch = new StretchTruth(ramp.StartSeconds, ramp.EndSeconds, motion.StretchDegrees, motion.StretchDegreesPerSecond);
                trainStart = ramp.EndSeconds + motion.LatencySeconds;
                break;
            case StretchOnset.Running:
                trainStart = -(train[0].TimeSeconds + (RunningShare * (train[0].EndSeconds - train[0].TimeSeconds)));
                break;
            default:
                trainStart = motion.StretchStartSeconds;
                break;
        }

        ImmutableArray<BeatTruth> beats = [.. train.Select(b => Shift(b, trainStart))];
        foreach (var beat in beats)
        {
            moves.Add(new AngleMove(beat.StartSeconds, beat.TimeSeconds, held, held - beat.AmplitudeDegrees, null));
            moves.Add(new AngleMove(beat.TimeSeconds, beat.EndSeconds, held - beat.AmplitudeDegrees, held, null));
        }

        var releaseStart = (beats.IsEmpty ? trainStart : beats[^1].EndSeconds) + motion.HoldSeconds;
        var release = AngleMove.Ramp(releaseStart, held, motion.RestDegrees, motion.ReleaseDegreesPerSecond, ReleaseBlendSeconds);
        moves.Add(release);
        return new MotionPlan(new AngleCurve(moves.ToImmutable()), stretch, beats, release.EndSeconds);
    }

    /// <summary>Beats from time 0 on. A running train has one more in front, whose end alone is seen.</summary>
    private static ImmutableArray<BeatTruth> Train(StretchMotion motion, long seed)
    {
        var random = new SeededRandom(seed, "beats");
        var running = motion.Onset == StretchOnset.Running;
        var count = running && motion.Beats > 0 ? motion.Beats + 1 : motion.Beats;
        var intervals = Intervals(motion, Math.Max(count - 1, 1), running ? 1 : motion.FirstIntervalRatio, random);
        var beats = ImmutableArray.CreateBuilder<BeatTruth>(count);
        var firstPeak = motion.PlantarflexionFraction * intervals[0];
        var (start, peak) = (0.0, firstPeak);
        for (var i = 0; i < count; i++)
        {
            var interval = intervals[Math.Min(i, intervals.Length - 1)];
            var end = peak + ((1 - motion.PlantarflexionFraction) * interval);
            var amplitude = motion.AmplitudeDegrees
                * Math.Exp(motion.DecayPerSecond * (peak - firstPeak))
                * (1 + (motion.AmplitudeCv * random.NextNormalWithin(JitterLimit)));
            beats.Add(new BeatTruth(peak, amplitude, start, end));
            (start, peak) = (end, peak + interval);
        }

        return beats.ToImmutable();
    }

    private static ImmutableArray<double> Intervals(StretchMotion motion, int count, double firstRatio, SeededRandom random)
    {
        var intervals = ImmutableArray.CreateBuilder<double>(count);
        for (var i = 0; i < count; i++)
        {
            var excess = i < 3 ? (firstRatio - 1) * Math.Pow(SettlingShare, i) : 0;
            intervals.Add((1 + excess) / motion.FrequencyHz * (1 + (motion.IntervalCv * random.NextNormalWithin(JitterLimit))));
        }

        return intervals.ToImmutable();
    }

    private static double AddPassiveMovements(ImmutableArray<AngleMove>.Builder moves, StretchMotion motion)
    {
        if (motion.PassiveMovements == 0)
        {
            return motion.StretchStartSeconds;
        }

        var time = FirstPassiveSeconds;
        var half = 0.5 / motion.PassiveFrequencyHz;
        var top = motion.RestDegrees + motion.PassiveDegrees;
        for (var i = 0; i < motion.PassiveMovements; i++, time += 2 * half)
        {
            moves.Add(new AngleMove(time, time + half, motion.RestDegrees, top, null));
            moves.Add(new AngleMove(time + half, time + (2 * half), top, motion.RestDegrees, null));
        }

        return Math.Max(motion.StretchStartSeconds, time + PauseBeforeStretchSeconds);
    }

    private static BeatTruth Shift(BeatTruth beat, double seconds) => beat with
    {
        TimeSeconds = beat.TimeSeconds + seconds,
        StartSeconds = beat.StartSeconds + seconds,
        EndSeconds = beat.EndSeconds + seconds,
    };
}
