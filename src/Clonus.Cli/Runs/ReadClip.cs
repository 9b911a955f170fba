using System.Collections.Immutable;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Cli.Runs;

/// <summary>An input as tracks, whoever followed the markers: we in a video, or another program before.</summary>
/// <param name="Trajectories">For other programs' files: of motion capture the whole file as it was, of all else the markers.</param>
/// <param name="IsOriginal">True where the trajectories are the input's own, on its own clock.</param>
internal sealed record ReadClip(TrackSet Tracks, ClipInfo Clip, ImmutableArray<QualityIssue> Issues, Trajectories Trajectories, bool IsOriginal)
{
    /// <summary>Real seconds for each second on the trajectories' clock.</summary>
    public double OwnTimeScale => IsOriginal ? Clip.TimeScale : 1;

    /// <summary>The clip's first frame on the trajectories' clock.</summary>
    public double OwnStartSeconds => IsOriginal ? Clip.StartTimeSeconds ?? 0 : 0;

    /// <summary>The video; null where the tracks were read.</summary>
    public TrackedClip? Film { get; init; }

    public static ReadClip Of(TrackedClip film) => new(film.Tracks, film.Clip, film.Issues, FromFrame1(film.Tracks.ToTrajectories()), IsOriginal: false) { Film = film };

    /// <exception cref="InputException">The file is damaged, or lacks what only the user can tell.</exception>
    public static ReadClip Of(TrajectoryFile file, string id, RunSettings settings, string? timesFrom, CancellationToken cancel)
    {
        var source = file.Read();
        var video = timesFrom is null ? null : VideoTimes.Read(timesFrom, settings.Video.CaptureFps, cancel);
        var read = TrackImport.Import(source, id, settings.Import, Request(settings) with { Video = video is null ? null : Clock(video) });
        if (!read.Tracks.IsSpatial)
            settings.CheckForPicture();

        var tracks = settings.Tracking.Camera.Estimate ? read.Tracks : WithoutCamera(read.Tracks);

        // A laboratory's file holds more than the markers of one limb, and its users want all of it back.
        var isOriginal = source is { IsSpatial: true, TimesSeconds: not null };
        return new ReadClip(
            tracks, read.Clip, [.. source.TimesSeconds is null && video is not null ? video.Issues : [], .. read.Issues],
            isOriginal ? source : FromFrame1(tracks.ToTrajectories()), isOriginal);
    }

    public static VideoClock Clock(VideoTimes video) => new(
        video.TimesSeconds, video.Clip.TimeScale, video.Clip.FpsNominal,
        video.Clip is { WidthPixels: { } width, HeightPixels: { } height } ? new PictureSize(width, height) : null);

    private static TrackSet WithoutCamera(TrackSet tracks) => new(tracks.FrameTimesSeconds, tracks.Markers, tracks.FirstFrameIndex) { IsSpatial = tracks.IsSpatial };

    // Programs differ in where a later first frame puts events.
    private static Trajectories FromFrame1(Trajectories tracks) =>
        tracks with { Frames = [.. tracks.Frames.Select(frame => frame - tracks.Frames[0])] };

    private static ImportRequest Request(RunSettings settings)
    {
        if (settings.Tracking.Markers.FirstOrDefault(m => m.Spec is not LabelSpec) is { } looked)
        {
            throw new InputException(
                InputFault.Settings, $"--marker {looked.Name}={looked.Spec} says how a marker looks in a video, and this is a trajectory file: say which of its labels it is, {looked.Name}=label:LABEL");
        }

        return new ImportRequest([.. settings.Tracking.Markers.Select(m => new LabelledMarker(m.Name, ((LabelSpec)m.Spec).Label))], settings.Tracking.Side)
        {
            StartSeconds = settings.Video.StartSeconds,
            EndSeconds = settings.Video.EndSeconds,
            CaptureFps = settings.Video.CaptureFps,
            Mirror = settings.Tracking.Mirror,
        };
    }
}
