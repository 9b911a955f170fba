using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>How two tracks lie to each other over the clip.</summary>
/// <param name="Together">Share of the clip in which both are seen.</param>
/// <param name="LengthPixels">Median distance; not a number when never seen together.</param>
/// <param name="LongestPixels">The distance that a tenth of the moments exceed.</param>
/// <param name="VariationPixels">Standard deviation of the distance; steady growth does not count, nor do a few strays.</param>
/// <param name="SwingPixels">Root mean square change of the offset from one to the other, steady change apart: how much they move against each other.</param>
/// <param name="TurnDegrees">By how much the line from one to the other turns in the picture.</param>
/// <param name="MeanOffset">From the first to the second.</param>
internal sealed record Bone(
    double Together, double LengthPixels, double LongestPixels, double VariationPixels, double SwingPixels, double TurnDegrees, ImagePoint MeanOffset);

/// <summary>The angle at a joint over the clip, degrees: −180 to 180 from the first end to the second, unwrapped.</summary>
/// <param name="Together">Share of the clip in which all three are seen.</param>
internal readonly record struct JointBend(double Median, double Span, double Together);

/// <summary>Distances and angles between candidates over the clip, each computed once. None depends on where the camera looks.</summary>
internal sealed class LimbGeometry
{
    // Enough moments of a clip to know its extremes; more would only cost time.
    private const int MostMoments = 160;

    // From fewer nobody knows how two move against each other.
    private const int LeastSteps = 5;

    private readonly ImagePoint?[][] _places;
    private readonly Bone?[,] _bones;
    private readonly double?[,] _sizeRatios;
    private readonly Dictionary<(int, int, int), JointBend> _bends = [];

    public LimbGeometry(IReadOnlyList<LimbCandidate> candidates)
    {
        Candidates = candidates;
        var frames = candidates.Count == 0 ? 0 : candidates[0].Samples.Length;
        // An odd stride does not fall in step with a beat.
        var stride = Math.Max(1, frames / MostMoments) | 1;
        Moments = (frames + stride - 1) / stride;
        _places = [.. candidates.Select(c => Enumerable.Range(0, Moments).Select(i => c.Samples[i * stride]?.Position.InPicture).ToArray())];
        _bones = new Bone?[candidates.Count, candidates.Count];
        _sizeRatios = new double?[candidates.Count, candidates.Count];
    }

    public IReadOnlyList<LimbCandidate> Candidates { get; }

    public int Moments { get; }

    /// <summary>Where a candidate is at each moment; the moments are spread evenly over the clip.</summary>
    public IReadOnlyList<ImagePoint?> Places(int track) => _places[track];

    public Bone Bone(int from, int to) => _bones[from, to] ??= MeasureBone(from, to);

    /// <summary>Diameter of one by that of another, median of the frames in which both are seen: who comes nearer grows.</summary>
    public double SizeRatio(int a, int b) => _sizeRatios[a, b] ??= MeasureSizeRatio(Candidates[a], Candidates[b]);

    public JointBend Bend(int from, int middle, int to)
    {
        if (!_bends.TryGetValue((from, middle, to), out var bend))
        {
            bend = _bends[(from, middle, to)] = MeasureBend(from, middle, to);
        }

        return bend;
    }

    /// <summary>Root mean square distance from its own straight way through the clip, pixels: what stands or goes steadily has little.</summary>
    public double Unsteadiness(int track)
    {
        var seen = Enumerable.Range(0, Moments).Where(i => _places[track][i] is not null).ToArray();
        var x = WithoutTrend(seen, Array.ConvertAll(seen, i => _places[track][i]!.Value.X));
        var y = WithoutTrend(seen, Array.ConvertAll(seen, i => _places[track][i]!.Value.Y));
        return Math.Sqrt(x.Zip(y, (dx, dy) => (dx * dx) + (dy * dy)).Average());
    }

