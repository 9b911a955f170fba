using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>Draws the frames of a stretch one after another, each over the instants of <see cref="StretchScript.Exposure"/>.</summary>
public sealed class StretchRenderer
{
    // A leg that moves less than this within an exposure is painted once for all its instants.
    private const double StillPixels = 0.2;

    private readonly StretchScript _script;
    private readonly FrameComposer _composer;

    public StretchRenderer(StretchScript script)
    {
        _script = script;
        _composer = new FrameComposer(Room.Paint(script), script.Camera);
    }

    public RenderedFrame Draw(int frame)
    {
        var time = _script.Clock.TimeSeconds(frame);
        var (poses, middle) = (_script.Exposure(frame), _script.PoseAt(time));
        var still = !_script.Camera.Moves && poses.All(pose => (pose.Knee - middle.Knee).Length * _script.Staging.PixelsPerMillimetre < StillPixels);
        return _composer.Compose(still ? Legs(middle) : [], [.. poses.Select(pose => new Instant(pose.Camera, [.. still ? [] : Legs(pose), .. LegPainting.FootAndHand(_script, pose, time)]))]);
    }

    private Shape[] Legs(LegPose pose) => [.. LegPainting.Other(_script, pose.Camera), .. LegPainting.Leg(_script, pose)];
}
