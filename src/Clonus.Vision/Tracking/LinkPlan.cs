using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Which find goes to which track in one frame.</summary>
/// <param name="FindOf">For each track its find, or −1.</param>
/// <param name="IsInDoubt">For each track, whether the find may be another one's.</param>
/// <param name="IsLeap">For each track, whether nothing in its motion or its neighbours' speaks for the find.</param>
internal sealed record LinkPlan(int[] FindOf, bool[] IsInDoubt, bool[] IsLeap)
{
    public static LinkPlan Of(IReadOnlyList<StickerTrack> tracks, IReadOnlyList<Sighting> finds, LinkSettings settings)
    {
        var surprise = Surprises(tracks, finds, settings);
        var costs = new double[tracks.Count, finds.Count];
        for (var i = 0; i < tracks.Count; i++)
        {
            for (var j = 0; j < finds.Count; j++)
            {
                var likeness = surprise[i, j] < double.PositiveInfinity ? Likeness(tracks[i], finds[j], settings) : null;
                costs[i, j] = likeness is { } alike ? surprise[i, j] - Math.Log(alike) : double.PositiveInfinity;
            }
        }

        var chosen = Assignment.Solve(costs, settings.CostOfNone);
        return new LinkPlan(
            chosen, [.. Enumerable.Range(0, tracks.Count).Select(i => IsDoubtful(i, tracks, chosen, surprise, finds, settings))],
            [.. chosen.Select((j, i) => j >= 0 && surprise[i, j] > (tracks[i].MissedFrames == 0 ? settings.LeapSurprise : settings.BlindLeapSurprise) && HasChoice(i, j, tracks, costs, surprise, settings))]);
    }

    /// <summary>How well a find agrees with what is known of the track's sticker, 0 to 1; null when it is another thing.</summary>
    public static double? Likeness(StickerTrack track, Sighting find, LinkSettings settings)
    {
        var area = find.AreaPixels / track.Look.AreaPixels;
        var change = find.Core.DistanceTo(track.Look.Core, track.Look.LumaWeight) / track.Look.Contrast;
        if (area < settings.MinAreaRatio || area > settings.MaxAreaRatio || change > settings.MaxColourChange)
        {
            return null;
        }

        var size = Math.Max(1 - (Math.Abs(Math.Log(area)) / -Math.Log(settings.MinAreaRatio)), settings.LeastLikeness);
        return size * (1 - (0.5 * change / settings.MaxColourChange));
    }

    /// <summary>Whether the track may have gone elsewhere, or the find come from elsewhere.</summary>
    private static bool HasChoice(int track, int find, IReadOnlyList<StickerTrack> tracks, double[,] costs, double[,] surprise, LinkSettings settings) =>
        Enumerable.Range(0, costs.GetLength(1)).Any(other => other != find && costs[track, other] < double.PositiveInfinity)
        || Enumerable.Range(0, tracks.Count).Any(other => other != track && surprise[other, find] < double.PositiveInfinity && AreAlike(tracks[track], tracks[other], settings));

    /// <summary>By motion alone: the track's own, and that of the stickers near it, which on one limb move alike.</summary>
    private static double[,] Surprises(IReadOnlyList<StickerTrack> tracks, IReadOnlyList<Sighting> finds, LinkSettings settings)
    {
        var surprise = new double[tracks.Count, finds.Count];
        for (var i = 0; i < tracks.Count; i++)
        {
            var neighbours = Neighbours(i, tracks, settings);
            for (var j = 0; j < finds.Count; j++)
            {
                var (track, place) = (tracks[i], finds[j].Centre);
                surprise[i, j] = !track.Reaches(place)
                    ? double.PositiveInfinity
                    : track.Surprise(place) - (track.MissedFrames == 0 ? settings.NeighbourWorth * Company(place - track.Last, neighbours, finds, settings) : 0);
            }
        }

        return surprise;
    }

    private static StickerTrack[] Neighbours(int track, IReadOnlyList<StickerTrack> tracks, LinkSettings settings) =>
        [.. tracks.Where((t, i) => i != track && t.MissedFrames == 0 && t.SeenCount > 1)
            .OrderBy(t => t.Last.DistanceTo(tracks[track].Last)).Take(settings.MostNeighbours)];

