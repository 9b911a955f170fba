using System.CommandLine;
using Clonus.Motion;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth stretch -o FILE: an ankle that is stretched, and beats of clonus.</summary>
internal static class SynthStretch
{
    private const double ReflexHoldSeconds = 4;

    private static readonly FilmOptions Film = new(new StretchCamera());
    private static readonly SubjectOptions Subject = new();

    private static readonly Option<ClonusModel?> Model = SceneOption.Chosen<ClonusModel>(
        "--model", "scripted: beats as the options say; reflex: they arise from a delayed stretch reflex; pacemaker: a generator of fixed rate moves the ankle [scripted]");

    private static readonly Option<int?> Beats = SceneOption.Valued("--beats", "N", "Beats after the stretch; 0 is a stretch that is only held [8]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> Frequency = SceneOption.Numbered("--frequency", "HZ", "Rate of the beats [5.5]");
    private static readonly Option<double?> Amplitude = SceneOption.Numbered("--amplitude", "DEG", "Depth of the first beat, peak to peak [10]");
    private static readonly Option<double?> Decay = SceneOption.Numbered("--decay", "PER_S", "p of the depth's e^(pt); negative fades [-0.15]");
    private static readonly Option<double?> FirstInterval = SceneOption.Numbered("--first-interval", "RATIO", "First interval over the settled one [1.3]");
    private static readonly Option<double?> Asymmetry = SceneOption.Numbered("--asymmetry", "FRACTION", "Share of a beat spent plantarflexing [0.45]");
    private static readonly Option<double?> Jitter = SceneOption.Numbered("--jitter", "CV", "Random variation of the intervals [0.03]");
    private static readonly Option<double?> AmplitudeJitter = SceneOption.Numbered("--amplitude-jitter", "CV", "Random variation of the depths [0.05]");
    private static readonly Option<double?> Latency = SceneOption.Numbered("--latency", "S", "From the stretch's end to the first beat [0.06]");
    private static readonly Option<StretchOnset?> Onset = SceneOption.Chosen<StretchOnset>("--onset", "stretch: seen; running: beats already in the first frame; spontaneous: no stretch [stretch]");

    private static readonly Option<int?> Stretches = SceneOption.Valued("--stretches", "N", "How often the foot is stretched, each time with its beats [1]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> Pause = SceneOption.Numbered("--pause", "S", "Rest between a release and the next stretch [1.5]");
    private static readonly Option<double?> StretchStart = SceneOption.Numbered("--stretch-start", "S", "When the stretch starts [0.8]");
    private static readonly Option<double?> StretchAngle = SceneOption.Numbered("--stretch-angle", "DEG", "How far the foot is pushed up [28]");
    private static readonly Option<double?> StretchSpeed = SceneOption.Numbered("--stretch-speed", "DEG_PER_S", "How fast [220]");
    private static readonly Option<double?> RestAngle = SceneOption.Numbered("--rest-angle", "DEG", "Where the foot rests, negative in plantarflexion [-20]");
    private static readonly Option<double?> Hold = SceneOption.Numbered("--hold", "S", "How long the foot is held after the last beat [0.6]; by --model reflex after the stretch [4]");
    private static readonly Option<double?> ReleaseSpeed = SceneOption.Numbered("--release-speed", "DEG_PER_S", "How fast the foot comes back to rest [60]");
    private static readonly Option<int?> Passive = SceneOption.Valued("--passive", "N", "Slow back-and-forth movements by the examiner before the stretch [0]", SceneText.Whole, "a whole number");
    private static readonly Option<double?> PassiveFrequency = SceneOption.Numbered("--passive-frequency", "HZ", "Their rate [1.5]");
    private static readonly Option<double?> PassiveAngle = SceneOption.Numbered("--passive-angle", "DEG", "Their size [12]");
    private static readonly Option<double?> Drift = SceneOption.Numbered("--drift", "DEG", "The whole angle wanders slowly, to either side [0]");
    private static readonly Option<double?> Voluntary = SceneOption.Numbered("--voluntary", "DEG", "The patient moves the foot on top, below 1 Hz, to either side [0]");
    private static readonly Option<(double Degrees, double? Hertz)?> HandShake = SceneOption.Valued(
        "--hand-shake", "DEG[@HZ]", "The examiner's hand shakes while it holds the foot, to either side [0, at 2 Hz]", SceneText.HandShake, "DEGREES or DEGREES@HZ, such as 0.5@2");

    private static readonly Option<double?> KneeMotion = SceneOption.Numbered("--knee-motion", "MM", "How far the knee gives way [3]");

    /// <summary>Options that act under some of the models only.</summary>
    private static readonly (Option[] Options, ClonusModel[] Models)[] OptionsOfModels =
    [
        ([Asymmetry, Onset], [ClonusModel.Scripted]),
        ([Beats, Frequency, Amplitude, Decay, FirstInterval, Jitter, AmplitudeJitter, Latency], [ClonusModel.Scripted, ClonusModel.Pacemaker]),
        (AnkleOptions.OfReflex, [ClonusModel.Reflex]),
        (AnkleOptions.OfAnkle, [ClonusModel.Reflex, ClonusModel.Pacemaker]),
    ];

    public static Command Create() => SceneCommand.Create(
        "stretch",
        "A leg on an examination couch, the examiner's fast stretch of the ankle, and beats of clonus",
        [
            Model, Beats, Frequency, Amplitude, Decay, FirstInterval, Asymmetry, Jitter, AmplitudeJitter, Latency, Onset, .. AnkleOptions.OfReflex, .. AnkleOptions.OfAnkle,
            Stretches, Pause, StretchStart, StretchAngle, StretchSpeed, RestAngle, Hold, ReleaseSpeed, Passive, PassiveFrequency, PassiveAngle, Drift, Voluntary, HandShake, KneeMotion,
            .. Subject.All, .. Film.All,
        ],
        (parsed, path, cancel) => ClipWriter.Write(Scene(parsed), path, null, cancel),
        TruthText.Told);

    private static StretchScene Scene(ParseResult parsed)
    {
        RefuseWhatDoesNothing(parsed);
        var subject = Subject.Subject(parsed);
        return new StretchScene
        {
            Motion = Motion(parsed, new StretchMotion()) with { Ankle = AnkleOptions.Ankle(parsed, subject.Posture) },
            Subject = subject,
            Camera = Film.Camera(parsed),
            Encoding = Film.Encoding(parsed),
            Seed = Film.SeedOf(parsed),
        };
    }

    private static void RefuseWhatDoesNothing(ParseResult parsed)
    {
        var model = parsed.GetValue(Model) ?? ClonusModel.Scripted;
        foreach (var (options, models) in OptionsOfModels.Where(o => !o.Models.Contains(model)))
        {
            if (options.FirstOrDefault(option => parsed.GetResult(option) is not null) is { } idle)
            {
                throw new InputException(InputFault.Settings, $"{idle.Name} does nothing with --model {Word(model)}: {Reason(model)}; it goes with --model {string.Join(" or ", models.Select(Word))}");
            }
        }

        if (parsed.GetResult(Pause) is not null && (parsed.GetValue(Stretches) ?? 1) <= 1)
        {
            throw new InputException(InputFault.Settings, "--pause does nothing with one stretch: give --stretches 2 or more");
        }
    }

    private static string Reason(ClonusModel model) => model switch
    {
        ClonusModel.Reflex => "its beats arise by themselves",
        ClonusModel.Pacemaker => "its beats are a generator's bursts, which a stretch starts and the ankle shapes",
        _ => "its beats are written down, no ankle is computed",
    };

    private static string Word(ClonusModel model) => model.ToString().ToLowerInvariant();

    private static StretchMotion Motion(ParseResult parsed, StretchMotion usual)
    {
        var model = parsed.GetValue(Model) ?? usual.Model;
        var shake = parsed.GetValue(HandShake);
        return new StretchMotion
        {
            Model = model,
            Beats = parsed.GetValue(Beats) ?? usual.Beats,
            FrequencyHz = parsed.GetValue(Frequency) ?? usual.FrequencyHz,
            AmplitudeDegrees = parsed.GetValue(Amplitude) ?? usual.AmplitudeDegrees,
            DecayPerSecond = parsed.GetValue(Decay) ?? usual.DecayPerSecond,
            FirstIntervalRatio = parsed.GetValue(FirstInterval) ?? usual.FirstIntervalRatio,
            PlantarflexionFraction = parsed.GetValue(Asymmetry) ?? usual.PlantarflexionFraction,
            IntervalCv = parsed.GetValue(Jitter) ?? usual.IntervalCv,
            AmplitudeCv = parsed.GetValue(AmplitudeJitter) ?? usual.AmplitudeCv,
            LatencySeconds = parsed.GetValue(Latency) ?? usual.LatencySeconds,
            Onset = parsed.GetValue(Onset) ?? usual.Onset,
            Stretches = parsed.GetValue(Stretches) ?? usual.Stretches,
            PauseSeconds = parsed.GetValue(Pause) ?? usual.PauseSeconds,
            StretchStartSeconds = parsed.GetValue(StretchStart) ?? usual.StretchStartSeconds,
            StretchDegrees = parsed.GetValue(StretchAngle) ?? usual.StretchDegrees,
            StretchDegreesPerSecond = parsed.GetValue(StretchSpeed) ?? usual.StretchDegreesPerSecond,
            RestDegrees = parsed.GetValue(RestAngle) ?? usual.RestDegrees,
            HoldSeconds = parsed.GetValue(Hold) ?? (model == ClonusModel.Reflex ? ReflexHoldSeconds : usual.HoldSeconds),
            ReleaseDegreesPerSecond = parsed.GetValue(ReleaseSpeed) ?? usual.ReleaseDegreesPerSecond,
            PassiveMovements = parsed.GetValue(Passive) ?? usual.PassiveMovements,
            PassiveFrequencyHz = parsed.GetValue(PassiveFrequency) ?? usual.PassiveFrequencyHz,
            PassiveDegrees = parsed.GetValue(PassiveAngle) ?? usual.PassiveDegrees,
            DriftDegrees = parsed.GetValue(Drift) ?? usual.DriftDegrees,
            VoluntaryDegrees = parsed.GetValue(Voluntary) ?? usual.VoluntaryDegrees,
            HandShakeDegrees = shake?.Degrees ?? usual.HandShakeDegrees,
            HandShakeHz = shake?.Hertz ?? usual.HandShakeHz,
            KneeMotionMillimetres = parsed.GetValue(KneeMotion) ?? usual.KneeMotionMillimetres,
        };
    }
}
