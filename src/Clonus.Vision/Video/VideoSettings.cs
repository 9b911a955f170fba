namespace Clonus.Vision.Video;

/// <summary>How a video is read.</summary>
public sealed record VideoSettings
{
    /// <summary>The rate at which the scene was filmed, when the file plays it slower; null takes the file's tag or its own rate.</summary>
    public double? CaptureFps { get; init; }

    /// <summary>Frames before this time (seconds after the first frame, real time) are read and dropped.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>Reading stops at the first frame at or after this time.</summary>
    public double? EndSeconds { get; init; }
}
