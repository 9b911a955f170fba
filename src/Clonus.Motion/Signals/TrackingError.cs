using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>
/// The error of a signal as far as its markers' confidence tells it. A codec freezes what stands still, so that quiet moments hold less noise
/// than the movement does; and a clip with uneven frame times has no spectrum to read noise from.
/// </summary>
internal static class TrackingError
{
    // The tracker is never surer than this; what it states beside it is the error of the place.
    private const double MostConfidence = 0.995;

    private const double LeastDoubt = 1e-6;

    /// <summary>Root mean square over the frames of an angle at <paramref name="apex"/>, degrees; null where a marker's size is not known, as of imported tracks.</summary>
    public static double? OfAngle(MarkerTrack a, MarkerTrack apex, MarkerTrack b) => RootMean(
        Enumerable.Range(0, apex.Samples.Length), i =>
            Variance(a, i) is { } va && Variance(apex, i) is { } vApex && Variance(b, i) is { } vb
                ? PerSquare(a, apex, i) * (va + vApex) + PerSquare(b, apex, i) * (vb + vApex)
                : null);

    /// <summary>The same of the direction from one marker to another.</summary>
    public static double? OfDirection(MarkerTrack a, MarkerTrack b) => RootMean(
        Enumerable.Range(0, a.Samples.Length), i => Variance(a, i) is { } va && Variance(b, i) is { } vb ? PerSquare(a, b, i) * (va + vb) : null);

    /// <summary>The same of a place, pixels.</summary>
    public static double? OfPlace(MarkerTrack marker) => RootMean(Enumerable.Range(0, marker.Samples.Length), i => Variance(marker, i));

    private static double? RootMean(IEnumerable<int> frames, Func<int, double?> variance)
    {
        var known = frames.Select(variance).OfType<double>().ToArray();
        return known.Length == 0 ? null : Math.Sqrt(known.Average());
    }

    // A pixel across a segment turns it by so many degrees, squared; a segment seen end on has no direction that anything could be said of.
    private static double PerSquare(MarkerTrack a, MarkerTrack b, int frame) =>
        Math.Pow(double.RadiansToDegrees(1) / Math.Max(a.Samples[frame]!.Value.Position.DistanceTo(b.Samples[frame]!.Value.Position), 1), 2);

    // Confidence is the probability that a normal error, alike in both directions, stays below half a pixel or 5 % of the size.
    private static double? Variance(MarkerTrack marker, int frame)
    {
        if (marker.SizePixels is not { } size || marker.Samples[frame] is not { Confidence: > 0 } sample)
        {
            return null;
        }

        var near = Math.Max(0.5, 0.05 * size);
        return near * near / (-2 * Math.Log(Math.Max(1 - (sample.Confidence / MostConfidence), LeastDoubt)));
    }
}
