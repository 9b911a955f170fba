using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Recordings;

/// <summary>How a recording's room lies to the walk in it, told from the body alone.</summary>
/// <param name="Ahead">Unit vector on the floor, where to the person walks.</param>
/// <param name="Floor">Height of the floor along <paramref name="Up"/>.</param>
/// <param name="Aside">Where the walk goes along, to the right of <paramref name="Ahead"/>.</param>
/// <param name="Stature">Of the person, about.</param>
/// <param name="InPlace">The person walks and stays where he is, as on a treadmill.</param>
internal sealed record RecordedRoom(SpacePoint Ahead, SpacePoint Up, double Floor, double Aside, double Stature, bool InPlace)
{
    private static readonly BodySide[] Sides = [BodySide.Left, BodySide.Right];
    private static readonly Landmark[] Foot = [Landmark.Heel, Landmark.Toe, Landmark.Ankle];

    // Of heel and toe markers over the sole, where they are lowest; of the ankle's where the foot has no other. The very lowest sample may be an error.
    private const double MarkerHeight = 28;
    private const double AnkleHeight = 78;
    private const double LowestShare = 0.02;

    // Drillis and Contini (1966): the heights of hips and knees in statures.
    private static readonly (Landmark Landmark, double Height)[] Heights = [(Landmark.Hip, 0.53), (Landmark.Knee, 0.285)];
    private static readonly (double Least, double Most) Statures = (500, 2500);

    // Who goes less far than this in all, or in a second, stays in place.
    private const double LeastWayStatures = 0.25;
    private const double LeastSpeedStatures = 0.06;

    /// <exception cref="InputException">The recording does not tell: no room, no leg, or no person's size.</exception>
    public static RecordedRoom Of(WalkRecording recording)
    {
        var (name, tracks) = (recording.Name, recording.Tracks);
        if (!tracks.IsSpatial)
        {
            throw Wrong($"--from {name}: its positions lie in a picture, not in a room: give a recording in millimetres of a room, such as C3D or TRC");
        }

        if (tracks.FrameCount < 2)
        {
            throw Wrong($"--from {name}: it holds {tracks.FrameCount} frame: needed are at least 2");
        }

        var up = UpOf(tracks) ?? throw Wrong($"--from {name}: no leg in it: needed are the foot with knee or hip of one leg that is named left or right, by labels such as LKNE and LANK or left.knee and left.ankle");
        var floor = FloorOf(tracks, up);
        var stature = StatureOf(tracks, up, floor);
        if (!(stature >= Statures.Least && stature <= Statures.Most))
        {
            throw Wrong(FormattableString.Invariant($"--from {name}: a person of {stature:0.#} mm: positions must be in millimetres, so see that the file names its unit"));
        }

        var (ahead, inPlace) = Heading(tracks, up, stature);
        var aside = Middle(tracks).OfType<SpacePoint>().Select(place => place.Dot(ahead.Cross(up))).Order().ToArray();
        return new RecordedRoom(ahead, up, floor, aside[aside.Length / 2], stature, inPlace);
    }

    /// <summary>By the way that is walked, on the floor.</summary>
    public Point3 Place(SpacePoint place) => new(place.Dot(Ahead), place.Dot(Up) - Floor, place.Dot(Ahead.Cross(Up)) - Aside);

    // Laboratories differ in which axis points up; it is one of the three. Knees and hips are over feet.
    private static SpacePoint? UpOf(TrackSet tracks)
    {
        var sum = Sides.SelectMany(side => Foot.SelectMany(low => Heights.Select(high => (Low: tracks.Find(side, low), High: tracks.Find(side, high.Landmark)))))
            .Where(pair => pair is { Low: not null, High: not null })
            .SelectMany(pair => pair.Low!.Samples.Zip(pair.High!.Samples, (low, high) => low is { } a && high is { } b ? b.Position - a.Position : default))
            .Aggregate(default(SpacePoint), (total, upward) => total + upward);
        var axis = new SpacePoint[] { new(1, 0, 0), new(0, 1, 0), new(0, 0, 1) }.MaxBy(a => Math.Abs(a.Dot(sum)));
        return sum.Length > 0 ? axis * Math.Sign(axis.Dot(sum)) : null;
    }

