using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;
using MathNet.Numerics.Statistics;

namespace Clonus.Synthesis.Tests.LookAlikes;

public class LookAlikeTests
{
    private const double RestSeconds = 1;

    public static TheoryData<LookAlikeKind> Kinds => [.. Enum.GetValues<LookAlikeKind>()];

    public static TheoryData<LookAlikeKind> Repeating =>
    [
        LookAlikeKind.Voluntary, LookAlikeKind.Tapping, LookAlikeKind.ParkinsonTremor, LookAlikeKind.EssentialTremor, LookAlikeKind.ActionTremor,
    ];

    [Theory]
    [MemberData(nameof(Repeating))]
    public void Rate_and_variation_are_what_is_usual_for_the_kind(LookAlikeKind kind)
    {
        var (hertz, _, variation) = LookAlikeMotion.Usual(kind);
        var intervals = Enumerable.Range(1, 5).SelectMany(seed => Intervals(Middle(Plan(new LookAlikeMotion(kind) { Seconds = 20 }, seed)))).ToArray();

        Assert.Equal(1 / hertz, intervals.Mean(), 0.04 / hertz);
        Assert.Equal(variation, intervals.StandardDeviation() / intervals.Mean(), (0.25 * variation) + 0.005);
    }

    [Theory]
    [MemberData(nameof(Repeating))]
    public void What_is_asked_for_is_what_moves(LookAlikeKind kind)
    {
        var plan = Plan(new LookAlikeMotion(kind) { Seconds = 20, FrequencyHz = 4.5, AmplitudeDegrees = 9, IntervalCv = 0 });
        var beats = Middle(plan);

        Assert.All(Intervals(beats), interval => Assert.Equal(1 / 4.5, interval, 0.005));
        Assert.Equal(9, beats.Max(b => b.AmplitudeDegrees), 0.6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_moves_before_the_start_and_after_the_end(LookAlikeKind kind)
    {
        var motion = new LookAlikeMotion(kind) { Seconds = 4 };
        var plan = Plan(motion);

        Assert.All(plan.Beats, beat => Assert.InRange(beat.TimeSeconds, RestSeconds, RestSeconds + 4));
        Assert.Empty(plan.Stretches);
        Assert.Equal(6, plan.EndSeconds, 1e-9);
        if (kind != LookAlikeKind.HeelStrikes)
        {
            // Breathing alone: 0.15 degrees to either side.
            Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(motion.Rest, plan.Angle.At(0.0099 * i), 0.16));
            Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(motion.Rest, plan.Angle.At(RestSeconds + 4.01 + (0.0099 * i)), 0.16));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_seeds_give_equal_movements(LookAlikeKind kind)
    {
        var (first, again) = (Plan(new LookAlikeMotion(kind), 7), Plan(new LookAlikeMotion(kind), 7));

        Assert.Equal(first.Beats, again.Beats);
        Assert.All(Enumerable.Range(0, 700), i => Assert.Equal(first.Angle.At(0.01 * i), again.Angle.At(0.01 * i)));
    }

    [Theory]
    [InlineData(LookAlikeKind.Quiet, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.Jerk, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.ToAndFro, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.Voluntary, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.Tapping, TrueStatus.RhythmicOnly)]
    [InlineData(LookAlikeKind.ParkinsonTremor, TrueStatus.RhythmicOnly)]
    [InlineData(LookAlikeKind.EssentialTremor, TrueStatus.RhythmicOnly)]
    [InlineData(LookAlikeKind.ActionTremor, TrueStatus.RhythmicOnly)]
    [InlineData(LookAlikeKind.HeelStrikes, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.CameraShake, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.Flicker, TrueStatus.NotDetected)]
    [InlineData(LookAlikeKind.TrackerJitter, TrueStatus.NotDetected)]
    public void The_truth_calls_it_by_the_contract(LookAlikeKind kind, TrueStatus status)
    {
        var truth = Truth(new LookAlikeMotion(kind));

        Assert.Equal((status, status == TrueStatus.RhythmicOnly ? null : (bool?)false), (truth.Status, truth.Sustained));
        Assert.Equal(status == TrueStatus.RhythmicOnly, truth.BeatsTotal > 0);
        Assert.Null(truth.Stretch);
    }

    [Theory]
    [InlineData(LookAlikeKind.ParkinsonTremor, 5, 1.2, 0.03)]
    [InlineData(LookAlikeKind.Tapping, 2, 14, 0.05)]
    [InlineData(LookAlikeKind.EssentialTremor, 11.5, 6, 0.02)]
    [InlineData(LookAlikeKind.ToAndFro, 3, 14, 0.02)]
    public void Below_the_gate_outside_of_the_band_or_by_an_examiner_it_is_no_rhythm(LookAlikeKind kind, double hertz, double degrees, double variation)
    {
        var truth = Truth(new LookAlikeMotion(kind) { FrequencyHz = hertz, AmplitudeDegrees = degrees, IntervalCv = variation });

        Assert.Equal((TrueStatus.NotDetected, 0, TrueTruncation.None), (truth.Status, truth.BeatsTotal, truth.Truncated));
        Assert.Equal(kind == LookAlikeKind.ToAndFro, truth.Excursions.IsEmpty);
    }

    [Fact]
    public void A_jerk_is_one_twitch_as_deep_as_asked_within_a_third_of_a_second()
    {
        var plan = Plan(new LookAlikeMotion(LookAlikeKind.Jerk) { AmplitudeDegrees = 12 });
        var away = Enumerable.Range(0, 7000).Select(i => Math.Abs(plan.Angle.At(0.001 * i) + 20)).ToArray();

        Assert.Equal(12, away.Max(), 0.2);
        Assert.InRange(away.Count(a => a > 1), 100, 350);
    }

    [Fact]
    public void Shivering_comes_in_bursts_of_about_nine_hertz()
    {
        var beats = Middle(Plan(new LookAlikeMotion(LookAlikeKind.Shivering) { Seconds = 20 }));
        var within = Intervals(beats).Where(interval => interval < 0.16).ToArray();

        Assert.Equal(9.5, 1 / within.Mean(), 0.7);
        Assert.InRange(beats.Max(b => b.AmplitudeDegrees), 2, 2.8);
        Assert.InRange(beats.Min(b => b.AmplitudeDegrees), 0, 0.5);
    }

    [Fact]
    public void A_kind_of_film_changes_the_camera_and_leaves_what_was_set()
    {
        var set = new StretchCamera { Shake = new CameraShake(9, 1), Flicker = new Flicker(3, 2) };

        Assert.Equal(new CameraShake(4, 5), new LookAlikeMotion(LookAlikeKind.CameraShake).Film(new StretchCamera()).Shake);
        Assert.Equal(new Flicker(25, 5), new LookAlikeMotion(LookAlikeKind.Flicker).Film(new StretchCamera()).Flicker);
        Assert.Equal((12.0, 0.15), (new LookAlikeMotion(LookAlikeKind.TrackerJitter).Film(new StretchCamera()) is var dark ? dark.NoiseSigma : 0, dark.Brightness));
        Assert.All([LookAlikeKind.CameraShake, LookAlikeKind.Flicker, LookAlikeKind.Tapping], kind => Assert.Equal(set, new LookAlikeMotion(kind).Film(set)));
    }

    [Theory]
    [InlineData(LookAlikeKind.Tapping, 0.0, 14.0)]
    [InlineData(LookAlikeKind.ActionTremor, -25.0, 0.3)]
    public void A_foot_on_the_floor_starts_flat_and_turns_about_its_heel_or_its_ball(LookAlikeKind kind, double lowest, double highest)
    {
        var script = StretchScript.Of(new StretchScene { LookAlike = new LookAlikeMotion(kind), Subject = new StretchSubject { Posture = LookAlikeMotion.UsualPosture(kind) } });
        var poses = Enumerable.Range(0, script.Clock.FrameCount).Select(i => script.PoseAt(script.Clock.TimeSeconds(i))).ToArray();

        Assert.Equal(lowest, poses.Min(p => p.AngleDegrees), 1.5);
        Assert.Equal(highest, poses.Max(p => p.AngleDegrees), 1.5);

        // The floor is at y 78; neither end of the sole sinks into it by more than a few millimetres, and one of them is always there.
        Assert.All(poses, pose =>
        {
            var (heel, ball) = (pose.OnFoot(-50, -78).Y, pose.OnFoot(130, -78).Y);
            Assert.InRange(Math.Max(heel, ball), 77, 81);
        });
        Assert.InRange(kind == LookAlikeKind.Tapping ? poses.Min(p => p.OnFoot(130, -78).Y) : poses.Min(p => p.OnFoot(-50, -78).Y), -20, 60);
    }

    private static MotionPlan Plan(LookAlikeMotion motion, long seed = 1) => MotionPlan.Of(new StretchScene { LookAlike = motion, Seed = seed });

    private static ClipTruth Truth(LookAlikeMotion motion) => ClipTruth.Of(StretchScript.Of(new StretchScene { LookAlike = motion }));

    // Where it neither begins nor ends, nor rides on a raise of the heel; breathing gives no excursion that deep.
    private static BeatTruth[] Middle(MotionPlan plan)
    {
        var (start, end) = (RestSeconds + (0.32 * (plan.EndSeconds - (2 * RestSeconds))), RestSeconds + (0.68 * (plan.EndSeconds - (2 * RestSeconds))));
        return [.. plan.Beats.Where(b => b.TimeSeconds > start && b.TimeSeconds < end)];
    }

    private static double[] Intervals(BeatTruth[] beats) => [.. beats.Zip(beats.Skip(1), (a, b) => b.TimeSeconds - a.TimeSeconds)];
}
