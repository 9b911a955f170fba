using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>One clip in words: what the ankle does, who lies there, how it is filmed and how it is stored. Equal scenes give equal clips.</summary>
public sealed record StretchScene
{
    public StretchMotion Motion { get; init; } = new();

    public StretchSubject Subject { get; init; } = new();

    public StretchCamera Camera { get; init; } = new();

    public EncodingSettings Encoding { get; init; } = new();

    public long Seed { get; init; } = 1;
}

/// <summary>What is seen of the stretch that sets the beats off.</summary>
public enum StretchOnset
{
    /// <summary>The examiner's stretch, then the beats.</summary>
    Stretch,

    /// <summary>The beats already run in the first frame; the script's count begins with the first whole beat after it.</summary>
    Running,

    /// <summary>The foot is held already and the beats begin without a stretch.</summary>
    Spontaneous,
}

/// <summary>What the ankle does. Angles are positive in dorsiflexion, 0 where the sole is square to the shank.</summary>
public sealed record StretchMotion
{
    /// <summary>Plantarflexion excursions after the stretch; 0 is a stretch that is only held.</summary>
    public int Beats { get; init; } = 8;

    /// <summary>Rate of the beats once it has settled.</summary>
    public double FrequencyHz { get; init; } = 5.5;

    /// <summary>Depth of the first beat, peak to peak.</summary>
    public double AmplitudeDegrees { get; init; } = 10;

    /// <summary>p of the depth's e^(pt), t from the first beat's peak; negative fades.</summary>
    public double DecayPerSecond { get; init; } = -0.15;

    /// <summary>First interval over the settled one. The first is the longest, settled by the fourth or fifth beat (Boyraz 2015).</summary>
    public double FirstIntervalRatio { get; init; } = 1.3;

    /// <summary>Share of a period that is spent plantarflexing. Below one half (Uysal 2011).</summary>
    public double PlantarflexionFraction { get; init; } = 0.45;

    /// <summary>Random variation of the intervals, standard deviation over mean.</summary>
    public double IntervalCv { get; init; } = 0.03;

    /// <summary>Random variation of the depths, standard deviation over mean.</summary>
    public double AmplitudeCv { get; init; } = 0.05;

    public StretchOnset Onset { get; init; } = StretchOnset.Stretch;

    /// <summary>When the stretch starts; passive movements come before it and push it back.</summary>
    public double StretchStartSeconds { get; init; } = 0.8;

    public double StretchDegrees { get; init; } = 28;

    /// <summary>Speed of the ramp between its short rounded ends.</summary>
    public double StretchDegreesPerSecond { get; init; } = 220;

    /// <summary>Where the foot rests before the stretch and after the release.</summary>
    public double RestDegrees { get; init; } = -20;

    /// <summary>From the end of the stretch to the first plantarflexion. Reflexes come after 40–74 ms (Uysal 2011).</summary>
    public double LatencySeconds { get; init; } = 0.06;

    /// <summary>How long the foot is held after the last beat.</summary>
    public double HoldSeconds { get; init; } = 0.6;

    public double ReleaseDegreesPerSecond { get; init; } = 60;

    /// <summary>Slow back-and-forth movements of the examiner before the stretch.</summary>
    public int PassiveMovements { get; init; }

    public double PassiveFrequencyHz { get; init; } = 1.5;

    public double PassiveDegrees { get; init; } = 12;

    /// <summary>How far the knee gives way while the foot moves, and drifts on its own.</summary>
    public double KneeMotionMillimetres { get; init; } = 3;
}

public enum Posture
{
    /// <summary>On the couch on the back, shank nearly level. Fits a wide picture.</summary>
    Lying,

    /// <summary>On the couch's edge, shank hanging. Fits a tall picture.</summary>
    Sitting,
}

/// <summary>Fitzpatrick's six skin tones.</summary>
public enum SkinTone
{
    I,
    II,
    III,
    IV,
    V,
    VI,
}

public enum StickerColour
{
    Red,
    Orange,
    Yellow,
    Green,
    Cyan,
    Blue,
    Purple,
    Magenta,
    Pink,
    White,
    Black,
}

/// <summary>A marker and its colour.</summary>
public sealed record Sticker(Landmark Landmark, StickerColour Colour);

/// <summary>An arm that reaches in from the picture's edge and hides a marker for a while.</summary>
public sealed record Occlusion(Landmark Landmark, double StartSeconds, double EndSeconds);

/// <summary>The person, the stickers and what comes between them and the camera.</summary>
public sealed record StretchSubject
{
    /// <summary>Null takes what fits the picture's shape.</summary>
    public Posture? Posture { get; init; }

    /// <summary>The side of the picture that the toes point to, before <see cref="StretchCamera.Mirror"/>. The leg is seen from outside, so right is the right leg.</summary>
    public BodySide ToesPoint { get; init; } = BodySide.Right;

    public SkinTone Skin { get; init; } = SkinTone.II;

    /// <summary>Hip, knee, ankle, heel and toe may be marked.</summary>
    public ImmutableArray<Sticker> Stickers { get; init; } =
    [
        new(Landmark.Knee, StickerColour.Green), new(Landmark.Ankle, StickerColour.Green),
        new(Landmark.Heel, StickerColour.Green), new(Landmark.Toe, StickerColour.Green),
    ];

    /// <summary>Null is a sticker of 20 mm.</summary>
    public double? StickerDiameterPixels { get; init; }

    public ImmutableArray<Occlusion> Occlusions { get; init; } = [];
}

/// <summary>A movement of the whole picture, as of a hand-held phone.</summary>
public sealed record CameraShake(double Pixels, double FrequencyHz);

/// <summary>Light that pulses, as under mains lamps.</summary>
public sealed record Flicker(double Percent, double FrequencyHz);

/// <summary>A frame rate as a fraction, so that 30000/1001 is exact.</summary>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    [JsonIgnore]
    public double Hz => (double)Numerator / Denominator;
}

/// <summary>How the scene is filmed. Sizes are those of the upright picture.</summary>
public sealed record StretchCamera
{
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>Jittered intervals and dropped frames, as phones write them.</summary>
    public bool VariableFrameRate { get; init; }

    public int WidthPixels { get; init; } = 640;

    public int HeightPixels { get; init; } = 360;

    /// <summary>Null lasts until the foot has come back to rest.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Exposure, centred on the frame's time; 0 is an instant.</summary>
    public double ShutterSeconds { get; init; } = 1.0 / 250;

    /// <summary>Random noise of the sensor, standard deviation in levels of 8 bits, new in every frame.</summary>
    public double NoiseSigma { get; init; } = 1.5;

    public CameraShake? Shake { get; init; }

    public Flicker? Flicker { get; init; }

    /// <summary>Factor on the light of the scene.</summary>
    public double Brightness { get; init; } = 1;

    /// <summary>The picture is a mirror image, as of a selfie camera.</summary>
    public bool Mirror { get; init; }
}

/// <summary>What becomes of the frames: container by the file's extension, codec, quality and how the picture is stored.</summary>
public sealed record EncodingSettings
{
    /// <summary>h264, hevc, vp9, mpeg4 or mjpeg; null takes the container's usual one.</summary>
    public string? Codec { get; init; }

    /// <summary>Constant quality as the codec counts it; null takes the codec's usual value.</summary>
    public int? Crf { get; init; }

    /// <summary>Mean bit rate, instead of a constant quality.</summary>
    public double? MegabitsPerSecond { get; init; }

    /// <summary>Clockwise turn that shows the stored picture upright; the file carries it as a display matrix.</summary>
    public int RotationDegrees { get; init; }
}
