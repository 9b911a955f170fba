using Clonus.Motion.Signals;
using MathNet.Numerics.Distributions;

namespace Clonus.Motion.Beats;

/// <summary>The smallest depth that is counted, and the error with which a depth is known.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="NoiseRms">Error of one value of the signal.</param>
public sealed record AmplitudeGate(double Value, double NoiseRms, SignalUnit Unit)
{
    // Interpolation and a marker's own scale leave an error even without noise. This implementation's choice.
    private const double LeastErrorRatio = 0.03;

    /// <summary>Probability that an excursion measured so deep is really at least the gate: the error of a difference of two values, Gaussian.</summary>
    public double Probability(double depth) =>
        Normal.CDF(0, 1, (depth - Value) / Math.Max(NoiseRms * Math.Sqrt(2), LeastErrorRatio * Value));
}
