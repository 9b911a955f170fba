using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats;

/// <summary>Which program's file it is.</summary>
public enum TrajectoryFormat
{
    /// <summary>Our own tracks.csv.</summary>
    Tracks,
    C3d,
    Trc,
    DeepLabCut,
    Sleap,
    OpenPose,
    Kinovea,
    Tracker,
    DltDv,
    MediaPipe,
}

internal static class FormatWords
{
    /// <summary>The format as its users call it.</summary>
    public static string Of(TrajectoryFormat format) => format switch
    {
        TrajectoryFormat.Tracks => "tracks.csv",
        TrajectoryFormat.C3d => "C3D",
        TrajectoryFormat.Trc => "TRC",
        TrajectoryFormat.DltDv => "DLTdv",
        TrajectoryFormat.Sleap => "SLEAP",
        _ => format.ToString(),
    };
}

/// <summary>In what the coordinates of a file are measured.</summary>
public enum LengthUnit
{
    /// <summary>The file does not say.</summary>
    Unknown,
    Pixel,
    Millimetre,
    Centimetre,
    Decimetre,
    Metre,

    /// <summary>Share of the picture's width and height: no lengths and no angles before both are known.</summary>
    PictureShare,
}

/// <summary>What a point's three numbers are. A C3D keeps computed angles and forces among its points.</summary>
public enum PointKind
{
    Position,
    Angle,
    Force,
    Moment,
    Power,
    Scalar,
}

/// <summary>One point over the frames, under the label that the file gives it.</summary>
/// <param name="Label">Without a subject's name; two points of one file may share it.</param>
/// <param name="Z">Null in a picture.</param>
/// <param name="Confidence">0 to 1 as the tracker states it; null where it states none.</param>
public sealed record PointTrack(string Label, Series X, Series Y, Series? Z = null, Series? Confidence = null)
{
    public PointKind Kind { get; init; }

    /// <summary>Whose point it is, where a tracker followed several: its label begins with that and a dot. Null where there is one.</summary>
    public string? Owner { get; init; }

    /// <summary>The second coordinate with up being positive, as laboratories have it.</summary>
    public Series Upward(Trajectories file) => file.IsSpatial || file.YPointsUp ? Y : Y.Negated();

    /// <summary>The place in a frame, null where the point was not seen. The file's own axes and unit.</summary>
    public SpacePoint? At(int frame)
    {
        var place = new SpacePoint(X[frame], Y[frame], Z?[frame] ?? 0);
        return double.IsNaN(place.X) || double.IsNaN(place.Y) || double.IsNaN(place.Z) ? null : place;
    }
}

/// <summary>Something that happened at a moment, such as a foot contact.</summary>
/// <param name="TimeSeconds">On the clock of <see cref="Trajectories.TimesSeconds"/>.</param>
/// <param name="Label">Such as "Foot Strike", "Foot Off", "Clonus Beat".</param>
/// <param name="Context">"Left", "Right" or "General".</param>
public sealed record TrialEvent(double TimeSeconds, string Label, string Context)
{
    // As the laboratories' programs call them.
    public const string FootStrike = "Foot Strike";
    public const string FootOff = "Foot Off";
}

/// <summary>What a file of trajectories holds: the middle between all formats. Nothing in it names a person.</summary>
/// <param name="Frames">Number of each row's frame in its recording, counted from 0, rising; a C3D's frame 1 is 0 here. Frames may be left out.</param>
/// <param name="TimesSeconds">Time of each row on the file's own clock, rising; null where the format has no time base.</param>
public sealed record Trajectories(
    TrajectoryFormat Format,
    ImmutableArray<int> Frames,
    ImmutableArray<double>? TimesSeconds,
    ImmutableArray<PointTrack> Points)
{
    /// <summary>The number that the file gives to frame 0: 1 in most, 0 in some.</summary>
    public int NumbersFrom { get; init; } = 1;

    /// <summary>True where the file does not name the unit of its times, and only their steps tell it.</summary>
    public bool TimesAreInferred { get; init; }

    /// <summary>Frames a second as the file states it; null where it does not.</summary>
    public double? RateHz { get; init; }

    /// <summary>How many frames the file's header promises.</summary>
    public int? FramesDeclared { get; init; }

    public LengthUnit Unit { get; init; }

    /// <summary>True for positions in a room, false for those in a picture.</summary>
    public bool IsSpatial { get; init; }

    /// <summary>True for a picture whose y grows upward.</summary>
    public bool YPointsUp { get; init; }

    /// <summary>True where the file holds analog signals too, of muscles or force plates, which are not read.</summary>
    public bool HasAnalog { get; init; }

    /// <summary>Our own tracks.csv may hold how the camera stood; else empty.</summary>
    public ImmutableArray<CameraPose?> Camera { get; init; } = [];

    public ImmutableArray<TrialEvent> Events { get; init; } = [];

    /// <summary>What was doubtful while reading.</summary>
    public ImmutableArray<QualityIssue> Issues { get; init; } = [];

    /// <summary>Frames a second as the file states it, else by its times; null where there is neither.</summary>
    public double? MeasuredRateHz => TimesSeconds is null ? RateHz : FrameRate.Of(this);

    public int FrameCount => Frames.Length;
}