    /// <summary>How many neighbours would find a sticker after about the same step.</summary>
    private static double Company(ImagePoint step, StickerTrack[] neighbours, IReadOnlyList<Sighting> finds, LinkSettings settings)
    {
        var company = 0.0;
        foreach (var neighbour in neighbours)
        {
            var tolerance = (settings.LeastSpreadDiameters * neighbour.Look.DiameterPixels) + (settings.StepDifference * step.Length);
            var nearest = double.MaxValue;
            foreach (var find in finds)
            {
                nearest = Math.Min(nearest, find.Centre.DistanceTo(neighbour.Last + step));
            }

            company += Math.Exp(-0.5 * nearest * nearest / (tolerance * tolerance));
        }

        return company;
    }

    /// <summary>Whether another sticker may be the one that is seen, or both are seen and may be the other way round.</summary>
    private static bool IsDoubtful(int track, IReadOnlyList<StickerTrack> tracks, int[] chosen, double[,] surprise, IReadOnlyList<Sighting> finds, LinkSettings settings)
    {
        var find = chosen[track];
        for (var other = 0; find >= 0 && other < tracks.Count; other++)
        {
            if (other != track && surprise[other, find] < double.PositiveInfinity && AreAlike(tracks[track], tracks[other], settings))
            {
                var others = chosen[other];
                var change = surprise[other, find] - surprise[track, find] + (others < 0 ? 0 : surprise[track, others] - surprise[other, others]);
                change += others < 0 ? 0 : SameWay(tracks[track], tracks[other], finds[find].Centre, finds[others].Centre, settings);
                if (change < settings.SureByMargin)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// How much likelier it is that the way from one to the other changed as it did in the frames before than that they changed places: a foot
    /// that jumps takes its stickers along, each to about where the other one was. Log of the ratio; 0 when too little is known.
    /// </summary>
    private static double SameWay(StickerTrack a, StickerTrack b, ImagePoint findOfA, ImagePoint findOfB, LinkSettings settings)
    {
        if (a.MissedFrames > 0 || b.MissedFrames > 0 || a.Velocity is not { } velocityOfA || b.Velocity is not { } velocityOfB)
        {
            return 0;
        }

        var relative = velocityOfB - velocityOfA;
        var (expected, seen) = (b.Last - a.Last + relative, findOfB - findOfA);
        var unsteady = Bends(a, b, settings) ?? Square(settings.VelocityDifference * relative.Length) + Square(settings.StepDifference * Math.Max((findOfA - a.Last).Length, (findOfB - b.Last).Length));
        var variance = Square(settings.LeastSpreadDiameters * a.Look.DiameterPixels) + unsteady;
        return LogShare(seen) - LogShare(seen * -1);

        double LogShare(ImagePoint way) =>
            Math.Log(((1 - settings.StrangeWayShare) * Math.Exp(-0.5 * Square((way - expected).Length) / variance)) + settings.StrangeWayShare);
    }

    /// <summary>By how much the way from one to the other usually departs from where it led, squared, with a margin; null when that is not known.</summary>
    private static double? Bends(StickerTrack a, StickerTrack b, LinkSettings settings)
    {
        var ways = new List<ImagePoint>();
        for (var back = 1; back <= Math.Min(settings.WayFrames, Math.Min(a.Samples.Count, b.Samples.Count)); back++)
        {
            if (a.Samples[^back] is not { } first || b.Samples[^back] is not { } second)
            {
                break;
            }

            ways.Add((second.Position - first.Position).InPicture);
        }

        return ways.Count < settings.MinWayFrames ? null
            : 4 * Enumerable.Range(2, ways.Count - 2).Average(i => Square((ways[i] - (ways[i - 1] * 2) + ways[i - 2]).Length));
    }

    /// <summary>Whether one could be mistaken for the other.</summary>
    public static bool AreAlike(StickerTrack a, StickerTrack b, LinkSettings settings) =>
        a.Look.Kind == b.Look.Kind && a.Look.Core.DistanceTo(b.Look.Core, a.Look.LumaWeight) <= settings.MaxColourChange * Math.Min(a.Look.Contrast, b.Look.Contrast)
        && b.Look.AreaPixels / a.Look.AreaPixels is var area && area >= settings.MinAreaRatio && area <= settings.MaxAreaRatio;

    private static double Square(double value) => value * value;
}
