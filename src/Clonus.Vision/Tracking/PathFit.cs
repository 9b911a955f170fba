using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A curve of least squares through places over a short while: a parabola, or a straight line through fewer than four, so that the velocity is that at the very end.</summary>
/// <param name="TimeSeconds">The end that it was made for.</param>
/// <param name="Place">At that end, pixels.</param>
/// <param name="Velocity">At that end, pixels a second; null for fewer than three places.</param>
/// <param name="Variance">Mean square distance of the places from the curve, square pixels.</param>
internal readonly record struct PathFit(double TimeSeconds, ImagePoint Place, ImagePoint? Velocity, double Variance)
{
    /// <param name="places">In the order of time; the end is the first or the last of them.</param>
    public static PathFit At(double endSeconds, IReadOnlyList<(double TimeSeconds, ImagePoint Place)> places)
    {
        if (places.Count < 3)
        {
            return new PathFit(endSeconds, places.MinBy(p => Math.Abs(p.TimeSeconds - endSeconds)).Place, null, 0);
        }

        // Orthogonal polynomials over these instants: 1, t and t² without what the lower ones hold.
        double count = places.Count, middle = places.Average(p => p.TimeSeconds);
        var s2 = places.Sum(p => Power(p.TimeSeconds - middle, 2));
        var (skew, mean) = (places.Sum(p => Power(p.TimeSeconds - middle, 3)) / s2, s2 / count);
        double Second(double t) => (t * t) - (skew * t) - mean;
        var s4 = places.Sum(p => Power(Second(p.TimeSeconds - middle), 2));
        var (zeroth, first, second) = (default(ImagePoint), default(ImagePoint), default(ImagePoint));
        foreach (var (time, place) in places)
        {
            var t = time - middle;
            (zeroth, first) = (zeroth + (place * (1 / count)), first + (place * (t / s2)));
            second += places.Count < 4 ? default : place * (Second(t) / s4);
        }

        ImagePoint Curve(double t) => zeroth + (first * t) + (second * Second(t));
        var end = endSeconds - middle;
        return new PathFit(
            endSeconds, Curve(end), first + (second * ((2 * end) - skew)), places.Average(p => Power(p.Place.DistanceTo(Curve(p.TimeSeconds - middle)), 2)));
    }

    private static double Power(double value, int exponent) => exponent == 2 ? value * value : value * value * value;
}
