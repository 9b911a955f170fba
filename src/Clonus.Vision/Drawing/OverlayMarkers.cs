using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>Draws what was seen of the markers in a frame: rings, names, trails and the limb's lines. What was not seen is not drawn.</summary>
internal sealed class OverlayMarkers
{
    // Sixteenths of a pixel, so that nothing jumps.
    private const int Shift = 4;

    private static readonly Scalar Rim = Scalar.All(0);
    private static readonly Scalar Bone = Scalar.FromRgb(255, 255, 255);
    private static readonly Scalar Trail = Scalar.FromRgb(255, 220, 0);
    private static readonly Scalar Sure = Scalar.FromRgb(60, 255, 90);
    private static readonly Scalar Unsure = Scalar.FromRgb(255, 230, 0);
    private static readonly Scalar Doubtful = Scalar.FromRgb(255, 130, 0);

    private static readonly ImmutableArray<(Landmark From, Landmark To)> Bones =
    [
        (Landmark.Hip, Landmark.Knee), (Landmark.Thigh, Landmark.Patella), (Landmark.Knee, Landmark.Ankle), (Landmark.Ankle, Landmark.Toe),
        (Landmark.Ankle, Landmark.Heel), (Landmark.Heel, Landmark.Toe),
        (Landmark.Shoulder, Landmark.Elbow), (Landmark.Elbow, Landmark.Wrist), (Landmark.Wrist, Landmark.Hand),
    ];

    private readonly TrackSet _tracks;
    private readonly OverlayLayout _layout;
    private readonly OverlaySettings _settings;
    private readonly Lettering _letters;
    private readonly double _radius;
    private readonly bool _sidesTold;
    private ImmutableArray<int?> _slots;

    public OverlayMarkers(TrackSet tracks, OverlayLayout layout, OverlaySettings settings)
    {
        (_tracks, _layout, _settings) = (tracks, layout, settings);
        _letters = new Lettering(layout.Line);
        _radius = Math.Max(5, layout.Line * 0.4);
        _sidesTold = tracks.Markers.Select(m => m.Name.Side).Where(side => side != BodySide.Unknown).Distinct().Count() > 1;
        _slots = [.. tracks.Markers.Select(_ => (int?)null)];
    }

    /// <summary>The name that a marker has in the picture; its side only where there are two.</summary>
    public string NameOf(MarkerName name) => _sidesTold ? name.ToString() : name.Landmark.ToString().ToLowerInvariant();

    /// <summary>Those that are lost in a frame.</summary>
    public IEnumerable<string> LostIn(int frame) => _tracks.Markers.Where(m => m.Samples[frame] is null).Select(m => NameOf(m.Name));

    /// <param name="picture">Of the layout's size.</param>
    public void Draw(Mat picture, int frame)
    {
        foreach (var marker in _tracks.Markers.Where(m => m.Samples[frame] is not null))
        {
            DrawTrail(picture, marker, frame);
        }

        var bones = BonesIn(frame).ToArray();
        foreach (var (from, to) in bones)
        {
            DrawBone(picture, from, to);
        }

        foreach (var marker in _tracks.Markers)
        {
            if (marker.Samples[frame] is { } sample)
            {
                DrawRing(picture, _layout.OnCanvas(sample.Position.InPicture), sample.Confidence);
            }
        }

        DrawNames(picture, frame, [.. bones.SelectMany(Along)]);
    }

    private void DrawTrail(Mat picture, MarkerTrack marker, int frame)
    {
        var points = new List<Point>();
        for (var i = frame; i >= 0 && _tracks.FrameTimesSeconds[frame] - _tracks.FrameTimesSeconds[i] <= _settings.TrailSeconds; i--)
        {
            if (marker.Samples[i] is { } sample)
            {
                points.Add(Fine(_layout.OnCanvas(sample.Position.InPicture)));
                continue;
            }

            Stroke(picture, points, Trail, Width(1));
            points.Clear();
        }

        Stroke(picture, points, Trail, Width(1));
    }

