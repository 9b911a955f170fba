using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>From where a picture shows the walker: from the side a foot is long and the legs pass each other, from the front neither.</summary>
public static class ViewFinder
{
    /// <summary>Null where neither a foot nor both ankles are marked.</summary>
    public static GaitView? Of(TrackSet seen, GaitSettings settings)
    {
        var (left, right) = BodySize.InPicture(seen);
        if ((left ?? right) is not { } leg)
        {
            return null;
        }

        var feet = new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.SelectMany(side => Across(seen, (side, Landmark.Heel), (side, Landmark.Toe))).ToArray();
        double[] whole = [.. feet.Select(f => f.Across).OfType<double>().Select(Math.Abs)];
        if (whole.Length > settings.WholeFootShare * feet.Length)
        {
            return whole.Median() > settings.SideFootLegs * leg ? GaitView.Sagittal : GaitView.Frontal;
        }

        // Who turns between two ways is seen from all around, but not for long.
        var steps = Across(seen, (BodySide.Left, Landmark.Ankle), (BodySide.Right, Landmark.Ankle)).Where(a => a.Across is not null)
            .GroupBy(a => Math.Floor(a.TimeSeconds / settings.WayHalfWindowSeconds), a => a.Across!.Value).Where(window => window.Count() > 1).Select(window => window.StandardDeviation()).ToArray();
        return steps.Length == 0 ? null : steps.Median() > settings.SideStepLegs * leg ? GaitView.Sagittal : GaitView.Frontal;
    }

    // In the frames in which one of the two at least is seen.
    private static IEnumerable<(double TimeSeconds, double? Across)> Across(TrackSet seen, (BodySide Side, Landmark Landmark) from, (BodySide Side, Landmark Landmark) to) =>
        seen.Find(from.Side, from.Landmark) is { } a && seen.Find(to.Side, to.Landmark) is { } b
            ? Enumerable.Range(0, seen.FrameCount).Where(i => a.Samples[i] is not null || b.Samples[i] is not null)
                .Select(i => (seen.FrameTimesSeconds[i], b.Samples[i]?.Position.X - a.Samples[i]?.Position.X))
            : [];
}
