using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>How a file of trajectories becomes a clip.</summary>
public sealed record ImportSettings
{
    /// <summary>Frames a second of a format that knows no times.</summary>
    public double? Fps { get; init; }

    /// <summary>The picture that shares of width and height are meant of.</summary>
    public PictureSize? PictureSize { get; init; }

    /// <summary>Positions that their tracker is less sure of count as not seen; null is what is usual for the format.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>
    /// The usual limit: DeepLabCut's pcutoff of 0.6; SLEAP's peak threshold of 0.2; Sports2D's keypoint likelihood of 0.3 for OpenPose; MediaPipe's
    /// detection confidence of 0.5. Other formats state no confidence, or one that means another thing.
    /// </summary>
    public static double UsualMinConfidence(TrajectoryFormat format) => format switch
    {
        TrajectoryFormat.DeepLabCut => 0.6,
        TrajectoryFormat.Sleap => 0.2,
        TrajectoryFormat.OpenPose => 0.3,
        TrajectoryFormat.MediaPipe => 0.5,
        _ => 0,
    };
}

/// <summary>Of the upright picture, in pixels.</summary>
public readonly record struct PictureSize(int Width, int Height);

/// <summary>A marker that the user names by a file's label.</summary>
public sealed record LabelledMarker(MarkerName Name, string Label);

/// <summary>A video's clock, for a format that knows no times.</summary>
/// <param name="TimesSeconds">Real time of each of its frames after the first.</param>
/// <param name="TimeScale">Real seconds for each second of the video.</param>
/// <param name="FpsNominal">Frames per second of real time as the container says.</param>
public sealed record VideoClock(ImmutableArray<double> TimesSeconds, double TimeScale, double? FpsNominal, PictureSize? PictureSize);

/// <summary>What of a recording is looked at, and by whom it was named.</summary>
/// <param name="Markers">Named by the user; they come before all that is guessed.</param>
/// <param name="Side">Of labels that name none.</param>
public sealed record ImportRequest(ImmutableArray<LabelledMarker> Markers, BodySide Side)
{
    public double? StartSeconds { get; init; }

    public double? EndSeconds { get; init; }

    /// <summary>The rate at which the scene was filmed, where the file's times are stretched.</summary>
    public double? CaptureFps { get; init; }

    /// <summary>The picture is a mirror image: what its tracker called left is right.</summary>
    public bool Mirror { get; init; }

    /// <summary>The video that was tracked; null when not given.</summary>
    public VideoClock? Video { get; init; }
}
