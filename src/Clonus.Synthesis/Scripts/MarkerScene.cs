using Clonus.Media;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>What a marker is fixed to, and so what is seen around it.</summary>
public enum Backdrop
{
    /// <summary>Skin on every side, moving with the marker.</summary>
    Skin,

    /// <summary>A limb hardly wider than the marker, before a wall; it moves with the marker.</summary>
    Limb,

    /// <summary>Cloth, moving with the marker.</summary>
    Cloth,

    /// <summary>A wall, which stays.</summary>
    Wall,
}

/// <summary>A small clip of one marker of any kind on a known way. Equal scenes give equal clips.</summary>
public sealed record MarkerScene
{
    public StickerColour Marker { get; init; } = StickerColour.Green;

    /// <summary>Which tag, when the marker is one.</summary>
    public FiducialTag Tag { get; init; } = new(TagFamily.Dict4x4, 0);

    /// <summary>Across; of a tag the side of its black square, of a ball without its halo.</summary>
    public double DiameterPixels { get; init; } = 12;

    /// <summary>Short over long axis: seen at an angle a disc is an ellipse.</summary>
    public double AxisRatio { get; init; } = 1;

    /// <summary>Turn of the marker, and of its long axis, clockwise.</summary>
    public double RollDegrees { get; init; }

    public Backdrop Backdrop { get; init; }

    public SkinTone Skin { get; init; } = SkinTone.II;

    /// <summary>Share of the light that is lost from one side of the picture to the other, along x and y alike.</summary>
    public double LightFall { get; init; }

    /// <summary>Blur of the lens: standard deviation of its Gaussian.</summary>
    public double LensBlurPixels { get; init; } = 0.5;

    public required MarkerPath Path { get; init; }

    public int Frames { get; init; } = 60;

    public StretchCamera Camera { get; init; } = new();

    public EncodingSettings Encoding { get; init; } = new();

    public long Seed { get; init; } = 1;
}

/// <summary>A scene with its frame times and exposures worked out: what is drawn and what is true come from here alike.</summary>
public sealed record MarkerScript(MarkerScene Scene, FrameClock Clock)
{
    // So fine that no step shows in the smear of a marker.
    private const double LargestStepDiameters = 1.0 / 16;
    private const double LargestStepPixels = 0.5;
    private const int MostSamples = 48;

    public static MarkerScript Of(MarkerScene scene, TimeBase timeBase)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return new MarkerScript(scene, FrameClock.Of(scene.Camera, scene.Frames / scene.Camera.Rate.Hz, timeBase, scene.Seed));
    }

    /// <summary>The marker's centre at instants spread evenly over a frame's exposure. The frame shows their mean.</summary>
    public ImagePoint[] Exposure(int frame)
    {
        var (time, shutter) = (Clock.TimeSeconds(frame), Scene.Camera.ShutterSeconds);
        var length = Scene.Path.At(time - (shutter / 2)).DistanceTo(Scene.Path.At(time)) + Scene.Path.At(time).DistanceTo(Scene.Path.At(time + (shutter / 2)));
        var step = Math.Max(LargestStepPixels, LargestStepDiameters * Scene.DiameterPixels);
        var samples = Math.Clamp((int)Math.Ceiling(length / step), 1, MostSamples);
        return [.. Enumerable.Range(0, samples).Select(i => Scene.Path.At(time + (shutter * (((i + 0.5) / samples) - 0.5))))];
    }

    /// <summary>Mean position of the marker's centre over the frame's exposure.</summary>
    public ImagePoint Truth(int frame)
    {
        var places = Exposure(frame);
        return places.Aggregate((a, b) => a + b) * (1.0 / places.Length);
    }
}
