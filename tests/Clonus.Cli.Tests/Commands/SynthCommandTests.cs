using System.CommandLine;
using System.Text.Json;
using Clonus.Cli.Commands;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Tests.Commands;

public sealed class SynthCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-synth-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_option_reaches_the_scene()
    {
        var clip = Path.Combine(_folder.FullName, "a b.mov");
        var status = await Run(
            "-o", clip, "--beats", "4", "--frequency", "6.5", "--amplitude", "7", "--decay", "-0.5", "--first-interval", "1.2", "--asymmetry", "0.4", "--jitter", "0",
            "--amplitude-jitter", "0.02", "--onset", "spontaneous", "--stretch-start", "0.2", "--stretch-angle", "25", "--stretch-speed", "180", "--rest-angle", "-15",
            "--latency", "0.1", "--hold", "0.3", "--release-speed", "90", "--passive", "1", "--passive-frequency", "2", "--passive-angle", "8", "--knee-motion", "1",
            "--posture", "sitting", "--view-side", "left", "--skin", "VI", "--markers", "knee,ankle,toe", "--sticker", "red", "--sticker", "toe=blue", "--sticker-size", "11",
            "--occlude", "knee@0.3:0.4", "--fps", "29.97", "--vfr", "--size", "180x320", "--duration", "1", "--shutter", "1/100", "--noise", "2", "--shake", "1@2",
            "--flicker", "5@100", "--brightness", "0.9", "--mirror", "--rotate", "270", "--codec", "hevc", "--crf", "30", "--seed", "42");
        var settings = TruthFile.Read(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".truth.json"), TestContext.Current.CancellationToken)).Settings;

        Assert.Equal(0, status);
        Assert.Equal(
            new StretchMotion
            {
                Beats = 4, FrequencyHz = 6.5, AmplitudeDegrees = 7, DecayPerSecond = -0.5, FirstIntervalRatio = 1.2, PlantarflexionFraction = 0.4, IntervalCv = 0,
                AmplitudeCv = 0.02, Onset = StretchOnset.Spontaneous, StretchStartSeconds = 0.2, StretchDegrees = 25, StretchDegreesPerSecond = 180, RestDegrees = -15,
                LatencySeconds = 0.1, HoldSeconds = 0.3, ReleaseDegreesPerSecond = 90, PassiveMovements = 1, PassiveFrequencyHz = 2, PassiveDegrees = 8, KneeMotionMillimetres = 1,
            },
            settings.Motion);
        Assert.Equal(
            new StretchCamera
            {
                Rate = new FrameRate(30000, 1001), VariableFrameRate = true, WidthPixels = 180, HeightPixels = 320, DurationSeconds = 1, ShutterSeconds = 0.01, NoiseSigma = 2,
                Shake = new CameraShake(1, 2), Flicker = new Flicker(5, 100), Brightness = 0.9, Mirror = true,
            },
            settings.Camera);
        Assert.Equal(new EncodingSettings { Codec = "hevc", Crf = 30, RotationDegrees = 270 }, settings.Encoding);
        Assert.Equal((Posture.Sitting, BodySide.Left, SkinTone.VI, 11.0), (settings.Subject.Posture!.Value, settings.Subject.ToesPoint, settings.Subject.Skin, settings.Subject.StickerDiameterPixels!.Value));
        Assert.Equal([new(Landmark.Knee, StickerColour.Red), new(Landmark.Ankle, StickerColour.Red), new Sticker(Landmark.Toe, StickerColour.Blue)], settings.Subject.Stickers);
        Assert.Equal([new Occlusion(Landmark.Knee, 0.3, 0.4)], settings.Subject.Occlusions);
        Assert.Equal(42, settings.Seed);
    }

    [Fact]
    public async Task What_stands_around_the_leg_and_how_the_camera_moves_reach_the_scene()
    {
        var clip = Path.Combine(_folder.FullName, "leg.mp4");
        var status = await Run(
            "-o", clip, "--size", "160x160", "--duration", "0.2", "--posture", "standing", "--other-leg", "marked", "--distractor", "towel=red", "--distractor", "glove=green",
            "--shake", "1@4", "--shake-roll", "2", "--shake-zoom", "3", "--hand-held", "0.5", "--pan", "-20@0.1:2", "--exposure", "0.7@0.05", "--exposure", "1.2@0.1", "--light", "warm",
            "--markers", "none");
        var settings = TruthFile.Read(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".truth.json"), TestContext.Current.CancellationToken)).Settings;

        Assert.Equal(0, status);
        Assert.Equal((Posture.Standing, OtherLeg.Marked, 0), (settings.Subject.Posture, settings.Subject.OtherLeg, settings.Subject.Stickers.Length));
        Assert.Equal([new(DistractorKind.Towel, StickerColour.Red), new Distractor(DistractorKind.Glove, StickerColour.Green)], settings.Subject.Distractors);
        Assert.Equal(new CameraShake(1, 4) { RollDegrees = 2, ZoomPercent = 3 }, settings.Camera.Shake);
        Assert.Equal((0.5, new CameraPan(-20, 0.1, 2), LightColour.Warm), (settings.Camera.HandHeldPixels, settings.Camera.Pan, settings.Camera.Light));
        Assert.Equal([new(0.7, 0.05), new ExposureStep(1.2, 0.1)], settings.Camera.ExposureSteps);
    }

    [Fact]
    public async Task The_reflex_and_what_disturbs_the_ankle_reach_the_scene()
    {
        var motion = (await Settings(
            "--model", "reflex", "--gain", "4.5", "--fatigue", "3", "--inertia", "0.03", "--stiffness", "25", "--load-stiffening", "0.4", "--tonic-stiffening", "2", "--damping", "0.3",
            "--reflex-delay", "0.045", "--stretches", "2", "--pause", "0.8", "--hold", "0.6", "--drift", "1", "--voluntary", "2", "--hand-shake", "0.5@3")).Motion;

        Assert.Equal(
            new StretchMotion
            {
                Model = ClonusModel.Reflex, Stretches = 2, PauseSeconds = 0.8, HoldSeconds = 0.6, DriftDegrees = 1, VoluntaryDegrees = 2, HandShakeDegrees = 0.5, HandShakeHz = 3,
                Ankle = new ReflexMotion
                {
                    Gain = 4.5, FatigueSeconds = 3, Inertia = 0.03, Stiffness = 25, LoadStiffening = 0.4, TonicStiffening = 2, DampingRatio = 0.3, DelaySeconds = 0.045,
                },
            },
            motion);
    }

    [Theory]
    [InlineData("reflex", "lying", 0.02, 4)]
    [InlineData("reflex", "footonfloor", 0.05, 4)]
    [InlineData("pacemaker", "standing", 0.05, 0.6)]
    public async Task A_foot_on_the_floor_bears_the_leg_and_a_reflex_is_held_for_long(string model, string posture, double inertia, double hold)
    {
        var motion = (await Settings("--model", model, "--posture", posture, "--hand-shake", "0.5")).Motion;

        Assert.Equal((inertia, hold, 0.5, 2.0), (motion.Ankle.Inertia, motion.HoldSeconds, motion.HandShakeDegrees, motion.HandShakeHz));
    }

    [Fact]
    public async Task Every_option_of_a_look_alike_reaches_the_scene()
    {
        var settings = await Settings(
            "synth", "tapping", "--frequency", "4", "--amplitude", "9", "--jitter", "0.05", "--seconds", "2", "--rest-angle", "-5", "--posture", "sitting", "--skin", "V",
            "--sticker", "red", "--seed", "5", "--shake", "1@2");

        Assert.Equal(new LookAlikeMotion(LookAlikeKind.Tapping) { FrequencyHz = 4, AmplitudeDegrees = 9, IntervalCv = 0.05, Seconds = 2, RestDegrees = -5 }, settings.LookAlike);
        Assert.Equal((Posture.Sitting, SkinTone.V, 5L, new CameraShake(1, 2)), (settings.Subject.Posture, settings.Subject.Skin, settings.Seed, settings.Camera.Shake));
        Assert.All(settings.Subject.Stickers, sticker => Assert.Equal(StickerColour.Red, sticker.Colour));
    }

    public static TheoryData<string, LookAlikeKind> LookAlikes => new()
    {
        { "quiet", LookAlikeKind.Quiet }, { "jerk", LookAlikeKind.Jerk }, { "to-and-fro", LookAlikeKind.ToAndFro }, { "voluntary", LookAlikeKind.Voluntary },
        { "tapping", LookAlikeKind.Tapping }, { "parkinson-tremor", LookAlikeKind.ParkinsonTremor }, { "essential-tremor", LookAlikeKind.EssentialTremor },
        { "action-tremor", LookAlikeKind.ActionTremor }, { "shivering", LookAlikeKind.Shivering }, { "heel-strikes", LookAlikeKind.HeelStrikes },
        { "camera-shake", LookAlikeKind.CameraShake }, { "flicker", LookAlikeKind.Flicker }, { "tracker-jitter", LookAlikeKind.TrackerJitter },
    };

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public async Task Each_look_alike_is_a_command_with_what_is_usual_for_it(string name, LookAlikeKind kind)
    {
        var settings = await Settings("synth", name);
        var other = Assert.IsType<LookAlikeMotion>(settings.LookAlike);

        Assert.Equal(new LookAlikeMotion(kind), other);
        Assert.Equal(LookAlikeMotion.UsualPosture(kind), settings.Subject.Posture);
        Assert.Equal(other.Film(settings.Camera), settings.Camera);
        Assert.Equal(kind == LookAlikeKind.CameraShake, settings.Camera.Shake is not null);
        Assert.Equal(kind == LookAlikeKind.Flicker, settings.Camera.Flicker is not null);
    }

    [Theory]
    [InlineData("no beats", "synth", "stretch", "--beats", "0")]
    [InlineData("1 beat", "synth", "stretch", "--beats", "1", "--duration", "2")]
    [InlineData("9 beats in 3 episodes (3, 3, 3)", "synth", "stretch", "--beats", "3", "--stretches", "3", "--duration", "20")]
    [InlineData("rhythm without a trigger, 6 beats", "synth", "stretch", "--beats", "6", "--onset", "spontaneous", "--duration", "3")]
    [InlineData("no beats", "synth", "quiet")]
    public async Task What_is_true_of_the_clip_is_said_in_words(string words, params string[] arguments)
    {
        var clip = Path.Combine(_folder.FullName, "told.mp4");
        using var output = new StringWriter();
        var status = await Parse([.. arguments, "-o", clip, "--size", "64x64", "--fps", "30"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, status);
        Assert.StartsWith($"{clip}: {words}, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_of_a_walk_reaches_the_scene()
    {
        var clip = Path.Combine(_folder.FullName, "walk.mp4");
        var status = await Run(
            ["synth", "walk", "-o", clip, "--speed", "0.9", "--cadence", "100", "--treadmill", "--stand", "0.05", "--view", "side", "--pattern", "foot_drop,step_to", "--severity", "0.5,2", "--affected", "left", "--walks-to", "left", "--framing", "legs", "--clothes", "trousers",
            "--skin", "V", "--stature", "1600", "--markers", "knee,ankle,toe", "--sticker", "red", "--sticker", "right=blue", "--sticker", "knee=white", "--sticker", "left.toe=pink",
            "--sticker-size", "25", "--size", "160x160", "--duration", "0.2", "--seed", "9"]);
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".truth.json"), TestContext.Current.CancellationToken));
        var settings = truth.RootElement.GetProperty("settings");

        Assert.Equal(0, status);
        Assert.Equal("clonus.walk-truth/1", truth.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            """{"cadence_per_minute":100,"metres_per_s":0.9,"treadmill":true,"stand_s":0.05,"patterns":[{"name":"foot_drop","severity":0.5},{"name":"step_to","severity":2}],"affected_side":"left"}""",
            JsonSerializer.Serialize(settings.GetProperty("motion")));
        var subject = settings.GetProperty("subject");
        Assert.Equal(("side", "left", "legs"), (Word("view"), Word("walks_to"), Word("framing")));
        Assert.Equal(("trousers", "v", "25", "1600"), (Word("clothes"), Word("skin"), Word("sticker_mm"), Word("stature_mm")));
        Assert.Equal(
            ["left.knee white", "left.ankle red", "left.toe pink", "right.knee white", "right.ankle blue", "right.toe blue"],
            truth.RootElement.GetProperty("markers").EnumerateArray().Select(m => $"{m.GetProperty("name")} {m.GetProperty("colour")}"));
        Assert.Contains("left.toe: pink", await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".protocol.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        string Word(string name) => subject.GetProperty(name).ToString();
    }

    [Theory]
    [InlineData("sagittal", "side")]
    [InlineData("frontal", "front")]
    [InlineData("back", "back")]
    public async Task A_walks_view_is_named_as_in_clinics(string given, string told)
    {
        var clip = Path.Combine(_folder.FullName, "view.mp4");
        await Run(["synth", "walk", "-o", clip, "--view", given, "--size", "64x64", "--duration", "0.1"]);
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".truth.json"), TestContext.Current.CancellationToken));

        Assert.Equal(told, truth.RootElement.GetProperty("settings").GetProperty("subject").GetProperty("view").GetString());
    }

    [Theory]
    [InlineData("--severity without --pattern: name the pattern that it is of", "--severity", "1")]
    [InlineData("--severity with 3 numbers for 2 patterns: allowed is one number, or one for each pattern", "--pattern", "step_to,vaulting", "--severity", "1,2,3")]
    [InlineData("--severity 4: allowed is 0 to 3", "--pattern", "step_to", "--severity", "4")]
    [InlineData("--pattern: each pattern once", "--pattern", "step_to,step_to")]
    public async Task Patterns_that_cannot_be_are_refused_in_one_line(string message, params string[] arguments)
    {
        var refused = await Assert.ThrowsAsync<InputException>(() => Run(["synth", "walk", "-o", Path.Combine(_folder.FullName, "a.mp4"), .. arguments]));

        Assert.Equal((InputFault.Settings, message), (refused.Fault, refused.Message));
    }

    [Fact]
    public void A_pattern_that_is_none_is_told_with_all_that_are()
    {
        var error = Assert.Single(Parse("synth", "walk", "-o", "a.mp4", "--pattern", "limping").Errors);

        Assert.StartsWith("--pattern limping: allowed is step_to, circumduction, abducted_swing, ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(", clonus_in_stance, clonus_in_swing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--beats", "many", "--beats many: allowed is a whole number")]
    [InlineData("--frequency", "NaN", "--frequency NaN: allowed is a number")]
    [InlineData("--frequency", "1,5", "--frequency 1,5: allowed is a number")]
    [InlineData("--size", "640", "--size 640: allowed is WIDTHxHEIGHT, such as 1920x1080")]
    [InlineData("--skin", "VII", "--skin VII: allowed is i, ii, iii, iv, v, vi")]
    [InlineData("--sticker", "beige", "--sticker beige: allowed is COLOUR or MARKER=COLOUR with red, orange, yellow, green, cyan, blue, purple, magenta, pink, white, black")]
    [InlineData("--sticker", "nose=red", "--sticker nose=red: allowed is COLOUR or MARKER=COLOUR with")]
    [InlineData("--occlude", "ankle", "--occlude ankle: allowed is MARKER@START:END in seconds, such as ankle@1.5:1.8")]
    [InlineData("--fps", "30/0", "--fps 30/0: allowed is a number or a fraction")]
    [InlineData("--view-side", "unknown", "--view-side unknown: allowed is left, right")]
    [InlineData("--pan", "3@1", "--pan 3@1: allowed is PIXELS@START:END in seconds, such as 120@1:3")]
    [InlineData("--distractor", "car=red", "--distractor car=red: allowed is THING=COLOUR with towel, glove, poster, shorts, wall, blocks and red")]
    [InlineData("--shake", "3", "--shake 3: allowed is PIXELS@HZ, such as 3@2")]
    [InlineData("--stretches", "two", "--stretches two: allowed is a whole number")]
    [InlineData("--model", "motor", "--model motor: allowed is scripted, reflex, pacemaker")]
    [InlineData("--hand-shake", "1@x", "--hand-shake 1@x: allowed is DEGREES or DEGREES@HZ, such as 0.5@2")]
    [InlineData("--markers", "knee,nose", "--markers knee,nose: allowed is names of hip, knee, ankle, heel and toe with commas between, or none")]
    public void A_value_that_is_none_is_told_with_what_is_allowed(string option, string value, string message)
    {
        var errors = Parse("-o", "a.mp4", option, value).Errors;

        Assert.StartsWith(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stretch", "knee,shoulder", "hip, knee, ankle, heel and toe")]
    [InlineData("walk", "knee,elbow", "shoulder, hip, knee, ankle, heel and toe")]
    public void A_marker_that_a_clip_cannot_show_is_refused(string kind, string markers, string allowed)
    {
        var errors = Parse("synth", kind, "-o", "a.mp4", "--markers", markers).Errors;

        Assert.Equal($"--markers {markers}: allowed is names of {allowed} with commas between, or none", Assert.Single(errors).Message);
    }

    [Fact]
    public void A_clip_without_a_name_is_an_error() => Assert.NotEmpty(Parse("--beats", "3").Errors);

    [Fact]
    public async Task What_cannot_be_rendered_leaves_nothing()
    {
        await Assert.ThrowsAsync<InputException>(() => Run("-o", Path.Combine(_folder.FullName, "a.mp4"), "--beats", "1000"));

        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    // Of the first tenth of a second, small: the truth holds them all.
    private async Task<StretchScene> Settings(params string[] arguments)
    {
        var clip = Path.Combine(_folder.FullName, "settings.mp4");
        Assert.Equal(0, await Run([.. arguments, "-o", clip, "--size", "96x96", "--duration", "0.1"]));
        return TruthFile.Read(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".truth.json"), TestContext.Current.CancellationToken)).Settings;
    }

    private static ParseResult Parse(params string[] arguments) =>
        new RootCommand { SynthCommand.Create() }.Parse(arguments[0] == "synth" ? arguments : ["synth", "stretch", .. arguments]);

    private static Task<int> Run(params string[] arguments) => Parse(arguments).InvokeAsync(
        new InvocationConfiguration { Output = TextWriter.Null, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
}