    private static double FloorOf(TrackSet tracks, SpacePoint up)
    {
        var feet = HeightsOf(tracks, up, Landmark.Heel, Landmark.Toe);
        return feet.Length > 0 ? feet[(int)(LowestShare * feet.Length)] - MarkerHeight
            : HeightsOf(tracks, up, Landmark.Ankle) is var ankles ? ankles[(int)(LowestShare * ankles.Length)] - AnkleHeight : 0;
    }

    private static double StatureOf(TrackSet tracks, SpacePoint up, double floor) => Heights
        .Select(known => (known.Height, Places: HeightsOf(tracks, up, known.Landmark))).Where(known => known.Places.Length > 0)
        .Select(known => (known.Places[known.Places.Length / 2] - floor) / known.Height).First();

    private static double[] HeightsOf(TrackSet tracks, SpacePoint up, params Landmark[] landmarks) =>
        [.. Sides.SelectMany(side => landmarks.Select(landmark => tracks.Find(side, landmark))).OfType<MarkerTrack>().SelectMany(track => track.Samples).OfType<MarkerSample>().Select(s => s.Position.Dot(up)).Order()];

    // The way to the place that is furthest from the first, in the sense in which the feet point meanwhile; of who stays, where the feet point.
    private static (SpacePoint Ahead, bool InPlace) Heading(TrackSet tracks, SpacePoint up, double stature)
    {
        SpacePoint Level(SpacePoint direction) => direction - (up * direction.Dot(up));
        var places = Middle(tracks).Select((place, frame) => (Frame: frame, Place: place)).Where(p => p.Place is not null).Select(p => (p.Frame, Place: Level(p.Place!.Value))).ToArray();
        var furthest = places.MaxBy(p => p.Place.DistanceTo(places[0].Place));
        var way = furthest.Place - places[0].Place;
        var seconds = tracks.FrameTimesSeconds[furthest.Frame] - tracks.FrameTimesSeconds[places[0].Frame];
        var stays = way.Length < LeastWayStatures * stature || way.Length < LeastSpeedStatures * stature * seconds;
        var feet = Level(Feet(tracks, up, stays ? tracks.FrameCount : furthest.Frame + 1));
        var ahead = stays ? feet : way.Dot(feet) < 0 ? way * -1 : way;
        return (ahead.Length > 0 ? ahead * (1 / ahead.Length) : Level(new SpacePoint(up.Z, up.X, up.Y)), stays);
    }

    // From heel to toe, summed; without them, ahead of who has his left and right where they are.
    private static SpacePoint Feet(TrackSet tracks, SpacePoint up, int frames)
    {
        SpacePoint Sum(MarkerTrack? from, MarkerTrack? to) => from is null || to is null ? default
            : from.Samples.Zip(to.Samples, (a, b) => a is { } x && b is { } y ? y.Position - x.Position : default).Take(frames).Aggregate(default(SpacePoint), (total, d) => total + d);
        var feet = Sides.Select(side => Sum(tracks.Find(side, Landmark.Heel) ?? tracks.Find(side, Landmark.Ankle), tracks.Find(side, Landmark.Toe))).Aggregate((a, b) => a + b);
        return feet.Length > 0 ? feet : up.Cross(Heights.Select(known => Sum(tracks.Find(BodySide.Left, known.Landmark), tracks.Find(BodySide.Right, known.Landmark))).Aggregate((a, b) => a + b));
    }

    private static IEnumerable<SpacePoint?> Middle(TrackSet tracks)
    {
        var body = Heights.Select(known => Sides.Select(side => tracks.Find(side, known.Landmark)).OfType<MarkerTrack>().ToArray()).First(markers => markers.Length > 0);
        return Enumerable.Range(0, tracks.FrameCount).Select(frame => body.All(marker => marker.Samples[frame] is not null)
            ? body.Select(marker => marker.Samples[frame]!.Value.Position).Aggregate((a, b) => a + b) * (1.0 / body.Length)
            : (SpacePoint?)null);
    }

    private static InputException Wrong(string message) => new(InputFault.Settings, message);
}
