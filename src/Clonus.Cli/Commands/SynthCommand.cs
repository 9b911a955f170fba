using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth stretch -o FILE: a rendered clip whose truth is known.</summary>
internal static class SynthCommand
{
    private static readonly Option<string> Output =
        new("--output", "-o") { HelpName = "FILE", Required = true, Description = "Video to write: .mp4, .mov, .mkv, .webm, .avi or .ts; truth.json and protocol.yaml are written beside it" };

    private static readonly Option<int?> Beats = Valued("--beats", "N", "Beats after the stretch; 0 is a stretch that is only held [8]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> Frequency = Numbered("--frequency", "HZ", "Rate of the beats [5.5]");
    private static readonly Option<double?> Amplitude = Numbered("--amplitude", "DEG", "Depth of the first beat, peak to peak [10]");
    private static readonly Option<double?> Decay = Numbered("--decay", "PER_S", "p of the depth's e^(pt); negative fades [-0.15]");
    private static readonly Option<double?> FirstInterval = Numbered("--first-interval", "RATIO", "First interval over the settled one [1.3]");
    private static readonly Option<double?> Asymmetry = Numbered("--asymmetry", "FRACTION", "Share of a beat spent plantarflexing [0.45]");
    private static readonly Option<double?> Jitter = Numbered("--jitter", "CV", "Random variation of the intervals [0.03]");
    private static readonly Option<double?> AmplitudeJitter = Numbered("--amplitude-jitter", "CV", "Random variation of the depths [0.05]");
    private static readonly Option<StretchOnset?> Onset = Chosen<StretchOnset>("--onset", "stretch: seen; running: beats already in the first frame; spontaneous: no stretch [stretch]");
    private static readonly Option<double?> StretchStart = Numbered("--stretch-start", "S", "When the stretch starts [0.8]");
    private static readonly Option<double?> StretchAngle = Numbered("--stretch-angle", "DEG", "How far the foot is pushed up [28]");
    private static readonly Option<double?> StretchSpeed = Numbered("--stretch-speed", "DEG_PER_S", "How fast [220]");
    private static readonly Option<double?> RestAngle = Numbered("--rest-angle", "DEG", "Where the foot rests, negative in plantarflexion [-20]");
    private static readonly Option<double?> Latency = Numbered("--latency", "S", "From the stretch's end to the first beat [0.06]");
    private static readonly Option<double?> Hold = Numbered("--hold", "S", "How long the foot is held after the last beat [0.6]");
    private static readonly Option<double?> ReleaseSpeed = Numbered("--release-speed", "DEG_PER_S", "How fast the foot comes back to rest [60]");
    private static readonly Option<int?> Passive = Valued("--passive", "N", "Slow back-and-forth movements by the examiner before the stretch [0]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> PassiveFrequency = Numbered("--passive-frequency", "HZ", "Their rate [1.5]");
    private static readonly Option<double?> PassiveAngle = Numbered("--passive-angle", "DEG", "Their size [12]");
    private static readonly Option<double?> KneeMotion = Numbered("--knee-motion", "MM", "How far the knee gives way [3]");

    private static readonly Option<Posture?> PostureOption = Chosen<Posture>("--posture", "What fits the picture's shape, unless given");
    private static readonly Option<BodySide?> ViewSide = Chosen<BodySide>("--view-side", "Where the toes point; the leg of that side is seen from outside [right]", BodySide.Left, BodySide.Right);
    private static readonly Option<SkinTone?> Skin = Chosen<SkinTone>("--skin", "Fitzpatrick's skin tone [II]");
    private static readonly Option<ImmutableArray<Landmark>?> Markers =
        Valued("--markers", "LIST", "Stickers on: hip, knee, ankle, heel, toe [knee,ankle,heel,toe]", SceneText.Markers, "names of hip, knee, ankle, heel and toe with commas between");

    private static readonly Option<StickerChoice[]> Stickers =
        Repeated("--sticker", "COLOUR|NAME=COLOUR", "Colour of all stickers, or of one [green]", SceneText.Sticker, "COLOUR or MARKER=COLOUR with " + SceneText.Words<StickerColour>());

    private static readonly Option<double?> StickerSize = Numbered("--sticker-size", "PX", "Diameter [20 mm]");
    private static readonly Option<Occlusion[]> Occlude =
        Repeated("--occlude", "MARKER@START:END", "An arm hides the marker for a while", SceneText.Occlusion, "MARKER@START:END in seconds, such as ankle@1.5:1.8");

    private static readonly Option<FrameRate?> Fps = Valued("--fps", "HZ", "Frames a second: 30, 29.97, 30000/1001 [30]", SceneText.Rate, "a number or a fraction");
    private static readonly Option<bool> Vfr = new("--vfr") { Description = "Uneven frame times and dropped frames, as phones write" };
    private static readonly Option<(int Width, int Height)?> Size = Valued("--size", "WxH", "Upright picture [640x360]", SceneText.Size, "WIDTHxHEIGHT, such as 1920x1080");
    private static readonly Option<double?> Duration = Numbered("--duration", "S", "Length of the clip [until the foot rests]");
    private static readonly Option<double?> Shutter = Valued("--shutter", "S", "Exposure of a frame, such as 1/100; 0 is an instant [1/250]", SceneText.Seconds, "seconds, such as 0.004 or 1/250");
    private static readonly Option<double?> Noise = Numbered("--noise", "SIGMA", "Sensor noise in levels of 8 bits [1.5]");
    private static readonly Option<CameraShake?> Shake = Valued("--shake", "PX@HZ", "The camera shakes", SceneText.Shake, "PIXELS@HZ, such as 3@2");
    private static readonly Option<Flicker?> FlickerOption = Valued("--flicker", "PERCENT@HZ", "The light pulses", SceneText.Flicker, "PERCENT@HZ, such as 10@100");
    private static readonly Option<double?> Brightness = Numbered("--brightness", "FACTOR", "Factor on the light [1]");
    private static readonly Option<bool> Mirror = new("--mirror") { Description = "The picture is a mirror image" };
    private static readonly Option<int?> Rotate = Valued("--rotate", "DEG", "Stored turned, with the tag that turns it upright: 0, 90, 180, 270 [0]", SceneText.Whole, "0, 90, 180 or 270");
    private static readonly Option<string?> Codec = new("--codec") { HelpName = "NAME", Description = "h264, hevc, vp9, mpeg4 or mjpeg [the container's usual one]" };
    private static readonly Option<int?> Crf = Valued("--crf", "N", "Constant quality as the codec counts it [h264 23]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> Bitrate = Numbered("--bitrate", "MBIT_PER_S", "Mean bit rate, instead of --crf");
    private static readonly Option<long?> Seed = Valued("--seed", "N", "Of all that is random [1]", SceneText.Seed, "a whole number");

    public static Command Create()
    {
        var stretch = new Command("stretch", "A leg on an examination couch, the examiner's fast stretch of the ankle, and beats of clonus");
        Option[] options =
        [
            Output, Beats, Frequency, Amplitude, Decay, FirstInterval, Asymmetry, Jitter, AmplitudeJitter, Onset, StretchStart, StretchAngle, StretchSpeed,
            RestAngle, Latency, Hold, ReleaseSpeed, Passive, PassiveFrequency, PassiveAngle, KneeMotion, PostureOption, ViewSide, Skin, Markers, Stickers,
            StickerSize, Occlude, Fps, Vfr, Size, Duration, Shutter, Noise, Shake, FlickerOption, Brightness, Mirror, Rotate, Codec, Crf, Bitrate, Seed,
        ];
        Array.ForEach(options, stretch.Options.Add);
        stretch.SetAction(Run);
        return new Command("synth", "Render a clip whose truth is known") { stretch };
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var clip = ClipWriter.Write(Scene(parsed), parsed.GetRequiredValue(Output), null, cancel);
        var (truth, camera) = (clip.Truth, clip.Truth.Settings.Camera);
        parsed.InvocationConfiguration.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clip.VideoPath}: {truth.BeatsTotal} beats, {truth.FrameTimesSeconds.Length} frames of {camera.WidthPixels}x{camera.HeightPixels}; truth in {clip.TruthPath}"));
        return Task.FromResult(0);
    }

    private static StretchScene Scene(ParseResult parsed)
    {
        var scene = new StretchScene();
        return scene with
        {
            Motion = Motion(parsed, scene.Motion),
            Subject = Subject(parsed, scene.Subject),
            Camera = Camera(parsed, scene.Camera),
            Encoding = new EncodingSettings
            {
                Codec = parsed.GetValue(Codec),
                Crf = parsed.GetValue(Crf),
                MegabitsPerSecond = parsed.GetValue(Bitrate),
                RotationDegrees = parsed.GetValue(Rotate) ?? 0,
            },
            Seed = parsed.GetValue(Seed) ?? scene.Seed,
        };
    }

    private static StretchMotion Motion(ParseResult parsed, StretchMotion usual) => new()
    {
        Beats = parsed.GetValue(Beats) ?? usual.Beats,
        FrequencyHz = parsed.GetValue(Frequency) ?? usual.FrequencyHz,
        AmplitudeDegrees = parsed.GetValue(Amplitude) ?? usual.AmplitudeDegrees,
        DecayPerSecond = parsed.GetValue(Decay) ?? usual.DecayPerSecond,
        FirstIntervalRatio = parsed.GetValue(FirstInterval) ?? usual.FirstIntervalRatio,
        PlantarflexionFraction = parsed.GetValue(Asymmetry) ?? usual.PlantarflexionFraction,
        IntervalCv = parsed.GetValue(Jitter) ?? usual.IntervalCv,
        AmplitudeCv = parsed.GetValue(AmplitudeJitter) ?? usual.AmplitudeCv,
        Onset = parsed.GetValue(Onset) ?? usual.Onset,
        StretchStartSeconds = parsed.GetValue(StretchStart) ?? usual.StretchStartSeconds,
        StretchDegrees = parsed.GetValue(StretchAngle) ?? usual.StretchDegrees,
        StretchDegreesPerSecond = parsed.GetValue(StretchSpeed) ?? usual.StretchDegreesPerSecond,
        RestDegrees = parsed.GetValue(RestAngle) ?? usual.RestDegrees,
        LatencySeconds = parsed.GetValue(Latency) ?? usual.LatencySeconds,
        HoldSeconds = parsed.GetValue(Hold) ?? usual.HoldSeconds,
        ReleaseDegreesPerSecond = parsed.GetValue(ReleaseSpeed) ?? usual.ReleaseDegreesPerSecond,
        PassiveMovements = parsed.GetValue(Passive) ?? usual.PassiveMovements,
        PassiveFrequencyHz = parsed.GetValue(PassiveFrequency) ?? usual.PassiveFrequencyHz,
        PassiveDegrees = parsed.GetValue(PassiveAngle) ?? usual.PassiveDegrees,
        KneeMotionMillimetres = parsed.GetValue(KneeMotion) ?? usual.KneeMotionMillimetres,
    };

    private static StretchSubject Subject(ParseResult parsed, StretchSubject usual)
    {
        var colours = parsed.GetValue(Stickers) ?? [];
        var landmarks = parsed.GetValue(Markers) ?? [.. usual.Stickers.Select(s => s.Landmark)];
        return new StretchSubject
        {
            Posture = parsed.GetValue(PostureOption),
            ToesPoint = parsed.GetValue(ViewSide) ?? usual.ToesPoint,
            Skin = parsed.GetValue(Skin) ?? usual.Skin,
            Stickers = [.. landmarks.Select(landmark => new Sticker(landmark, ColourOf(landmark, colours)))],
            StickerDiameterPixels = parsed.GetValue(StickerSize),
            Occlusions = [.. parsed.GetValue(Occlude) ?? []],
        };
    }

    // A marker's own colour goes before the colour of all, and the last word counts.
    private static StickerColour ColourOf(Landmark landmark, StickerChoice[] colours)
    {
        var own = colours.Where(c => c.Landmark == landmark);
        var all = colours.Where(c => c.Landmark is null);
        return own.Reverse().Concat(all.Reverse()).Select(c => (StickerColour?)c.Colour).FirstOrDefault() ?? StickerColour.Green;
    }

    private static StretchCamera Camera(ParseResult parsed, StretchCamera usual)
    {
        var (width, height) = parsed.GetValue(Size) ?? (usual.WidthPixels, usual.HeightPixels);
        return new StretchCamera
        {
            Rate = parsed.GetValue(Fps) ?? usual.Rate,
            VariableFrameRate = parsed.GetValue(Vfr),
            WidthPixels = width,
            HeightPixels = height,
            DurationSeconds = parsed.GetValue(Duration),
            ShutterSeconds = parsed.GetValue(Shutter) ?? usual.ShutterSeconds,
            NoiseSigma = parsed.GetValue(Noise) ?? usual.NoiseSigma,
            Shake = parsed.GetValue(Shake),
            Flicker = parsed.GetValue(FlickerOption),
            Brightness = parsed.GetValue(Brightness) ?? usual.Brightness,
            Mirror = parsed.GetValue(Mirror),
        };
    }

    private static Option<double?> Numbered(string name, string value, string description) => Valued(name, value, description, SceneText.Number, "a number");

    private static Option<T?> Chosen<T>(string name, string description, params T[] choice) where T : struct, Enum
    {
        var allowed = choice.Length == 0 ? Enum.GetValues<T>() : choice;
        var words = string.Join(", ", allowed).ToLowerInvariant();
        return Valued(
            name, words.Replace(", ", "|", StringComparison.Ordinal), description, text => SceneText.Word<T>(text) is { } word && allowed.Contains(word) ? (T?)word : null, words);
    }

    private static Option<T?> Valued<T>(string name, string value, string description, Func<string, T?> parse, string allowed) => new(name)
    {
        HelpName = value,
        Description = description,
        CustomParser = result =>
        {
            var parsed = parse(result.Tokens[0].Value);
            if (parsed is null)
            {
                result.AddError($"{name} {result.Tokens[0].Value}: allowed is {allowed}");
            }

            return parsed;
        },
    };

    private static Option<T[]> Repeated<T>(string name, string value, string description, Func<string, T?> parse, string allowed) => new(name)
    {
        HelpName = value,
        Description = description,
        CustomParser = result =>
        {
            var parsed = result.Tokens.Select(token => (Text: token.Value, Value: parse(token.Value))).ToArray();
            foreach (var (text, _) in parsed.Where(p => p.Value is null))
            {
                result.AddError($"{name} {text}: allowed is {allowed}");
            }

            return [.. parsed.Select(p => p.Value).OfType<T>()];
        },
    };
}
