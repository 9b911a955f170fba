using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>How fast a point moves: the slope of a straight line through the places around each frame.</summary>
public static class PointVelocity
{
    // Places on both sides of a frame.
    private const int FewestPlaces = 3;

    /// <returns>One entry a frame in the places' unit a second, null at the ends and within holes longer than bridged.</returns>
    public static ImmutableArray<SpacePoint?> Of(ImmutableArray<double> times, ImmutableArray<SpacePoint?> places, GaitSettings settings)
    {
        var seen = Enumerable.Range(0, places.Length).Where(i => places[i] is not null).ToArray();
        var velocities = new SpacePoint?[places.Length];
        for (var (i, next) = (0, 0); i < places.Length; i++)
        {
            while (next < seen.Length && seen[next] < i)
                next++;

            // From next on at or after the frame.
            var (from, to) = (next, next);
            while (from > 0 && times[i] - times[seen[from - 1]] <= settings.SpeedHalfWindowSeconds * (1 + 1e-9))
                from--;
            while (to < seen.Length && times[seen[to]] - times[i] <= settings.SpeedHalfWindowSeconds * (1 + 1e-9))
                to++;

            // At least one on either side and three in all, however far apart the frames are.
            from = from == next && from > 0 ? from - 1 : from;
            var after = next < seen.Length && seen[next] == i ? next + 1 : next;
            to = Math.Max(to, Math.Min(after + 1, seen.Length));
            if (to - from < FewestPlaces || from == next || to == after || LongestStep(times, seen, from, to) > settings.LongestHoleSeconds)
            {
                continue;
            }

            velocities[i] = Slope(times, places, seen.AsSpan(from, to - from));
        }

        return [.. velocities];
    }

    private static double LongestStep(ImmutableArray<double> times, int[] seen, int from, int to)
    {
        var longest = 0.0;
        for (var k = from + 1; k < to; k++)
            longest = Math.Max(longest, times[seen[k]] - times[seen[k - 1]]);
        return longest;
    }

    private static SpacePoint Slope(ImmutableArray<double> times, ImmutableArray<SpacePoint?> places, ReadOnlySpan<int> frames)
    {
        var (meanTime, meanPlace) = (0.0, default(SpacePoint));
        foreach (var frame in frames)
            (meanTime, meanPlace) = (meanTime + times[frame], meanPlace + places[frame]!.Value);
        (meanTime, meanPlace) = (meanTime / frames.Length, meanPlace * (1.0 / frames.Length));
        var (spread, product) = (0.0, default(SpacePoint));
        foreach (var frame in frames)
        {
            var time = times[frame] - meanTime;
            (spread, product) = (spread + (time * time), product + ((places[frame]!.Value - meanPlace) * time));
        }

        return product * (1 / spread);
    }
}
