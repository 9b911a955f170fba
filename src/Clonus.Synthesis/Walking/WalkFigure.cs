using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A shape of the walker and, where it is a sticker, which.</summary>
internal readonly record struct FigurePart(Shape Shape, WalkSticker? Sticker);

/// <summary>The walker at one instant as shapes, from back to front: what hides a sticker is what is painted over it.</summary>
internal sealed class WalkFigure
{
    // A sticker seen more from its edge than this is a line: not drawn, and hidden in truth.
    private const double LeastFacing = 0.2;

    private const float SkinGrain = 0.035f;
    private const float SkinGrainMillimetres = 6;
    private const float ClothGrain = 0.08f;
    private const float ClothGrainMillimetres = 5;

    private const double ProfileStatureMillimetres = 1750;
    private const double HairRadius = 74;
    private const double PelvisDepth = 200;

    // Toes that hang down under a lifted foot are so much of the sole's height over the floor.
    private const double ToesHang = 0.5;

    private static readonly Vector3[] ShirtColours = [Light.Colour(0xB9BEC6), Light.Colour(0x5E6672), Light.Colour(0xE4E2DC), Light.Colour(0x6D7E93), Light.Colour(0x8A7F75)];
    private static readonly Vector3[] TrouserColours = [Light.Colour(0x3C4250), Light.Colour(0x2E2F33), Light.Colour(0x59636E), Light.Colour(0x4B4640), Light.Colour(0x77716A)];
    private static readonly Vector3[] HairColours = [Light.Colour(0x2A211B), Light.Colour(0x5A4632), Light.Colour(0x8C8680), Light.Colour(0x16130F)];
    private static readonly Vector3 Shoe = Light.Colour(0x34343A);

    private readonly FilmedWalk _script;
    private readonly double _girth;
    private readonly Vector3 _skin;
    private readonly Vector3 _shirt;
    private readonly Vector3 _trousers;
    private readonly Vector3 _hair;

    public WalkFigure(FilmedWalk script)
    {
        _script = script;
        var random = new SeededRandom(script.Scene.Seed, "clothes");
        Vector3 OneOf(Vector3[] colours) => colours[(int)(random.NextBits() % (ulong)colours.Length)];
        (_shirt, _trousers, _hair) = (OneOf(ShirtColours), OneOf(TrouserColours), OneOf(HairColours));
        _skin = Light.Skin(script.Scene.Subject.Skin);
        _girth = script.Body.Stature / ProfileStatureMillimetres;
    }

    /// <param name="pose">Null while nothing is known of the walker: then nothing of him is seen.</param>
    public FigurePart[] At(WalkPose? pose, CameraPose camera)
    {
        if (pose is null)
        {
            return [];
        }

        var lens = new WalkLens(_script.Staging, camera);
        (Point3 Middle, IEnumerable<FigurePart> Parts)[] groups =
        [
            FromSide ? ((pose.Pelvis + pose.Neck) * 0.5, Plain(Trunk(pose, lens))) : TrunkBeforeLegs(pose, lens),
            .. new[] { pose.Left, pose.Right }.Select(leg => ((leg.Hip + leg.Knee + leg.Ankle) * (1.0 / 3), Leg(leg, pose, lens))),
            .. new[] { pose.LeftArm, pose.RightArm }.Select(arm => ((arm.Elbow + arm.Wrist) * 0.5, Arm(arm, pose, lens))),
        ];

        // By their distance over the floor: a camera that looks down is nearer to all that is high, and still sees the near leg before the trunk.
        var level = new Point3(_script.Staging.Away.X, 0, _script.Staging.Away.Z);
        return [.. groups.OrderByDescending(group => group.Middle.Dot(level)).SelectMany(group => group.Parts)];
    }

    private bool FromSide => _script.Scene.Subject.View == WalkView.Side;

    private IEnumerable<Shape> Trunk(WalkPose pose, WalkLens lens)
    {
        var (pelvis, trunk) = FromSide ? (WalkerProfiles.PelvisFromSide, WalkerProfiles.TrunkFromSide) : (WalkerProfiles.PelvisFromFront, WalkerProfiles.TrunkFromFront);
        var frame = lens.Limb(pose.Pelvis, pose.Neck, WalkerProfiles.TrunkMillimetres, FromSide ? Point3.Ahead : Point3.Right, _girth);
        var up = (pose.Neck - pose.Pelvis).Direction() * _girth;
        Point3 Head(double along, double ahead) => pose.Neck + (up * along) + (Point3.Ahead * (ahead * _girth));
        var hair = _script.Scene.Subject.View switch { WalkView.Front => -40, WalkView.Back => -20, _ => -28 };
        Shape[] head = [Tube(lens, Head(75, 22), 74, Head(150, 14), 88, _skin), Tube(lens, Head(145, hair), HairRadius, Head(206, hair * 0.6), HairRadius, _hair)];
        return
        [
            Cloth(pelvis, frame, _trousers), Tube(lens, Head(-30, 0), 62, Head(70, 8), 52, _skin), Cloth(trunk, frame, _shirt),
            .. _script.Scene.Subject.View == WalkView.Front ? head.Reverse() : head,
        ];
    }

    // From front and back the trunk ends before the thighs, and the hips' stickers are on it.
    private (Point3 Middle, IEnumerable<FigurePart> Parts) TrunkBeforeLegs(WalkPose pose, WalkLens lens) => (
        pose.Pelvis + ((_script.Staging.Position - pose.Pelvis).Direction() * PelvisDepth),
        [
            .. Plain(Trunk(pose, lens)),
            .. new[] { BodySide.Left, BodySide.Right }.SelectMany(side => Stickers(side, pose, lens, sticker => sticker.Landmark == Landmark.Hip)),
        ]);

