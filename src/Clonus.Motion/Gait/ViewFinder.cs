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

        double[] feet = [.. new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.SelectMany(side => Across(seen, (side, Landmark.Heel), (side, Landmark.Toe))).Select(Math.Abs)];
        if (feet.Length > 0)
        {
            return feet.Median() > settings.SideFootLegs * leg ? GaitView.Sagittal : GaitView.Frontal;
        }

        double[] ankles = [.. Across(seen, (BodySide.Left, Landmark.Ankle), (BodySide.Right, Landmark.Ankle))];
        return ankles.Length < 2 ? null : ankles.StandardDeviation() > settings.SideStepLegs * leg ? GaitView.Sagittal : GaitView.Frontal;
    }

    private static IEnumerable<double> Across(TrackSet seen, (BodySide Side, Landmark Landmark) from, (BodySide Side, Landmark Landmark) to) =>
        seen.Find(from.Side, from.Landmark) is { } a && seen.Find(to.Side, to.Landmark) is { } b
            ? a.Samples.Zip(b.Samples, (p, q) => p is { } x && q is { } y ? y.Position.X - x.Position.X : (double?)null).OfType<double>()
            : [];
}
