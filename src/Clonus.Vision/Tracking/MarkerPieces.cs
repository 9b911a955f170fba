using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Candidates after the pieces of a leg's markers were put together.</summary>
/// <param name="Candidates">As many as before, those of the legs with all their pieces.</param>
/// <param name="Absorbed">Those that are now a part of another one.</param>
internal sealed record WholeCandidates(ImmutableArray<LimbCandidate> Candidates, ImmutableHashSet<int> Absorbed)
{
    /// <summary>As they are.</summary>
    public static WholeCandidates Of(IReadOnlyList<LimbCandidate> candidates) => new([.. candidates], []);
}

/// <summary>
/// Further pieces of a leg's markers. What was lost and found again in the middle of a stride may stay apart while nothing is known of the leg;
/// when its other markers are known, a piece is of the one marker that lay to them as the piece does, if it is the only such one.
/// </summary>
internal sealed class MarkerPieces
{
    private readonly LimbCandidate[] _candidates;
    private readonly (int Leg, int Track)[] _markers;
    private readonly PieceSettings _settings;
    private readonly LimbPolicy _policy;
    private readonly double[][] _scales;

    private MarkerPieces(IReadOnlyList<LimbCandidate> candidates, IEnumerable<IEnumerable<int>> legs, TrackingSettings settings)
    {
        (_candidates, _settings, _policy) = ([.. candidates], settings.Piece, settings.Limb);
        _markers = [.. legs.SelectMany((tracks, leg) => tracks.Select(track => (leg, track)))];
        _scales = [.. _markers.Select(m => Scale(m.Leg))];
    }

    /// <param name="legs">For each leg the candidates that it was named by.</param>
    public static WholeCandidates Merge(IReadOnlyList<LimbCandidate> candidates, IEnumerable<IEnumerable<int>> legs, TrackingSettings settings)
    {
        var pieces = new MarkerPieces(candidates, legs, settings);
        var absorbed = pieces.Attach();
        return new WholeCandidates([.. pieces._candidates], absorbed);
    }

    // With every piece more is known of where a marker usually lies: until none is left that can be told.
    private ImmutableHashSet<int> Attach()
    {
        var absorbed = ImmutableHashSet.CreateBuilder<int>();
        var open = Enumerable.Range(0, _candidates.Length).Except(_markers.Select(m => m.Track)).Where(i => _candidates[i].SeenCount >= _settings.MinFrames)
            .OrderByDescending(i => _candidates[i].SeenCount).ToList();
        while (open.FindIndex(piece => MarkersOf(piece).Length == 1) is var next && next >= 0)
        {
            var (piece, marker) = (open[next], MarkersOf(open[next])[0]);
            open.RemoveAt(next);
            absorbed.Add(piece);
            _candidates[_markers[marker].Track] = _candidates[_markers[marker].Track].With(_candidates[piece], _settings.Belief);
        }

        return absorbed.ToImmutable();
    }

    /// <summary>The markers that a piece may be of.</summary>
    private int[] MarkersOf(int piece) => [.. Enumerable.Range(0, _markers.Length).Where(marker => LooksLike(_candidates[piece], Candidate(marker)) && LiesLike(_candidates[piece], marker))];

    private LimbCandidate Candidate(int marker) => _candidates[_markers[marker].Track];

    /// <summary>Whether it has a marker's look, at times at which that one was not seen.</summary>
    private bool LooksLike(LimbCandidate piece, LimbCandidate marker) =>
        piece.Kind == marker.Kind && piece.Tag is null
        && Math.Abs(Math.Log(piece.DiameterPixels / marker.DiameterPixels)) <= Math.Log(_settings.MaxSizeRatio)
        && piece.Colour.DistanceTo(marker.Colour, _policy.LumaWeight) <= _settings.MaxColourSpreads * _policy.SetColourSpread
        && !piece.Samples.Zip(marker.Samples).Any(s => s.First is not null && s.Second is not null);

    /// <summary>Whether it lies to the leg's other markers as a marker does, as far as they tell.</summary>
    private bool LiesLike(LimbCandidate piece, int marker)
    {
        var told = false;
        foreach (var other in Enumerable.Range(0, _markers.Length).Where(other => other != marker && _markers[other].Leg == _markers[marker].Leg))
        {
            var (usual, seen) = (Ways(other, Candidate(marker)), Ways(other, piece));
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
    private ImagePoint[] Ways(int from, LimbCandidate to) => [.. Together(Candidate(from), to).Select(k => k.Way * (1 / _scales[from][k.Frame]))];

    /// <summary>How large a leg looks in each frame, by its two markers that are seen together most: who comes nearer grows, as one over his distance.</summary>
    private double[] Scale(int leg)
    {
        var markers = Enumerable.Range(0, _markers.Length).Where(i => _markers[i].Leg == leg).ToArray();
        var known = markers.SelectMany(a => markers.Where(b => b > a).Select(b => Together(Candidate(a), Candidate(b)))).MaxBy(k => k.Length) ?? [];
        var scale = Enumerable.Repeat(1.0, Candidate(markers[0]).Samples.Length).ToArray();
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

    private static (int Frame, ImagePoint Way)[] Together(LimbCandidate from, LimbCandidate to) =>
    [
        .. from.Samples.Zip(to.Samples, (a, b) => a is { } first && b is { } second ? second.Position - first.Position : (ImagePoint?)null).Index()
            .Where(w => w.Item is { Length: > 0 }).Select(w => (w.Index, w.Item!.Value)),
    ];
}
