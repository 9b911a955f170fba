using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Walking;

/// <summary>Draws the frames of a walk one after another, each over the instants of <see cref="FilmedWalk.Exposure"/>.</summary>
public sealed class WalkRenderer
{
    private readonly FilmedWalk _script;
    private readonly WalkFigure _figure;
    private readonly FrameComposer _composer;

    public WalkRenderer(FilmedWalk script)
    {
        _script = script;
        _figure = new WalkFigure(script);
        _composer = new FrameComposer(WalkRoom.Paint(script), script.Camera);
    }

    public RenderedFrame Draw(int frame) => _composer.Compose([], [.. _script.Exposure(frame).Select(At)]);

    private Instant At(double timeSeconds)
    {
        var camera = _script.Camera.At(timeSeconds);
        return new Instant(camera, [.. _figure.At(_script.PoseAt(timeSeconds), camera).Select(part => part.Shape)]);
    }
}
