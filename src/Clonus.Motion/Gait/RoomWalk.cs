using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Positions in a room as the body has them: projected on the planes of the walking direction.</summary>
public static class RoomWalk
{
    public static ImmutableArray<WalkBout> Bouts(TrackSet tracks, GaitView view, GaitSettings settings)
    {
        var lengths = new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.Select(side => BodySize.Leg(tracks, side)).OfType<double>().ToArray();
        if (lengths.Length == 0 || Up(tracks) is not { } up)
        {
            return [];
        }

        var leg = lengths.Average();
        var headings = Heading.Of(tracks, p => p - (up * p.Dot(up)), leg, settings);
        return [.. HeadingStretches.Cut(headings, settings.TurnDegrees).Select(stretch =>
        {
            var ahead = stretch.Ahead;
            var right = ahead.Cross(up) * Handedness(tracks, stretch.First, stretch.End, ahead.Cross(up));
            var times = tracks.FrameTimesSeconds.AsSpan(stretch.First, stretch.End - stretch.First).ToArray();
            var way = BodyMiddle.Way(times, BodyMiddle.Places(tracks, stretch.First, stretch.End), settings.WayHalfWindowSeconds);
            var points = tracks.Markers.ToImmutableDictionary(
                m => m.Name,
                m => Enumerable.Range(0, times.Length).Select(i => m.Samples[stretch.First + i] is { Position: var p }
                    ? new SpacePoint(p.Dot(ahead), p.Dot(up), Sideways(p, way[i])) * (1 / leg)
                    : (SpacePoint?)null).ToImmutableArray());

            // Nobody walks quite straight: sideways is square to where the body goes just then.
            double Sideways(SpacePoint place, (SpacePoint Place, SpacePoint PerSecond)? body)
            {
                if (body is not var (middle, speed))
                    return place.Dot(right);
                var going = new SpacePoint(speed.Dot(ahead), 0, speed.Dot(right));
                going = going.Length > settings.TravelLegsPerSecond * leg ? going * (1 / going.Length) : new SpacePoint(1, 0, 0);
                return ((place - middle).Dot(right) * going.X) - ((place - middle).Dot(ahead) * going.Z);
            }

            return new WalkBout(
                stretch.First, view, null, [.. times], leg, points, points, [.. Enumerable.Repeat(1.0, stretch.End - stretch.First)]);
        })];
    }

    // Some programs' axes are left-handed: a body's right is where its right side is.
    private static int Handedness(TrackSet tracks, int first, int end, SpacePoint right)
    {
        foreach (var landmark in new[] { Landmark.Hip, Landmark.Shoulder })
        {
            if (tracks.Find(BodySide.Left, landmark) is { } l && tracks.Find(BodySide.Right, landmark) is { } r)
                return Enumerable.Range(first, end - first).Sum(i => l.Samples[i] is { } a && r.Samples[i] is { } b ? Math.Sign((b.Position - a.Position).Dot(right)) : 0) < 0 ? -1 : 1;
        }

        return 1;
    }

    // Laboratories differ in which axis points up; it is one of the three. Knees are over ankles and hips over knees, in the mean.
    private static SpacePoint? Up(TrackSet tracks)
    {
        var sum = default(SpacePoint);
        foreach (var side in new[] { BodySide.Left, BodySide.Right, BodySide.Unknown })
        {
            foreach (var (low, high) in new[] { (Landmark.Ankle, Landmark.Knee), (Landmark.Knee, Landmark.Hip), (Landmark.Hip, Landmark.Shoulder) })
            {
                if (tracks.Find(side, low) is { } from && tracks.Find(side, high) is { } to)
                {
                    sum = from.Samples.Zip(to.Samples, (a, b) => a is { } x && b is { } y ? y.Position - x.Position : default).Aggregate(sum, (s, v) => s + v);
                }
            }
        }

        SpacePoint[] axes = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        var axis = axes.MaxBy(a => Math.Abs(a.Dot(sum)));
        return sum.Length > 0 ? axis * Math.Sign(axis.Dot(sum)) : null;
    }
}
