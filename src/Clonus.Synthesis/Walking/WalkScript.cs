using System.Collections.Immutable;
using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A walk with all its times and places worked out: what is drawn and what is true come from here alike.</summary>
public sealed record WalkScript(WalkScene Scene, Walker Walker, FrameClock Clock, WalkStaging Staging, CameraMotion Camera)
{
    // An exposure is sampled so finely that no sticker moves further than this between two samples.
    private const double LargestStepPixels = 1;
    private const int MostSamples = 24;

    /// <param name="timeBase">Of the file that will carry the frames; null is <see cref="TimeBase.Default"/>.</param>
    /// <exception cref="Clonus.Motion.InputException">A setting lies outside its limits.</exception>
    public static WalkScript Of(WalkScene scene, TimeBase? timeBase = null)
    {
        WalkLimits.Check(scene);
        var body = WalkerBody.Of(scene.Subject.StatureMillimetres, scene.Seed);
        var gait = WalkerGait.Of(body, scene.Motion, scene.Seed);
        var staging = WalkStaging.Of(scene, body, gait.MillimetresPerSecond);
        var clock = FrameClock.Of(scene.Camera, staging.DurationSeconds, timeBase ?? TimeBase.Default, scene.Seed);
        var walker = new Walker(body, gait, StepPlan.Of(gait, staging.DurationSeconds, scene.Motion.StandSeconds, scene.Seed));
        return new WalkScript(scene, walker, clock, staging, CameraMotion.Of(scene.Camera, scene.Seed));
    }

    public WalkerBody Body => Walker.Body;

    public ImmutableArray<WalkSticker> Stickers => Scene.Subject.Stickers
        ?? Scene.Subject.Marked([BodySide.Left, BodySide.Right], WalkSubject.UsualLandmarks, (_, _) => StickerColour.Green);

    public WalkPose PoseAt(double timeSeconds) =>
        Walker.At(timeSeconds).Ahead(Staging.WayStart - (Scene.Motion.Treadmill ? Walker.Plan.Way.At(timeSeconds) : 0));

    /// <summary>Instants spread evenly over a frame's exposure. The frame shows their mean.</summary>
    public ImmutableArray<double> Exposure(int frame)
    {
        var (time, shutter) = (Clock.TimeSeconds(frame), Scene.Camera.ShutterSeconds);
        var path = Stickers.Select(sticker => Seen(sticker, time - (shutter / 2)).DistanceTo(Seen(sticker, time + (shutter / 2)))).DefaultIfEmpty(LargestStepPixels).Max();
        var samples = Math.Clamp((int)Math.Ceiling(path / LargestStepPixels), 1, MostSamples);
        return [.. Enumerable.Range(0, samples).Select(i => time + (shutter * (((i + 0.5) / samples) - 0.5)))];
    }

    private ImagePoint Seen(WalkSticker sticker, double timeSeconds) =>
        Camera.At(timeSeconds).Apply(Staging.ToPicture(StickerPlace.Of(sticker.Side, sticker.Landmark, PoseAt(timeSeconds), Scene.Subject, Body).Centre));
}