    private IEnumerable<(ImagePoint From, ImagePoint To)> BonesIn(int frame)
    {
        foreach (var side in _tracks.Markers.Select(m => m.Name.Side).Distinct())
        {
            foreach (var (from, to) in Bones)
            {
                if (_tracks.Find(side, from)?.Samples[frame] is { } a && _tracks.Find(side, to)?.Samples[frame] is { } b)
                {
                    yield return (_layout.OnCanvas(a.Position.InPicture), _layout.OnCanvas(b.Position.InPicture));
                }
            }
        }
    }

    private IEnumerable<ImagePoint> Along((ImagePoint From, ImagePoint To) bone)
    {
        var places = Math.Max(1, (int)(bone.From.DistanceTo(bone.To) / _radius));
        return Enumerable.Range(0, places + 1).Select(i => bone.From + ((bone.To - bone.From) * ((double)i / places)));
    }

    // From ring to ring: the marker itself stays free.
    private void DrawBone(Mat picture, ImagePoint a, ImagePoint b)
    {
        var length = a.DistanceTo(b);
        if (length <= 2 * _radius)
        {
            return;
        }

        var step = (b - a) * (_radius / length);
        Point[] ends = [Fine(a + step), Fine(b - step)];
        Stroke(picture, ends, Rim, Width(1) + 2);
        Stroke(picture, ends, Bone, Width(1));
    }

    // The ring is closed as far as the place is sure, like a dial that begins at the top.
    private void DrawRing(Mat picture, ImagePoint centre, double confidence)
    {
        const int steps = 48;
        var filled = (int)Math.Ceiling(Math.Clamp(confidence, 0, 1) * steps);
        var arc = Enumerable.Range(0, filled + 1)
            .Select(i => 2 * Math.PI * i / steps)
            .Select(turn => Fine(new ImagePoint(centre.X + (_radius * Math.Sin(turn)), centre.Y - (_radius * Math.Cos(turn)))));
        var colour = confidence >= _settings.SureConfidence ? Sure : confidence >= _settings.DoubtfulConfidence ? Unsure : Doubtful;
        Cv2.Circle(picture, Fine(centre), (int)(_radius * (1 << Shift)), Rim, Width(2) + 2, LineTypes.AntiAlias, Shift);
        Stroke(picture, arc, colour, Width(2));
    }

    private void DrawNames(Mat picture, int frame, ImmutableArray<ImagePoint> lines)
    {
        var seen = _tracks.Markers.Select((marker, i) => (marker, i)).Where(entry => entry.marker.Samples[frame] is not null).ToArray();
        var anchors = Array.ConvertAll(seen, entry => Anchor(entry.marker, frame));
        var slots = LabelPlacement.Place(anchors, new Size(_layout.Picture.Width, _layout.Picture.Height), lines, [.. seen.Select(entry => _slots[entry.i])]);
        var kept = _slots.ToBuilder();
        for (var k = 0; k < seen.Length; k++)
        {
            kept[seen[k].i] = slots[k];
            if (slots[k] is not { } slot)
            {
                continue;
            }

            var place = LabelPlacement.At(anchors[k], slot);
            _letters.Draw(picture, NameOf(seen[k].marker.Name), place.X, place.Y, Bone);
        }

        _slots = kept.ToImmutable();
    }

    private LabelAnchor Anchor(MarkerTrack marker, int frame)
    {
        var place = _layout.OnCanvas(marker.Samples[frame]!.Value.Position.InPicture);
        return new LabelAnchor(place.X, place.Y, _radius, _letters.Measure(NameOf(marker.Name)));
    }

    private int Width(int atSmallest) => atSmallest * Math.Max(1, _layout.Line / 18);

    private static void Stroke(Mat picture, IEnumerable<Point> points, Scalar colour, int width) =>
        Cv2.Polylines(picture, [points], isClosed: false, colour, width, LineTypes.AntiAlias, Shift);

    private static Point Fine(ImagePoint place) => new(Math.Round(place.X * (1 << Shift)), Math.Round(place.Y * (1 << Shift)));
}
