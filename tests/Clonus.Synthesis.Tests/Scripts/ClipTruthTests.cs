using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Scripts;

public class ClipTruthTests
{
    [Theory]
    [InlineData(BodySide.Right, false, 640, 360)]
    [InlineData(BodySide.Left, false, 640, 360)]
    [InlineData(BodySide.Right, true, 640, 360)]
    [InlineData(BodySide.Right, false, 360, 640)]
    public void The_positions_carry_the_angle(BodySide toes, bool mirror, int width, int height)
    {
        var truth = Truth(new StretchScene
        {
            Subject = new StretchSubject { ToesPoint = toes },
            Camera = new StretchCamera { ShutterSeconds = 0, Mirror = mirror, WidthPixels = width, HeightPixels = height, Shake = new CameraShake(4, 2) },
        });
        var toesAreRight = (toes == BodySide.Right) != mirror;

        for (var frame = 0; frame < truth.FrameTimesSeconds.Length; frame++)
        {
            var shank = At(truth, "ankle", frame) - At(truth, "knee", frame);
            var foot = At(truth, "toe", frame) - At(truth, "heel", frame);
            var turn = Math.Atan2((shank.X * foot.Y) - (shank.Y * foot.X), (shank.X * foot.X) + (shank.Y * foot.Y)) * 180 / Math.PI;
            Assert.Equal(truth.AnkleAngleDegrees[frame], (toesAreRight ? -turn : turn) - 90, 1e-9);
        }

        Assert.Equal(28, truth.AnkleAngleDegrees.Max() - truth.AnkleAngleDegrees[0], 1e-9);
        Assert.Equal($"{(toes == BodySide.Right ? "right" : "left")}.knee", truth.Markers[0].Name);
    }

    [Theory]
    [InlineData(Posture.Standing)]
    [InlineData(Posture.FootOnFloor)]
    public void On_the_floor_the_ball_of_the_foot_stays_and_the_heel_falls_on_the_floor(Posture posture)
    {
        var script = StretchScript.Of(new StretchScene { Subject = new StretchSubject { Posture = posture } });
        var poses = Enumerable.Range(0, script.Clock.FrameCount).Select(frame => script.PoseAt(script.Clock.TimeSeconds(frame))).ToArray();

        Assert.All(poses, pose =>
        {
            Assert.Equal(0, (pose.OnFoot(130, -78) - new Place(130, 78)).Length, 1e-9);
            Assert.Equal(350, (pose.Knee - pose.Ankle).Length, 1e-9);
            Assert.Equal(400, (pose.Knee - pose.Hip).Length, 1e-9);
            Assert.Equal(90 + pose.AngleDegrees, Turn(pose.Ankle - pose.Knee, pose.FootDirection), 1e-9);
        });

        // The heel's edge is on the floor, y 78, where the foot is held, and well over it at rest.
        Assert.Equal(78, poses.Max(pose => pose.OnFoot(-50, -78).Y), 2.0);
        Assert.InRange(poses[0].OnFoot(-50, -78).Y, -30, 50);

        static double Turn(Place from, Place to) => -Math.Atan2((from.X * to.Y) - (from.Y * to.X), (from.X * to.X) + (from.Y * to.Y)) * 180 / Math.PI;
    }

