using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A straight walk in a room, bent into a way towards a camera, a turn on a half circle, and the way back. Millimetres.</summary>
internal static class BentWay
{
    private const double Radius = 350;
    private const double CameraHeight = 900;
    private const double FocalPixels = 1000;
    private const double NearestMillimetres = 3000;

    /// <param name="tracks">Of a walk along the first axis, with the third one up.</param>
    /// <param name="straightMillimetres">From where the walk begins until it turns.</param>
    public static TrackSet InRoom(TrackSet tracks, double straightMillimetres)
    {
        var start = tracks.Markers.Where(m => m.Name.Landmark == Landmark.Hip).Average(m => m.Samples[0]!.Value.Position.X);
        var middle = tracks.Markers.Where(m => m.Name.Landmark == Landmark.Hip).Average(m => m.Samples[0]!.Value.Position.Y);
        return SimulatedWalks.Map(tracks, p => Bent(p.X - start - straightMillimetres, p.Y - middle, p.Z));
    }

    /// <summary>The same before a camera that looks along the way. It sees the heels from behind, the toes from the front, and both from the side.</summary>
    public static TrackSet InPicture(TrackSet tracks, double straightMillimetres)
    {
        var room = InRoom(tracks, straightMillimetres);
        var facing = room.FrameTimesSeconds.Select((_, i) => Facing(room, i)).ToArray();
        return new TrackSet(
            room.FrameTimesSeconds,
            [.. room.Markers.Select(m => m with
            {
                Samples =
                [
                    .. m.Samples.Select((s, i) => s is { Position: var p } && !(m.Name.Landmark == Landmark.Heel && facing[i] > 0.5) && !(m.Name.Landmark == Landmark.Toe && facing[i] < -0.5)
                        ? (MarkerSample?)new MarkerSample(new ImagePoint(640 + (FocalPixels * p.Y / Distance(p)), 360 + (FocalPixels * (CameraHeight - p.Z) / Distance(p))), 1)
                        : null),
                ],
            })]);
    }

    // The camera stands ahead of the turn and looks back along the way.
    private static double Distance(SpacePoint place) => NearestMillimetres - place.X;

    // 1 towards the camera, -1 away from it.
    private static double Facing(TrackSet room, int frame)
    {
        SpacePoint Hip(BodySide side) => room.Find(side, Landmark.Hip)!.Samples[frame]!.Value.Position;
        var across = Hip(BodySide.Left) - Hip(BodySide.Right);
        return across.Y / across.Length;
    }

    private static SpacePoint Bent(double ahead, double left, double up)
    {
        var angle = Math.Clamp(ahead / Radius, 0, Math.PI);
        var (sin, cos) = Math.SinCos(angle);
        var beyond = ahead - Math.Clamp(ahead, 0, Math.PI * Radius);

        // Turns to the left about a place that lies one radius to the left of the way.
        return new SpacePoint((sin * (Radius - left)) + (beyond * cos), Radius - (cos * (Radius - left)), up);
    }
}