    /// <summary>How much two move against each other, see <see cref="Comotion.StepsApart"/>.</summary>
    public double StepsApart(int a, int b) => Comotion.StepsApart(
        _places[a].Zip(_places[b], (first, second) => first is { } f && second is { } s ? (f, s) : ((ImagePoint, ImagePoint)?)null), LeastSteps);

    private static double MeasureSizeRatio(LimbCandidate a, LimbCandidate b)
    {
        var ratios = a.AreasPixels.Zip(b.AreasPixels, (first, second) => first / second).Where(double.IsFinite).Order().ToArray();
        return ratios.Length > 0 ? Math.Sqrt(Percentile(ratios, 0.5)) : a.DiameterPixels / b.DiameterPixels;
    }

    private Bone MeasureBone(int from, int to)
    {
        var seen = Enumerable.Range(0, Moments).Where(i => _places[from][i] is not null && _places[to][i] is not null).ToArray();
        if (seen.Length == 0)
        {
            return new Bone(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, default);
        }

        var offsets = Array.ConvertAll(seen, i => _places[to][i]!.Value - _places[from][i]!.Value);
        var lengths = Array.ConvertAll(offsets, o => o.Length);
        // Who comes nearer grows: steady change is no change of a bone.
        var (steadyX, steadyY) = (WithoutTrend(seen, Array.ConvertAll(offsets, o => o.X)), WithoutTrend(seen, Array.ConvertAll(offsets, o => o.Y)));
        var sorted = lengths.Order().ToArray();
        return new Bone(
            (double)seen.Length / Moments, Percentile(sorted, 0.5), Percentile(sorted, 0.9), TrimmedRms([.. WithoutTrend(seen, lengths).Select(d => d * d)]),
            TrimmedRms([.. steadyX.Zip(steadyY, (x, y) => (x * x) + (y * y))]), Span(offsets.Select(o => Degrees(o.Y, o.X))),
            new ImagePoint(offsets.Average(o => o.X), offsets.Average(o => o.Y)));
    }

    private JointBend MeasureBend(int from, int middle, int to)
    {
        var values = new List<double>();
        for (var i = 0; i < Moments; i++)
        {
            if (_places[from][i] is { } a && _places[middle][i] is { } b && _places[to][i] is { } c)
            {
                var (u, v) = (a - b, c - b);
                values.Add(Degrees((u.X * v.Y) - (u.Y * v.X), (u.X * v.X) + (u.Y * v.Y)));
            }
        }

        var sorted = Unwrapped(values);
        return new JointBend(Percentile(sorted, 0.5), Percentile(sorted, 0.97) - Percentile(sorted, 0.03), Moments == 0 ? 0 : (double)sorted.Length / Moments);
    }

    private static double Span(IEnumerable<double> degrees)
    {
        var sorted = Unwrapped([.. degrees]);
        return Percentile(sorted, 0.97) - Percentile(sorted, 0.03);
    }

    /// <summary>Sorted, about the first of them.</summary>
    private static double[] Unwrapped(List<double> degrees) =>
        [.. degrees.Select(d => degrees[0] + Math.IEEERemainder(d - degrees[0], 360)).Order()];

    /// <summary>What is left of values at times after the straight line of least squares.</summary>
    private static double[] WithoutTrend(int[] times, double[] values)
    {
        var (time, mean) = (times.Average(), values.Average());
        var (spread, slope) = (0.0, 0.0);
        for (var i = 0; i < times.Length; i++)
        {
            spread += (times[i] - time) * (times[i] - time);
            slope += (times[i] - time) * (values[i] - mean);
        }

        slope = spread > 0 ? slope / spread : 0;
        return [.. times.Zip(values, (t, value) => value - mean - (slope * (t - time)))];
    }

    /// <summary>Root of the mean of all but the largest twentieth: a track that took another spot for its own for a moment does not count.</summary>
    private static double TrimmedRms(double[] squares)
    {
        Array.Sort(squares);
        return Math.Sqrt(squares.Take(squares.Length - (squares.Length / 20)).Average());
    }

    private static double Degrees(double y, double x) => Math.Atan2(y, x) * 180 / Math.PI;

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
