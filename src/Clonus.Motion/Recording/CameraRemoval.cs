using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Recording;

/// <summary>Tracks as a camera that stands still would have seen them.</summary>
/// <param name="Camera">Null when the camera's motion was not looked at.</param>
public sealed record SteadyTracks(TrackSet Tracks, CameraMotionSummary? Camera);

/// <summary>
/// Takes the camera's own motion off the positions. Where the camera's motion is not known no position is known either, except when it is
/// unknown for most of the clip: then positions stay as seen and the summary says so.
/// </summary>
public static class CameraRemoval
{
    public static SteadyTracks Apply(TrackSet tracks, RecordingPolicy policy)
    {
        // Positions in a room owe nothing to a camera.
        var reference = tracks.IsSpatial ? null : tracks.Markers.FirstOrDefault(m => m.Name == MarkerName.Reference);
        var poses = reference is null ? tracks.Camera : FromReference(reference);
        if (poses.IsEmpty)
        {
            return new SteadyTracks(tracks, null);
        }

        var known = (double)poses.Count(pose => pose is not null) / poses.Length;
        if (known < policy.MinCameraKnownRatio)
        {
            var status = reference is not null ? CameraMotionStatus.ReferenceLost : tracks.CameraStrays ? CameraMotionStatus.Unresolved : CameraMotionStatus.Unknown;
            return new SteadyTracks(tracks, new CameraMotionSummary(status, null, null, null, null, null, known));
        }

        if (poses.All(pose => pose is null || pose == CameraPose.Still) && reference is null)
        {
            return new SteadyTracks(tracks, new CameraMotionSummary(CameraMotionStatus.None, null, null, 0, 1, 1, known));
        }

        var steady = tracks.Markers.Select(marker => marker with { Samples = [.. marker.Samples.Select((sample, i) => Steady(sample, poses[i]))] });
        return new SteadyTracks(
            new TrackSet(tracks.FrameTimesSeconds, [.. steady], tracks.FirstFrameIndex),
            Summary(tracks, poses, known, reference is null));
    }

    // A single point tells the shift and no turn. Where it was first seen is its place.
    private static ImmutableArray<CameraPose?> FromReference(MarkerTrack reference)
    {
        var place = reference.Samples.OfType<MarkerSample>().Select(s => s.Position).FirstOrDefault();
        return [.. reference.Samples.Select(s => s is { } sample ? CameraPose.Still with { ShiftXPixels = sample.Position.X - place.X, ShiftYPixels = sample.Position.Y - place.Y } : (CameraPose?)null)];
    }

    private static MarkerSample? Steady(MarkerSample? sample, CameraPose? pose) =>
        sample is { } s && pose is { } p ? s with { Position = p.Undo(s.Position.InPicture) } : null;

    private static CameraMotionSummary Summary(TrackSet tracks, ImmutableArray<CameraPose?> poses, double known, bool turns)
    {
        var removed = tracks.Markers.Where(m => m.Name != MarkerName.Reference)
            .SelectMany(m => m.Samples.Select((s, i) => s is { } sample && poses[i] is { } pose ? sample.Position.DistanceTo(pose.Undo(sample.Position.InPicture)) : (double?)null))
            .OfType<double>().ToArray();
        var all = poses.OfType<CameraPose>().ToArray();
        return new CameraMotionSummary(
            turns ? CameraMotionStatus.Removed : CameraMotionStatus.Reference,
            removed.Length == 0 ? null : Math.Sqrt(removed.Average(r => r * r)),
            removed.Length == 0 ? null : removed.Max(),
            turns ? all.Max(pose => Math.Abs(double.RadiansToDegrees(pose.RotationRadians))) : null,
            turns ? all.Min(pose => pose.Scale) : null,
            turns ? all.Max(pose => pose.Scale) : null,
            known);
    }
}