    [Fact]
    public void A_shake_adds_its_waves_and_turns_and_zooms_about_the_middle()
    {
        var shake = new CameraShake(6, 4) { RollDegrees = 2, ZoomPercent = 3 };
        var camera = new StretchCamera { ShutterSeconds = 0, Shake = shake, DurationSeconds = 1 };
        var (still, shaken) = (Truth(new StretchScene { Camera = camera with { Shake = null } }), Truth(new StretchScene { Camera = camera }));

        for (var frame = 0; frame < 30; frame++)
        {
            var wave = 2 * Math.PI * 4 * frame / 30;
            var (roll, zoom) = (2 * Math.PI / 180 * Math.Sin((wave * 0.83) + 2), 1 + (0.03 * Math.Sin((wave * 0.71) + 3)));
            var from = At(still, "toe", frame) - new ImagePoint(319.5, 179.5);
            var (sin, cos) = Math.SinCos(roll);
            var expected = new ImagePoint(
                319.5 + (zoom * ((cos * from.X) - (sin * from.Y))) + (6 * Math.Sin(wave)),
                179.5 + (zoom * ((sin * from.X) + (cos * from.Y))) + (4.2 * Math.Sin((1.17 * wave) + 1)));
            Assert.InRange(At(shaken, "toe", frame).DistanceTo(expected), 0, 1e-9);
        }

        Assert.InRange(shaken.Camera[0].Apply(new ImagePoint(600, 300)).DistanceTo(new ImagePoint(600, 300)), 0, 1e-9);
        Assert.Empty(still.Camera);
    }

    [Fact]
    public void A_hand_wanders_as_far_as_was_asked_at_many_rates()
    {
        var motion = CameraMotion.Of(new StretchCamera { HandHeldPixels = 5 }, 3);
        var places = Enumerable.Range(0, 20000).Select(i => motion.At(i / 50.0).Apply(new ImagePoint(319.5, 179.5)).X - 319.5).ToArray();

        Assert.Equal(5, Math.Sqrt(places.Average(x => x * x)), 0.3);
        Assert.Equal(9, motion.Sways[0].Waves.Length);
        Assert.InRange(motion.Sways[0].Waves[0].FrequencyHz, 0.25, 0.4);
        Assert.InRange(motion.Sways[0].Waves[^1].FrequencyHz, 6, 10);
    }

    [Fact]
    public void A_pan_takes_the_picture_aside_and_leaves_it_there()
    {
        var motion = CameraMotion.Of(new StretchCamera { Pan = new CameraPan(-80, 1, 2) }, 1);

        Assert.Equal((0.0, -40.0, -80.0, -80.0), (At(0.5), At(1.5), At(2), At(9)));

        double At(double time) => Math.Round(motion.At(time).ShiftXPixels, 9);
    }

    [Theory]
    [InlineData(0, TrueStatus.NotDetected, false, false)]
    [InlineData(3, TrueStatus.Detected, false, false)]
    [InlineData(5, TrueStatus.Detected, false, true)]
    [InlineData(6, TrueStatus.Detected, true, false)]
    public void The_verdict_follows_the_count(int beats, TrueStatus status, bool? sustained, bool borderline)
    {
        var truth = Truth(new StretchScene { Motion = new StretchMotion { Beats = beats } });

        Assert.Equal((beats, beats, beats), (truth.BeatsTotal, truth.LongestEpisodeBeats, truth.Beats.Length));
        Assert.Equal((status, sustained, borderline, TrueTruncation.None), (truth.Status, truth.Sustained, truth.Borderline, truth.Truncated));
    }

    [Fact]
    public void A_train_that_already_runs_has_no_trigger_and_is_cut_at_the_start()
    {
        var truth = Truth(new StretchScene { Motion = new StretchMotion { Beats = 7, Onset = StretchOnset.Running } });

        Assert.Equal((TrueStatus.RhythmicOnly, 7, null, TrueTruncation.Start, null), (truth.Status, truth.BeatsTotal, truth.Sustained, truth.Truncated, truth.Stretch));
    }

    [Fact]
    public void A_slow_stretch_is_no_trigger()
    {
        var truth = Truth(new StretchScene { Motion = new StretchMotion { StretchDegreesPerSecond = 40 } });

        Assert.Equal(TrueStatus.RhythmicOnly, truth.Status);
    }

