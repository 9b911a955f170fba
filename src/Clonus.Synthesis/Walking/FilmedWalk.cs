using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A walk before a camera with all its times and places worked out, simulated or recorded: what is drawn and what is true come from here alike.</summary>
public abstract record FilmedWalk(WalkScene Scene, FrameClock Clock, WalkStaging Staging, CameraMotion Camera)
{
    // An exposure is sampled so finely that no sticker moves further than this between two samples.
    private const double LargestStepPixels = 1;
    private const int MostSamples = 24;

    public abstract WalkerBody Body { get; }

    public ImmutableArray<WalkSticker> Stickers => Scene.Subject.Shown;

    /// <summary>Null while nothing is known of the person.</summary>
    public abstract WalkPose? PoseAt(double timeSeconds);

    /// <summary>Where a sticker is; null while that is not known.</summary>
    internal abstract StickerPlace? Place(WalkSticker sticker, WalkPose pose);

    /// <summary>Instants spread evenly over a frame's exposure. The frame shows their mean.</summary>
    public ImmutableArray<double> Exposure(int frame)
    {
        var (time, shutter) = (Clock.TimeSeconds(frame), Scene.Camera.ShutterSeconds);
        var (opened, closed) = (Seen(time - (shutter / 2)), Seen(time + (shutter / 2)));
        var path = opened.Zip(closed, (a, b) => a is { } from && b is { } to ? from.DistanceTo(to) : 0).Append(0).Max();
        var samples = Math.Clamp((int)Math.Ceiling(path / LargestStepPixels), 1, MostSamples);
        return [.. Enumerable.Range(0, samples).Select(i => time + (shutter * (((i + 0.5) / samples) - 0.5)))];
    }

    private IEnumerable<ImagePoint?> Seen(double timeSeconds)
    {
        var (pose, camera) = (PoseAt(timeSeconds), Camera.At(timeSeconds));
        return [.. Stickers.Select(sticker => pose is not null && Place(sticker, pose) is { } place ? camera.Apply(Staging.ToPicture(place.Centre)) : (ImagePoint?)null)];
    }
}
