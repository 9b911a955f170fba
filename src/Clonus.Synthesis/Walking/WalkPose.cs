using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>One arm at one instant.</summary>
public sealed record WalkerArm(BodySide Side, Point3 Shoulder, Point3 Elbow, Point3 Wrist);

/// <summary>The walker at one instant.</summary>
/// <param name="PelvisDegrees">How far the right side of the pelvis is up.</param>
/// <param name="TrunkLeanDegrees">The line from hips to shoulders against the vertical, positive forward.</param>
public sealed record WalkPose(
    WalkerLeg Left, WalkerLeg Right, WalkerArm LeftArm, WalkerArm RightArm, Point3 Pelvis, Point3 Neck, double PelvisDegrees, double TrunkLeanDegrees)
{
    // At a stride of so many legs the arms swing as far as this, and no further.
    private const double FullSwingLegs = 1.55;
    private const double ArmSwingDegrees = 19;
    private const double ArmBackDegrees = -4;
    private const double ElbowDegrees = 24;
    private const double ElbowSwingDegrees = 9;

    internal const double ShoulderBelowNeck = 45;

    /// <summary>Where a recording has its markers at this instant; empty of a simulated walker, whose stickers are told from his body.</summary>
    internal ImmutableDictionary<MarkerName, Point3> Recorded { get; init; } = ImmutableDictionary<MarkerName, Point3>.Empty;

    public WalkerLeg Leg(BodySide side) => side == BodySide.Left ? Left : Right;

    public WalkerArm Arm(BodySide side) => side == BodySide.Left ? LeftArm : RightArm;

    /// <summary>The same walk with its way begun elsewhere.</summary>
    public WalkPose Ahead(double millimetres)
    {
        var by = Point3.Ahead * millimetres;
        WalkerLeg MovedLeg(WalkerLeg leg) => leg with { Hip = leg.Hip + by, Knee = leg.Knee + by, Ankle = leg.Ankle + by };
        WalkerArm MovedArm(WalkerArm arm) => arm with { Shoulder = arm.Shoulder + by, Elbow = arm.Elbow + by, Wrist = arm.Wrist + by };
        return this with
        {
            Left = MovedLeg(Left), Right = MovedLeg(Right), LeftArm = MovedArm(LeftArm), RightArm = MovedArm(RightArm), Pelvis = Pelvis + by, Neck = Neck + by,
            Recorded = Recorded.ToImmutableDictionary(marker => marker.Key, marker => marker.Value + by),
        };
    }

    internal static WalkPose Of(PelvisPose pelvis, WalkerLeg left, WalkerLeg right, WalkerGait gait, WalkerBody body)
    {
        var neck = pelvis.Middle + (Point3.Up.Pitched(-gait.TrunkLeanDegrees) * body.Trunk);
        return Of(pelvis.Middle, neck, left, right, pelvis.RightUpDegrees, gait.TrunkLeanDegrees, body);
    }

    /// <summary>With arms that swing as the legs do.</summary>
    internal static WalkPose Of(Point3 pelvis, Point3 neck, WalkerLeg left, WalkerLeg right, double pelvisDegrees, double trunkLeanDegrees, WalkerBody body)
    {
        // An arm swings with the other side's leg.
        var (apart, full) = (right.Ankle.X - left.Ankle.X, FullSwingLegs / 2 * body.Leg);
        return new WalkPose(
            left, right, Arm(BodySide.Left, apart / full, neck, body), Arm(BodySide.Right, -apart / full, neck, body), pelvis, neck, pelvisDegrees, trunkLeanDegrees);
    }

    private static WalkerArm Arm(BodySide side, double swing, Point3 neck, WalkerBody body)
    {
        var sign = side == BodySide.Right ? 1 : -1;
        var shoulder = neck + new Point3(0, -ShoulderBelowNeck, sign * body.ShoulderHalfWidth);
        var upper = ArmBackDegrees + (ArmSwingDegrees * swing);
        var lower = upper + ElbowDegrees + (ElbowSwingDegrees * swing);
        var hang = new Point3(0, -1, 0.08 * sign).Direction();
        var elbow = shoulder + (hang.Pitched(upper) * body.UpperArm);
        return new WalkerArm(side, shoulder, elbow, elbow + (hang.Pitched(lower) * body.Forearm));
    }
}
