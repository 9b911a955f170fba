using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Where to the person faces over the frames: the way of travel, in the sense in which the feet point; where nobody travels, the feet alone.</summary>
public static class Heading
{
    /// <param name="level">Takes the upright part off a direction.</param>
    /// <param name="leg">The length of a leg in the positions' unit.</param>
    /// <returns>Unit vectors, one a frame; null where nothing tells.</returns>
    public static SpacePoint?[] Of(TrackSet tracks, Func<SpacePoint, SpacePoint> level, double leg, GaitSettings settings)
    {
        var (times, half) = (tracks.FrameTimesSeconds, settings.HeadingHalfWindowSeconds * (1 + 1e-6));
        var feet = Feet(tracks, level);
        var body = Body(tracks, level);
        var heading = new SpacePoint?[times.Length];
        var (from, to) = (0, 0);
        var (sum, seen) = (default(SpacePoint), 0);
        for (var i = 0; i < times.Length; i++)
        {
            for (; to < times.Length && times[to] <= times[i] + half; to++)
                (sum, seen) = feet[to] is { } f ? (sum + f, seen + 1) : (sum, seen);
            for (; times[from] < times[i] - half; from++)
                (sum, seen) = feet[from] is { } f ? (sum - f, seen - 1) : (sum, seen);
            var travel = Travel(body, times, from, to - 1);
            var travels = travel.Length > settings.TravelLegsPerSecond * leg;
            heading[i] = travels ? Unit(seen > 0 && travel.Dot(sum) < 0 ? travel * -1 : travel) : seen > 0 && sum.Length > 0 ? Unit(sum) : null;
        }

        return heading;
    }

    // Between the first and the last place within the window, a second.
    private static SpacePoint Travel(SpacePoint?[] body, IReadOnlyList<double> times, int from, int to)
    {
        while (from < to && body[from] is null)
            from++;
        while (to > from && body[to] is null)
            to--;
        return to > from ? (body[to]!.Value - body[from]!.Value) * (1 / (times[to] - times[from])) : default;
    }

    // From heel, or ankle, to toe, or ankle, of both feet; knees bend forward where no foot has two markers.
    private static SpacePoint?[] Feet(TrackSet tracks, Func<SpacePoint, SpacePoint> level)
    {
        var ahead = new SpacePoint?[tracks.FrameCount];
        foreach (var side in new[] { BodySide.Left, BodySide.Right, BodySide.Unknown })
        {
            var (heel, ankle, toe) = (tracks.Find(side, Landmark.Heel), tracks.Find(side, Landmark.Ankle), tracks.Find(side, Landmark.Toe));
            var (knee, hip) = (tracks.Find(side, Landmark.Knee), tracks.Find(side, Landmark.Hip));
            for (var i = 0; i < ahead.Length; i++)
            {
                var (back, front) = (heel?.Samples[i] ?? ankle?.Samples[i], toe?.Samples[i] ?? ankle?.Samples[i]);
                var points = back is { } b && front is { } f && b.Position != f.Position ? f.Position - b.Position
                    : hip?.Samples[i] is { } h && knee?.Samples[i] is { } k && ankle?.Samples[i] is { } a ? k.Position - ((h.Position + a.Position) * 0.5)
                    : (SpacePoint?)null;
                ahead[i] = points is { } p ? (ahead[i] ?? default) + level(p) : ahead[i];
            }
        }

        return ahead;
    }

    // The hips of both sides, or the one that is marked; else the ankles.
    private static SpacePoint?[] Body(TrackSet tracks, Func<SpacePoint, SpacePoint> level)
    {
        MarkerTrack[] Of(Landmark landmark) => [.. new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.Select(side => tracks.Find(side, landmark)).OfType<MarkerTrack>()];
        var markers = Of(Landmark.Hip) is { Length: > 0 } hips ? hips : Of(Landmark.Shoulder) is { Length: > 0 } shoulders ? shoulders : Of(Landmark.Ankle);
        return [.. Enumerable.Range(0, tracks.FrameCount).Select(i =>
        {
            var seen = markers.Where(m => m.Samples[i] is not null).Select(m => m.Samples[i]!.Value.Position).ToArray();
            return seen.Length == markers.Length && seen.Length > 0 ? level(seen.Aggregate((a, b) => a + b) * (1.0 / seen.Length)) : (SpacePoint?)null;
        })];
    }

    private static SpacePoint Unit(SpacePoint direction) => direction * (1 / direction.Length);
}