    private IEnumerable<FigurePart> Leg(WalkerLeg leg, WalkPose pose, WalkLens lens)
    {
        var upper = FromSide ? Point3.Ahead : leg.Outward;
        var thigh = lens.Limb(leg.Hip, leg.Knee, WalkerProfiles.ThighMillimetres, upper, _girth);
        var shank = lens.Limb(leg.Knee, leg.Ankle, WalkerProfiles.ShankMillimetres, upper, _girth);
        var shod = _script.Scene.Subject.Clothes == WalkClothes.Trousers;
        Shape[] parts = shod
            ? [.. Foot(leg, lens, Shoe), Cloth(WalkerProfiles.TrouserShank, shank, _trousers), Cloth(WalkerProfiles.TrouserThigh, thigh, _trousers)]
            : [Skin(WalkerProfiles.Thigh, thigh), Cloth(WalkerProfiles.Shorts, thigh, _trousers), Skin(LegProfiles.Shank, shank), .. Foot(leg, lens, _skin)];
        return [.. Plain(parts), .. Stickers(leg.Side, pose, lens, sticker => sticker.Landmark != Landmark.Shoulder && (FromSide || sticker.Landmark != Landmark.Hip))];
    }

    // The toes lie on the floor while the foot rolls over them, and stretch again as it lifts them.
    private IEnumerable<Shape> Foot(WalkerLeg leg, WalkLens lens, Vector3 tint)
    {
        var joint = leg.OnFoot(130, -58, 0);
        var length = 67 * leg.FootScale;
        var tip = (15 * leg.FootScale) + (ToesHang * Math.Max(leg.Front.Y, 0));
        var level = Math.Asin(Math.Clamp((tip - joint.Y) / length, -1, 1)) * 180 / Math.PI;
        var pitch = Math.Atan2(leg.FootAhead.Y, leg.FootAhead.X) * 180 / Math.PI;
        var toes = Point3.Ahead.Pitched(Math.Max(pitch, level));
        if (FromSide)
        {
            return
            [
                Skin(WalkerProfiles.Toes, lens.Limb(joint, joint + (toes * length), 67, toes.Pitched(90), leg.FootScale), tint),
                Skin(WalkerProfiles.RearFoot, lens.Limb(leg.Ankle, leg.OnFoot(130, 0, 0), 130, leg.FootUp, leg.FootScale), tint),
            ];
        }

        // From front and back: heel, instep and toes, the nearest last.
        Shape[] tubes =
        [
            Tube(lens, leg.OnFoot(-22, -46, 0), 31, leg.OnFoot(10, -20, 0), 36, tint),
            Tube(lens, leg.OnFoot(0, -18, 0), 36, leg.OnFoot(112, -47, 6), 30, tint),
            Tube(lens, leg.OnFoot(100, -52, 14), 26, joint + (toes * (0.8 * length)), 20, tint),
            Tube(lens, leg.OnFoot(100, -52, -14), 26, joint + (toes * (0.8 * length)), 20, tint),
        ];
        return _script.Scene.Subject.View == WalkView.Front ? tubes : tubes.Reverse();
    }

    private IEnumerable<FigurePart> Arm(WalkerArm arm, WalkPose pose, WalkLens lens)
    {
        var hand = arm.Wrist + ((arm.Wrist - arm.Elbow).Direction() * (85 * _girth));
        var sleeve = arm.Shoulder + ((arm.Elbow - arm.Shoulder) * 0.62);
        Shape[] parts =
        [
            Tube(lens, arm.Wrist, 26, hand, 25, _skin), Tube(lens, arm.Elbow, 39, arm.Wrist, 27, _skin), Tube(lens, sleeve, 44, arm.Elbow, 39, _skin),
            lens.Tube(arm.Shoulder, 58 * _girth, sleeve, 53 * _girth, _shirt, ClothGrain, ClothGrainMillimetres),
        ];
        return [.. Plain(parts), .. Stickers(arm.Side, pose, lens, sticker => sticker.Landmark == Landmark.Shoulder)];
    }

    private IEnumerable<FigurePart> Stickers(BodySide side, WalkPose pose, WalkLens lens, Func<WalkSticker, bool> wanted)
    {
        foreach (var sticker in _script.Stickers.Where(sticker => sticker.Side == side && wanted(sticker)))
        {
            if (_script.Place(sticker, pose) is { } place && lens.Facing(place) > LeastFacing)
            {
                var disc = lens.Disc(place, _script.Scene.Subject.StickerMillimetres / 2);
                foreach (var shape in MarkerPainting.Shapes(sticker.Colour, sticker.Sticker.Tag, disc))
                {
                    yield return new FigurePart(shape, sticker);
                }
            }
        }
    }

    private static IEnumerable<FigurePart> Plain(IEnumerable<Shape> shapes) => shapes.Select(shape => new FigurePart(shape, null));

    private Shape Tube(WalkLens lens, Point3 from, double fromRadius, Point3 to, double toRadius, Vector3 tint) =>
        lens.Tube(from, fromRadius * _girth, to, toRadius * _girth, tint, SkinGrain, SkinGrainMillimetres);

    private Shape Skin(LimbProfile profile, LimbFrame frame) => Skin(profile, frame, _skin);

    private static Shape Skin(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, SkinGrain, SkinGrainMillimetres));

    private static Shape Cloth(LimbProfile profile, LimbFrame frame, Vector3 tint) =>
        profile.Shape(frame, new LimbShade(tint, profile, frame, ClothGrain, ClothGrainMillimetres));
}