    [Fact]
    public void A_clip_that_ends_too_early_holds_the_beats_that_have_half_returned()
    {
        var whole = Truth(new StretchScene());
        var cut = (whole.Beats[4].TimeSeconds + whole.Beats[4].EndSeconds) / 2;

        var justShort = Truth(new StretchScene { Camera = new StretchCamera { DurationSeconds = cut, Rate = new FrameRate(240, 1) } });
        var justLong = Truth(new StretchScene { Camera = new StretchCamera { DurationSeconds = cut + 0.01, Rate = new FrameRate(240, 1) } });

        Assert.Equal((4, 5), (justShort.BeatsTotal, justLong.BeatsTotal));
        Assert.Equal(TrueTruncation.End, justLong.Truncated);
    }

    [Fact]
    public void A_marker_behind_the_arm_is_missing_and_the_others_are_not()
    {
        var truth = Truth(new StretchScene { Subject = new StretchSubject { Occlusions = [new Occlusion(Landmark.Knee, 1, 1.5)] } });
        var hidden = truth.FrameTimesSeconds.Where((_, frame) => truth.Markers[0].Positions[frame] is null).ToArray();

        Assert.All(truth.FrameTimesSeconds.Where(t => t is >= 1 and <= 1.5), t => Assert.Contains(t, hidden));
        Assert.All(hidden, t => Assert.InRange(t, 0.85, 1.65));
        Assert.DoesNotContain(null, truth.Markers[1].Positions);
    }

    [Fact]
    public void A_phones_frame_times_rise_unevenly_and_skip_frames()
    {
        var truth = Truth(new StretchScene { Camera = new StretchCamera { VariableFrameRate = true, DurationSeconds = 20 } });
        var gaps = truth.FrameTimesSeconds.Zip(truth.FrameTimesSeconds.Skip(1), (a, b) => (b - a) * 30).ToArray();

        Assert.Equal(0, truth.FrameTimesSeconds[0]);
        Assert.Contains(gaps, g => g > 1.7);
        Assert.InRange(gaps.Min(), 0.7, 0.99);
        Assert.InRange(truth.FrameTimesSeconds.Length, 540, 599);
    }

    [Fact]
    public void Tracks_are_the_truth_with_the_noise_that_was_asked_for()
    {
        var truth = Truth(new StretchScene { Camera = new StretchCamera { DurationSeconds = 20 } });
        var tracks = ScriptedTracks.Of(truth, 0.2, 5);
        var errors = tracks.Markers.SelectMany((m, i) => m.Samples.Select((s, f) => s!.Value.Position - truth.Markers[i].Positions[f]!.Value)).ToArray();

        Assert.Equal(0.2, Math.Sqrt(errors.Average(e => e.X * e.X)), 0.01);
        Assert.Equal(0, errors.Average(e => e.Y), 0.02);
        Assert.Equal(truth.FrameTimesSeconds, tracks.FrameTimesSeconds);
        Assert.All(ScriptedTracks.Of(truth, 0, 5).Markers[2].Samples.Zip(truth.Markers[2].Positions), p => Assert.Equal(p.Second, p.First!.Value.Position.InPicture));
    }

