using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>A frame in linear light and the part of it that differs from the frame before.</summary>
/// <param name="Picture">Owned by the renderer and valid until the next frame is drawn.</param>
public readonly record struct RenderedFrame(Picture Picture, PixelBox Changed);

/// <summary>One instant of an exposure: how the camera stands and what is painted before the room, from back to front.</summary>
internal sealed record Instant(CameraPose Camera, Shape[] Shapes);

/// <summary>
/// A frame is the mean of the light over its exposure, as in a camera, drawn at instants spread over it: motion blur is real. The room is
/// painted once; only what moves is painted again, or all of it when the camera moves.
/// </summary>
internal sealed class FrameComposer
{
    private readonly Picture _room;
    private readonly bool _cameraMoves;
    private readonly PixelBox _whole;
    private readonly Picture _behind;
    private readonly Picture _instant;
    private readonly Picture _frame;
    private readonly Painter _painter = new();
    private PixelBox _painted;

    /// <param name="room">Holds all that the camera comes to see.</param>
    public FrameComposer(Picture room, CameraMotion camera)
    {
        _room = room;
        _cameraMoves = camera.Moves;
        _whole = new PixelBox(0, 0, camera.Camera.WidthPixels, camera.Camera.HeightPixels);
        _behind = new Picture(_whole);
        _instant = new Picture(_whole);
        _frame = new Picture(_whole);
        _painted = _whole;
    }

    /// <param name="still">Painted once for all instants, behind what they hold; nothing when the camera moves.</param>
    public RenderedFrame Compose(Shape[] still, IReadOnlyList<Instant> instants)
    {
        var stillBox = Around(still);
        var movingBox = _cameraMoves ? _whole : Around(instants.SelectMany(instant => instant.Shapes));

        // What was painted for the frame before is room again where this one does not paint.
        var changed = _painted.Union(stillBox).Union(movingBox);
        if (!_cameraMoves)
        {
            _room.CopyTo(_behind, changed);
            _painter.Fill(_behind, stillBox, still);
            _behind.CopyTo(_frame, changed);
        }

        for (var i = 0; i < instants.Count; i++)
        {
            if (_cameraMoves)
            {
                RoomView.Show(_room, instants[i].Camera, _instant);
            }
            else
            {
                _behind.CopyTo(_instant, movingBox);
            }

            _painter.Fill(_instant, movingBox, instants[i].Shapes);
            Add(movingBox, i == 0, 1f / instants.Count);
        }

        _painted = stillBox.Union(movingBox);
        return new RenderedFrame(_frame, changed);
    }

    private PixelBox Around(IEnumerable<Shape> shapes) =>
        shapes.Aggregate(default(PixelBox?), (box, shape) => box?.Union(shape.Box) ?? shape.Box)?.Intersect(_whole) ?? _painted;

    private void Add(PixelBox box, bool first, float weight)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var sum = _frame.Row(y, box.Left, box.Right);
            var instant = _instant.Row(y, box.Left, box.Right);
            for (var x = 0; x < sum.Length; x++)
            {
                sum[x] = (first ? System.Numerics.Vector3.Zero : sum[x]) + (instant[x] * weight);
            }
        }
    }
}
