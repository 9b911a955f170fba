using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A named marker with all its pieces.</summary>
/// <param name="Samples">One entry a frame of the clip.</param>
/// <param name="Candidates">Those that it is made of, the one that it was named by first.</param>
internal sealed record WholeMarker(ImmutableArray<MarkerSample?> Samples, ImmutableArray<int> Candidates);

/// <summary>
/// Further pieces of named markers. What was lost and found again in the middle of a stride may stay apart while nothing is known of the leg;
/// when the leg's other markers are named, a piece is of the one marker that lay to them as the piece does, if it is the only such one.
/// </summary>
internal sealed class MarkerPieces
{
    private readonly IReadOnlyList<LimbCandidate> _candidates;
    private readonly ImmutableArray<MarkerName> _names;
    private readonly PieceSettings _settings;
    private readonly LimbPolicy _policy;
    private readonly List<int>[] _pieces;
    private readonly MarkerSample?[][] _samples;
    private readonly double[][] _scales;

    private MarkerPieces(IReadOnlyList<LimbCandidate> candidates, ImmutableArray<(MarkerName Name, string Spec, int Track)> markers, TrackingSettings settings)
    {
        (_candidates, _settings, _policy) = (candidates, settings.Piece, settings.Limb);
        _names = [.. markers.Select(m => m.Name)];
        _pieces = [.. markers.Select(m => new List<int> { m.Track })];
        _samples = [.. markers.Select(m => candidates[m.Track].Samples.ToArray())];
        _scales = [.. _names.Select(name => Scale(name.Side))];
    }

    /// <returns>One entry a marker.</returns>
    public static ImmutableArray<WholeMarker> Collect(
        IReadOnlyList<LimbCandidate> candidates, ImmutableArray<(MarkerName Name, string Spec, int Track)> markers, TrackingSettings settings)
    {
        var pieces = new MarkerPieces(candidates, markers, settings);
        pieces.Attach();
        return [.. pieces._samples.Zip(pieces._pieces, (samples, tracks) => new WholeMarker([.. samples], [.. tracks]))];
    }

    // With every piece more is known of where a marker usually lies: until none is left that can be told.
    private void Attach()
    {
        var open = Enumerable.Range(0, _candidates.Count).Except(_pieces.SelectMany(p => p)).Where(i => _candidates[i].SeenCount >= _settings.MinFrames)
            .OrderByDescending(i => _candidates[i].SeenCount).ToList();
        while (open.FindIndex(piece => MarkersOf(piece).Length == 1) is var next && next >= 0)
        {
            var (piece, marker) = (open[next], MarkersOf(open[next])[0]);
            open.RemoveAt(next);
            _pieces[marker].Add(piece);
            foreach (var (frame, sample) in _candidates[piece].Samples.Index())
            {
                _samples[marker][frame] ??= sample is { } seen ? seen with { Confidence = seen.Confidence * _settings.Belief } : null;
            }
        }
    }

    /// <summary>The markers that a piece may be of.</summary>
    private int[] MarkersOf(int piece) => [.. Enumerable.Range(0, _names.Length).Where(marker => LooksLike(piece, marker) && LiesLike(_candidates[piece].Samples, marker))];

    /// <summary>Whether it has a marker's look, at times at which that one was not seen.</summary>
    private bool LooksLike(int piece, int marker)
    {
        var (candidate, usual) = (_candidates[piece], _candidates[_pieces[marker][0]]);
        return candidate.Kind == usual.Kind && candidate.Tag is null
            && Math.Abs(Math.Log(candidate.DiameterPixels / usual.DiameterPixels)) <= Math.Log(_settings.MaxSizeRatio)
            && candidate.Colour.DistanceTo(usual.Colour, _policy.LumaWeight) <= _settings.MaxColourSpreads * _policy.SetColourSpread
            && !candidate.Samples.Zip(_samples[marker]).Any(s => s.First is not null && s.Second is not null);
    }

    /// <summary>Whether it lies to the leg's other markers as a marker does, as far as they tell.</summary>
    private bool LiesLike(ImmutableArray<MarkerSample?> piece, int marker)
    {
        var told = false;
        foreach (var other in Enumerable.Range(0, _names.Length).Where(other => other != marker && _names[other].Side == _names[marker].Side))
        {
            var (usual, seen) = (Ways(other, _samples[marker]), Ways(other, piece));
            if (usual.Length >= _settings.TellingFrames && seen.Length >= _settings.MinFrames)
            {
                if (!IsUsual(seen, usual))
                {
                    return false;
                }

                told = true;
            }
        }

        return told;
    }

    /// <summary>By length, which a bone keeps in side view, and by either component, of which a leg that is seen from the front keeps the one across.</summary>
    private bool IsUsual(ImagePoint[] seen, ImagePoint[] usual)
    {
        var length = usual.Select(w => w.Length).Order().ElementAt(usual.Length / 2);
        Func<ImagePoint, double>[] measures = [w => w.Length, w => w.X, w => w.Y];
        return measures.All(measure =>
        {
            var sorted = usual.Select(measure).Order().ToArray();
            var strays = (int)(_settings.StrayShare * sorted.Length);
            var (low, high) = (sorted[strays], sorted[^(strays + 1)]);
            var slack = _settings.NoisePixels + (_settings.Slack * (length + high - low));
            return seen.Count(w => measure(w) >= low - slack && measure(w) <= high + slack) >= (1 - (2 * _settings.StrayShare)) * seen.Length;
        });
    }

    /// <summary>The ways from a marker, as they were if the leg stayed as far away as it is in the mean.</summary>
    private ImagePoint[] Ways(int from, IReadOnlyList<MarkerSample?> to) => [.. Together(_samples[from], to).Select(k => k.Way * (1 / _scales[from][k.Frame]))];

    /// <summary>How large a leg looks in each frame, by its two markers that are seen together most: who comes nearer grows, as one over his distance.</summary>
    private double[] Scale(BodySide side)
    {
        var scale = Enumerable.Repeat(1.0, _samples[0].Length).ToArray();
        var leg = Enumerable.Range(0, _names.Length).Where(i => _names[i].Side == side).ToArray();
        var known = leg.SelectMany(a => leg.Where(b => b > a).Select(b => Together(_samples[a], _samples[b]))).MaxBy(k => k.Length) ?? [];
        if (known.Length >= _settings.TellingFrames)
        {
            var (frame, mean) = (known.Average(k => (double)k.Frame), known.Average(k => 1 / k.Way.Length));
            var slope = known.Sum(k => (k.Frame - frame) * ((1 / k.Way.Length) - mean)) / known.Sum(k => (k.Frame - frame) * (k.Frame - frame));
            for (var i = 0; i < scale.Length; i++)
            {
                scale[i] = mean / Math.Max(mean + (slope * (i - frame)), mean / _settings.MaxGrowth);
            }
        }

        return scale;
    }

    private static (int Frame, ImagePoint Way)[] Together(IReadOnlyList<MarkerSample?> from, IReadOnlyList<MarkerSample?> to) =>
    [
        .. from.Zip(to, (a, b) => a is { } first && b is { } second ? second.Position - first.Position : (ImagePoint?)null).Index()
            .Where(w => w.Item is not null).Select(w => (w.Index, w.Item!.Value)),
    ];
}
