using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth stretch -o FILE: an ankle that is stretched, and beats of clonus.</summary>
internal static class SynthStretch
{
    private static readonly FilmOptions Film = new(new StretchCamera());

    private static readonly Option<int?> Beats = SceneOption.Valued("--beats", "N", "Beats after the stretch; 0 is a stretch that is only held [8]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> Frequency = SceneOption.Numbered("--frequency", "HZ", "Rate of the beats [5.5]");
    private static readonly Option<double?> Amplitude = SceneOption.Numbered("--amplitude", "DEG", "Depth of the first beat, peak to peak [10]");
    private static readonly Option<double?> Decay = SceneOption.Numbered("--decay", "PER_S", "p of the depth's e^(pt); negative fades [-0.15]");
    private static readonly Option<double?> FirstInterval = SceneOption.Numbered("--first-interval", "RATIO", "First interval over the settled one [1.3]");
    private static readonly Option<double?> Asymmetry = SceneOption.Numbered("--asymmetry", "FRACTION", "Share of a beat spent plantarflexing [0.45]");
    private static readonly Option<double?> Jitter = SceneOption.Numbered("--jitter", "CV", "Random variation of the intervals [0.03]");
    private static readonly Option<double?> AmplitudeJitter = SceneOption.Numbered("--amplitude-jitter", "CV", "Random variation of the depths [0.05]");
    private static readonly Option<StretchOnset?> Onset = SceneOption.Chosen<StretchOnset>("--onset", "stretch: seen; running: beats already in the first frame; spontaneous: no stretch [stretch]");
    private static readonly Option<double?> StretchStart = SceneOption.Numbered("--stretch-start", "S", "When the stretch starts [0.8]");
    private static readonly Option<double?> StretchAngle = SceneOption.Numbered("--stretch-angle", "DEG", "How far the foot is pushed up [28]");
    private static readonly Option<double?> StretchSpeed = SceneOption.Numbered("--stretch-speed", "DEG_PER_S", "How fast [220]");
    private static readonly Option<double?> RestAngle = SceneOption.Numbered("--rest-angle", "DEG", "Where the foot rests, negative in plantarflexion [-20]");
    private static readonly Option<double?> Latency = SceneOption.Numbered("--latency", "S", "From the stretch's end to the first beat [0.06]");
    private static readonly Option<double?> Hold = SceneOption.Numbered("--hold", "S", "How long the foot is held after the last beat [0.6]");
    private static readonly Option<double?> ReleaseSpeed = SceneOption.Numbered("--release-speed", "DEG_PER_S", "How fast the foot comes back to rest [60]");
    private static readonly Option<int?> Passive = SceneOption.Valued("--passive", "N", "Slow back-and-forth movements by the examiner before the stretch [0]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> PassiveFrequency = SceneOption.Numbered("--passive-frequency", "HZ", "Their rate [1.5]");
    private static readonly Option<double?> PassiveAngle = SceneOption.Numbered("--passive-angle", "DEG", "Their size [12]");
    private static readonly Option<double?> KneeMotion = SceneOption.Numbered("--knee-motion", "MM", "How far the knee gives way [3]");

    private static readonly Option<Posture?> PostureOption = SceneOption.Chosen<Posture>("--posture", "What fits the picture's shape, unless given");
    private static readonly Option<BodySide?> ViewSide = SceneOption.Chosen<BodySide>("--view-side", "Where the toes point; the leg of that side is seen from outside [right]", BodySide.Left, BodySide.Right);
    private static readonly Option<SkinTone?> Skin = SceneOption.Chosen<SkinTone>("--skin", "Fitzpatrick's skin tone [II]");
    private static readonly Option<ImmutableArray<Landmark>?> Markers =
        SceneOption.Valued("--markers", "LIST", "Stickers on: hip, knee, ankle, heel, toe, or none [knee,ankle,heel,toe]", SceneText.Markers, "names of hip, knee, ankle, heel and toe with commas between, or none");

    private static readonly Option<StickerChoice[]> Stickers =
        SceneOption.Repeated("--sticker", "COLOUR|NAME=COLOUR", "Colour of all stickers, or of one [green]", SceneText.Sticker, "COLOUR or MARKER=COLOUR with " + SceneText.Words<StickerColour>());

    private static readonly Option<double?> StickerSize = SceneOption.Numbered("--sticker-size", "PX", "Diameter [20 mm]");
    private static readonly Option<Occlusion[]> Occlude =
        SceneOption.Repeated("--occlude", "MARKER@START:END", "An arm hides the marker for a while", SceneText.Occlusion, "MARKER@START:END in seconds, such as ankle@1.5:1.8");

    private static readonly Option<OtherLeg?> Other = SceneOption.Chosen<OtherLeg>("--other-leg", "What is seen of the leg behind [none on the couch, bare on the floor]");
    private static readonly Option<Distractor[]> Distractors = SceneOption.Repeated(
        "--distractor", "THING=COLOUR", "A thing near a marker's colour: " + SceneText.Words<DistractorKind>(), SceneText.Distractor,
        $"THING=COLOUR with {SceneText.Words<DistractorKind>()} and {SceneText.Words<StickerColour>()}");

    public static Command Create() => SceneCommand.Create(
        "stretch",
        "A leg on an examination couch, the examiner's fast stretch of the ankle, and beats of clonus",
        [
            Beats, Frequency, Amplitude, Decay, FirstInterval, Asymmetry, Jitter, AmplitudeJitter, Onset, StretchStart, StretchAngle, StretchSpeed, RestAngle,
            Latency, Hold, ReleaseSpeed, Passive, PassiveFrequency, PassiveAngle, KneeMotion, PostureOption, ViewSide, Skin, Markers, Stickers, StickerSize,
            Occlude, Other, Distractors, .. Film.All,
        ],
        (parsed, path, cancel) => ClipWriter.Write(Scene(parsed), path, null, cancel),
        truth => ($"{truth.BeatsTotal} beats", truth.FrameTimesSeconds.Length, truth.Settings.Camera));

    private static StretchScene Scene(ParseResult parsed)
    {
        var scene = new StretchScene();
        return scene with
        {
            Motion = Motion(parsed, scene.Motion),
            Subject = Subject(parsed, scene.Subject),
            Camera = Film.Camera(parsed),
            Encoding = Film.Encoding(parsed),
            Seed = Film.SeedOf(parsed),
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
            Stickers = [.. landmarks.Select(landmark => new Sticker(landmark, StickerChoice.ColourOf(BodySide.Unknown, landmark, colours)))],
            StickerDiameterPixels = parsed.GetValue(StickerSize),
            Occlusions = [.. parsed.GetValue(Occlude) ?? []],
            OtherLeg = parsed.GetValue(Other),
            Distractors = [.. parsed.GetValue(Distractors) ?? []],
        };
    }
}
