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

    /// <summary>On a straight line through the places of so much time before and after each frame: where the body is and how fast it goes. Null with fewer than two places.</summary>
    /// <param name="times">Of the frames, seconds.</param>
    public static (SpacePoint Place, SpacePoint PerSecond)?[] Way(ReadOnlySpan<double> times, SpacePoint?[] places, double halfWindowSeconds)
    {
        // Frames at the very ends of a window count, however their times were rounded.
        halfWindowSeconds *= 1 + 1e-6;
        var way = new (SpacePoint, SpacePoint)?[places.Length];
        var (from, to, seen) = (0, 0, 0);
        var (sum, sumTime, product, square) = (default(SpacePoint), 0.0, default(SpacePoint), 0.0);
        for (var i = 0; i < places.Length; i++)
        {
            for (; to < places.Length && times[to] <= times[i] + halfWindowSeconds; to++)
                Add(times[to], places[to], 1);
            for (; times[from] < times[i] - halfWindowSeconds; from++)
                Add(times[from], places[from], -1);
            if (seen < 2)
            {
                continue;
            }

            var mean = sumTime / seen;
            var spread = square - (sumTime * mean);
            var slope = spread > 0 ? (product - (sum * mean)) * (1 / spread) : default;
            way[i] = ((sum * (1.0 / seen)) + (slope * (times[i] - mean)), slope);
        }

        return way;

        void Add(double time, SpacePoint? place, int sign)
        {
            if (place is { } p)
                (seen, sum, sumTime, product, square) = (seen + sign, sum + (p * sign), sumTime + (sign * time), product + (p * (sign * time)), square + (sign * time * time));
        }
    }
}
