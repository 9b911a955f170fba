using System.Collections.Immutable;
using Clonus.Media;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>A scene with all its times and places worked out: what is drawn and what is true come from here alike.</summary>
public sealed record StretchScript(StretchScene Scene, MotionPlan Plan, FrameClock Clock, Staging Staging, CameraMotion Camera)
{
    // Quiet at the end of the clip, when no duration is asked for.
    private const double TailSeconds = 0.5;

    // An exposure is sampled so finely that no sticker moves further than this between two samples.
    private const double LargestStepPixels = 1;
    private const int MostSamples = 32;

    /// <param name="timeBase">Of the file that will carry the frames; null is <see cref="TimeBase.Default"/>.</param>
    /// <exception cref="Clonus.Motion.InputException">A setting lies outside its limits.</exception>
    public static StretchScript Of(StretchScene scene, TimeBase? timeBase = null)
    {
        SceneLimits.Check(scene);
        var plan = MotionPlan.Of(scene);
        var duration = scene.Camera.DurationSeconds ?? plan.EndSeconds + TailSeconds;
        var clock = FrameClock.Of(scene.Camera, duration, timeBase ?? TimeBase.Default, scene.Seed);
        return new StretchScript(scene, plan, clock, Staging.Of(scene.Subject, scene.Camera), CameraMotion.Of(scene.Camera, scene.Seed));
    }

    public double StickerDiameterPixels => Scene.Subject.StickerDiameterPixels ?? 20 * Staging.PixelsPerMillimetre;

    /// <summary>What is seen of the leg behind.</summary>
    public OtherLeg OtherLeg => Scene.Subject.OtherLeg ?? (Staging.Ball is null ? OtherLeg.None : OtherLeg.Bare);

    public LegPose PoseAt(double timeSeconds) => LegPose.At(timeSeconds, Scene, Plan, Staging, Camera);

    /// <summary>The leg at instants spread evenly over a frame's exposure. The frame shows their mean.</summary>
    public ImmutableArray<LegPose> Exposure(int frame)
    {
        var (time, shutter) = (Clock.TimeSeconds(frame), Scene.Camera.ShutterSeconds);
        if (shutter == 0)
        {
            return [PoseAt(time)];
        }

        var samples = SamplesNeeded(time, shutter);
        return [.. Enumerable.Range(0, samples).Select(i => PoseAt(time + (shutter * (((i + 0.5) / samples) - 0.5))))];
    }

    private int SamplesNeeded(double time, double shutter)
    {
        ImmutableArray<LegPose> coarse = [PoseAt(time - (shutter / 2)), PoseAt(time - (shutter / 4)), PoseAt(time), PoseAt(time + (shutter / 4)), PoseAt(time + (shutter / 2))];
        var path = Scene.Subject.Stickers.Select(s => s.Landmark).DefaultIfEmpty(Landmark.Toe)
            .Max(landmark => coarse.Zip(coarse[1..], (a, b) => a.InPicture(landmark, Staging).DistanceTo(b.InPicture(landmark, Staging))).Sum());
        return Math.Clamp((int)Math.Ceiling(path / LargestStepPixels), 1, MostSamples);
    }
}
