using System.Collections.Immutable;
using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A walk with all its times and places worked out: what is drawn and what is true come from here alike.</summary>
/// <param name="FirstPhase">Of the right leg at time 0.</param>
public sealed record WalkScript(WalkScene Scene, WalkerBody Body, LegCycle Left, LegCycle Right, double FirstPhase, FrameClock Clock, WalkStaging Staging, CameraMotion Camera)
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
        var cycle = new LegCycle(body, StrideMillimetres(scene.Motion));
        var staging = WalkStaging.Of(scene, body);
        var clock = FrameClock.Of(scene.Camera, staging.DurationSeconds, timeBase ?? TimeBase.Default, scene.Seed);
        return new WalkScript(scene, body, cycle, cycle, new SeededRandom(scene.Seed, "first step").NextUnit(), clock, staging, CameraMotion.Of(scene.Camera, scene.Seed));
    }

    /// <summary>From one contact to the next of the same foot.</summary>
    public static double StrideMillimetres(WalkMotion motion) => motion.MetresPerSecond * 1000 * 120 / motion.CadencePerMinute;

    public ImmutableArray<WalkSticker> Stickers => Scene.Subject.Stickers
        ?? Scene.Subject.Marked([BodySide.Left, BodySide.Right], WalkSubject.UsualLandmarks, (_, _) => StickerColour.Green);

    /// <summary>Of the right leg, whole cycles counted.</summary>
    public double PhaseAt(double timeSeconds) => FirstPhase + (timeSeconds * Scene.Motion.CadencePerMinute / 120);

    public WalkPose PoseAt(double timeSeconds)
    {
        var way = Scene.Motion.Treadmill ? 0 : Scene.Motion.MetresPerSecond * 1000 * timeSeconds;
        return WalkPose.At(PhaseAt(timeSeconds), Staging.WayStart + way, Body, Left, Right);
    }

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
