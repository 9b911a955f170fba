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

    /// <summary>A capture-rate tag counts when it is at least this many times the file's own rate; a smaller one is the same rate, rounded.</summary>
    public double CaptureTagMinRatio { get; init; } = 1.5;

    /// <summary>Frames that are decoded ahead at most while the current one is worked on; each holds a whole picture.</summary>
    public int FramesAhead { get; init; } = 4;

    /// <summary>The decoder's clock and the container's agree when they are this near; both are exact to a microsecond.</summary>
    public double ClockToleranceSeconds { get; init; } = 0.001;

    /// <summary>How many frame intervals at the start tell the file's own rate.</summary>
    public int RateIntervals { get; init; } = 60;

    /// <summary>An interval differs from the median when it does so by more than this share of it ...</summary>
    public double VariableIntervalShare { get; init; } = 0.1;

    /// <summary>... and by more than this: Matroska and WebM round times to the millisecond.</summary>
    public double VariableIntervalSeconds { get; init; } = 0.0011;

    /// <summary>The rate is variable when more than this share of the intervals differ; fewer are dropped frames.</summary>
    public double VariableMinShare { get; init; } = 0.02;

    /// <summary>An interval of this many medians or more is a stretch without frames.</summary>
    public double GapIntervals { get; init; } = 3;

    /// <summary>Stretches without frames that lie nearer to each other than this are told as one, in seconds.</summary>
    public double GapMergeSeconds { get; init; } = 0.5;

    /// <summary>A file that ends this much before its declared end was cut off, in seconds; the last frame's own duration is not always known.</summary>
    public double TruncationSeconds { get; init; } = 1;

    /// <summary>Pixels count as square up to this share; 2 % bend an angle by at most 0.6 degrees.</summary>
    public double PixelAspectTolerance { get; init; } = 0.02;

    /// <summary>How many frames may go without a time of their own: those that a decoder still holds when the file ends (H.264 allows 16, threads add some).</summary>
    public int MaxUntimedFrames { get; init; } = 32;
}
