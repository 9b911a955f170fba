using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>
/// A walk in side view. The far leg looks smaller than the near one and, off the picture's middle, shifted against it: each leg's places are taken from the
/// camera's axis in lengths of that leg, so that both stand in one room.
/// </summary>
public static class SideWalk
{
    public static ImmutableArray<WalkBout> Bouts(TrackSet seen, TrackSet steady, GaitSettings settings)
    {
        var whole = BodySize.InPicture(seen);
        if ((whole.Left ?? whole.Right) is not { } any)
        {
            return [];
        }

        var centre = settings.PictureCentre ?? Middle(seen);
        var headings = Heading.Of(steady, p => p with { Y = 0 }, any, settings);
        return [.. HeadingStretches.Cut(headings, settings.TurnDegrees).Select(stretch =>
        {
            // Who turns back has the other leg near the camera.
            var own = BodySize.InPicture(seen.Part(stretch.First, stretch.End));
            var (left, right) = (own.Left ?? whole.Left ?? any, own.Right ?? whole.Right ?? any);
            var mean = (left + right) / 2;
            double LegOf(BodySide side) => side switch { BodySide.Left => left, BodySide.Right => right, _ => mean };
            var ahead = Math.Sign(stretch.Ahead.X);
            var times = seen.FrameTimesSeconds[stretch.First..stretch.End];
            var points = seen.Markers.ToImmutableDictionary(m => m.Name, m =>
            {
                var still = steady.Markers.First(s => s.Name == m.Name).Samples;
                var scale = 1 / LegOf(m.Name.Side);
                var places = Enumerable.Range(stretch.First, stretch.End - stretch.First).Select(i => m.Samples[i] is { } a && still[i] is { } b
                    ? new SpacePoint(
                        ahead * (((a.Position.X - centre.X) * scale) + ((b.Position.X - a.Position.X) / mean)),
                        -(((a.Position.Y - centre.Y) * scale) + ((b.Position.Y - a.Position.Y) / mean)),
                        0)
                    : (SpacePoint?)null).ToImmutableArray();
                return m.Name.Landmark is Landmark.Hip or Landmark.Shoulder ? TrunkHoles.Bridge(times.AsSpan(), places, settings) : places;
            });
            return new WalkBout(
                stretch.First, GaitView.Sagittal, ahead > 0 ? GaitDirection.Right : GaitDirection.Left,
                times, null, points, points, [.. Enumerable.Repeat(1.0, stretch.End - stretch.First)]);
        })];
    }

    private static ImagePoint Middle(TrackSet seen)
    {
        var all = seen.Markers.SelectMany(m => m.Samples.OfType<MarkerSample>()).Select(s => s.Position).ToArray();
        return new ImagePoint(all.Select(p => p.X).Median(), all.Select(p => p.Y).Median());
    }
}
