using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>One leg at one instant.</summary>
/// <param name="Outward">Unit vector away from the other leg.</param>
/// <param name="FootAhead">Unit vector from the heel to the toes, along the sole.</param>
/// <param name="Phase">0 at this foot's initial contact, 0 to 1.</param>
/// <param name="HipDegrees">Thigh against the vertical in the plane of walking, positive in flexion.</param>
/// <param name="KneeDegrees">Positive in flexion.</param>
/// <param name="AnkleDegrees">Positive in dorsiflexion, 0 where the sole is square to the shank.</param>
public sealed record WalkerLeg(
    BodySide Side, double Phase, Point3 Hip, Point3 Knee, Point3 Ankle, Point3 Outward, Point3 FootAhead, double FootScale, double HipDegrees, double KneeDegrees, double AnkleDegrees)
{
    public Point3 FootUp => FootAhead.Pitched(90);

    /// <summary>A place on the foot in its own axes from the ankle, in millimetres of a foot of 257: along the sole, up, and away from the other leg.</summary>
    public Point3 OnFoot(double along, double up, double outward) =>
        Ankle + (((FootAhead * along) + (FootUp * up) + (Outward * outward)) * FootScale);
}

/// <summary>One arm at one instant.</summary>
public sealed record WalkerArm(BodySide Side, Point3 Shoulder, Point3 Elbow, Point3 Wrist);

/// <summary>The walker at one instant.</summary>
public sealed record WalkPose(WalkerLeg Left, WalkerLeg Right, WalkerArm LeftArm, WalkerArm RightArm, Point3 Pelvis, Point3 Neck)
{
    /// <summary>The pelvis goes this far over the standing leg.</summary>
    internal const double SwayMillimetres = 18;

    // Where in the cycle of a leg the pelvis is furthest over it.
    private const double SwayPhase = 0.31;

    // A leg is hardly ever straighter than this share of its length, and never longer.
    private const double StraightShare = 0.9985;

    private const double TrunkLeanDegrees = 3;
    private const double ArmSwingDegrees = 19;
    private const double ArmBackDegrees = -4;
    private const double ElbowDegrees = 24;
    private const double ElbowSwingDegrees = 9;

    /// <summary>All that the walker does, by phase of the right leg; the left is half a cycle on.</summary>
    /// <param name="aheadMillimetres">Where the pelvis is along the way.</param>
    public static WalkPose At(double phase, double aheadMillimetres, WalkerBody body, LegCycle left, LegCycle right)
    {
        var sway = SwayMillimetres * Math.Cos(2 * Math.PI * (phase - SwayPhase));
        var pelvis = new Point3(aheadMillimetres, right.HipHeight(phase), sway);
        var trunk = Point3.Up.Pitched(-TrunkLeanDegrees);
        var neck = pelvis + (trunk * body.Trunk);
        return new WalkPose(
            Leg(BodySide.Left, phase + 0.5, pelvis, body, left), Leg(BodySide.Right, phase, pelvis, body, right),
            Arm(BodySide.Left, phase + 0.5, neck, body), Arm(BodySide.Right, phase, neck, body), pelvis, neck);
    }

    public WalkerLeg Leg(BodySide side) => side == BodySide.Left ? Left : Right;

    public WalkerArm Arm(BodySide side) => side == BodySide.Left ? LeftArm : RightArm;

    private static double Sign(BodySide side) => side == BodySide.Right ? 1 : -1;

    private static WalkerLeg Leg(BodySide side, double phase, Point3 pelvis, WalkerBody body, LegCycle cycle)
    {
        var hip = pelvis + (Point3.Right * (Sign(side) * body.HipHalfWidth));
        var (ahead, up) = cycle.Ankle(phase);
        var ankle = new Point3(hip.X + ahead, hip.Y + up, Sign(side) * body.StepWidth / 2);
        var axis = (ankle - hip).Direction();
        var reach = Reach((ankle - hip).Length, body.Leg);
        ankle = hip + (axis * reach);

        // The triangle of thigh, shank and reach: the knee lies ahead of the line from hip to ankle.
        var along = ((reach * reach) + (body.Thigh * body.Thigh) - (body.Shank * body.Shank)) / (2 * reach);
        var knee = hip + (axis * along) + (Point3.Ahead.Across(axis) * Math.Sqrt((body.Thigh * body.Thigh) - (along * along)));
        var pitch = cycle.FootPitchDegrees(phase);
        var (thigh, shank) = (AheadOfVertical(knee - hip), AheadOfVertical(ankle - knee));
        return new WalkerLeg(
            side, phase - Math.Floor(phase), hip, knee, ankle, (Point3.Right * Sign(side)).Across((ankle - knee).Direction()),
            Point3.Ahead.Pitched(pitch), body.FootScale, thigh, thigh - shank, pitch - shank);
    }

    // What is asked for, as far as the leg can reach; the limit comes gently.
    private static double Reach(double asked, double leg)
    {
        var (straight, left) = (StraightShare * leg, (1 - StraightShare) * leg);
        return asked <= straight ? asked : straight + (left * (1 - Math.Exp((straight - asked) / left)) * StraightShare);
    }

    private static double AheadOfVertical(Point3 down) => Math.Atan2(down.X, -down.Y) * 180 / Math.PI;

    // An arm swings with the other side's leg: it is furthest ahead when that foot comes down, half a cycle after its own.
    private static WalkerArm Arm(BodySide side, double phase, Point3 neck, WalkerBody body)
    {
        var swing = -Math.Cos(2 * Math.PI * phase);
        var shoulder = neck + new Point3(0, -45, Sign(side) * body.ShoulderHalfWidth);
        var upper = ArmBackDegrees + (ArmSwingDegrees * swing);
        var lower = upper + ElbowDegrees + (ElbowSwingDegrees * swing);
        var hang = new Point3(0, -1, 0.08 * Sign(side)).Direction();
        var elbow = shoulder + (hang.Pitched(upper) * body.UpperArm);
        return new WalkerArm(side, shoulder, elbow, elbow + (hang.Pitched(lower) * body.Forearm));
    }
}
