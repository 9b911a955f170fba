namespace Clonus.Motion.Recording;

/// <summary>Whether a recording lets us speak at all. Every value states its source.</summary>
public sealed record RecordingPolicy
{
    /// <summary>By simulation: at 15 frames a second a 10 Hz beat reads as 5 Hz, silently; from 2.4 frames a cycle of the band's top on the count holds.</summary>
    public double MinFramesPerTopCycle { get; init; } = 2.4;

    /// <summary>By simulation: below about 60 frames a second peaks fall between the frames and the amplitude is a lower bound.</summary>
    public double WarnBelowFps { get; init; } = 50;

    /// <summary>Two cycles of the band's slowest rhythm must fit into the longest stretch without a hole. This implementation's choice.</summary>
    public double MinBottomCycles { get; init; } = 2;

    /// <summary>When nothing was found, the limb must have been seen in at least this share of the frames for "nothing there" to be said. This implementation's choice.</summary>
    public double MinVisibleRatio { get; init; } = 0.8;
}
