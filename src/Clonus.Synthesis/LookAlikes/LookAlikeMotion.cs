using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.LookAlikes;

/// <summary>Movements, and tricks of the camera, that are taken for clonus and are none.</summary>
public enum LookAlikeKind
{
    /// <summary>A foot at rest; only breathing moves it.</summary>
    Quiet,

    /// <summary>One twitch, as in a startle.</summary>
    Jerk,

    /// <summary>The examiner moves the foot.</summary>
    ToAndFro,

    /// <summary>The patient moves the foot slowly.</summary>
    Voluntary,

    /// <summary>The patient taps with the forefoot, not quite evenly; the heel stays on the floor.</summary>
    Tapping,

    /// <summary>A rest tremor that waxes and wanes.</summary>
    ParkinsonTremor,

    EssentialTremor,

    /// <summary>A tremor on top of a slow raise of the heel from the floor.</summary>
    ActionTremor,

    /// <summary>Fast bursts without a steady rate.</summary>
    Shivering,

    /// <summary>Strides with the shock of each heel strike.</summary>
    HeelStrikes,

    /// <summary>A quiet foot before a camera that shakes.</summary>
    CameraShake,

    /// <summary>A quiet foot under lamps that flicker.</summary>
    Flicker,

    /// <summary>A quiet foot whose stickers are hard to see in a dark and noisy picture, so that what tracks them jumps about.</summary>
    TrackerJitter,
}

/// <summary>A movement that is no clonus.</summary>
public sealed record LookAlikeMotion(LookAlikeKind Kind)
{
    /// <summary>Its rate; null is what is usual for the kind. Kinds that do not repeat have none.</summary>
    public double? FrequencyHz { get; init; }

    /// <summary>Peak to peak; null is what is usual for the kind.</summary>
    public double? AmplitudeDegrees { get; init; }

    /// <summary>Random variation of the intervals, standard deviation over mean; null is what is usual for the kind.</summary>
    public double? IntervalCv { get; init; }

    /// <summary>How long it lasts, with a second before and after it.</summary>
    public double Seconds { get; init; } = 5;

    /// <summary>Where the foot rests; null is square to the shank where it stands on the floor by the kind's <see cref="UsualPosture"/>, -20 elsewhere.</summary>
    public double? RestDegrees { get; init; }

    /// <summary>What is usual: rate in Hz, depth in degrees, variation of the intervals. The rates are those of the sources; depths and variations this implementation's choice.</summary>
    public static (double FrequencyHz, double AmplitudeDegrees, double IntervalCv) Usual(LookAlikeKind kind) => kind switch
    {
        LookAlikeKind.Jerk => (0, 10, 0),
        LookAlikeKind.ToAndFro => (1.5, 14, 0.06),
        LookAlikeKind.Voluntary => (1, 14, 0.1),
        LookAlikeKind.Tapping => (3.5, 14, 0.12),
        LookAlikeKind.ParkinsonTremor => (5, 5, 0.03),
        LookAlikeKind.EssentialTremor => (7, 3, 0.04),
        LookAlikeKind.ActionTremor => (6, 3, 0.05),
        LookAlikeKind.Shivering => (9.5, 2.5, 0.15),
        LookAlikeKind.HeelStrikes => (0.9, 3, 0.02),
        LookAlikeKind.CameraShake => (5, 0, 0),
        LookAlikeKind.Flicker => (5, 0, 0),
        _ => (0, 0, 0),
    };

    /// <summary>How the person sits or stands; null is what fits the picture's shape.</summary>
    public static Posture? UsualPosture(LookAlikeKind kind) => kind switch
    {
        LookAlikeKind.Tapping or LookAlikeKind.ActionTremor => Posture.FootOnFloor,
        LookAlikeKind.HeelStrikes => Posture.Standing,
        _ => null,
    };

    internal double Rest => RestDegrees ?? (UsualPosture(Kind) is null ? -20 : 0);

    internal double Rate => FrequencyHz ?? Usual(Kind).FrequencyHz;

    internal double Depth => AmplitudeDegrees ?? Usual(Kind).AmplitudeDegrees;

    internal double Variation => IntervalCv ?? Usual(Kind).IntervalCv;

    /// <summary>The camera as this kind needs it: shaking, under flickering lamps, or hard put to see the stickers. A shake and a flicker that are there stay.</summary>
    public StretchCamera Film(StretchCamera camera) => Kind switch
    {
        LookAlikeKind.CameraShake => camera with { Shake = camera.Shake ?? new CameraShake(4, Rate) },
        LookAlikeKind.Flicker => camera with { Flicker = camera.Flicker ?? new Flicker(25, Rate) },
        LookAlikeKind.TrackerJitter => camera with { NoiseSigma = Math.Max(camera.NoiseSigma, 12), Brightness = Math.Min(camera.Brightness, 0.15) },
        _ => camera,
    };
}
