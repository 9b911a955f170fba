using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker over the whole clip, after its pieces were joined.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
internal sealed record JoinedTrack(MarkerSample?[] Samples, StickerLook Look, double Quality)
{
    public int FirstFrame { get; } = Array.FindIndex(Samples, s => s is not null);

    public int LastFrame { get; } = Array.FindLastIndex(Samples, s => s is not null);

    public int SeenCount { get; } = Samples.Count(s => s is not null);
}

/// <summary>
/// Joins what was followed before a long occlusion with what was found after it. Equal stickers are told apart by the limb: a sticker
/// comes back at the distance from its neighbours at which it went.
/// </summary>
internal static class TrackJoiner
{
    public static List<JoinedTrack> Join(IReadOnlyList<StickerTrack> tracks, int frameCount, LinkSettings settings)
    {
        var joined = tracks.Select(track => Spread(track, frameCount)).ToList();
        while (BestPair(joined, settings) is { } pair)
        {
            var (before, after) = (joined[pair.Before], joined[pair.After]);
            joined[pair.Before] = new JoinedTrack(
                [.. before.Samples.Zip(after.Samples, (a, b) => a ?? b)], before.SeenCount >= after.SeenCount ? before.Look : after.Look,
                ((before.Quality * before.SeenCount) + (after.Quality * after.SeenCount)) / (before.SeenCount + after.SeenCount));
            joined.RemoveAt(pair.After);
        }

        return joined;
    }

    private static JoinedTrack Spread(StickerTrack track, int frameCount)
    {
        var samples = new MarkerSample?[frameCount];
        for (var i = 0; i < track.Samples.Count; i++)
        {
            samples[track.FirstFrame + i] = track.Samples[i];
        }

        return new JoinedTrack(samples, track.Look, track.Quality);
    }

    private static (int Before, int After)? BestPair(List<JoinedTrack> tracks, LinkSettings settings)
    {
        var (best, least) = (default((int, int)?), 1.0);
        for (var before = 0; before < tracks.Count; before++)
        {
            for (var after = 0; after < tracks.Count; after++)
            {
                if (before != after && tracks[before].LastFrame < tracks[after].FirstFrame
                    && Mismatch(tracks, tracks[before], tracks[after], settings) is var mismatch && mismatch < least)
                {
                    (best, least) = ((before, after), mismatch);
                }
            }
        }

        return best;
    }

    /// <summary>How badly two pieces fit, 1 being too badly: in look, in place, and in their distances from what was seen all the time.</summary>
    private static double Mismatch(List<JoinedTrack> tracks, JoinedTrack before, JoinedTrack after, LinkSettings settings)
    {
        var look = before.Look.Core.DistanceTo(after.Look.Core, before.Look.LumaWeight)
            / (settings.MaxColourChange * Math.Min(before.Look.Contrast, after.Look.Contrast));
        var size = Math.Abs(Math.Log(after.Look.AreaPixels / before.Look.AreaPixels)) / Math.Log(settings.MaxAreaRatio);
        if (look > 1 || size > 1)
        {
            return double.PositiveInfinity;
        }

        var diameter = before.Look.DiameterPixels;
        var (end, start) = (before.Samples[before.LastFrame]!.Value.Position, after.Samples[after.FirstFrame]!.Value.Position);
        var neighbours = tracks.Where(t => t != before && t != after)
            .Select(t => DistanceChange(t, before, after)).OfType<double>().Order().Take(2).ToArray();
        return neighbours.Length > 0
            ? (neighbours.Average() / (settings.JoinNeighbourDiameters * diameter)) + (0.1 * (look + size))
            : (start.DistanceTo(end) / (settings.JoinReachDiameters * diameter)) + (0.1 * (look + size));
    }

    /// <summary>By how much two pieces differ in their distance from a third track, pixels; null when it was not seen beside both.</summary>
    private static double? DistanceChange(JoinedTrack neighbour, JoinedTrack before, JoinedTrack after) =>
        Distance(neighbour, before) is { } first && Distance(neighbour, after) is { } second ? Math.Abs(second - first) : null;

    private static double? Distance(JoinedTrack a, JoinedTrack b)
    {
        var values = a.Samples.Zip(b.Samples)
            .Where(pair => pair.First is not null && pair.Second is not null)
            .Select(pair => pair.First!.Value.Position.DistanceTo(pair.Second!.Value.Position)).Order().ToArray();
        return values.Length == 0 ? null : values[values.Length / 2];
    }
}
