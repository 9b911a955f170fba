using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A piece of a track that is surely one sticker, and what it tells about where that sticker was before and after.</summary>
internal sealed class TrackPiece
{
    private readonly (int Frame, MarkerSample Sample)[] _seen;
    private readonly ImagePoint?[] _places;
    private readonly IReadOnlyList<double> _timesSeconds;

    private TrackPiece(StickerTrack track, (int Frame, MarkerSample Sample)[] seen, IReadOnlyList<double> timesSeconds, JoinSettings settings)
    {
        Track = track;
        _timesSeconds = timesSeconds;
        _seen = seen;
        _places = new ImagePoint?[LastFrame - FirstFrame + 1];
        foreach (var (frame, sample) in _seen)
        {
            _places[frame - FirstFrame] = sample.Position.InPicture;
        }

        Start = EndOf(_seen.TakeWhile(s => timesSeconds[s.Frame] - timesSeconds[FirstFrame] <= settings.MotionSeconds), FirstFrame, timesSeconds);
        Finish = EndOf(_seen.SkipWhile(s => timesSeconds[LastFrame] - timesSeconds[s.Frame] > settings.MotionSeconds), LastFrame, timesSeconds);
        var (meanX, meanY) = (_seen.Average(s => s.Sample.Position.X), _seen.Average(s => s.Sample.Position.Y));
        SwingPixels = Math.Sqrt(_seen.Average(s => Square(s.Sample.Position.X - meanX) + Square(s.Sample.Position.Y - meanY)));
        Acceleration = RootMeanSquareAcceleration(timesSeconds);
        StartView = ViewIn(_seen.Take(settings.ViewFrames));
        FinishView = ViewIn(_seen.TakeLast(settings.ViewFrames));
    }

    /// <summary>A track's samples, cut where it jumped aside and went on from there: that was another sticker, though the nearest one.</summary>
    public static IEnumerable<TrackPiece> Of(StickerTrack track, IReadOnlyList<double> timesSeconds, JoinSettings settings)
    {
        var seen = track.Samples.Select((sample, i) => (Frame: track.FirstFrame + i, Sample: sample)).Where(s => s.Sample is not null).Select(s => (s.Frame, s.Sample!.Value)).ToArray();
        var start = 0;
        foreach (var cut in Jumps(seen, settings.JumpDiameters * track.Look.DiameterPixels, settings.JumpRatio, settings.JumpUsualFrames).Append(seen.Length))
        {
            if (cut - start >= settings.MinPieceFrames)
            {
                yield return new TrackPiece(track, seen[start..cut], timesSeconds, settings);
            }

            start = cut;
        }
    }

    /// <summary>
    /// Positions before which there is a jump. A limb thrown into motion departs once from where it was going; a jump departs and at once
    /// departs again, the other way; beside the first or the last sample once is enough.
    /// </summary>
    private static List<int> Jumps((int Frame, MarkerSample Sample)[] seen, double leastPixels, double ratio, int usualFrames)
    {
        var bends = new double[seen.Length];
        for (var i = 1; i + 1 < seen.Length; i++)
        {
            var (before, after) = (seen[i].Frame - seen[i - 1].Frame, seen[i + 1].Frame - seen[i].Frame);
            var expected = seen[i].Sample.Position + ((seen[i].Sample.Position - seen[i - 1].Sample.Position) * ((double)after / before));
            bends[i] = seen[i + 1].Sample.Position.DistanceTo(expected) / after;
        }

        return [.. Enumerable.Range(1, Math.Max(seen.Length - 1, 0)).Where(i => seen.Length > 2 && Limit(i) is var limit && (i == 1 || bends[i - 1] > limit) && (i == seen.Length - 1 || bends[i] > limit))];

        // What is usual at that time, for a third of it: a foot that rests most of the clip departs every frame from its first beat on.
        double Limit(int i)
        {
            var around = bends[Math.Max(i - usualFrames, 1)..Math.Min(i + usualFrames, seen.Length - 1)];
            Array.Sort(around);
            return Math.Max(leastPixels, ratio * around[2 * around.Length / 3]);
        }
    }

    public StickerTrack Track { get; }

    public int FirstFrame => _seen[0].Frame;

