using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>Angles between body segments in the picture plane, in degrees.</summary>
public static class JointAngle
{
    /// <summary>
    /// The turn from <paramref name="from"/> to <paramref name="to"/>, in (−180, 180], positive clockwise as seen on the screen
    /// (the picture's y points down).
    /// </summary>
    public static double Turn(ImagePoint from, ImagePoint to) =>
        double.RadiansToDegrees(Math.Atan2((from.X * to.Y) - (from.Y * to.X), (from.X * to.X) + (from.Y * to.Y)));

    /// <summary>Direction of a segment against the picture's horizontal, in (−180, 180], positive clockwise on the screen.</summary>
    public static double Direction(ImagePoint segment) => Turn(new ImagePoint(1, 0), segment);

    /// <summary>Takes out jumps of 360°: each known angle becomes the one nearest to the known angle before it.</summary>
    public static double?[] Unwrap(IEnumerable<double?> degrees)
    {
        double? last = null;
        return [.. degrees.Select(angle =>
        {
            if (angle is { } a)
            {
                last = last is { } l ? a - (360 * Math.Round((a - l) / 360)) : a;
                return last;
            }

            return null;
        })];
    }
}
