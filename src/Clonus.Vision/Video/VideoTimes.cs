using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Recording;

namespace Clonus.Vision.Video;

/// <summary>When a video's frames were, for tracks that were made from it elsewhere.</summary>
/// <param name="TimesSeconds">Real time of each frame after the first.</param>
public sealed record VideoTimes(ImmutableArray<double> TimesSeconds, ClipInfo Clip, ImmutableArray<QualityIssue> Issues)
{
    /// <summary>Decodes the whole video: what a container says of its frames may differ from those that are shown.</summary>
    /// <param name="captureFps">The rate at which a slow-motion clip was filmed; null takes the file's tag or its own rate.</param>
    /// <exception cref="InputException">The file holds no readable video.</exception>
    public static VideoTimes Read(string path, double? captureFps, CancellationToken cancel)
    {
        using var file = VideoFile.Open(path, new VideoSettings { CaptureFps = captureFps });
        ImmutableArray<double> times = [.. file.ReadFrames(cancel).Select(frame => frame.TimeSeconds)];
        return new VideoTimes(times, file.Describe(Path.GetFileNameWithoutExtension(path)), file.Issues);
    }
}
