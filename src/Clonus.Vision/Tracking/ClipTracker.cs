using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tracking;

/// <summary>A clip's markers over its frames, what the file says of itself, and what is doubtful about either.</summary>
public sealed record TrackedClip(TrackSet Tracks, ClipInfo Clip, ImmutableArray<QualityIssue> Issues);

/// <summary>The way from a video file to a track set: every frame is decoded once, in order, and forgotten.</summary>
public static class ClipTracker
{
    /// <param name="id">The clip's id in the result.</param>
    /// <param name="progress">Share of the frames done, 0 to 1, as far as the file declares their number.</param>
    /// <exception cref="InputException">The file holds no readable video, or a marker's place lies outside of the picture.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackedClip Track(
        string path, string id, VideoSettings video, TrackingSettings settings, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var file = VideoFile.Open(path, video);
        var followed = Follow(file, settings, progress, null, cancel);
        var clip = file.Describe(id);
        return clip.FramesRead > 0 || video is { StartSeconds: null, EndSeconds: null }
            ? new TrackedClip(followed.Tracks, clip, [.. file.Issues, .. followed.Issues])
            : throw new InputException(InputFault.Settings, $"the time range holds no frame of '{Path.GetFileName(path)}': it lies outside of the clip");
    }

    /// <param name="onFirst">Sees the first picture, which is gone with the next one.</param>
    internal static FollowedFrames Follow(
        VideoFile file, TrackingSettings settings, IProgress<double>? progress, Action<VideoFrame>? onFirst, CancellationToken cancel)
    {
        var tracking = new FrameTracking(settings);
        var declared = file.Describe("").FramesDeclared;
        var done = 0;
        foreach (var frame in file.ReadFrames(cancel))
        {
            if (done == 0)
            {
                onFirst?.Invoke(frame);
            }

            tracking.Advance(frame);
            done++;
            if (declared > 0)
            {
                progress?.Report(Math.Min((double)done / declared.Value, 1));
            }
        }

        return tracking.Finish();
    }
}
