using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Camera;

/// <summary>The part of the picture around the markers, which moves with the limb and must not be taken for background.</summary>
internal sealed class LimbRegion
{
    private static readonly ImmutableArray<(Landmark From, Landmark To)> LongSegments =
        [(Landmark.Hip, Landmark.Knee), (Landmark.Knee, Landmark.Ankle), (Landmark.Thigh, Landmark.Patella), (Landmark.Hip, Landmark.Patella), (Landmark.Shoulder, Landmark.Elbow), (Landmark.Elbow, Landmark.Wrist)];

    private static readonly ImmutableArray<(Landmark From, Landmark To)> ShortSegments =
        [(Landmark.Ankle, Landmark.Heel), (Landmark.Ankle, Landmark.Toe), (Landmark.Heel, Landmark.Toe), (Landmark.Wrist, Landmark.Hand), (Landmark.Patella, Landmark.Knee)];

    private readonly List<(ImmutableArray<MarkerSample?> From, ImmutableArray<MarkerSample?> To, double Reach)> _segments = [];
    private readonly List<ImmutableArray<MarkerSample?>> _markers = [];
    private readonly double _loneReach;

    private LimbRegion(double loneReach, ImagePoint middle) => (_loneReach, Middle) = (loneReach, middle);

    /// <summary>Where the limb is, mean over the clip; the picture's middle when there are no markers.</summary>
    public ImagePoint Middle { get; }

    /// <param name="markers">Those of the body; a reference is none of them.</param>
    public static LimbRegion Of(IEnumerable<MarkerTrack> markers, (int Width, int Height) picture, CameraSettings settings)
    {
        var body = markers.Where(m => m.Name != MarkerName.Reference).ToArray();
        var places = body.SelectMany(m => m.Samples).OfType<MarkerSample>().Select(s => s.Position.InPicture).ToArray();
        var region = new LimbRegion(
            settings.LoneReachRatio * Math.Min(picture.Width, picture.Height),
            places.Length == 0 ? new ImagePoint((picture.Width - 1) / 2.0, (picture.Height - 1) / 2.0) : places.Aggregate((a, b) => a + b) * (1.0 / places.Length));
        foreach (var side in body.GroupBy(m => m.Name.Side))
        {
            region.Add(side, LongSegments, settings.LongReachRatio);
            region.Add(side, ShortSegments, settings.ShortReachRatio);
        }

        region._markers.AddRange(body.Select(m => m.Samples));
        return region;
    }

    /// <summary>Whether a place of a frame may belong to the limb.</summary>
    public bool Holds(int frame, ImagePoint place) =>
        _segments.Any(s => s.From[frame] is { } a && s.To[frame] is { } b && Distance(place, a.Position.InPicture, b.Position.InPicture) < s.Reach)
        || (_segments.Count == 0 && _markers.Any(m => m[frame] is { } sample && sample.Position.DistanceTo(place) < _loneReach));

    private void Add(IEnumerable<MarkerTrack> side, ImmutableArray<(Landmark From, Landmark To)> segments, double ratio)
    {
        var tracks = side.ToDictionary(m => m.Name.Landmark, m => m.Samples);
        foreach (var (from, to) in segments)
        {
            if (tracks.TryGetValue(from, out var a) && tracks.TryGetValue(to, out var b) && Length(a, b) is { } length)
            {
                _segments.Add((a, b, ratio * length));
            }
        }
    }

    private static double? Length(ImmutableArray<MarkerSample?> a, ImmutableArray<MarkerSample?> b)
    {
        var lengths = a.Zip(b, (p, q) => p is { } x && q is { } y ? x.Position.DistanceTo(y.Position) : (double?)null).OfType<double>().ToArray();
        return lengths.Length == 0 ? null : lengths.Average();
    }

    private static double Distance(ImagePoint place, ImagePoint from, ImagePoint to)
    {
        var (along, off) = (to - from, place - from);
        var share = Math.Clamp(((along.X * off.X) + (along.Y * off.Y)) / Math.Max((along.X * along.X) + (along.Y * along.Y), 1), 0, 1);
        return place.DistanceTo(from + (along * share));
    }
}
