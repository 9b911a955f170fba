using Clonus.Motion.Signals;

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

    /// <summary>Error of a depth, one value less another, after smoothing: white noise loses what lies above the cutoff.</summary>
    public double DepthError(double cutoffHz) => DifferenceError * NoiseRms * Math.Sqrt(Math.Min(1, 2 * cutoffHz * FrameSeconds));

    /// <summary>Error of a depth after the smoothing that is usual for beats.</summary>
    public double UsualDepthError => DepthError(UsualCutoffHz);

    /// <summary>A depth less what the error adds to it, for extremes are sought: squares add up, as of an amplitude with noise in it (Rice).</summary>
    public double WithoutNoise(double depth) => Math.Sqrt(Math.Max(0, (depth * depth) - (2 * UsualDepthError * UsualDepthError)));
}
