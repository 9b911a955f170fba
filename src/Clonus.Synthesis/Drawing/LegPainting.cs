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
    private const int StickerCorners = 90;

    private static readonly Vector3 Shorts = Light.Colour(0x4A5260);
    private static readonly Vector3 Sleeve = Light.Colour(0xC9D3DB);
    private static readonly Vector3 ExaminerSkin = Light.Skin(SkinTone.III);

    private static readonly LimbProfile Thigh = new(
        (-800, 400),
        (-800, 110, -98), (-100, 98, -98), (0, 94, -97), (100, 90, -94), (200, 82, -84), (300, 68, -68), (370, 57, -57), (405, 49, -49), (434, 30, -32), (449, 2, -2));

    private static readonly LimbProfile ShortsProfile = new(
        (-800, 258),
        (-800, 118, -104), (-100, 106, -104), (0, 102, -104), (100, 98, -102), (180, 95, -97), (258, 90, -92), (263, 84, -86));

    private static readonly LimbProfile Shank = new(
        (0, 345),
        (-56, 2, -4), (-48, 28, -26), (-28, 47, -42), (0, 53, -51), (30, 51, -55), (60, 46, -61), (95, 44, -66), (140, 41, -63), (200, 37, -51),
        (260, 33, -40), (310, 32, -35), (345, 33, -35), (368, 26, -26), (381, 2, -2));

    private static readonly LimbProfile Foot = new(
        (-20, 186),
        (-58, -40, -46), (-55, -25, -57), (-49, -11, -66), (-42, 3, -71), (-34, 16, -74), (-22, 27, -76), (-8, 33, -74), (8, 34, -72), (24, 30, -70),
        (38, 21, -68), (54, 9, -67), (72, -2, -67), (95, -14, -70), (120, -25, -75), (148, -33, -76), (170, -38, -75), (186, -43, -71), (195, -51, -64),
        (199, -57, -59));

    // The examiner's hand, in the foot's axes: fingers behind the forefoot, palm under its ball, thumb beside the little toe.
    private static readonly (Place Root, Place Tip)[] Fingers =
        [(new(150, -95), new(152, -20)), (new(166, -95), new(171, -25)), (new(182, -95), new(190, -33))];

    private static readonly (Place Root, Place Tip) Palm = (new(116, -100), new(184, -96));
    private static readonly (Place Root, Place Tip) Thumb = (new(140, -102), new(181, -64));
    private static readonly Place Wrist = new(138, -116);

    // Where the examiner's elbow is, out of the picture: from the ankle.
    private static readonly Place LyingElbow = new(420, 70);
    private static readonly Place SittingElbow = new(430, 380);

    /// <summary>What moves little: thigh, clothes and shank with their stickers.</summary>
    public static Shape[] Leg(StretchScript script, LegPose pose)
    {
        var skin = Light.Skin(script.Scene.Subject.Skin);
        var thigh = Frame(script, pose, pose.Hip, pose.Knee);
        var shank = Frame(script, pose, pose.Knee, pose.Ankle);
        return
        [
            Skin(Thigh, thigh, skin), Cloth(ShortsProfile, thigh, Shorts), Skin(Shank, shank, skin),
            .. Discs(script, pose, landmark => landmark is Landmark.Hip or Landmark.Knee),
        ];
    }

    /// <summary>What moves fast and lies before the leg: foot and hand, their stickers, and an arm that reaches in.</summary>
    public static Shape[] FootAndHand(StretchScript script, LegPose pose, double timeSeconds) =>
    [
        .. Hand(script, pose, Light.Skin(script.Scene.Subject.Skin)),
        .. Discs(script, pose, landmark => landmark is not (Landmark.Hip or Landmark.Knee)),
        .. script.Scene.Subject.Occlusions
            .Select(occlusion => Arm.At(timeSeconds, occlusion, script)).OfType<Arm>()
            .Select(arm => ArmInFront(script, pose, arm)),
    ];

    private static IEnumerable<Shape> Hand(StretchScript script, LegPose pose, Vector3 skin)
    {
        var foot = Frame(script, pose, pose.Ankle, pose.Ankle + pose.FootDirection);
        var elbow = script.Staging.Ankle + (script.Staging.Posture == Posture.Lying ? LyingElbow : SittingElbow);
        var wrist = pose.OnFoot(Wrist.X, Wrist.Y);
        var length = (elbow - wrist).Length;
        var forearm = Frame(script, pose, wrist, elbow);
        return
        [
            .. Fingers.Select(finger => FootBar(script, pose, finger, 12, 9)),
            Skin(Foot, foot, skin),
            Skin(LimbProfile.Bar(length, 24, 44), forearm, ExaminerSkin),
            Cloth(new LimbProfile((95, length), (95, 38, -38), (100, 43, -43), (180, 50, -50), (length, 58, -58)), forearm, Sleeve),
            FootBar(script, pose, Palm, 25, 19),
            FootBar(script, pose, Thumb, 14, 10),
        ];
    }

    private static Shape FootBar(StretchScript script, LegPose pose, (Place Root, Place Tip) bar, double rootRadius, double tipRadius)
    {
        var (root, tip) = (pose.OnFoot(bar.Root.X, bar.Root.Y), pose.OnFoot(bar.Tip.X, bar.Tip.Y));
        return Skin(LimbProfile.Bar((tip - root).Length, rootRadius, tipRadius), Frame(script, pose, root, tip), ExaminerSkin);
    }

    private static IEnumerable<Shape> Discs(StretchScript script, LegPose pose, Func<Landmark, bool> wanted) =>
        script.Scene.Subject.Stickers.Where(sticker => wanted(sticker.Landmark)).Select(sticker => Disc(script, pose, sticker));

    private static Shape Disc(StretchScript script, LegPose pose, Sticker sticker)
    {
        var centre = pose.InPicture(sticker.Landmark, script.Staging);
        var radius = script.StickerDiameterPixels / 2;

        // The corners lie a little outside of the circle, so that the polygon has the disc's area.
        var corner = radius * Math.Sqrt(2 * Math.PI / StickerCorners / Math.Sin(2 * Math.PI / StickerCorners));
        var outline = new ImagePoint[StickerCorners];
        for (var i = 0; i < StickerCorners; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / StickerCorners);
            outline[i] = centre + new ImagePoint(corner * cos, corner * sin);
        }

        return new Shape(outline, new StickerShade(Light.Sticker(sticker.Colour), centre, radius));
    }

    private static Shape ArmInFront(StretchScript script, LegPose pose, Arm arm)
    {
        // The bar is as long as the room is high: its other end is always out of sight.
        var length = script.Staging.HeightPixels * 2 / script.Staging.PixelsPerMillimetre;
        return Cloth(LimbProfile.Bar(length, arm.RadiusMillimetres, arm.RadiusMillimetres), Frame(script, pose, arm.Tip, arm.Tip + new Place(0, -1)), Sleeve);
    }

    private static LimbFrame Frame(StretchScript script, LegPose pose, Place from, Place to) =>
        new(from, (to - from).Direction(), script.Staging, pose.CameraShift);

    private static Shape Skin(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, SkinGrain, SkinGrainMillimetres));

    private static Shape Cloth(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, ClothGrain, ClothGrainMillimetres));
}
