using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth KIND -o FILE: an ankle whose movement, or film, is taken for clonus and is none.</summary>
internal sealed class SynthLookAlike
{
    private readonly LookAlikeKind _kind;
    private readonly FilmOptions _film;
    private readonly SubjectOptions _subject;
    private readonly Option<double?> _frequency;
    private readonly Option<double?> _amplitude;
    private readonly Option<double?> _jitter;
    private readonly Option<double?> _seconds;
    private readonly Option<double?> _restAngle;

    private SynthLookAlike(LookAlikeKind kind)
    {
        var usual = new LookAlikeMotion(kind);
        var (hertz, degrees, variation) = LookAlikeMotion.Usual(kind);
        var posture = LookAlikeMotion.UsualPosture(kind);
        _kind = kind;
        _film = new FilmOptions(usual.Film(Framing(posture)));
        _subject = new SubjectOptions(posture);
        _frequency = SceneOption.Numbered("--frequency", "HZ", Usually("Its rate", hertz));
        _amplitude = SceneOption.Numbered("--amplitude", "DEG", Usually(kind == LookAlikeKind.HeelStrikes ? "What each heel strike adds, peak to peak" : "Its depth, peak to peak", degrees));
        _jitter = SceneOption.Numbered("--jitter", "CV", Usually("Random variation of the intervals", variation));
        _seconds = SceneOption.Numbered("--seconds", "S", Usually("How long it lasts; a second lies before and after it", usual.Seconds));
        _restAngle = SceneOption.Numbered("--rest-angle", "DEG", "Where the foot rests, negative in plantarflexion " + (posture is null ? "[-20]" : "[0]"));
    }

    public static IEnumerable<Command> CreateAll() => Enum.GetValues<LookAlikeKind>().Select(kind => new SynthLookAlike(kind).Create());

    private Command Create()
    {
        var (hertz, degrees, _) = LookAlikeMotion.Usual(_kind);
        var moves = degrees > 0;
        return SceneCommand.Create(
            JsonNamingPolicy.KebabCaseLower.ConvertName(_kind.ToString()),
            Description(_kind),
            [.. moves && hertz > 0 ? [_frequency, _jitter] : (Option[])[], .. moves ? [_amplitude] : (Option[])[], _seconds, _restAngle, .. _subject.All, .. _film.All],
            (parsed, path, cancel) => ClipWriter.Write(Scene(parsed), path, null, cancel),
            TruthText.Told);
    }

    private static string Description(LookAlikeKind kind) => kind switch
    {
        LookAlikeKind.Quiet => "A foot at rest, which only breathing moves",
        LookAlikeKind.Jerk => "One twitch of the foot, as in a startle",
        LookAlikeKind.ToAndFro => "The examiner's hand moves the foot up and down, usually at 1 to 3 Hz",
        LookAlikeKind.Voluntary => "The patient moves the foot slowly, usually at 0.5 to 2.5 Hz",
        LookAlikeKind.Tapping => "The patient taps with the forefoot, not quite evenly, usually at 2 to 5 Hz",
        LookAlikeKind.ParkinsonTremor => "A rest tremor that waxes and wanes, usually of 4 to 6 Hz",
        LookAlikeKind.EssentialTremor => "A fine tremor, usually of 4 to 12 Hz",
        LookAlikeKind.ActionTremor => "A tremor on top of a slow raise of the heel, usually of 4 to 8 Hz",
        LookAlikeKind.Shivering => "Fast bursts without a steady rate, usually of 8 to 12 Hz",
        LookAlikeKind.HeelStrikes => "The ankle's angle of a walk on the spot with the shock of each heel strike, usually 0.9 strides a second",
        LookAlikeKind.CameraShake => "A foot at rest before a camera that shakes in a rhythm; --shake says how",
        LookAlikeKind.Flicker => "A foot at rest under lamps that flicker; --flicker says how",
        LookAlikeKind.TrackerJitter => "A foot at rest in so dark and noisy a picture that what follows the stickers jumps about; --noise and --brightness say how",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a look-alike without a description"),
    };

    // A leg from knee to floor fills a wide picture badly.
    private static StretchCamera Framing(Posture? posture) => posture switch
    {
        Posture.FootOnFloor => new StretchCamera { WidthPixels = 480, HeightPixels = 480 },
        Posture.Standing => new StretchCamera { WidthPixels = 360, HeightPixels = 540 },
        _ => new StretchCamera(),
    };

    private static string Usually(string description, double value) => string.Create(CultureInfo.InvariantCulture, $"{description} [{value}]");

    private StretchScene Scene(ParseResult parsed)
    {
        var usual = new LookAlikeMotion(_kind);
        return new StretchScene
        {
            LookAlike = new LookAlikeMotion(_kind)
            {
                FrequencyHz = parsed.GetValue(_frequency),
                AmplitudeDegrees = parsed.GetValue(_amplitude),
                IntervalCv = parsed.GetValue(_jitter),
                Seconds = parsed.GetValue(_seconds) ?? usual.Seconds,
                RestDegrees = parsed.GetValue(_restAngle),
            },
            Subject = _subject.Subject(parsed),
            Camera = _film.Camera(parsed),
            Encoding = _film.Encoding(parsed),
            Seed = _film.SeedOf(parsed),
        };
    }
}
