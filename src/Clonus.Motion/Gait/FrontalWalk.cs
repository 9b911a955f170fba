using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>
/// A walk towards the camera or away from it. The body grows or shrinks: the inverse of its size goes evenly with time, and so does the place
/// of its middle line in lengths of the leg, from which all else is measured.
/// </summary>
public static class FrontalWalk
{
    // The leg's length in the picture is what the longer of both legs shows when straight.
    private const double StraightQuantile = 0.8;
    private const int SizeWindows = 8;

    private static readonly Landmark[] PairedLandmarks = [Landmark.Hip, Landmark.Shoulder, Landmark.Knee, Landmark.Ankle];

    public static ImmutableArray<WalkBout> Bouts(TrackSet seen, TrackSet steady, GaitSettings settings) =>
    [
        .. HeadingStretches.Cut(Sides(seen, settings), settings.TurnDegrees).Where(stretch => stretch.Ahead.X != 0)
            .Select(stretch => Of(seen.Part(stretch.First, stretch.End), steady.Part(stretch.First, stretch.End), stretch.First, Math.Sign(stretch.Ahead.X), settings))
            .OfType<WalkBout>(),
    ];

    // Who turns back comes nearer instead of going away, and the person's right changes its side.
    private static WalkBout? Of(TrackSet seen, TrackSet steady, int firstFrame, int right, GaitSettings settings)
    {
        var times = seen.FrameTimesSeconds;
        if (LegPixels(seen) is not { } leg)
        {
            return null;
        }

        (SpacePoint Place, SpacePoint)?[] Middle(TrackSet tracks) => BodyMiddle.Way(
            times.AsSpan(), [.. BodyMiddle.Places(tracks, 0, times.Length).Select((p, i) => p * (1 / leg(times[i])))], settings.WayHalfWindowSeconds);
        var (middle, still) = (Middle(seen), Middle(steady));
        return new WalkBout(
            firstFrame, GaitView.Frontal, right > 0 ? GaitDirection.Away : GaitDirection.Towards, times, null,
            seen.Markers.ToImmutableDictionary(m => m.Name, m => m.Samples.Select((s, i) => s is { Position: var p } && middle[i] is { } body
                ? new SpacePoint(0, -p.Y / leg(times[i]), right * ((p.X / leg(times[i])) - body.Place.X))
                : (SpacePoint?)null).ToImmutableArray()),
            steady.Markers.ToImmutableDictionary(m => m.Name, m => m.Samples.Select((s, i) => s is { Position: var p }
                ? new SpacePoint(p.X, -p.Y, 0)
                : (SpacePoint?)null).ToImmutableArray()),
            [.. times.Select(time => 1 / leg(time))])
        {
            Middle = still.All(m => m is not null) ? [.. still.Select((m, i) => m!.Value.Place.X * leg(times[i]))] : null,
        };
    }

    // On which side of the picture the person's right is, +1 or -1 on the first axis: seen from behind, on its right. Over more than a stride, for legs may cross.
    // Who turns is seen from the side for a while, and has the third axis.
    private static SpacePoint?[] Sides(TrackSet seen, GaitSettings settings)
    {
        var (times, half) = (seen.FrameTimesSeconds, settings.WayHalfWindowSeconds * (1 + 1e-6));
        var sides = new SpacePoint?[times.Length];
        var (landmark, across) = PairedLandmarks.Select(landmark => (landmark, Across(seen, landmark))).FirstOrDefault(a => a.Item2.Any(d => d is not null));
        if (across is null)
        {
            return sides;
        }

        // Hips and shoulders are as far apart as ever in whoever faces the camera or turns his back.
        var turned = landmark is Landmark.Hip or Landmark.Shoulder ? Turned(seen, across, settings) : new bool[times.Length];
        var (from, to, sum) = (0, 0, 0);
        for (var i = 0; i < times.Length; i++)
        {
            for (; to < times.Length && times[to] <= times[i] + half; to++)
                sum += Math.Sign(across[to] ?? 0);
            for (; times[from] < times[i] - half; from++)
                sum -= Math.Sign(across[from] ?? 0);
            sides[i] = turned[i] ? new SpacePoint(0, 0, 1) : Math.Sign(sum) is var sign and not 0 ? new SpacePoint(sign, 0, 0) : null;
        }

        return sides;
    }

