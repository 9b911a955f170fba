using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Export;

/// <summary>From a clip's tracks to what a file of trajectories holds.</summary>
public static class TrackExport
{
    // As fine as result files are.
    private const int Decimals = 6;

    /// <summary>The markers under their names, with six decimals, as our own tracks.csv has them.</summary>
    public static Trajectories ToTrajectories(this TrackSet tracks) => new(
        TrajectoryFormat.Tracks,
        [.. Enumerable.Range(tracks.FirstFrameIndex, tracks.FrameCount)],
        [.. tracks.FrameTimesSeconds.Select(Rounded)],
        [.. tracks.Markers.Select(marker => new PointTrack(
            marker.Name.ToString(),
            Column(marker, s => s.Position.X),
            Column(marker, s => s.Position.Y),
            tracks.IsSpatial ? Column(marker, s => s.Position.Z) : null,
            Series.Of([.. marker.Samples.Select(s => Rounded(s?.Confidence ?? 0))])))])
    {
        Unit = tracks.IsSpatial ? LengthUnit.Millimetre : LengthUnit.Pixel,
        IsSpatial = tracks.IsSpatial,
        Camera = [.. tracks.Camera.Select(c => c is { } pose
            ? new CameraPose(Rounded(pose.ShiftXPixels), Rounded(pose.ShiftYPixels), double.DegreesToRadians(Rounded(double.RadiansToDegrees(pose.RotationRadians))), Rounded(pose.Scale))
            : (CameraPose?)null)],
    };

    /// <summary>The file with events of a clip that was made from it, on its own clock, among its own.</summary>
    /// <param name="events">In real seconds after the clip's first frame.</param>
    /// <param name="timeScale">Real seconds for each second of the file.</param>
    /// <param name="startSeconds">The clip's first frame on the file's clock.</param>
    public static Trajectories WithEvents(this Trajectories file, ImmutableArray<TrialEvent> events, double timeScale, double startSeconds) =>
        file with { Events = [.. file.Events.Concat(events.Select(e => e with { TimeSeconds = (e.TimeSeconds / timeScale) + startSeconds })).OrderBy(e => e.TimeSeconds)] };

    private static Series Column(MarkerTrack marker, Func<MarkerSample, double> value) =>
        Series.Of([.. marker.Samples.Select(s => s is { } sample ? Rounded(value(sample)) : double.NaN)]);

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
