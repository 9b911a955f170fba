using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>The leg and the camera at one instant.</summary>
/// <param name="AngleDegrees">Of the ankle, positive in dorsiflexion.</param>
/// <param name="FootDirection">Unit vector from the heel to the toes, along the sole.</param>
/// <param name="Camera">How the camera stands, against one that is held still.</param>
public sealed record LegPose(double AngleDegrees, Place Hip, Place Knee, Place Ankle, Place FootDirection, CameraPose Camera)
{
    // Stickers on the foot, in the foot's own axes: along the sole, and from the sole towards the shin.
    // Heel and toe lie equally high over the sole, so that their line is square to the shank at 0 degrees.
    private static readonly (double Along, double Up) HeelSticker = (-34, -50);
    private static readonly (double Along, double Up) ToeSticker = (136, -50);

    // The knee gives way upwards and towards the hip when the foot is pushed, the ankle follows a little; a slow drift never stops.
    private static readonly Place KneePush = new(-0.45, -0.6);
    private static readonly Place AnklePush = new(-0.25, -0.2);

    // The ball of the foot, on its sole, and behind it the heel's edge. A foot whose forefoot rises stands on the heel within this turn.
    private static readonly (double Along, double Up) BallOnFoot = (130, -78);
    private const double HeelAlong = -50;
    private const double RollDegrees = 1;

    // The thigh over a foot on the floor: bent against the line from knee to ball, so that the knee gives way to the front; and from level, falling to the knee.
    private const double StandingFlexDegrees = 10;
    private const double ChairThighDegrees = 1;

    // The leg behind.
    private static readonly Place OtherLying = new(-58, -72);
    private static readonly Place OtherHanging = new(88, -22);
    private static readonly Place OtherOnChair = new(105, -24);
    private static readonly Place OtherStanding = new(-95, -24);
    private const double OtherOnCouchDegrees = -24;
    private const double OtherOnFloorDegrees = 2;

    private const double DriftShare = 0.35;
    private const double DriftFrequencyHz = 0.23;

    public static LegPose At(double timeSeconds, StretchScene scene, MotionPlan plan, Staging staging, CameraMotion camera)
    {
        var motion = scene.Motion;
        var angle = plan.Angle.At(timeSeconds);
        var drift = Math.Sin(2 * Math.PI * DriftFrequencyHz * timeSeconds) * DriftShare * motion.KneeMotionMillimetres;
        if (staging.Ball is { } ball)
        {
            return OnFloor(angle, scene.FlatDegrees, HipOverFloor(staging.Posture, ball, scene.FlatDegrees) + new Place(drift, 0), ball, camera.At(timeSeconds));
        }

        var push = (angle - scene.RestDegrees) / motion.StretchDegrees * motion.KneeMotionMillimetres;
        var knee = staging.Knee + (KneePush * push) + new Place(0, drift);
        var ankle = staging.Ankle + (AnklePush * push);
        var foot = (ankle - knee).Direction().Turned(-90 - angle);
        return new LegPose(angle, staging.Hip, knee, ankle, foot, camera.At(timeSeconds));
    }

    /// <summary>The leg behind, which keeps still: the camera looks down a little, so that it is seen higher, and a step aside.</summary>
    public static LegPose Other(Staging staging, CameraPose camera)
    {
        if (staging.Ball is { } ball)
        {
            var step = staging.Posture == Posture.Standing ? OtherStanding : OtherOnChair;
            return OnFloor(OtherOnFloorDegrees, OtherOnFloorDegrees, HipOverFloor(staging.Posture, ball, OtherOnFloorDegrees) + step, ball + step, camera);
        }

        var aside = staging.Posture == Posture.Lying ? OtherLying : OtherHanging;
        var (knee, ankle) = (staging.Knee + aside, staging.Ankle + aside);
        return new LegPose(OtherOnCouchDegrees, staging.Hip + aside, knee, ankle, (ankle - knee).Direction().Turned(-90 - OtherOnCouchDegrees), camera);
    }

    /// <summary>Where the hip is so that the whole sole is on the floor at this angle of the ankle, which lies at the origin then.</summary>
    private static Place HipOverFloor(Posture posture, Place ball, double flatDegrees)
    {
        var knee = new Place(0, -1).Turned(flatDegrees) * Staging.ShankMillimetres;
        var thigh = posture == Posture.Standing ? (ball - knee).Direction().Turned(-StandingFlexDegrees) : new Place(1, 0).Turned(ChairThighDegrees);
        return knee - (thigh * Staging.ThighMillimetres);
    }

    /// <summary>
    /// Shank and foot are one piece at this angle, hung between the hip's circle and what stands on the floor: the ball of the foot, or the heel where the
    /// angle is beyond the flat foot's. The knee lies on the toes' side.
    /// </summary>
    private static LegPose OnFloor(double angleDegrees, double flatDegrees, Place hip, Place ball, CameraPose camera)
    {
        var along = BallOnFoot.Along + ((HeelAlong - BallOnFoot.Along) * Math.Clamp((angleDegrees - flatDegrees) / RollDegrees, 0, 1));
        var stand = ball + new Place(along - BallOnFoot.Along, 0);

        // The piece with its shank along x: where it stands, from its knee.
        var foot = new Place(1, 0).Turned(-90 - angleDegrees);
        var piece = new Place(Staging.ShankMillimetres, 0) + (foot * along) + (foot.Turned(-90) * BallOnFoot.Up);
        var (span, reach, thigh) = ((stand - hip).Length, piece.Length, Staging.ThighMillimetres);
        var atHip = Math.Acos(Math.Clamp(((span * span) + (thigh * thigh) - (reach * reach)) / (2 * span * thigh), -1, 1)) * 180 / Math.PI;
        var knee = hip + ((stand - hip).Direction().Turned(-atHip) * thigh);
        var turn = (Math.Atan2(stand.Y - knee.Y, stand.X - knee.X) - Math.Atan2(piece.Y, piece.X)) * 180 / Math.PI;
        return new LegPose(angleDegrees, hip, knee, knee + (new Place(1, 0).Turned(turn) * Staging.ShankMillimetres), foot.Turned(turn), camera);
    }

    /// <summary>The place of a point given in the foot's axes.</summary>
    public Place OnFoot(double along, double up) => Ankle + (FootDirection * along) + (FootDirection.Turned(-90) * up);

    public Place Sticker(Landmark landmark) => landmark switch
    {
        Landmark.Hip => Hip,
        Landmark.Knee => Knee,
        Landmark.Ankle => Ankle,
        Landmark.Heel => OnFoot(HeelSticker.Along, HeelSticker.Up),
        Landmark.Toe => OnFoot(ToeSticker.Along, ToeSticker.Up),
        _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "a stretched leg has no such sticker"),
    };

    public ImagePoint InPicture(Landmark landmark, Staging staging) => Camera.Apply(staging.ToPicture(Sticker(landmark)));
}