    private static bool[] Turned(TrackSet seen, double?[] across, GaitSettings settings)
    {
        var times = seen.FrameTimesSeconds;
        var widths = across.Select((d, i) => Math.Abs(d ?? double.NaN) / Leg(seen, i)).ToArray();
        var known = widths.OfType<double>().Where(double.IsFinite).ToArray();
        if (known.Length == 0)
        {
            return new bool[times.Length];
        }

        var narrow = Math.Cos(double.DegreesToRadians(settings.FrontalTurnDegrees)) * known.Quantile(StraightQuantile);
        var half = settings.HeadingHalfWindowSeconds;
        var far = times.Select(time => Near(time, half / 2).Select(i => widths[i]).OfType<double>().Where(double.IsFinite).ToArray() is { Length: > 0 } near && near.Median() < narrow).ToArray();

        // The steps into a turn and out of it are of it.
        return [.. times.Select(time => Near(time, half).Any(i => far[i]))];

        IEnumerable<int> Near(double time, double within)
        {
            var first = times.BinarySearch(time - within);
            for (var i = first < 0 ? ~first : first; i < times.Length && times[i] <= time + within; i++)
                yield return i;
        }
    }

    private static double?[] Across(TrackSet seen, Landmark landmark) =>
        seen.Find(BodySide.Left, landmark) is { } left && seen.Find(BodySide.Right, landmark) is { } right
            ? [.. left.Samples.Zip(right.Samples, (l, r) => l is { } a && r is { } b ? b.Position.X - a.Position.X : (double?)null)]
            : [];

    // Pixels that a leg is long at a time.
    private static Func<double, double>? LegPixels(TrackSet seen)
    {
        var lengths = Enumerable.Range(0, seen.FrameCount).Select(i => (Time: seen.FrameTimesSeconds[i], Pixels: Leg(seen, i)))
            .Where(l => l.Pixels is > 0).Select(l => (l.Time, Inverse: 1 / l.Pixels!.Value)).ToArray();
        if (lengths.Length < SizeWindows)
        {
            return null;
        }

        // In each of some windows the leg at its straightest.
        var straight = lengths.Chunk((lengths.Length + SizeWindows - 1) / SizeWindows)
            .Select(window => (Time: window.Average(l => l.Time), Inverse: window.Select(l => l.Inverse).Quantile(1 - StraightQuantile))).ToArray();
        var (a, b) = straight.Length < 2 ? (straight[0].Inverse, 0) : Fit.Line([.. straight.Select(s => s.Time)], [.. straight.Select(s => s.Inverse)]);
        var smallest = straight.Min(s => s.Inverse) / 2;
        return time => 1 / Math.Max(a + (b * time), smallest);
    }

    // The longer one of a frame: the other is bent.
    private static double? Leg(TrackSet seen, int frame)
    {
        var (upper, share) = HasHips(seen) ? (Landmark.Hip, 1.0) : (Landmark.Knee, 2.0);
        return new[] { BodySide.Left, BodySide.Right }.Max(side =>
            seen.Find(side, upper)?.Samples[frame] is { } a && seen.Find(side, Landmark.Ankle)?.Samples[frame] is { } b ? share * a.Position.DistanceTo(b.Position) : (double?)null);
    }

    private static bool HasHips(TrackSet seen) => seen.Find(BodySide.Left, Landmark.Hip) is not null || seen.Find(BodySide.Right, Landmark.Hip) is not null;
}