    public static TheoryData<StretchScene, string> Impossible => new()
    {
        { new() { Motion = new() { Beats = -1 } }, "--beats -1: allowed is 0 to 500" },
        { new() { Motion = new() { FrequencyHz = double.NaN } }, "--frequency NaN: allowed is 0.5 to 15 Hz" },
        { new() { Motion = new() { Beats = 0, Onset = StretchOnset.Running } }, "--onset running with --beats 0: a running train needs at least 1 beat" },
        { new() { Motion = new() { Stretches = 0 } }, "--stretches 0: allowed is 1 to 20" },
        { new() { Motion = new() { PauseSeconds = 0 } }, "--pause 0: allowed is 0.2 to 60 s" },
        { new() { Motion = new() { DriftDegrees = 21 } }, "--drift 21: allowed is 0 to 20 degrees" },
        { new() { Motion = new() { VoluntaryDegrees = -1 } }, "--voluntary -1: allowed is 0 to 20 degrees" },
        { new() { Motion = new() { HandShakeDegrees = 1, HandShakeHz = 13 } }, "--hand-shake 13: allowed is 0.2 to 12 Hz" },
        { new() { Motion = new() { Ankle = new() { Gain = 51 } } }, "--gain 51: allowed is 0 to 50 Nm per rad/s" },
        { new() { Motion = new() { Ankle = new() { FatigueSeconds = 0 } } }, "--fatigue 0: allowed is 0.1 to 60 s" },
        { new() { Motion = new() { Ankle = new() { Inertia = 1 } } }, "--inertia 1: allowed is 0.005 to 0.3 kg m2" },
        { new() { Motion = new() { Ankle = new() { Stiffness = 0 } } }, "--stiffness 0: allowed is 5 to 200 Nm/rad" },
        { new() { Motion = new() { Ankle = new() { LoadStiffening = 6 } } }, "--load-stiffening 6: allowed is 0 to 5 per rad" },
        { new() { Motion = new() { Ankle = new() { TonicStiffening = -1 } } }, "--tonic-stiffening -1: allowed is 0 to 20 per rad" },
        { new() { Motion = new() { Ankle = new() { DampingRatio = 0 } } }, "--damping 0: allowed is 0.05 to 1" },
        { new() { Motion = new() { Ankle = new() { DelaySeconds = 0.2 } } }, "--reflex-delay 0.2: allowed is 0.02 to 0.15 s" },
        { new() { LookAlike = new(LookAlikeKind.Tapping) { FrequencyHz = 0 } }, "--frequency 0: allowed is 0.1 to 20 Hz" },
        { new() { LookAlike = new(LookAlikeKind.HeelStrikes) { FrequencyHz = 3 } }, "--frequency 3: allowed is 0.1 to 2 Hz" },
        { new() { LookAlike = new(LookAlikeKind.Jerk) { AmplitudeDegrees = 50 } }, "--amplitude 50: allowed is 0.1 to 40 degrees" },
        { new() { LookAlike = new(LookAlikeKind.Quiet) { Seconds = 0 } }, "--seconds 0: allowed is 1 to 600 s" },
        { new() { LookAlike = new(LookAlikeKind.Shivering) { IntervalCv = 0.5 } }, "--jitter 0.5: allowed is 0 to 0.3" },
        { new() { LookAlike = new(LookAlikeKind.Quiet) { RestDegrees = 30 } }, "--rest-angle 30: allowed is -50 to 20 degrees" },
        { new() { Camera = new() { Pan = new CameraPan(80, 2, 1) } }, "--pan 80@2:1: allowed are up to 1280 px to either side and 0 <= START < END in seconds" },
        { new() { Camera = new() { ExposureSteps = [new(0.5, 2), new(2, 1)] } }, "--exposure 1: allowed is 2 to 3600 s, one after the other" },
        { new() { Camera = new() { WidthPixels = 641 } }, "--size with width 641: allowed are even numbers from 64 to 4096" },
        { new() { Camera = new() { ShutterSeconds = 0.1 } }, "--shutter 0.1: allowed is 0 to 0.0333 s (one frame)" },
        { new() { Subject = new() { Stickers = [new(Landmark.Elbow, StickerColour.Red)] } }, "--markers elbow: allowed are hip, knee, ankle, heel and toe, each once" },
        { new() { Subject = new() { Occlusions = [new(Landmark.Hip, 1, 2)] } }, "--occlude hip@1:2: allowed is a marker of the clip and 0 <= START < END in seconds" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_scene_that_cannot_be_is_refused_in_one_line(StretchScene scene, string message)
    {
        var refused = Assert.Throws<InputException>(() => StretchScript.Of(scene));

        Assert.Equal((InputFault.Settings, message), (refused.Fault, refused.Message));
    }

    private static ClipTruth Truth(StretchScene scene) => ClipTruth.Of(StretchScript.Of(scene));

    private static ImagePoint At(ClipTruth truth, string landmark, int frame) =>
        truth.Markers.Single(m => m.Name.EndsWith(landmark, StringComparison.Ordinal)).Positions[frame]!.Value;
}
