using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>A frame in linear light and the part of it that differs from the frame before.</summary>
/// <param name="Picture">Owned by the renderer and valid until the next frame is drawn.</param>
public readonly record struct RenderedFrame(Picture Picture, PixelBox Changed);

/// <summary>
/// Draws the frames of a script one after another. A frame is the mean of the light over its exposure, as in a camera, drawn at the instants
/// of <see cref="StretchScript.Exposure"/>: motion blur is real. The room is painted once; only what moves is painted again.
/// </summary>
public sealed class StretchRenderer
{
    // A leg that moves less than this within an exposure is painted once for all its instants.
    private const double StillPixels = 0.2;

    private readonly StretchScript _script;
    private readonly Picture _room;
    private readonly Picture _behind;
    private readonly Picture _instant;
    private readonly Picture _frame;
    private readonly Painter _painter = new();
    private PixelBox _painted;

    public StretchRenderer(StretchScript script)
    {
        _script = script;
        _room = Room.Paint(script);
        _behind = new Picture(_room.Width, _room.Height);
        _instant = new Picture(_room.Width, _room.Height);
        _frame = new Picture(_room.Width, _room.Height);
        _painted = _room.Box;
    }

    public RenderedFrame Draw(int frame)
    {
        var time = _script.Clock.TimeSeconds(frame);
        var (poses, middle) = (_script.Exposure(frame), _script.PoseAt(time));
        var shaking = _script.Scene.Camera.Shake is not null;
        var still = !shaking && poses.All(pose => (pose.Knee - middle.Knee).Length * _script.Staging.PixelsPerMillimetre < StillPixels);

        Shape[] leg = still ? LegPainting.Leg(_script, middle) : [];
        Shape[][] moving = [.. poses.Select(pose => Moving(pose, time, still))];
        var legBox = Around(leg);
        var movingBox = shaking ? _room.Box : Around(moving.SelectMany(shapes => shapes));

        // What was painted for the frame before is room again where this one does not paint.
        var changed = _painted.Union(legBox).Union(movingBox);
        _room.CopyTo(_behind, changed);
        Paint(leg, _behind, legBox);
        _behind.CopyTo(_frame, changed);
        for (var i = 0; i < poses.Length; i++)
        {
            CopyBehind(poses[i], movingBox, shaking);
            Paint(moving[i], _instant, movingBox);
            Add(movingBox, i == 0, 1f / poses.Length);
        }

        _painted = legBox.Union(movingBox);
        return new RenderedFrame(_frame, changed);
    }

    private Shape[] Moving(LegPose pose, double timeSeconds, bool still) =>
        [.. still ? [] : LegPainting.Leg(_script, pose), .. LegPainting.FootAndHand(_script, pose, timeSeconds)];

    private PixelBox Around(IEnumerable<Shape> shapes) =>
        shapes.Aggregate(default(PixelBox?), (box, shape) => box?.Union(shape.Box) ?? shape.Box)?.Intersect(_room.Box) ?? _painted;

    private void Paint(Shape[] shapes, Picture picture, PixelBox box)
    {
        foreach (var shape in shapes)
        {
            _painter.Fill(picture, box, shape);
        }
    }

    private void CopyBehind(LegPose pose, PixelBox box, bool shaking)
    {
        if (shaking)
        {
            ShiftRoom(pose.CameraShift);
        }
        else
        {
            _behind.CopyTo(_instant, box);
        }
    }

    // The room between the pixels that were painted; beyond its edge the edge goes on.
    private void ShiftRoom(ImagePoint shift)
    {
        var (wholeX, wholeY) = ((int)Math.Floor(-shift.X), (int)Math.Floor(-shift.Y));
        var (partX, partY) = ((float)(-shift.X - wholeX), (float)(-shift.Y - wholeY));
        for (var y = 0; y < _room.Height; y++)
        {
            var above = _room.Row(Math.Clamp(y + wholeY, 0, _room.Height - 1), 0, _room.Width);
            var below = _room.Row(Math.Clamp(y + wholeY + 1, 0, _room.Height - 1), 0, _room.Width);
            var row = _instant.Row(y, 0, _room.Width);
            for (var x = 0; x < row.Length; x++)
            {
                var (left, right) = (Math.Clamp(x + wholeX, 0, row.Length - 1), Math.Clamp(x + wholeX + 1, 0, row.Length - 1));
                row[x] = Vector3.Lerp(Vector3.Lerp(above[left], above[right], partX), Vector3.Lerp(below[left], below[right], partX), partY);
            }
        }
    }

    private void Add(PixelBox box, bool first, float weight)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var sum = _frame.Row(y, box.Left, box.Right);
            var instant = _instant.Row(y, box.Left, box.Right);
            for (var x = 0; x < sum.Length; x++)
            {
                sum[x] = (first ? Vector3.Zero : sum[x]) + (instant[x] * weight);
            }
        }
    }
}
