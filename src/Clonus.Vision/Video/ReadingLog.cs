using Clonus.Motion;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>What happened while a video was read: written frame by frame, judged afterwards.</summary>
internal sealed class ReadingLog
{
    /// <summary>The time in the file of each decoded frame, rising.</summary>
    public List<double> FileTimes { get; } = [];

    /// <summary>Where the decoder left frames out (in the file's time, from the frame before to the frame after), and how many.</summary>
    public List<(TimeRange Range, int Frames)> Lost { get; } = [];

    /// <summary>Frames before the time range that was asked for.</summary>
    public int Dropped { get; set; }

    /// <summary>Frames that were left out because no time was left for them.</summary>
    public int Undated { get; set; }

    /// <summary>Frames whose time was counted on from the one before; known at the end of the file.</summary>
    public int Untimed { get; set; }

    /// <summary>All packets of the file; null when reading stopped before its end.</summary>
    public int? PacketsRead { get; set; }

    /// <summary>Of the upright pictures; null before the first.</summary>
    public Size? Size { get; set; }
}
