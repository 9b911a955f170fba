using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Formats;

/// <summary>
/// Points of a file that tells each one by itself, at frames or times of its own; brought together on one axis when all are read.
/// </summary>
/// <param name="name">The file's name for messages.</param>
/// <param name="axis">What orders the rows, in the singular.</param>
internal sealed class ScatteredPoints(string name, string axis, bool hasConfidence)
{
    // Together they fill a table whose rows times columns may be far more than the file's own cells, when each has rows that no other has.
    private const long LargestTable = 32_000_000;
    private const int LargestGrowth = 8;

    private readonly Dictionary<string, Track> _tracks = [];
    private readonly List<Track> _order = [];
    private readonly HashSet<double> _keys = [];
    private long _cells;

    public bool IsEmpty => _keys.Count == 0;

    /// <summary>A place of one point; the points keep the order in which they first come.</summary>
    /// <exception cref="Clonus.Motion.InputException">The same point's keys do not rise.</exception>
    public void Add(string label, double key, double x, double y, double confidence, long line)
    {
        if (!_tracks.TryGetValue(label, out var track))
        {
            track = new Track(label, []);
            _tracks.Add(label, track);
            _order.Add(track);
        }
        if (track.Places.Count > 0 && key <= track.Places[^1].Key)
        {
            var last = track.Places[^1].Key;
            throw FormatError.AtLine(name, line, key == last
                ? string.Create(CultureInfo.InvariantCulture, $"'{label}' is there twice in {axis} {key}")
                : string.Create(CultureInfo.InvariantCulture, $"{axis} {key} of '{label}' comes after {axis} {last}: they must rise"));
        }
        track.Places.Add(new Place(key, x, y, confidence));
        _keys.Add(key);
        _cells += 3;
    }

    /// <summary>All keys that occur, rising.</summary>
    public ImmutableArray<double> Keys() => [.. _keys.Order()];

    /// <summary>The points over <paramref name="keys"/>, with gaps where one has no place.</summary>
    /// <exception cref="Clonus.Motion.InputException">They share so few keys that the table would be many times the file.</exception>
    public ImmutableArray<PointTrack> ToTracks(ImmutableArray<double> keys)
    {
        var size = 3L * _order.Count * keys.Length;
        if (size > Math.Max(LargestTable, LargestGrowth * _cells))
            throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"{_order.Count} points over {keys.Length} {axis}s of which each has few: join the pieces of tracks first"));
        return [.. _order.Select(track => track.Over(keys, hasConfidence))];
    }

    private readonly record struct Place(double Key, double X, double Y, double Confidence);

    private sealed record Track(string Label, List<Place> Places)
    {
        public PointTrack Over(ImmutableArray<double> keys, bool hasConfidence)
        {
            var point = new GrowingPoint(Label, isSpatial: false, hasConfidence);
            var next = 0;
            foreach (var key in keys)
            {
                if (next < Places.Count && Places[next].Key == key)
                {
                    var place = Places[next++];
                    point.Add(place.X, place.Y, confidence: place.Confidence);
                }
                else
                {
                    point.AddMissing();
                }
            }
            return point.ToTrack();
        }
    }
}
