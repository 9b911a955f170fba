using Clonus.Motion.Signals;
using MathNet.Numerics.Distributions;

namespace Clonus.Motion.Beats;

/// <summary>The smallest depth that is counted, and the error with which a depth is known.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="NoiseRms">Error of the value of one frame.</param>
/// <param name="FrameSeconds">From frame to frame.</param>
public sealed record AmplitudeGate(double Value, double NoiseRms, SignalUnit Unit, double FrameSeconds)
{
    // About twice the rate of beats.
    private const double UsualCutoffHz = 9;

    // The difference of two values of noise that was cut off at about twice the rate of its swings.
    private const double DifferenceError = 1.48;

    // Interpolation and a marker's own scale leave an error even without noise. This implementation's choice.
    private const double LeastErrorRatio = 0.03;

    /// <summary>Error of a depth, one value less another, after smoothing: white noise loses what lies above the cutoff.</summary>
    public double DepthError(double cutoffHz) => DifferenceError * NoiseRms * Math.Sqrt(Math.Min(1, 2 * cutoffHz * FrameSeconds));

    /// <summary>A depth less what the error adds to it, for extremes are sought: squares add up, as of an amplitude with noise in it (Rice).</summary>
    public double WithoutNoise(double depth) => Math.Sqrt(Math.Max(0, (depth * depth) - (2 * Math.Pow(DepthError(UsualCutoffHz), 2))));

    /// <summary>Probability that an excursion measured so deep is really at least the gate: the error of a difference of two values, Gaussian.</summary>
    public double Probability(double depth) =>
        Normal.CDF(0, 1, (depth - Value) / Math.Max(NoiseRms * Math.Sqrt(2), LeastErrorRatio * Value));
}
