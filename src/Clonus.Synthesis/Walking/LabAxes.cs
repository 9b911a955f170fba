using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>The axis of a laboratory that points up. All laboratories are right-handed.</summary>
public enum LabUp
{
    Z,
    Y,
}

/// <summary>How a laboratory's axes lie to a walk.</summary>
/// <param name="HeadingDegrees">Where the person walks to on the floor, from the lab's +X, anticlockwise as seen from above; 180 is along -X.</param>
public sealed record LabAxes(LabUp Up, double HeadingDegrees)
{
    /// <summary>Millimetres in the laboratory of a place by the way that is walked.</summary>
    public SpacePoint Of(Point3 place)
    {
        var (sin, cos) = Math.SinCos(HeadingDegrees * Math.PI / 180);
        var (x, left) = ((place.X * cos) + (place.Z * sin), (place.X * sin) - (place.Z * cos));
        return Up == LabUp.Z ? new SpacePoint(x, left, place.Y) : new SpacePoint(x, place.Y, -left);
    }
}
