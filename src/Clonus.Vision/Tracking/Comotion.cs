using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Whether two things move as one.</summary>
internal static class Comotion
{
    /// <summary>
    /// Mean square difference of their steps, as a share of the sum of either's mean square step, steady motion of both apart: 0 of what moves
    /// as one, 1 of what moves independently, 2 of what moves to opposite sides; infinite when they were hardly seen together, or rest.
    /// </summary>
    /// <param name="places">One entry a moment; null when one of them is not seen.</param>
    public static double StepsApart(IEnumerable<(ImagePoint First, ImagePoint Second)?> places, int leastSteps)
    {
        var steps = new List<(ImagePoint First, ImagePoint Second)>();
        (ImagePoint First, ImagePoint Second)? before = null;
        foreach (var place in places)
        {
            if (before is { } from && place is { } to)
            {
                steps.Add((to.First - from.First, to.Second - from.Second));
            }

            before = place;
        }

        if (steps.Count < leastSteps)
        {
            return double.PositiveInfinity;
        }

        var steady = steps.Aggregate(default(ImagePoint), (sum, s) => sum + s.First + s.Second) * (0.5 / steps.Count);
        var all = steps.Sum(s => Square((s.First - steady).Length) + Square((s.Second - steady).Length));
        return all > 0 ? steps.Sum(s => Square((s.First - s.Second).Length)) / all : double.PositiveInfinity;
    }

    private static double Square(double value) => value * value;
}