    public int LastFrame => _seen[^1].Frame;

    public int SeenCount => _seen.Length;

    /// <summary>Null in a frame in which it was not seen.</summary>
    public ImagePoint? PlaceIn(int frame) => frame >= FirstFrame && frame <= LastFrame ? _places[frame - FirstFrame] : null;

    public IEnumerable<(int Frame, MarkerSample Sample)> Seen => _seen;

    public PathFit Start { get; }

    public PathFit Finish { get; }

    /// <summary>How large it is seen in its first frames, and how well: medians.</summary>
    public (double AreaPixels, double Confidence) StartView { get; }

    /// <summary>The same in its last frames.</summary>
    public (double AreaPixels, double Confidence) FinishView { get; }

    /// <summary>Root mean square distance from its mean place.</summary>
    public double SwingPixels { get; }

    /// <summary>Root mean square, pixels a second squared; null when it was seen too shortly.</summary>
    public double? Acceleration { get; }

    /// <summary>The way from another piece to this one, as near to this one's beginning or end as both were seen; null when they never were.</summary>
    public PathFit? Bearing(TrackPiece other, bool atStart, JoinSettings settings)
    {
        var ways = new List<(double TimeSeconds, ImagePoint Way)>();
        foreach (var (frame, sample) in atStart ? _seen : _seen.Reverse())
        {
            var time = _timesSeconds[frame];
            if (ways.Count > 0 && Math.Abs(time - ways[0].TimeSeconds) > settings.MotionSeconds)
            {
                break;
            }

            if (other.PlaceIn(frame) is { } place)
            {
                ways.Add((time, sample.Position.InPicture - place));
            }
        }

        return ways.Count == 0 ? null : PathFit.At(ways[0].TimeSeconds, ways);
    }

    /// <summary>How much its distance to another piece changed while both were seen, square pixels: none on one bone.</summary>
    public double DistanceVariance(TrackPiece other)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        foreach (var (frame, sample) in _seen)
        {
            if (other.PlaceIn(frame) is { } place)
            {
                var distance = sample.Position.DistanceTo(place);
                (count, sum, squares) = (count + 1, sum + distance, squares + (distance * distance));
            }
        }

        return count == 0 ? 0 : Math.Max((squares / count) - Square(sum / count), 0);
    }

    /// <summary>How much it moves against another piece, see <see cref="Comotion.StepsApart"/>.</summary>
    public double StepsApart(TrackPiece other, int leastSteps) => Comotion.StepsApart(
        Enumerable.Range(FirstFrame, _places.Length).Select(i => PlaceIn(i) is { } own && other.PlaceIn(i) is { } others ? (own, others) : ((ImagePoint, ImagePoint)?)null), leastSteps);

    private (double AreaPixels, double Confidence) ViewIn(IEnumerable<(int Frame, MarkerSample Sample)> seen)
    {
        var frames = seen.ToArray();
        return (Median(frames.Select(s => Track.AreasPixels[s.Frame - Track.FirstFrame])), Median(frames.Select(s => s.Sample.Confidence)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static PathFit EndOf(IEnumerable<(int Frame, MarkerSample Sample)> seen, int frame, IReadOnlyList<double> timesSeconds) =>
        PathFit.At(timesSeconds[frame], [.. seen.Select(s => (timesSeconds[s.Frame], s.Sample.Position.InPicture))]);

    private double? RootMeanSquareAcceleration(IReadOnlyList<double> timesSeconds)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 2; i < _seen.Length; i++)
        {
            var (a, b, c) = (_seen[i - 2], _seen[i - 1], _seen[i]);
            if (c.Frame - a.Frame == 2)
            {
                var (before, after) = (timesSeconds[b.Frame] - timesSeconds[a.Frame], timesSeconds[c.Frame] - timesSeconds[b.Frame]);
                var change = ((c.Sample.Position - b.Sample.Position) * (1 / after)) - ((b.Sample.Position - a.Sample.Position) * (1 / before));
                sum += Square(change.Length / ((before + after) / 2));
                count++;
            }
        }

        return count == 0 ? null : Math.Sqrt(sum / count);
    }

    private static double Square(double value) => value * value;
}
