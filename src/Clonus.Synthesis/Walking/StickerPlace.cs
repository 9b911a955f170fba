using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>Where a flat round sticker is on the body and which way it faces: on the side of the limb that the view shows.</summary>
/// <param name="Facing">Unit vector away from the skin.</param>
public readonly record struct StickerPlace(Point3 Centre, Point3 Facing)
{
    // Millimetres from the joint's axis to the skin, sideways; and to the front and the back.
    private const double TrochanterOut = 78;
    private const double ShoulderOut = 58;
    internal const double KneeOut = 52;
    internal const double AnkleOut = 38;
    private const double FootOut = 40;
    private static readonly (double Ahead, double Up) HipFront = (95, 70);
    private static readonly (double Ahead, double Up) HipBack = (-120, 60);
    private const double KneeFront = 58;
    private const double KneeBack = -52;
    private const double AnkleFront = 50;
    private const double AnkleBack = -44;
    private const double AnkleUp = 40;
    private const double ShoulderDepth = 70;

    // On the foot, in its axes. From the side heel and toe lie equally high over the sole, so that their line is square to the shank at 0 degrees.
    internal static readonly (double Along, double Up) HeelSide = (-34, -50);
    internal static readonly (double Along, double Up) ToeSide = (120, -50);
    private static readonly (double Along, double Up) HeelBack = (-62, -46);
    private static readonly (double Along, double Up) ToeFront = (118, -24);

    // The instep slopes down to the toes.
    private const double InstepDegrees = 62;

    public static StickerPlace Of(BodySide side, Landmark landmark, WalkPose pose, WalkSubject subject, WalkerBody body)
    {
        var leg = pose.Leg(side);
        if (subject.View != WalkView.Side)
        {
            return Across(landmark, leg, pose, subject.View == WalkView.Front ? 1 : -1);
        }

        // The far leg shows its inner side.
        return Beside(landmark, leg, pose, body, side == subject.WalksTo ? 1 : -1);
    }

    /// <summary>Where motion capture puts it: on the outer side of the limb.</summary>
    public static StickerPlace Lateral(BodySide side, Landmark landmark, WalkPose pose, WalkerBody body) => Beside(landmark, pose.Leg(side), pose, body, 1);

    /// <param name="towards">1 on the outer side of the limb, -1 on the inner.</param>
    private static StickerPlace Beside(Landmark landmark, WalkerLeg leg, WalkPose pose, WalkerBody body, int towards)
    {
        var outward = leg.Outward * towards;
        var level = Point3.Right * ((leg.Side == BodySide.Right ? 1 : -1) * towards);
        return landmark switch
        {
            Landmark.Shoulder => new(pose.Arm(leg.Side).Shoulder + (level * ShoulderOut), level),
            Landmark.Hip => new(leg.Hip + (level * (TrochanterOut * body.Stature / 1750)), level),
            Landmark.Knee => new(leg.Knee + (outward * KneeOut), outward),
            Landmark.Ankle => new(leg.Ankle + (outward * AnkleOut), outward),
            Landmark.Heel => new(leg.OnFoot(HeelSide.Along, HeelSide.Up, FootOut * towards), outward),
            Landmark.Toe => new(leg.OnFoot(ToeSide.Along, ToeSide.Up, FootOut * towards), outward),
            _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "a walker has no such sticker"),
        };
    }

    /// <param name="ahead">1 on the front of the body, -1 on its back.</param>
    private static StickerPlace Across(Landmark landmark, WalkerLeg leg, WalkPose pose, int ahead)
    {
        var (front, forward) = (ahead > 0, Point3.Ahead * ahead);
        var shin = Point3.Ahead.Across((leg.Ankle - leg.Knee).Direction());
        var knee = (shin + Point3.Ahead.Across((leg.Knee - leg.Hip).Direction())).Direction();
        var hip = front ? HipFront : HipBack;
        return landmark switch
        {
            Landmark.Shoulder => new(pose.Arm(leg.Side).Shoulder + (forward * ShoulderDepth), forward),
            Landmark.Hip => new(leg.Hip + new Point3(hip.Ahead, hip.Up, 0), forward),
            Landmark.Knee => new(leg.Knee + (knee * (front ? KneeFront : KneeBack)), knee * ahead),
            Landmark.Ankle => new(leg.Ankle + (shin * (front ? AnkleFront : AnkleBack)) + ((leg.Knee - leg.Ankle).Direction() * AnkleUp), shin * ahead),
            Landmark.Heel => new(leg.OnFoot(HeelBack.Along, HeelBack.Up, 0), leg.FootAhead * -1),
            Landmark.Toe => new(leg.OnFoot(ToeFront.Along, ToeFront.Up, 0), leg.FootAhead.Pitched(InstepDegrees)),
            _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "a walker has no such sticker"),
        };
    }
}
