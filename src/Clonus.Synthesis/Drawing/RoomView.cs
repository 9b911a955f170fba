using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>What a moving camera shows of a room that was painted once.</summary>
internal static class RoomView
{
    // Catmull and Rom's cubic reaches two pixels to each side.
    private const int Reach = 2;

    /// <summary>The part of the picture's plane, as a still camera sees it, that the camera comes to see in this clip.</summary>
    public static PixelBox Box(CameraMotion camera, FrameClock clock)
    {
        var (right, bottom) = (camera.Camera.WidthPixels - 1.0, camera.Camera.HeightPixels - 1.0);
        var box = new PixelBox(0, 0, camera.Camera.WidthPixels, camera.Camera.HeightPixels);
        if (!camera.Moves)
        {
            return box;
        }

        // An exposure before the first frame's time and after the last one's is seen too.
        var half = camera.Camera.ShutterSeconds / 2;
        var times = Enumerable.Range(0, clock.FrameCount).Select(clock.TimeSeconds).SelectMany(time => new[] { time - half, time, time + half });
        foreach (var pose in times.Select(camera.At))
        {
            box = box.Union(PixelBox.Around([pose.Undo(default), pose.Undo(new(right, 0)), pose.Undo(new(0, bottom)), pose.Undo(new(right, bottom))]));
        }

        return new PixelBox(box.Left - Reach, box.Top - Reach, box.Right + Reach, box.Bottom + Reach);
    }

    /// <summary>Fills the picture with the room as a camera shows it that stands like this. What lies beyond the room's edge goes on like its edge.</summary>
    public static void Show(Picture room, CameraPose camera, Picture picture)
    {
        var (origin, right) = (camera.Undo(default), camera.Undo(new ImagePoint(1, 0)));
        var (stepX, stepY) = (right - origin, camera.Undo(new ImagePoint(0, 1)) - origin);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y, 0, picture.Width);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = Sample(room, origin.X + (stepX.X * x) + (stepY.X * y), origin.Y + (stepX.Y * x) + (stepY.Y * y));
            }
        }
    }

    private static Vector3 Sample(Picture room, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (Weights((float)(x - left)), Weights((float)(y - top)));
        var box = room.Box;
        if (left > box.Left && top > box.Top && left < box.Right - Reach && top < box.Bottom - Reach)
        {
            return (Across(room.Row(top - 1, left - 1, left + 3), u) * v.X) + (Across(room.Row(top, left - 1, left + 3), u) * v.Y)
                + (Across(room.Row(top + 1, left - 1, left + 3), u) * v.Z) + (Across(room.Row(top + 2, left - 1, left + 3), u) * v.W);
        }

        return room[Math.Clamp(left, box.Left, box.Right - 1), Math.Clamp(top, box.Top, box.Bottom - 1)];
    }

    private static Vector3 Across(ReadOnlySpan<Vector3> row, Vector4 weights) =>
        (row[0] * weights.X) + (row[1] * weights.Y) + (row[2] * weights.Z) + (row[3] * weights.W);

    private static Vector4 Weights(float t)
    {
        var (t2, t3) = (t * t, t * t * t);
        return new Vector4((2 * t2) - t3 - t, (3 * t3) - (5 * t2) + 2, t + (4 * t2) - (3 * t3), t3 - t2) / 2;
    }
}
