using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Scripts;

/// <summary>The list of beats against the curve itself, sampled densely.</summary>
public class MotionPlanTests
{
    private const double StepSeconds = 1e-4;

    public static TheoryData<int, double, double, double, StretchOnset, long> Trains => new()
    {
        { 0, 5, 10, 0, StretchOnset.Stretch, 1 },
        { 1, 5, 10, 0, StretchOnset.Stretch, 2 },
        { 5, 3, 12, -0.4, StretchOnset.Stretch, 3 },
        { 12, 6.5, 8, -0.2, StretchOnset.Stretch, 4 },
        { 20, 8, 6, -0.1, StretchOnset.Stretch, 5 },
        { 9, 5, 10, 0, StretchOnset.Running, 6 },
        { 7, 5, 10, 0, StretchOnset.Spontaneous, 7 },
    };

    [Theory]
    [MemberData(nameof(Trains))]
    public void Every_minimum_of_the_curve_is_a_beat_of_the_list(int beats, double hz, double degrees, double decay, StretchOnset onset, long seed)
    {
        var motion = new StretchMotion { Beats = beats, FrequencyHz = hz, AmplitudeDegrees = degrees, DecayPerSecond = decay, Onset = onset };
        var plan = MotionPlan.Of(new StretchScene { Motion = motion, Seed = seed });
        var held = motion.RestDegrees + motion.StretchDegrees;

        var minima = MinimaAfterTimeZero(plan);

        var expected = plan.Beats.Where(b => b.TimeSeconds > 0).ToArray();
        Assert.Equal(beats, expected.Length);
        Assert.Equal(beats, minima.Count);
        foreach (var (beat, minimum) in expected.Zip(minima))
        {
            Assert.Equal(beat.TimeSeconds, minimum, 1.1 * StepSeconds);
            Assert.Equal(held - beat.AmplitudeDegrees, plan.Angle.At(beat.TimeSeconds), 1e-9);
            Assert.Equal(held, plan.Angle.At(beat.StartSeconds), 1e-9);
            Assert.Equal(held, plan.Angle.At(beat.EndSeconds), 1e-9);
        }
    }

    [Fact]
    public void The_angle_is_smooth_and_never_faster_than_its_script()
    {
        var motion = new StretchMotion { Beats = 6, PassiveMovements = 3 };
        var plan = MotionPlan.Of(new StretchScene { Motion = motion, Seed = 1 });
        var fastestBeat = plan.Beats.Max(b => Math.PI / 2 * b.AmplitudeDegrees / Math.Min(b.TimeSeconds - b.StartSeconds, b.EndSeconds - b.TimeSeconds));
        var limit = Math.Max(motion.StretchDegreesPerSecond, fastestBeat) * StepSeconds * 1.000001;
        var (angle, step) = (plan.Angle.At(0), 0.0);
        for (var t = StepSeconds; t < plan.EndSeconds + 0.2; t += StepSeconds)
        {
            var next = plan.Angle.At(t);
            Assert.True(Math.Abs(next - angle) <= limit, $"jump at {t}");
            Assert.True(Math.Abs(next - angle - step) < 2e-3, $"kink at {t}");
            (angle, step) = (next, next - angle);
        }
    }

    [Theory]
    [InlineData(StretchOnset.Stretch, 3)]
    [InlineData(StretchOnset.Running, 2)]
    [InlineData(StretchOnset.Spontaneous, 2)]
    public void Several_stretches_each_have_their_beats_and_only_the_first_train_may_begin_without_one(StretchOnset onset, int stretches)
    {
        var motion = new StretchMotion { Stretches = 3, Beats = 4, Onset = onset, PauseSeconds = 1, DriftDegrees = 1, HandShakeDegrees = 0.5 };
        var plan = MotionPlan.Of(new StretchScene { Motion = motion, Seed = 1 });

        Assert.Equal(stretches, plan.Stretches.Length);
        Assert.Equal(12, plan.Beats.Count(b => b.TimeSeconds > 0));
        Assert.All(plan.Stretches, stretch => Assert.Equal(4, plan.Beats.Count(b => b.TimeSeconds > stretch.EndSeconds && b.TimeSeconds < stretch.EndSeconds + 1.2)));

        // A jump would be as large as the stretch.
        Assert.All(Enumerable.Range(0, (int)(plan.EndSeconds / 0.001)), i => Assert.InRange(Math.Abs(plan.Angle.At((i + 1) * 0.001) - plan.Angle.At(i * 0.001)), 0, 0.4));
    }

    [Fact]
    public void Without_jitter_the_intervals_are_the_script()
    {
        var motion = new StretchMotion { Beats = 10, FrequencyHz = 5, FirstIntervalRatio = 1.4, IntervalCv = 0, AmplitudeCv = 0, AmplitudeDegrees = 9, DecayPerSecond = -0.5, PlantarflexionFraction = 0.45 };
        var beats = MotionPlan.Of(new StretchScene { Motion = motion, Seed = 1 }).Beats;
        var intervals = beats.Zip(beats.Skip(1), (a, b) => b.TimeSeconds - a.TimeSeconds).ToArray();

        Assert.Equal(0.28, intervals[0], 1e-12);
        Assert.Equal(0.22, intervals[1], 1e-12);
        Assert.All(intervals[3..], i => Assert.Equal(0.2, i, 1e-12));
        Assert.All(beats, b => Assert.Equal(9 * Math.Exp(-0.5 * (b.TimeSeconds - beats[0].TimeSeconds)), b.AmplitudeDegrees, 1e-12));
        Assert.Equal(0.45, (beats[6].TimeSeconds - beats[6].StartSeconds) / 0.2, 1e-9);
    }

    [Fact]
    public void The_stretch_reaches_its_speed_and_its_angle()
    {
        var motion = new StretchMotion { StretchDegrees = 30, StretchDegreesPerSecond = 180, StretchStartSeconds = 1 };
        var plan = MotionPlan.Of(new StretchScene { Motion = motion, Seed = 1 });
        var stretch = plan.Stretches[0];
        var middle = (stretch.StartSeconds + stretch.EndSeconds) / 2;

        Assert.Equal(1, stretch.StartSeconds);
        Assert.Equal(30, plan.Angle.At(stretch.EndSeconds) - plan.Angle.At(stretch.StartSeconds), 1e-9);
        Assert.Equal(180, (plan.Angle.At(middle + 0.01) - plan.Angle.At(middle - 0.01)) / 0.02, 1e-6);
    }

    private static List<double> MinimaAfterTimeZero(MotionPlan plan)
    {
        var minima = new List<double>();
        for (var t = StepSeconds; t < plan.EndSeconds; t += StepSeconds)
        {
            var (before, here, after) = (plan.Angle.At(t - StepSeconds), plan.Angle.At(t), plan.Angle.At(t + StepSeconds));
            if (here < before && here <= after)
            {
                minima.Add(t);
            }
        }

        return minima;
    }
}
