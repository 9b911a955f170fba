namespace Clonus.Motion.Recording;

/// <summary>What became of the camera's own motion.</summary>
public enum CameraMotionStatus
{
    /// <summary>The camera stood still: nothing was taken off.</summary>
    None,

    /// <summary>The background's motion was taken off the positions.</summary>
    Removed,

    /// <summary>The motion of the marker called reference was taken off instead.</summary>
    Reference,

    /// <summary>Too little background is seen to tell, so that nothing was taken off.</summary>
    Unknown,

    /// <summary>Nearly everything is seen to move, but not as one thing: the camera may have moved, and nothing was taken off.</summary>
    Unresolved,

    /// <summary>The marker called reference is seen in too few frames to take its motion off, and nothing was.</summary>
    ReferenceLost,
}

/// <summary>How the camera moved and how much of it was taken off. Angles between markers do not need it.</summary>
/// <param name="RemovedRmsPixels">Of how far the camera displaced the limb in the picture against the clip's first frame; null when nothing was taken off.</param>
/// <param name="RemovedMaxPixels">The most that it displaced the limb.</param>
/// <param name="RotationMaxDegrees">The most that the picture was turned against the first frame; null when unknown, as under a single reference marker.</param>
/// <param name="ScaleMin">The smallest size of the background against the first frame.</param>
/// <param name="KnownRatio">Share of the frames in which the camera's motion is known; in the others there is no displacement either.</param>
public sealed record CameraMotionSummary(
    CameraMotionStatus Status,
    double? RemovedRmsPixels,
    double? RemovedMaxPixels,
    double? RotationMaxDegrees,
    double? ScaleMin,
    double? ScaleMax,
    double KnownRatio);
