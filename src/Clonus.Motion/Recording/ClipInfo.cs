namespace Clonus.Motion.Recording;

public enum ClipKind
{
    Video,
    Tracks,
}

/// <summary>What is known of a recording itself. Null is unknown.</summary>
/// <param name="Id">The file's stem, unless the user named it.</param>
/// <param name="FramesDeclared">What the container says; it may lie.</param>
/// <param name="StartTimeSeconds">Presentation time of the first frame in the file; frame times count from it.</param>
/// <param name="TimeScale">Real seconds for each second of the file: 1, or less for slow motion that is stored stretched.</param>
/// <param name="FpsNominal">The container's rate times 1/TimeScale, frames per second of real time.</param>
/// <param name="FpsMeasured">1 / median frame interval, in real time.</param>
/// <param name="RotationDegrees">Clockwise turn that was applied to show the picture upright: 0, 90, 180 or 270.</param>
/// <param name="WidthPixels">Of the upright picture.</param>
public sealed record ClipInfo(
    string Id,
    ClipKind Kind,
    int FramesRead,
    int? FramesDeclared,
    double DurationSeconds,
    double? StartTimeSeconds,
    double TimeScale,
    double? FpsNominal,
    double? FpsMeasured,
    bool VariableFrameRate,
    int? WidthPixels,
    int? HeightPixels,
    string? Codec,
    int? RotationDegrees)
{
    /// <summary>Of a file of trajectories, such as "c3d" or "deeplabcut"; null of a video.</summary>
    public string? Format { get; init; }

    /// <summary>How the camera moved; null when that was not looked at.</summary>
    public CameraMotionSummary? CameraMotion { get; init; }
}
