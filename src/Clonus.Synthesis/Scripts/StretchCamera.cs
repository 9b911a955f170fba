using System.Text.Json.Serialization;

namespace Clonus.Synthesis.Scripts;

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
