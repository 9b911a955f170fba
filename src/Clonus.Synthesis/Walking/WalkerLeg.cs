using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>One leg at one instant.</summary>
/// <param name="Outward">Unit vector away from the other leg.</param>
/// <param name="FootAhead">Unit vector from the heel to the toes, along the sole.</param>
/// <param name="FootScale">Of the foot against one of 257 mm.</param>
/// <param name="HipDegrees">Thigh against the vertical in the plane of walking, positive in flexion.</param>
/// <param name="KneeDegrees">Positive in flexion.</param>
/// <param name="AnkleDegrees">Positive in dorsiflexion, 0 where the sole is square to the shank.</param>
/// <param name="SoleDegrees">The sole against the floor, positive with the toes up.</param>
public sealed record WalkerLeg(
    BodySide Side, Point3 Hip, Point3 Knee, Point3 Ankle, Point3 Outward, Point3 FootAhead, double FootScale,
    double HipDegrees, double KneeDegrees, double AnkleDegrees, double SoleDegrees)
{
    public Point3 FootUp => FootAhead.Pitched(90);

    /// <summary>The heel's edge, which touches the floor first of all in normal walking.</summary>
    public Point3 HeelEdge => InPlane(FootSole.Heel(FootScale, SoleDegrees));

    public Point3 Ball => InPlane(FootSole.Ball(FootScale, SoleDegrees));

    /// <summary>The lowest place of the ball and the toes: what touches the floor while the heel is up, and in the end the tip of the toes or, in slow walking, a place behind it.</summary>
    public Point3 Front => InPlane(FootSole.Front(FootScale, SoleDegrees));

    /// <summary>A place on the foot in its own axes from the ankle, in millimetres of a foot of 257: along the sole, up, and away from the other leg.</summary>
    public Point3 OnFoot(double along, double up, double outward) =>
        Ankle + (((FootAhead * along) + (FootUp * up) + (Outward * outward)) * FootScale);

    private Point3 InPlane(Place fromAnkle) => Ankle + new Point3(fromAnkle.X, fromAnkle.Y, 0);

    internal static WalkerLeg Of(BodySide side, Point3 hip, Point3 ankle, double soleDegrees, WalkerBody body, bool beyondStraight)
    {
        var (knee, reached) = LegBones.Place(hip, ankle, body, beyondStraight);
        return Of(side, hip, knee, reached, soleDegrees, body);
    }

    /// <summary>Of a leg whose joints are known.</summary>
    internal static WalkerLeg Of(BodySide side, Point3 hip, Point3 knee, Point3 ankle, double soleDegrees, WalkerBody body)
    {
        var (thigh, shank) = (LegBones.AheadOfVertical(knee - hip), LegBones.AheadOfVertical(ankle - knee));
        var outward = Point3.Right * (side == BodySide.Right ? 1 : -1);
        return new WalkerLeg(
            side, hip, knee, ankle, outward.Across((ankle - knee).Direction()), Point3.Ahead.Pitched(soleDegrees), body.FootScale,
            thigh, thigh - shank, soleDegrees - shank, soleDegrees);
    }
}
