using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>
/// Where the ends of a foot are while one of them is hidden, as legs hide each other in a side view: a foot is rigid, so that the ankle and one end tell the other.
/// For the timing of steps alone; no place that is told so is ever given out as seen.
/// </summary>
public static class RigidFoot
{
    /// <summary>The places of one end, in the plane of walking; what is neither seen nor told by the two others stays null.</summary>
    /// <param name="end">The end that is hidden now and then.</param>
    /// <param name="other">The other end.</param>
    public static ImmutableArray<SpacePoint?> Complete(ImmutableArray<SpacePoint?> end, ImmutableArray<SpacePoint?> other, ImmutableArray<SpacePoint?>? ankle)
    {
        if (ankle is not { } third)
        {
            return end;
        }

        // The end in the axes of the line from the other end to the ankle.
        var shape = Enumerable.Range(0, end.Length)
            .Select(i => end[i] is { } e && other[i] is { } o && third[i] is { } a && Axes(o, a) is var (along, across) ? ((e - o).Dot(along), (e - o).Dot(across)) : ((double Along, double Across)?)null)
            .OfType<(double Along, double Across)>().ToArray();
        if (shape.Length == 0)
        {
            return end;
        }

        var (x, y) = (shape.Select(s => s.Along).Median(), shape.Select(s => s.Across).Median());
        return [.. Enumerable.Range(0, end.Length).Select(i => end[i] ?? (other[i] is { } o && third[i] is { } a && Axes(o, a) is var (along, across) ? o + (along * x) + (across * y) : (SpacePoint?)null))];
    }

    private static (SpacePoint Along, SpacePoint Across)? Axes(SpacePoint from, SpacePoint to)
    {
        var line = (to - from).InPicture;
        return line.Length > 0 ? (new SpacePoint(line.X / line.Length, line.Y / line.Length, 0), new SpacePoint(-line.Y / line.Length, line.X / line.Length, 0)) : null;
    }
}
