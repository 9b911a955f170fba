using System.Collections.Immutable;

namespace Clonus.Motion.Tracks;

/// <summary>A position in pixels of the upright picture: x right, y down, (0,0) the centre of the first pixel.</summary>
public readonly record struct ImagePoint(double X, double Y)
{
    public static ImagePoint operator +(ImagePoint a, ImagePoint b) => new(a.X + b.X, a.Y + b.Y);

    public static ImagePoint operator -(ImagePoint a, ImagePoint b) => new(a.X - b.X, a.Y - b.Y);

    public static ImagePoint operator *(ImagePoint a, double factor) => new(a.X * factor, a.Y * factor);

    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public double DistanceTo(ImagePoint other) => (this - other).Length;
}

/// <summary>Where a marker was seen in one frame, and how sure that is (0 to 1). In a picture the position's z is 0.</summary>
public readonly record struct MarkerSample(SpacePoint Position, double Confidence);

/// <summary>One marker over the frames of a clip. A frame in which it was not seen holds null; nothing is ever interpolated here.</summary>
/// <param name="Spec">How it was found: the SPEC that was given, or what the automatic search saw, such as "green".</param>
/// <param name="Samples">One entry a frame, as many as the track set has frame times.</param>
public sealed record MarkerTrack(MarkerName Name, string Spec, ImmutableArray<MarkerSample?> Samples)
{
    /// <summary>Median size in the picture: a sticker's diameter across its longer axis, which a tilt does not shrink; the side of an ArUco tag. Null when it has none or it is not known.</summary>
    public double? SizePixels { get; init; }

    /// <summary>Share of the frames in which the marker was seen, 0 to 1.</summary>
    public double VisibleRatio => Samples.IsEmpty ? 0 : (double)Samples.Count(s => s is not null) / Samples.Length;
}

/// <summary>All markers of one clip over its frame times: the seam between tracking and everything after it.</summary>
public sealed class TrackSet
{
    /// <param name="frameTimesSeconds">Presentation time of each frame after the video's first, in seconds of real time, rising.</param>
    /// <param name="firstFrameIndex">The video's number of the first entry, above 0 when only a time range was read.</param>
    /// <param name="camera">How the camera stood, one entry a frame, null where that could not be told; empty when it was not estimated.</param>
    /// <exception cref="ArgumentException">Times that do not rise, a track of another length, or a name that stands twice.</exception>
    public TrackSet(
        ImmutableArray<double> frameTimesSeconds, ImmutableArray<MarkerTrack> markers, int firstFrameIndex = 0, ImmutableArray<CameraPose?> camera = default)
    {
        for (var i = 1; i < frameTimesSeconds.Length; i++)
        {
            if (!(frameTimesSeconds[i] > frameTimesSeconds[i - 1]))
            {
                throw new ArgumentException($"frame times must rise: frame {i} has {frameTimesSeconds[i]} after {frameTimesSeconds[i - 1]}");
            }
        }

        foreach (var marker in markers)
        {
            if (marker.Samples.Length != frameTimesSeconds.Length)
            {
                throw new ArgumentException($"{marker.Name} has {marker.Samples.Length} samples for {frameTimesSeconds.Length} frames");
            }
        }

        if (!camera.IsDefaultOrEmpty && camera.Length != frameTimesSeconds.Length)
        {
            throw new ArgumentException($"the camera has {camera.Length} poses for {frameTimesSeconds.Length} frames");
        }

        if (markers.Select(m => m.Name).Distinct().Count() != markers.Length)
        {
            throw new ArgumentException("two tracks have one name: " + string.Join(", ", markers.Select(m => m.Name)));
        }

        FrameTimesSeconds = frameTimesSeconds;
        Markers = markers;
        FirstFrameIndex = firstFrameIndex;
        Camera = camera.IsDefault ? [] : camera;
    }

    public int FirstFrameIndex { get; }

    public ImmutableArray<double> FrameTimesSeconds { get; }

    public ImmutableArray<MarkerTrack> Markers { get; }

    /// <summary>One pose a frame, null where it could not be told; empty when it was not estimated. Positions of markers are as seen, nothing is taken off them.</summary>
    public ImmutableArray<CameraPose?> Camera { get; }

    /// <summary>True where positions are millimetres in a room, as motion capture measures them; else they are pixels of a picture.</summary>
    public bool IsSpatial { get; init; }

    /// <summary>Whether nearly everything in the picture was seen to move although no pose of the camera explains it.</summary>
    public bool CameraStrays { get; init; }

    public int FrameCount => FrameTimesSeconds.Length;

    public MarkerTrack? Find(BodySide side, Landmark landmark) =>
        Markers.FirstOrDefault(m => m.Name == new MarkerName(side, landmark));

    /// <summary>The frames [first, end), without the markers that are not seen in them.</summary>
    public TrackSet Part(int first, int end) => new(
        FrameTimesSeconds[first..end], [.. Markers.Select(m => m with { Samples = m.Samples[first..end] }).Where(m => m.VisibleRatio > 0)], FirstFrameIndex + first,
        Camera.IsEmpty ? [] : Camera[first..end])
    {
        IsSpatial = IsSpatial,
        CameraStrays = CameraStrays,
    };
}
