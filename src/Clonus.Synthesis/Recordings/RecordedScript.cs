using System.Collections.Immutable;
using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Recordings;

/// <summary>A recorded walk before a camera. Its clock is the recording's.</summary>
public sealed record RecordedScript : FilmedWalk
{
    private readonly RecordedWalker _walker;

    private RecordedScript(WalkScene scene, RecordedWalker walker, ImmutableArray<RecordedStep> steps, FrameClock clock, WalkStaging staging)
        : base(scene, clock, staging, CameraMotion.Of(scene.Camera, scene.Seed)) => (_walker, Steps) = (walker, steps);

    public ImmutableArray<RecordedStep> Steps { get; }

    public override WalkerBody Body => _walker.Body;

    /// <param name="scene">How the walk is filmed; its motion is the recording's.</param>
    /// <param name="timeBase">Of the file that will carry the frames; null is <see cref="TimeBase.Default"/>.</param>
    /// <exception cref="Clonus.Motion.InputException">A setting lies outside its limits, or the recording shows no walk in a room.</exception>
    public static RecordedScript Of(WalkScene scene, WalkRecording recording, TimeBase? timeBase = null)
    {
        WalkLimits.Check(scene);
        var walker = new RecordedWalker(recording, scene.Seed);
        if (scene.Camera.DurationSeconds > walker.DurationSeconds)
        {
            throw SceneLimits.Wrong(FormattableString.Invariant($"--duration {scene.Camera.DurationSeconds}: the recording lasts {walker.DurationSeconds:0.###} s"));
        }

        var duration = scene.Camera.DurationSeconds ?? walker.DurationSeconds;
        var (from, to) = walker.Way(duration);
        var staging = WalkStaging.Of(scene, walker.Body, _ => (duration, to - from));

        // From the side and in place the middle of the way is before the camera.
        staging = staging with { WayStart = staging.WayStart - from };
        var marked = scene with
        {
            From = recording.Name,
            Motion = new WalkMotion { Treadmill = walker.InPlace },
            Subject = scene.Subject with { Stickers = [.. scene.Subject.Shown.Where(sticker => walker.Has(new MarkerName(sticker.Side, sticker.Landmark)))] },
        };
        return new RecordedScript(marked, walker, recording.Steps, FrameClock.Of(scene.Camera, duration, timeBase ?? TimeBase.Default, scene.Seed), staging);
    }

    public override WalkPose? PoseAt(double timeSeconds) => _walker.At(timeSeconds)?.Ahead(Staging.WayStart);

    /// <summary>Where the recording has its marker, turned to the camera.</summary>
    internal override StickerPlace? Place(WalkSticker sticker, WalkPose pose) =>
        pose.Recorded.TryGetValue(new MarkerName(sticker.Side, sticker.Landmark), out var place) ? new StickerPlace(place, (Staging.Away with { Y = 0 } * -1).Direction()) : null;
}
