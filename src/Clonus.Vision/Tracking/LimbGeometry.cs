using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Distances and angles between candidates over the clip, each computed once.</summary>
internal sealed class LimbGeometry
{
    // Enough moments of a clip to know its extremes; more would only cost time.
    private const int MostMoments = 400;
    private readonly ImagePoint?[][] _places;
    private readonly Dictionary<(int, int), (double Median, double Variation)> _lengths = [];

    public LimbGeometry(IReadOnlyList<LimbCandidate> candidates)
    {
        Candidates = candidates;
        var frames = candidates.Count == 0 ? 0 : candidates[0].Samples.Length;
        // An odd stride does not fall in step with a beat.
        var stride = Math.Max(1, frames / MostMoments) | 1;
        _places = [.. candidates.Select(c => Enumerable.Range(0, (frames + stride - 1) / stride).Select(i => c.Samples[i * stride]?.Position).ToArray())];
        Moments = (frames + stride - 1) / stride;
    }

    public IReadOnlyList<LimbCandidate> Candidates { get; }

    private int Moments { get; }

    /// <summary>Median distance in pixels, and how much it varies as a share of it; not a number when never seen together.</summary>
    public (double Median, double Variation) Length(int a, int b)
    {
        var key = (Math.Min(a, b), Math.Max(a, b));
        if (!_lengths.TryGetValue(key, out var length))
        {
            var values = Enumerable.Range(0, Moments)
                .Where(i => _places[a][i] is not null && _places[b][i] is not null)
                .Select(i => _places[a][i]!.Value.DistanceTo(_places[b][i]!.Value)).Order().ToArray();
            var median = Percentile(values, 0.5);
            length = (median, (Percentile(values, 0.9) - Percentile(values, 0.1)) / median);
            _lengths[key] = length;
        }

        return length;
    }

    /// <summary>Angle at <paramref name="middle"/> from one end to the other, degrees −180 to 180 and unwrapped: median and span, and the share of the clip it is known.</summary>
    public (double Median, double Span, double Seen) Angle(int from, int middle, int to)
    {
        var values = new List<double>();
        for (var i = 0; i < Moments; i++)
        {
            if (_places[from][i] is { } a && _places[middle][i] is { } b && _places[to][i] is { } c)
            {
                var (u, v) = (a - b, c - b);
                var angle = Math.Atan2((u.X * v.Y) - (u.Y * v.X), (u.X * v.X) + (u.Y * v.Y)) * 180 / Math.PI;
                values.Add(values.Count == 0 ? angle : values[0] + Math.IEEERemainder(angle - values[0], 360));
            }
        }

        var sorted = values.Order().ToArray();
        return (Percentile(sorted, 0.5), Percentile(sorted, 0.97) - Percentile(sorted, 0.03), Moments == 0 ? 0 : (double)sorted.Length / Moments);
    }

    /// <summary>How far the line from one to the other turns in the picture over the clip, degrees.</summary>
    public double Turn(int from, int to)
    {
        var values = new List<double>();
        for (var i = 0; i < Moments; i++)
        {
            if (_places[from][i] is { } a && _places[to][i] is { } b)
            {
                var angle = Math.Atan2(b.Y - a.Y, b.X - a.X) * 180 / Math.PI;
                values.Add(values.Count == 0 ? angle : values[0] + Math.IEEERemainder(angle - values[0], 360));
            }
        }

        var sorted = values.Order().ToArray();
        return Percentile(sorted, 0.97) - Percentile(sorted, 0.03);
    }

    /// <summary>Root mean square distance from its own mean place, pixels.</summary>
    public double Travel(int track)
    {
        var seen = _places[track].OfType<ImagePoint>().ToArray();
        var mean = new ImagePoint(seen.Average(p => p.X), seen.Average(p => p.Y));
        return Math.Sqrt(seen.Average(p => (p - mean).Length * (p - mean).Length));
    }

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
