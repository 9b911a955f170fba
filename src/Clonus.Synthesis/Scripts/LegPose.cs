using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>The leg and the camera at one instant.</summary>
/// <param name="AngleDegrees">Of the ankle, positive in dorsiflexion.</param>
/// <param name="FootDirection">Unit vector from the heel to the toes, along the sole.</param>
/// <param name="CameraShift">What the camera's shake adds to every position in the picture, pixels.</param>
public sealed record LegPose(double AngleDegrees, Place Hip, Place Knee, Place Ankle, Place FootDirection, ImagePoint CameraShift)
{
    // Stickers on the foot, in the foot's own axes: along the sole, and from the sole towards the shin.
    // Heel and toe lie equally high over the sole, so that their line is square to the shank at 0 degrees.
    private static readonly (double Along, double Up) HeelSticker = (-34, -50);
    private static readonly (double Along, double Up) ToeSticker = (136, -50);

    // The knee gives way upwards and towards the hip when the foot is pushed, the ankle follows a little; a slow drift never stops.
    private static readonly Place KneePush = new(-0.45, -0.6);
    private static readonly Place AnklePush = new(-0.25, -0.2);
    private const double DriftShare = 0.35;
    private const double DriftFrequencyHz = 0.23;

    public static LegPose At(double timeSeconds, StretchScene scene, MotionPlan plan, Staging staging)
    {
        var motion = scene.Motion;
        var angle = plan.Angle.At(timeSeconds);
        var push = (angle - motion.RestDegrees) / motion.StretchDegrees * motion.KneeMotionMillimetres;
        var drift = Math.Sin(2 * Math.PI * DriftFrequencyHz * timeSeconds) * DriftShare * motion.KneeMotionMillimetres;
        var knee = staging.Knee + (KneePush * push) + new Place(0, drift);
        var ankle = staging.Ankle + (AnklePush * push);
        var foot = (ankle - knee).Direction().Turned(-90 - angle);
        return new LegPose(angle, staging.Hip, knee, ankle, foot, ShakeAt(timeSeconds, scene.Camera.Shake));
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

    public ImagePoint InPicture(Landmark landmark, Staging staging) => staging.ToPicture(Sticker(landmark)) + CameraShift;

    // Two frequencies that never meet again draw no line but fill a box, as a hand does.
    private static ImagePoint ShakeAt(double timeSeconds, CameraShake? shake) =>
        shake is null
            ? default
            : new ImagePoint(
                shake.Pixels * Math.Sin(2 * Math.PI * shake.FrequencyHz * timeSeconds),
                shake.Pixels * 0.7 * Math.Sin((2 * Math.PI * shake.FrequencyHz * 1.17 * timeSeconds) + 1));
}
