namespace Clonus.Motion.Beats;

/// <summary>
/// How deep each dip of a train probably is: as it was measured, drawn towards its neighbours as far as the error asks for. The depths of neighbouring
/// beats are alike, or they fade evenly; errors are not alike.
/// </summary>
internal static class TrainDepths
{
    // How far a beat's depth differs from the mean of its neighbours, over that mean. This implementation's choice.
    private const double Variation = 0.15;

    // Neighbours lie one interval away, more or less.
    private const double NearestIntervals = 0.6;
    private const double FarthestIntervals = 1.6;

    /// <param name="dips">Of one train, in order of time.</param>
    /// <param name="error">Of a measured depth, rms.</param>
    /// <param name="gain">What smoothing has left of a depth.</param>
    public static IEnumerable<Excursion> Likely(IReadOnlyList<Excursion> dips, double intervalSeconds, double error, double gain)
    {
        for (var i = 0; i < dips.Count; i++)
        {
            yield return IsNext(i - 1) && IsNext(i) ? dips[i] with { LikelyDepth = Drawn(dips[i].Depth, Neighbours(i)) / gain } : dips[i] with { LikelyDepth = dips[i].Depth / gain };
        }

        bool IsNext(int first) => first >= 0 && first + 1 < dips.Count
            && (dips[first + 1].TimeSeconds - dips[first].TimeSeconds) / intervalSeconds is > NearestIntervals and < FarthestIntervals;

        (double Mean, double ErrorShare) Neighbours(int i)
        {
            // Depths fade by ratios: between a large one and a small one lies their geometric mean.
            var near = Math.Sqrt(dips[i - 1].Depth * dips[i + 1].Depth);
            return IsNext(i - 2) && IsNext(i + 1)
                ? (((2 * near) + Math.Sqrt(dips[i - 2].Depth * dips[i + 2].Depth)) / 3, 2.0 / 9 + (1.0 / 18))
                : (near, 0.5);
        }

        double Drawn(double depth, (double Mean, double ErrorShare) near)
        {
            var (own, others) = (error * error, Math.Pow(Variation * near.Mean, 2) + (near.ErrorShare * error * error));
            return ((depth * others) + (near.Mean * own)) / (own + others);
        }
    }
}
