using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>A leg that is left behind must still reach the floor: its heel rises as far as it needs for that, and more where its walker lets it.</summary>
internal static class TrailingFoot
{
    // The knee behind when the other foot comes down, and when its own leaves the floor, is bent by at least so much.
    private const double KneeAtContact = 15;
    private const double KneeAtFootOff = 27;
    private const double SteepestDegrees = -67;

    // The turned pelvis brings the hip before ahead and the one behind back, millimetres.
    private const double TurnMillimetres = 7;

    public static WalkerGait Of(WalkerGait gait, WalkerBody body)
    {
        var (left, right) = (Risen(gait, gait.Left, gait.Right, body), Risen(gait, gait.Right, gait.Left, body));
        return gait with { Left = left, Right = right };
    }

    private static LegGait Risen(WalkerGait gait, LegGait leg, LegGait other, WalkerBody body)
    {
        var step = gait.StepMillimetres(other.Side);
        var both = Math.Max((leg.StanceShare * gait.StrideSeconds) - gait.StepSeconds(other.Side), 0);
        var touching = other.ContactPitch > 0 ? FootSole.Heel(body.FootScale, other.ContactPitch) : FootSole.Front(body.FootScale, other.ContactPitch);
        var (flat, ahead) = (-FootSole.Ball(body.FootScale, 0).Y, other.Ahead - TurnMillimetres);
        var atContact = Over(LegBones.Reach(body, other.ContactKnee), ahead) - touching.Y;
        var atFootOff = Over(LegBones.Reach(body, other.LoadingKnee), ahead - (gait.MillimetresPerSecond * both)) + flat;
        var behind = step - other.Ahead - TurnMillimetres;
        return leg with
        {
            HeelRisePitch = Math.Min(leg.HeelRisePitch, Pitch(body, behind, atContact, KneeAtContact)),
            FootOffPitch = Math.Min(leg.FootOffPitch, Pitch(body, behind + (gait.MillimetresPerSecond * both), atFootOff, KneeAtFootOff)),
        };
    }

    private static double Over(double reach, double ahead) => Math.Sqrt(Math.Max((reach * reach) - (ahead * ahead), 0));

    // The least that the heel must rise for a hip so far ahead of a flat foot's ankle and so high over the floor.
    private static double Pitch(WalkerBody body, double ahead, double high, double kneeDegrees)
    {
        var (reach, flat) = (LegBones.Reach(body, kneeDegrees), FootSole.Ball(body.FootScale, 0).X);
        for (var pitch = 0.0; pitch > SteepestDegrees; pitch--)
        {
            var touching = FootSole.Front(body.FootScale, pitch);
            var (x, y) = (ahead - flat - FootSole.Rolled(body.FootScale, pitch) + touching.X, high + touching.Y);
            if ((x * x) + (y * y) <= reach * reach)
            {
                return pitch;
            }
        }

        return SteepestDegrees;
    }
}
