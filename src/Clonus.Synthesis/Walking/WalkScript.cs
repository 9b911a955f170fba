using Clonus.Media;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A simulated walk before a camera.</summary>
public sealed record WalkScript(WalkScene Scene, Walker Walker, FrameClock Clock, WalkStaging Staging, CameraMotion Camera)
    : FilmedWalk(Scene, Clock, Staging, Camera)
{
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

    public override WalkerBody Body => Walker.Body;

    public override WalkPose PoseAt(double timeSeconds) =>
        Walker.At(timeSeconds).Ahead(Staging.WayStart - (Scene.Motion.Treadmill ? Walker.Plan.Way.At(timeSeconds) : 0));

    internal override StickerPlace? Place(WalkSticker sticker, WalkPose pose) => StickerPlace.Of(sticker.Side, sticker.Landmark, pose, Scene.Subject, Body);
}
