using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker over the whole clip, after its pieces were joined.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
internal sealed record JoinedTrack(MarkerSample?[] Samples, StickerLook Look, double Quality)
{
    /// <summary>Diameter across its longer axis; null when it is not known.</summary>
    public double? SizePixels { get; init; }

    public int SeenCount { get; } = Samples.Count(s => s is not null);
}

/// <summary>
/// Joins what was followed before an occlusion or a crossing with what was found after it, over the whole clip at once: by motion, by look,
/// and by the limb, on which a sticker keeps its distance from its neighbours. What could as well be another sticker stays apart.
/// </summary>
internal static class TrackJoiner
{
    /// <param name="timesSeconds">One for each frame of the clip.</param>
    public static List<JoinedTrack> Join(IReadOnlyList<StickerTrack> tracks, IReadOnlyList<double> timesSeconds, LinkSettings link, JoinSettings settings)
    {
        var pieces = tracks.Where(t => t.SeenCount >= settings.MinPieceFrames).OrderByDescending(t => t.SeenCount).Take(settings.MaxPieces)
            .OrderBy(t => t.FirstFrame).Select(t => new TrackPiece(t, timesSeconds, settings)).ToArray();
        return [.. Chains(Followers(pieces, settings)).Select(chain => Joined([.. chain.Select(i => pieces[i])], timesSeconds.Count)).Where(t => t.SeenCount >= link.MinTrackFrames)];
    }

    /// <summary>For each piece the one that goes on where it ended, or −1.</summary>
    private static int[] Followers(TrackPiece[] pieces, JoinSettings settings)
    {
        var match = new PieceMatch(pieces, settings);
        var motion = new double[pieces.Length, pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            for (var j = 0; j < pieces.Length; j++)
            {
                motion[i, j] = match.Motion(pieces[i], pieces[j]);
            }
        }

        // What belongs to what was seen beside a piece is known better with every round.
        var followers = Enumerable.Repeat(-1, pieces.Length).ToArray();
        var costs = motion;
        for (var round = 0; round < settings.Rounds; round++)
        {
            costs = WithGeometry(motion, match, followers, isSettled: round > 0);
            followers = Assignment.Solve(costs, settings.CostOfNone);
        }

        return Decided(followers, costs, settings);
    }

    private static double[,] WithGeometry(double[,] motion, PieceMatch match, int[] followers, bool isSettled)
    {
        var chainOf = new int[followers.Length];
        foreach (var (chain, number) in Chains(followers).Select((chain, number) => (chain, number)))
        {
            chain.ForEach(piece => chainOf[piece] = number);
        }

        var costs = (double[,])motion.Clone();
        for (var i = 0; i < followers.Length; i++)
        {
            for (var j = 0; j < followers.Length; j++)
            {
                costs[i, j] += motion[i, j] < double.PositiveInfinity ? match.Geometry(i, j, chainOf, isSettled) : 0;
            }
        }

        return costs;
    }

    /// <summary>Leaves out what could be otherwise: two pieces that might change their followers, or another piece that might be the one.</summary>
    private static int[] Decided(int[] followers, double[,] costs, JoinSettings settings)
    {
        double Cost(int before, int after) => before < 0 || after < 0 ? settings.CostOfNone : costs[before, after];
        var leader = Enumerable.Repeat(-1, followers.Length).ToArray();
        for (var i = 0; i < followers.Length; i++)
        {
            if (followers[i] >= 0)
            {
                leader[followers[i]] = i;
            }
        }

        bool IsDecided(int before, int after) =>
            Enumerable.Range(0, followers.Length).All(other =>
                (other == before || Cost(other, after) + Cost(before, followers[other]) - Cost(before, after) - Cost(other, followers[other]) >= settings.SureByMargin)
                && (leader[other] >= 0 || other == after || Cost(before, other) - Cost(before, after) >= settings.SureByMargin));

        return [.. followers.Select((after, before) => after >= 0 && IsDecided(before, after) ? after : -1)];
    }

    private static List<List<int>> Chains(int[] followers)
    {
        var chains = new List<List<int>>();
        foreach (var first in Enumerable.Range(0, followers.Length).Except(followers))
        {
            var chain = new List<int>();
            for (var piece = first; piece >= 0; piece = followers[piece])
            {
                chain.Add(piece);
            }

            chains.Add(chain);
        }

        return chains;
    }

    private static JoinedTrack Joined(TrackPiece[] pieces, int frameCount)
    {
        var samples = new MarkerSample?[frameCount];
        foreach (var (frame, sample) in pieces.SelectMany(p => p.Seen))
        {
            samples[frame] = sample;
        }

        var longest = pieces.MaxBy(p => p.SeenCount)!.Track;
        return new JoinedTrack(samples, longest.Look, pieces.Sum(p => p.Track.Quality * p.SeenCount) / pieces.Sum(p => p.SeenCount)) { SizePixels = longest.SizePixels };
    }
}
