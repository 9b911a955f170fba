using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker over the whole clip, after its pieces were joined.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
internal sealed record JoinedTrack(MarkerSample?[] Samples, StickerLook Look, double Quality)
{
    /// <summary>Diameter across its longer axis; null when it is not known.</summary>
    public double? SizePixels { get; init; }

    /// <summary>Area in each frame; not a number where it was not seen.</summary>
    public required double[] AreasPixels { get; init; }

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
        var pieces = tracks.SelectMany(track => TrackPiece.Of(track, timesSeconds, settings)).OrderByDescending(p => p.SeenCount).Take(settings.MaxPieces)
            .OrderBy(p => p.FirstFrame).ToArray();
        var joins = JoinSearch.Of(pieces, settings);
        var followers = joins.Select((join, i) => join.Follower >= 0 && join.Margin >= Sure(pieces[i], pieces[join.Follower], settings) ? join.Follower : -1).ToArray();
        return [.. JoinSearch.Chains(followers).Select(chain => Joined(chain, pieces, joins, timesSeconds.Count)).Where(t => t.SeenCount >= link.MinTrackFrames)];
    }

    /// <summary>The margin that a join of two pieces must have.</summary>
    private static double Sure(TrackPiece before, TrackPiece after, JoinSettings settings) =>
        Math.Min(before.SeenCount, after.SeenCount) >= settings.TellingFrames ? settings.SureByMarginOfTelling : settings.SureByMargin;

    private static JoinedTrack Joined(List<int> chain, TrackPiece[] all, PieceJoin[] joins, int frameCount)
    {
        var pieces = chain.ConvertAll(i => all[i]);
        var longest = pieces.MaxBy(p => p.SeenCount)!;
        var beliefs = Beliefs(chain.ConvertAll(i => joins[i].Margin), pieces.IndexOf(longest));
        var samples = new MarkerSample?[frameCount];
        var areas = new double[frameCount];
        Array.Fill(areas, double.NaN);
        foreach (var (piece, belief) in pieces.Zip(beliefs))
        {
            foreach (var (frame, sample) in piece.Seen)
            {
                samples[frame] = sample with { Confidence = sample.Confidence * belief };
                areas[frame] = piece.Track.AreasPixels[frame - piece.Track.FirstFrame];
            }
        }

        return new JoinedTrack(samples, longest.Track.Look, pieces.Sum(p => p.Track.Quality * p.SeenCount) / pieces.Sum(p => p.SeenCount)) { SizePixels = longest.Track.SizePixels, AreasPixels = areas };
    }

    /// <summary>How likely it is that a piece is of the same sticker as the longest one: each join between them may be wrong.</summary>
    private static double[] Beliefs(List<double> margins, int longest)
    {
        var beliefs = new double[margins.Count];
        beliefs[longest] = 1;
        for (var i = longest + 1; i < beliefs.Length; i++)
        {
            beliefs[i] = beliefs[i - 1] / (1 + Math.Exp(-margins[i - 1]));
        }

        for (var i = longest - 1; i >= 0; i--)
        {
            beliefs[i] = beliefs[i + 1] / (1 + Math.Exp(-margins[i]));
        }

        return beliefs;
    }
}
