using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Clonus.Synthesis.Scripts;

/// <summary>A regular movement of the whole picture, about its middle.</summary>
public sealed record CameraShake(double Pixels, double FrequencyHz)
{
    /// <summary>How far the picture turns to either side.</summary>
    public double RollDegrees { get; init; }

    /// <summary>How much larger and smaller it gets.</summary>
    public double ZoomPercent { get; init; }
}

/// <summary>The camera is turned aside, from rest to rest.</summary>
/// <param name="Pixels">How far to the right the picture's content moves; negative is to the left.</param>
public sealed record CameraPan(double Pixels, double StartSeconds, double EndSeconds);

/// <summary>From this time on the camera exposes differently.</summary>
/// <param name="Factor">On the light, against the clip's start.</param>
public sealed record ExposureStep(double Factor, double StartSeconds);

/// <summary>The colour of the lamps, as far as the camera's white balance leaves it.</summary>
public enum LightColour
{
    Neutral,

    /// <summary>Incandescent, reddish.</summary>
    Warm,

    /// <summary>An overcast window, bluish.</summary>
    Cold,
}

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

    /// <summary>The camera is held by hand: root mean square of its wandering, at many frequencies, with roll and zoom to match; 0 is a tripod.</summary>
    public double HandHeldPixels { get; init; }

    public CameraPan? Pan { get; init; }

    public Flicker? Flicker { get; init; }

    /// <summary>In order of time.</summary>
    public ImmutableArray<ExposureStep> ExposureSteps { get; init; } = [];

    public LightColour Light { get; init; } = LightColour.Neutral;

    /// <summary>Factor on the light of the scene.</summary>
    public double Brightness { get; init; } = 1;

    /// <summary>A picture file that takes the place of the drawn room, such as a frame of a real recording; scaled to fill the picture.</summary>
    public string? Background { get; init; }

    /// <summary>The picture is a mirror image, as of a selfie camera.</summary>
    public bool Mirror { get; init; }

    /// <summary>As it may stand in a file that goes to others: without the folders of this machine.</summary>
    internal StretchCamera WithoutFolders() => this with { Background = Path.GetFileName(Background) };
}
