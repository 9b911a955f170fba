using Clonus.Motion.Signals;
using MathNet.Numerics.Distributions;

namespace Clonus.Motion.Beats;

/// <summary>The smallest depth that is counted, and the error with which a depth is known.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="NoiseRms">Error of the value of one frame.</param>
/// <param name="FrameSeconds">From frame to frame.</param>
public sealed record AmplitudeGate(double Value, double NoiseRms, SignalUnit Unit, double FrameSeconds)
{
    // The difference of two values of noise that was cut off at about twice the rate of its swings.
    private const double DifferenceError = 1.48;

    // Interpolation and a marker's own scale leave an error even without noise. This implementation's choice.
    private const double LeastErrorRatio = 0.03;

    /// <summary>Error of a depth, one value less another, after smoothing: white noise loses what lies above the cutoff.</summary>
    public double DepthError(double cutoffHz) => DifferenceError * NoiseRms * Math.Sqrt(Math.Min(1, 2 * cutoffHz * FrameSeconds));

    /// <summary>Probability that an excursion measured so deep is really at least the gate: the error of a difference of two values, Gaussian.</summary>
    public double Probability(double depth) =>
        Normal.CDF(0, 1, (depth - Value) / Math.Max(NoiseRms * Math.Sqrt(2), LeastErrorRatio * Value));
}
