using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Physiology;

/// <summary>A simulated ankle in an examiner's hand.</summary>
public class SimulatedStretchTests
{
    private static readonly StretchMotion Reflex = new() { Model = ClonusModel.Reflex, HoldSeconds = 4 };
    private static readonly StretchMotion Pacemaker = new() { Model = ClonusModel.Pacemaker, IntervalCv = 0, AmplitudeCv = 0, DecayPerSecond = 0, FirstIntervalRatio = 1 };

    [Fact]
    public void Beats_follow_the_stretch_and_end_with_its_release()
    {
        var plan = Plan(Reflex);
        var stretch = Assert.Single(plan.Stretches);

        Assert.True(stretch.IsTrigger);
        Assert.InRange(stretch.StartSeconds, 0.79, 0.81);
        Assert.InRange(plan.Beats[0].TimeSeconds - stretch.EndSeconds, 0.05, 0.15);
        Assert.InRange(plan.Beats.Length, 21, 24);
        Assert.All(plan.Beats, beat => Assert.InRange(beat.TimeSeconds, stretch.EndSeconds, plan.EndSeconds));
        Assert.Equal(Reflex.RestDegrees, plan.Angle.At(0), 1e-9);
        Assert.Equal(Reflex.RestDegrees, plan.Angle.At(plan.EndSeconds), 0.5);
    }

    [Fact]
    public void Every_excursion_of_the_truth_is_a_contraction_and_a_minimum_of_the_curve()
    {
        var simulated = AnkleLoop.Run(new ReflexMotion { Gain = 4 }, time => new AnkleInput(Math.Min(8, 80 * time), 8, 1, time), 5);
        var beats = Excursions.AfterPulls(simulated.Angle, simulated.PullsSeconds);

        Assert.Equal(simulated.PullsSeconds.Length, beats.Length);
        Assert.All(beats.Zip(simulated.PullsSeconds), pair => Assert.InRange(pair.First.TimeSeconds - pair.Second, 0, 0.06));
        Assert.All(beats, beat =>
        {
            Assert.True(simulated.Angle.At(beat.TimeSeconds - 0.005) > simulated.Angle.At(beat.TimeSeconds));
            Assert.True(simulated.Angle.At(beat.TimeSeconds + 0.005) > simulated.Angle.At(beat.TimeSeconds));
        });
    }

    [Fact]
    public void Each_of_several_stretches_has_its_own_train()
    {
        var truth = ClipTruth.Of(StretchScript.Of(new StretchScene { Motion = Reflex with { Stretches = 3, HoldSeconds = 1, Ankle = new ReflexMotion { Gain = 2 } } }));
        var episodes = TrueEpisode.Group(truth.Beats, truth.Stretches);

        Assert.Equal(3, truth.Stretches.Length);
        Assert.Equal(truth.Stretches, episodes.Select(e => e.Trigger));
        Assert.All(episodes, e => Assert.InRange(e.Beats.Length, 3, 5));
    }

    [Fact]
    public void A_pacemaker_keeps_its_rate_whatever_the_load_and_the_inertia_and_a_reflex_does_not()
    {
        Assert.All(
            [Pacemaker, Pacemaker with { StretchDegrees = 15 }, Pacemaker with { StretchDegrees = 40 }, Pacemaker with { Ankle = new ReflexMotion { Inertia = 0.05 } },
                Pacemaker with { Ankle = new ReflexMotion { LoadStiffening = 1 } }],
            motion => Assert.Equal(5.5, Hertz(motion with { Beats = 14 }), 0.05));
        Assert.NotEqual(Hertz(Reflex), Hertz(Reflex with { Ankle = new ReflexMotion { Inertia = 0.05 } }), 0.8);
        Assert.NotEqual(Hertz(Reflex), Hertz(Reflex with { Ankle = new ReflexMotion { LoadStiffening = 1 } }), 0.3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void A_pacemaker_gives_as_many_beats_as_deep_as_asked_before_the_foot_is_let_go(int beats)
    {
        var truth = ClipTruth.Of(StretchScript.Of(new StretchScene { Motion = Pacemaker with { Beats = beats, AmplitudeDegrees = 8 } }));

        Assert.Equal((TrueStatus.Detected, beats), (truth.Status, truth.BeatsTotal));
        Assert.All(truth.Beats.Skip(4), beat => Assert.Equal(8, beat.AmplitudeDegrees, 0.5));
        Assert.Equal(8, truth.AnkleAngleDegrees[(int)((truth.Beats[^1].EndSeconds + 0.4) * 30)], 1.0);
    }

    [Fact]
    public void What_disturbs_the_ankle_moves_it_before_the_stretch_without_a_jump_and_adds_no_beats()
    {
        var quiet = Plan(Reflex with { Ankle = new ReflexMotion { Gain = 0 } });
        var moved = Plan(Reflex with { Ankle = new ReflexMotion { Gain = 0 }, DriftDegrees = 3, VoluntaryDegrees = 2, HandShakeDegrees = 1 });
        var steps = Enumerable.Range(0, 700).Select(i => moved.Angle.At((i + 1) * 0.001) - moved.Angle.At(i * 0.001)).ToArray();

        Assert.Empty(quiet.Beats);
        Assert.Empty(moved.Beats);
        Assert.InRange(steps.Max(Math.Abs), 0, 0.02);
        Assert.InRange(Enumerable.Range(0, 60).Max(i => Math.Abs(moved.Angle.At(i * 0.1) - quiet.Angle.At(i * 0.1))), 1.5, 7);
    }

    [Theory]
    [InlineData(ClonusModel.Reflex)]
    [InlineData(ClonusModel.Pacemaker)]
    public void Equal_scenes_give_equal_plans_and_another_seed_another_disturbance(ClonusModel model)
    {
        var motion = new StretchMotion { Model = model, VoluntaryDegrees = 1 };
        var (first, again, other) = (Plan(motion), Plan(motion), Plan(motion, seed: 2));

        Assert.Equal(first.Beats, again.Beats);
        Assert.Equal(((SampledCurve)first.Angle).Degrees, ((SampledCurve)again.Angle).Degrees);
        Assert.NotEqual(((SampledCurve)first.Angle).Degrees, ((SampledCurve)other.Angle).Degrees);
    }

    private static MotionPlan Plan(StretchMotion motion, long seed = 1) => MotionPlan.Of(new StretchScene { Motion = motion, Seed = seed });

    private static double Hertz(StretchMotion motion)
    {
        var plan = Plan(motion);
        var times = plan.Beats.Select(b => b.TimeSeconds).Skip(3).Take(9).ToArray();
        return (times.Length - 1) / (times[^1] - times[0]);
    }
}
