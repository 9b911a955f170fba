using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>Angles between body segments that are known in space, in degrees. None needs to know where the camera, or the laboratory's up, is.</summary>
public static class RoomAngle
{
    /// <summary>The angle between two segments, 0 to 180; 0 where one has no length.</summary>
    public static double Between(SpacePoint from, SpacePoint to) =>
        double.RadiansToDegrees(Math.Atan2(from.Cross(to).Length, from.Dot(to)));

    /// <summary>
    /// How far a segment is turned from its mean direction, in the plane in which it swings most inside of the band. Which way is positive is not known.
    /// </summary>
    public static double?[] Swing(ImmutableArray<double> times, IEnumerable<SpacePoint?> segments, SignalSettings settings)
    {
        ImmutableArray<SpacePoint?> directions = [.. segments.Select(s => s is { Length: > 0 } segment ? segment * (1 / segment.Length) : (SpacePoint?)null)];
        var sum = directions.OfType<SpacePoint>().Aggregate(default(SpacePoint), (total, d) => total + d);
        if (sum.Length == 0)
        {
            return [.. directions.Select(_ => (double?)null)];
        }

        var mean = sum * (1 / sum.Length);
        var swing = MainAxis.Direction(times, directions, isSpatial: true, settings);
        var across = swing - (mean * swing.Dot(mean));
        return [.. directions.Select(d => d is { } direction ? double.RadiansToDegrees(Math.Atan2(direction.Dot(across) / across.Length, direction.Dot(mean))) : (double?)null)];
    }

    /// <summary>
    /// The turn from one segment to another about the axis that they mostly turn about, so that it has a sign where they come to lie in line.
    /// Positive is the side on which they are bent more.
    /// </summary>
    public static double?[] About(IReadOnlyList<(SpacePoint From, SpacePoint To)?> segments)
    {
        double xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0;
        var sum = default(SpacePoint);
        foreach (var c in segments.OfType<(SpacePoint From, SpacePoint To)>().Select(pair => pair.From.Cross(pair.To)))
        {
            (xx, xy, xz) = (xx + (c.X * c.X), xy + (c.X * c.Y), xz + (c.X * c.Z));
            (yy, yz, zz) = (yy + (c.Y * c.Y), yz + (c.Y * c.Z), zz + (c.Z * c.Z));
            sum += c;
        }

        var axis = MainAxis.Principal(xx, xy, xz, yy, yz, zz);
        var sign = sum.Dot(axis) < 0 ? -1 : 1;
        return [.. segments.Select(pair => pair is var (from, to) ? double.RadiansToDegrees(Math.Atan2(sign * from.Cross(to).Dot(axis), from.Dot(to))) : (double?)null)];
    }
}
