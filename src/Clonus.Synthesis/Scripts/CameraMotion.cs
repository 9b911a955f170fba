using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>How the camera stands at any instant, against one that is held still: by its shake, by the hand that holds it, and by its pan.</summary>
/// <param name="Sways">The hand's, in the order across, down, roll, zoom.</param>
public sealed record CameraMotion(StretchCamera Camera, HandSway[] Sways)
{
    // The second axis of a shake runs at another rate, so that the two draw no line but fill a box.
    private const double CrossRatio = 1.17;
    private const double CrossShare = 0.7;
    private const double RollRatio = 0.83;
    private const double ZoomRatio = 0.71;

    // A hand that moves the picture's middle by a share of its width turns it by this share of a full radian, and nears it by this share.
    private const double HandRollShare = 0.6;
    private const double HandZoomShare = 0.5;

    public static CameraMotion Of(StretchCamera camera, long seed) =>
        new(camera, camera.HandHeldPixels == 0 ? [] : [HandSway.Of(seed, "across"), HandSway.Of(seed, "down"), HandSway.Of(seed, "roll"), HandSway.Of(seed, "zoom")]);

    /// <summary>Whether the camera moves at all.</summary>
    public bool Moves => Camera.Shake is not null || Camera.Pan is not null || Sways.Length > 0;

    /// <summary>The similarity from where a camera held still shows a point of the room to where it is shown at this instant; it turns and zooms about the middle of the picture.</summary>
    public CameraPose At(double timeSeconds)
    {
        if (!Moves)
        {
            return CameraPose.Still;
        }

        var (x, y, roll, zoom) = Shaken(timeSeconds, Camera.Shake);
        if (Sways.Length > 0)
        {
            var (hand, share) = (Camera.HandHeldPixels, Camera.HandHeldPixels / Camera.WidthPixels);
            (x, y) = (x + (hand * Sways[0].At(timeSeconds)), y + (hand * Sways[1].At(timeSeconds)));
            (roll, zoom) = (roll + (HandRollShare * share * Sways[2].At(timeSeconds)), zoom + (HandZoomShare * share * Sways[3].At(timeSeconds)));
        }

        return AboutMiddle(x + Panned(timeSeconds, Camera.Pan), y, roll, 1 + zoom);
    }

    /// <summary>How the camera stands at each of these times against the first of them; empty when it is held still.</summary>
    public ImmutableArray<CameraPose> Truth(IReadOnlyList<double> timesSeconds)
    {
        if (!Moves)
        {
            return [];
        }

        var first = At(timesSeconds[0]);
        return [.. timesSeconds.Select(time => Against(first, At(time)))];
    }

    // The similarity that leads from the first picture to this one.
    private static CameraPose Against(CameraPose first, CameraPose pose)
    {
        var (roll, scale) = (pose.RotationRadians - first.RotationRadians, pose.Scale / first.Scale);
        var origin = pose.Apply(first.Undo(default));
        return new CameraPose(origin.X, origin.Y, roll, scale);
    }

    private static (double X, double Y, double RollRadians, double Zoom) Shaken(double timeSeconds, CameraShake? shake)
    {
        if (shake is null)
        {
            return default;
        }

        double Wave(double ratio, double phase) => Math.Sin((2 * Math.PI * shake.FrequencyHz * ratio * timeSeconds) + phase);
        return (
            shake.Pixels * Wave(1, 0), shake.Pixels * CrossShare * Wave(CrossRatio, 1),
            shake.RollDegrees * Math.PI / 180 * Wave(RollRatio, 2), shake.ZoomPercent / 100 * Wave(ZoomRatio, 3));
    }

    // Half a cosine from rest to rest.
    private static double Panned(double timeSeconds, CameraPan? pan) =>
        pan is null ? 0 : pan.Pixels * (1 - Math.Cos(Math.PI * Math.Clamp((timeSeconds - pan.StartSeconds) / (pan.EndSeconds - pan.StartSeconds), 0, 1))) / 2;

    private CameraPose AboutMiddle(double x, double y, double rollRadians, double scale)
    {
        var middle = new ImagePoint((Camera.WidthPixels - 1) / 2.0, (Camera.HeightPixels - 1) / 2.0);
        var turned = new CameraPose(0, 0, rollRadians, scale).Apply(middle);
        return new CameraPose(middle.X + x - turned.X, middle.Y + y - turned.Y, rollRadians, scale);
    }
}

/// <summary>The wandering of a hand along one axis, root mean square 1: slow drift, breath and the tremor of 8 to 12 Hz, each weaker the faster it is.</summary>
public sealed record HandSway((double FrequencyHz, double Amplitude, double PhaseRadians)[] Waves)
{
    private const int Count = 9;
    private const double SlowestHz = 0.25;
    private const double FastestHz = 10;

    public static HandSway Of(long seed, string axis)
    {
        var random = new SeededRandom(seed, "hand " + axis);
        var waves = new (double FrequencyHz, double Amplitude, double PhaseRadians)[Count];
        for (var i = 0; i < Count; i++)
        {
            var frequency = SlowestHz * Math.Pow(FastestHz / SlowestHz, (i + random.NextUnit()) / Count);
            waves[i] = (frequency, 1 / (1 + frequency), 2 * Math.PI * random.NextUnit());
        }

        var rms = Math.Sqrt(waves.Sum(w => w.Amplitude * w.Amplitude / 2));
        return new HandSway([.. waves.Select(w => (w.FrequencyHz, w.Amplitude / rms, w.PhaseRadians))]);
    }

    public double At(double timeSeconds) => Waves.Sum(w => w.Amplitude * Math.Sin((2 * Math.PI * w.FrequencyHz * timeSeconds) + w.PhaseRadians));
}
