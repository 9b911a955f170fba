using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>The clip's stretches of one heading each.</summary>
/// <param name="View">Null where the positions do not tell it.</param>
public sealed record WalkBouts(GaitView? View, ImmutableArray<WalkBout> Bouts)
{
    /// <param name="seen">As the camera saw them.</param>
    /// <param name="steady">As a camera would have seen them that stands still.</param>
    public static WalkBouts Find(TrackSet seen, TrackSet steady, GaitSettings settings)
    {
        if (seen.FrameCount == 0 || !seen.Markers.Any(m => m.Samples.Any(s => s is not null)))
        {
            return new WalkBouts(null, []);
        }

        if (seen.IsSpatial)
        {
            // A plane whose lengths a tracker of pictures was told is no room: it shows what a picture does.
            var view = settings.View ?? (IsPlane(seen) ? ViewFinder.Of(seen, settings) : GaitView.Spatial);
            return new WalkBouts(view, view is { } shown && !(shown == GaitView.Frontal && IsPlane(seen)) ? RoomWalk.Bouts(seen, shown, settings) : []);
        }

        return (settings.View ?? ViewFinder.Of(seen, settings)) switch
        {
            GaitView.Frontal => new WalkBouts(GaitView.Frontal, FrontalWalk.Bouts(seen, steady, settings)),
            GaitView.Sagittal => new WalkBouts(GaitView.Sagittal, SideWalk.Bouts(seen, steady, settings)),
            _ => new WalkBouts(null, []),
        };
    }

    private static bool IsPlane(TrackSet seen) => seen.Markers.All(m => m.Samples.All(s => s is not { Position.Z: not 0 }));
}
