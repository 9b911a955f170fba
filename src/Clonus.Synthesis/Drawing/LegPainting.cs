using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>All that moves, at one instant, from back to front.</summary>
internal static class LegPainting
{
    private const float SkinGrain = 0.035f;
    private const float SkinGrainMillimetres = 6;
    private const float ClothGrain = 0.10f;
    private const float ClothGrainMillimetres = 3;

    private static readonly Vector3 Shorts = Light.Colour(0x4A5260);
    private static readonly Vector3 Sleeve = Light.Colour(0xC9D3DB);
    private static readonly Vector3 ExaminerSkin = Light.Skin(SkinTone.III);

    // The examiner's hand, in the foot's axes: fingers behind the forefoot, palm under its ball, thumb beside the little toe.
    private static readonly (Place Root, Place Tip)[] Fingers =
        [(new(150, -95), new(152, -20)), (new(166, -95), new(171, -25)), (new(182, -95), new(190, -33))];

    private static readonly (Place Root, Place Tip) Palm = (new(116, -100), new(184, -96));
    private static readonly (Place Root, Place Tip) Thumb = (new(140, -102), new(181, -64));
    private static readonly Place Wrist = new(138, -116);

    // Where the examiner's elbow is, out of the picture: from the ankle.
    private static readonly Place LyingElbow = new(420, 70);
    private static readonly Place SittingElbow = new(430, 380);

    /// <summary>The leg behind, with its stickers.</summary>
    public static Shape[] Other(StretchScript script, CameraPose camera)
    {
        if (script.OtherLeg == OtherLeg.None)
        {
            return [];
        }

        var (pose, skin) = (LegPose.Other(script.Staging, camera), Light.Skin(script.Scene.Subject.Skin));
        var foot = Skin(LegProfiles.Foot, Frame(script, pose, pose.Ankle, pose.Ankle + pose.FootDirection), skin);
        return [.. Limb(script, pose, skin), foot, .. script.Scene.Subject.OtherStickers.SelectMany(sticker => Marker(script, pose, sticker))];
    }

    /// <summary>What moves little: thigh, clothes and shank with their stickers.</summary>
    public static Shape[] Leg(StretchScript script, LegPose pose)
    {
        var skin = Light.Skin(script.Scene.Subject.Skin);
        return [.. Limb(script, pose, skin), .. Discs(script, pose, landmark => landmark is Landmark.Hip or Landmark.Knee)];
    }

    /// <summary>What moves fast and lies before the leg: foot and hand, their stickers, and an arm that reaches in.</summary>
    public static Shape[] FootAndHand(StretchScript script, LegPose pose, double timeSeconds) =>
    [
        .. Hand(script, pose, Light.Skin(script.Scene.Subject.Skin)),
        .. Discs(script, pose, landmark => landmark is not (Landmark.Hip or Landmark.Knee)),
        .. Arms(script, pose, timeSeconds),
    ];

    /// <summary>The arms that reach in at this instant, before all else.</summary>
    public static IEnumerable<Shape> Arms(StretchScript script, LegPose pose, double timeSeconds) => script.Scene.Subject.Occlusions
        .Select(occlusion => Arm.At(timeSeconds, occlusion, script)).OfType<Arm>()
        .Select(arm => ArmInFront(script, pose, arm));

    private static Shape[] Limb(StretchScript script, LegPose pose, Vector3 skin)
    {
        var thigh = Frame(script, pose, pose.Hip, pose.Knee);
        var shorts = Light.Distracting(script.Scene.Subject.Distractors, DistractorKind.Shorts) ?? Shorts;
        return [Skin(LegProfiles.Thigh, thigh, skin), Cloth(LegProfiles.Shorts, thigh, shorts), Skin(LegProfiles.Shank, Frame(script, pose, pose.Knee, pose.Ankle), skin)];
    }

    private static IEnumerable<Shape> Hand(StretchScript script, LegPose pose, Vector3 skin)
    {
        var foot = Skin(LegProfiles.Foot, Frame(script, pose, pose.Ankle, pose.Ankle + pose.FootDirection), skin);
        if (script.Staging.Ball is not null || !script.Scene.HasExaminer)
        {
            return [foot];
        }

        var elbow = script.Staging.Ankle + (script.Staging.Posture == Posture.Lying ? LyingElbow : SittingElbow);
        var wrist = pose.OnFoot(Wrist.X, Wrist.Y);
        var length = (elbow - wrist).Length;
        var forearm = Frame(script, pose, wrist, elbow);
        var glove = Light.Distracting(script.Scene.Subject.Distractors, DistractorKind.Glove) ?? ExaminerSkin;
        return
        [
            .. Fingers.Select(finger => FootBar(script, pose, finger, 12, 9, glove)),
            foot,
            Skin(LimbProfile.Bar(length, 24, 44), forearm, glove),
            Cloth(new LimbProfile((95, length), (95, 38, -38), (100, 43, -43), (180, 50, -50), (length, 58, -58)), forearm, Sleeve),
            FootBar(script, pose, Palm, 25, 19, glove),
            FootBar(script, pose, Thumb, 14, 10, glove),
        ];
    }

    private static Shape FootBar(StretchScript script, LegPose pose, (Place Root, Place Tip) bar, double rootRadius, double tipRadius, Vector3 tint)
    {
        var (root, tip) = (pose.OnFoot(bar.Root.X, bar.Root.Y), pose.OnFoot(bar.Tip.X, bar.Tip.Y));
        return Skin(LimbProfile.Bar((tip - root).Length, rootRadius, tipRadius), Frame(script, pose, root, tip), tint);
    }

    private static IEnumerable<Shape> Discs(StretchScript script, LegPose pose, Func<Landmark, bool> wanted) =>
        script.Scene.Subject.Stickers.Where(sticker => wanted(sticker.Landmark)).SelectMany(sticker => Marker(script, pose, sticker));

    private static Shape[] Marker(StretchScript script, LegPose pose, Sticker sticker) => MarkerPainting.Shapes(
        sticker.Colour, sticker.Tag, MarkerPlace.Round(pose.InPicture(sticker.Landmark, script.Staging), script.StickerDiameterPixels * pose.Camera.Scale));

    private static Shape ArmInFront(StretchScript script, LegPose pose, Arm arm)
    {
        // The bar is as long as the room is high: its other end is always out of sight.
        var length = script.Staging.HeightPixels * 2 / script.Staging.PixelsPerMillimetre;
        return Cloth(LimbProfile.Bar(length, arm.RadiusMillimetres, arm.RadiusMillimetres), Frame(script, pose, arm.Tip, arm.Tip + new Place(0, -1)), Sleeve);
    }

    private static LimbFrame Frame(StretchScript script, LegPose pose, Place from, Place to)
    {
        ImagePoint Seen(Place place) => pose.Camera.Apply(script.Staging.ToPicture(place));
        var (origin, direction) = (Seen(from), (to - from).Direction());
        return new LimbFrame(origin, Seen(from + direction) - origin, Seen(from + direction.Turned(-90)) - origin);
    }

    private static Shape Skin(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, SkinGrain, SkinGrainMillimetres));

    private static Shape Cloth(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, ClothGrain, ClothGrainMillimetres));
}
