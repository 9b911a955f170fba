using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Where the middle of the body goes, without its sway from leg to leg: what is sideways of it is counted from there.</summary>
public static class BodyMiddle
{
    /// <summary>The pelvis, or the first other landmark that is marked on both sides; null where it is not seen.</summary>
    public static SpacePoint?[] Places(TrackSet tracks, int firstFrame, int endFrame)
    {
        foreach (var landmark in new[] { Landmark.Hip, Landmark.Shoulder, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe })
        {
            if (tracks.Find(BodySide.Left, landmark) is { } left && tracks.Find(BodySide.Right, landmark) is { } right)
            {
                SpacePoint?[] middle = [.. Enumerable.Range(firstFrame, endFrame - firstFrame)
                    .Select(i => left.Samples[i] is { } l && right.Samples[i] is { } r ? (l.Position + r.Position) * 0.5 : (SpacePoint?)null)];
                if (middle.Count(m => m is not null) > 1)
                {
                    return middle;
                }
            }
        }

        return new SpacePoint?[endFrame - firstFrame];
    }

    /// <summary>
    /// On a straight line through the places of so much time before and after each frame, which count the less the further off they are: where the body is and how fast it goes.
    /// Null with fewer than two places.
    /// </summary>
    /// <param name="times">Of the frames, seconds.</param>
    public static (SpacePoint Place, SpacePoint PerSecond)?[] Way(ReadOnlySpan<double> times, SpacePoint?[] places, double halfWindowSeconds)
    {
        var way = new (SpacePoint, SpacePoint)?[places.Length];
        var (from, to) = (0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            while (to < times.Length && times[to] < times[i] + halfWindowSeconds)
                to++;
            while (times[from] <= times[i] - halfWindowSeconds)
                from++;
            way[i] = Line(times[from..to], places.AsSpan(from, to - from), times[i], halfWindowSeconds);
        }

        return way;
    }

    private static (SpacePoint Place, SpacePoint PerSecond)? Line(ReadOnlySpan<double> times, ReadOnlySpan<SpacePoint?> places, double at, double halfWindowSeconds)
    {
        var (seen, weights, sum, sumTime, product, square) = (0, 0.0, default(SpacePoint), 0.0, default(SpacePoint), 0.0);
        for (var k = 0; k < places.Length; k++)
        {
            if (places[k] is not { } place)
                continue;
            var time = times[k] - at;
            var weight = 1 - (Math.Abs(time) / halfWindowSeconds);
            (seen, weights, sum, sumTime) = (seen + 1, weights + weight, sum + (place * weight), sumTime + (weight * time));
            (product, square) = (product + (place * (weight * time)), square + (weight * time * time));
        }

        if (seen < 2)
        {
            return null;
        }

        var mean = sumTime / weights;
        var slope = (product - (sum * mean)) * (1 / (square - (sumTime * mean)));
        return ((sum * (1 / weights)) - (slope * mean), slope);
    }
}
