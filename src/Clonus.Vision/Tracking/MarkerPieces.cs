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
    private readonly Dictionary<(int Marker, int Other), UsualWay?> _usual = [];

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
            .OrderByDescending(i => _candidates[i].SeenCount).ToArray();
        for (var before = -1; absorbed.Count > before;)
        {
            before = absorbed.Count;
            foreach (var piece in open.Where(piece => !absorbed.Contains(piece)))
            {
                if (MarkersOf(piece) is [var marker])
                {
                    absorbed.Add(piece);
                    _candidates[_markers[marker].Track] = Candidate(marker).With(_candidates[piece], _settings.Belief);
                    _usual.Clear();
                }
            }
        }

        return absorbed.ToImmutable();
    }

    /// <summary>The markers that a piece may be of.</summary>
    private int[] MarkersOf(int piece)
    {
        var seen = _candidates[piece].Samples.Index().Where(s => s.Item is not null).Select(s => (s.Index, s.Item!.Value.Position.InPicture)).ToArray();
        return [.. Enumerable.Range(0, _markers.Length).Where(marker => LooksLike(_candidates[piece], Candidate(marker)) && LiesLike(seen, marker))];
    }

    private LimbCandidate Candidate(int marker) => _candidates[_markers[marker].Track];

    private bool LooksLike(LimbCandidate piece, LimbCandidate marker) =>
        piece.Kind == marker.Kind && piece.Tag is null
        && Math.Abs(Math.Log(piece.DiameterPixels / marker.DiameterPixels)) <= Math.Log(_settings.MaxSizeRatio)
        && piece.Colour.DistanceTo(marker.Colour, _policy.LumaWeight) <= _settings.MaxColourSpreads * _policy.SetColourSpread;

    /// <summary>Whether it is seen when a marker is not, and lies to the leg's other markers as that one does, as far as they tell.</summary>
    private bool LiesLike((int Frame, ImagePoint Place)[] piece, int marker)
    {
        if (piece.Any(p => Candidate(marker).Samples[p.Frame] is not null))
        {
            return false;
        }

        var told = false;
        foreach (var other in Enumerable.Range(0, _markers.Length).Where(other => other != marker && _markers[other].Leg == _markers[marker].Leg))
        {
            var seen = Ways(other, piece);
            if (seen.Length >= _settings.MinFrames && Usual(marker, other) is { } usual)
            {
                if (!usual.Has(seen))
                {
                    return false;
                }

                told = true;
            }
        }

        return told;
    }

    /// <summary>How a marker lies to another one of its leg; null when they are hardly seen together.</summary>
    private UsualWay? Usual(int marker, int other)
    {
        if (!_usual.TryGetValue((marker, other), out var usual))
        {
            var ways = Ways(other, [.. Candidate(marker).Samples.Index().Where(s => s.Item is not null).Select(s => (s.Index, s.Item!.Value.Position.InPicture))]);
            usual = _usual[(marker, other)] = ways.Length >= _settings.TellingFrames ? new UsualWay(ways, _settings) : null;
        }

        return usual;
    }

    /// <summary>The ways from a marker, as they were if the leg stayed as far away as it is in the mean.</summary>
    private ImagePoint[] Ways(int from, (int Frame, ImagePoint Place)[] to) =>
    [
        .. to.Select(p => Candidate(from).Samples[p.Frame] is { } sample ? (p.Place - sample.Position.InPicture) * (1 / _scales[from][p.Frame]) : (ImagePoint?)null).OfType<ImagePoint>(),
    ];

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
        .. from.Samples.Zip(to.Samples, (a, b) => a is { } first && b is { } second ? (second.Position - first.Position).InPicture : (ImagePoint?)null).Index()
            .Where(w => w.Item is { Length: > 0 }).Select(w => (w.Index, w.Item!.Value)),
    ];

    /// <summary>Where one marker lies from another: by length, which a bone keeps in side view, and by either component, of which a leg that is seen from the front keeps the one across.</summary>
    private sealed class UsualWay
    {
        private static readonly Func<ImagePoint, double>[] Measures = [w => w.Length, w => w.X, w => w.Y];
        private readonly (double Low, double High)[] _ranges;
        private readonly double _strays;

        public UsualWay(ImagePoint[] ways, PieceSettings settings)
        {
            _strays = settings.StrayShare;
            var length = ways.Select(w => w.Length).Order().ElementAt(ways.Length / 2);
            _ranges = Array.ConvertAll(Measures, measure =>
            {
                var sorted = ways.Select(measure).Order().ToArray();
                var strays = (int)(_strays * sorted.Length);
                var (low, high) = (sorted[strays], sorted[^(strays + 1)]);
                var slack = settings.NoisePixels + (settings.Slack * (length + high - low));
                return (low - slack, high + slack);
            });
        }

        public bool Has(ImagePoint[] ways) => Measures.Zip(_ranges).All(m =>
            ways.Count(w => m.First(w) >= m.Second.Low && m.First(w) <= m.Second.High) >= (1 - (2 * _strays)) * ways.Length);
    }
}
