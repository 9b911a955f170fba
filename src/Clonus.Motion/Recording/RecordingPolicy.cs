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

    /// <summary>With the camera's motion known in a smaller share of the frames nothing is taken off the positions. This implementation's choice.</summary>
    public double MinCameraKnownRatio { get; init; } = 0.5;

    /// <summary>A camera that turns farther looks at the limb from elsewhere too, which a turn of the picture does not undo. This implementation's choice.</summary>
    public double MaxCameraTurnDegrees { get; init; } = 10;

    /// <summary>The same for the size of the background against the first frame. This implementation's choice.</summary>
    public double MaxCameraZoom { get; init; } = 0.15;
}
