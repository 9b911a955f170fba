using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Camera;

/// <summary>How the camera moved through a clip.</summary>
/// <param name="Poses">One entry a frame: all <see cref="CameraPose.Still"/> for a camera at rest, null where nothing can be known.</param>
internal sealed record CameraCourse(ImmutableArray<CameraPose?> Poses)
{
    /// <inheritdoc cref="TrackSet.CameraStrays"/>
    public bool Strays { get; init; }
}
