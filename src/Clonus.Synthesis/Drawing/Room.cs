using System.Collections.Immutable;
using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>What does not move: wall, floor, an examination couch with its paper and a cushion, or a chair; and things of the markers' colours.</summary>
internal static class Room
{
    private static readonly Vector3 Wall = Light.Colour(0xC9C8C0);
    private static readonly Vector3 Floor = Light.Colour(0x8E8A84);
    private static readonly Vector3 Skirting = Light.Colour(0x9D9B95);
    private static readonly Vector3 Vinyl = Light.Colour(0x5C6B78);
    private static readonly Vector3 VinylEdge = Light.Colour(0x46525D);
    private static readonly Vector3 Paper = Light.Colour(0xDDDEDC);
    private static readonly Vector3 Steel = Light.Colour(0x777B80);
    private static readonly Vector3 Cushion = Light.Colour(0xD5CFC6);

    // How much of white a wall has whose colour is a marker's.
    private const float WallPaleness = 0.35f;

    // Wide enough to leave the picture on every side, in millimetres.
    private const double Far = 3000;

    /// <summary>The room as a camera sees it that is held still, with all around it that the moving camera comes to see.</summary>
    public static Picture Paint(StretchScript script)
    {
        var box = RoomView.Box(script.Camera, script.Clock);
        if (script.Scene.Camera.Background is { } background)
        {
            return BackgroundPicture.Read(background, box);
        }

        var picture = new Picture(box);
        new Painter().Fill(picture, box, Shapes(script.Staging, script.Scene.Subject.Distractors, script.StickerDiameterPixels / script.Staging.PixelsPerMillimetre));
        return picture;
    }

    private static IEnumerable<Shape> Shapes(Staging staging, ImmutableArray<Distractor> distractors, double stickerMillimetres) =>
    [
        .. WallAndFloor(staging, Light.Distracting(distractors, DistractorKind.Wall) is { } tint ? Vector3.Lerp(tint, Vector3.One, WallPaleness) : Wall),
        .. Poster(staging, Light.Distracting(distractors, DistractorKind.Poster)),
        .. staging.Posture switch
        {
            Posture.Lying => LyingCouch(staging),
            Posture.Sitting => SittingCouch(staging),
            Posture.FootOnFloor => Chair(staging),
            _ => [],
        },
        .. Towel(staging, Light.Distracting(distractors, DistractorKind.Towel)),
        .. Blocks(staging, Light.Distracting(distractors, DistractorKind.Blocks), stickerMillimetres / 2),
    ];

    private static Shape[] WallAndFloor(Staging staging, Vector3 wall)
    {
        var floor = staging.Posture switch { Posture.Lying => 420.0, Posture.Sitting => 130.0, _ => 22.0 };
        return
        [
            Slab(staging, wall, -Far, -Far, Far, floor, 0.012, 40),
            Slab(staging, Skirting, -Far, floor - 45, Far, floor, 0.02, 20),
            Slab(staging, Floor, -Far, floor, Far, Far, 0.05, 9),
        ];
    }

    private static Shape[] Chair(Staging staging) =>
    [
        Slab(staging, Steel, -330, -235, -308, 66, 0.02, 10),
        Slab(staging, Steel, -150, -235, -128, 84, 0.02, 10),
        Slab(staging, VinylEdge, -Far, -252, -112, -222, 0.04, 4),
        Slab(staging, Vinyl, -Far, -262, -104, -238, 0.05, 4),
    ];

    // A sheet with a picture and lines of print, near the picture's upper edge.
    private static Shape[] Poster(Staging staging, Vector3? tint)
    {
        if (tint is not { } colour)
        {
            return [];
        }

        var corner = staging.Centre + new Place(0.06 * staging.WidthPixels / staging.PixelsPerMillimetre, -0.46 * staging.HeightPixels / staging.PixelsPerMillimetre);
        return
        [
            Slab(staging, Paper, corner.X, corner.Y, corner.X + 150, corner.Y + 105, 0.01, 20),
            Slab(staging, colour, corner.X + 10, corner.Y + 10, corner.X + 80, corner.Y + 70, 0.03, 12),
            Disc(staging, colour, corner + new Place(112, 38), 22),
            Slab(staging, VinylEdge, corner.X + 10, corner.Y + 82, corner.X + 130, corner.Y + 88, 0.1, 6),
        ];
    }

    private static Shape[] Towel(Staging staging, Vector3? tint)
    {
        if (tint is not { } colour)
        {
            return [];
        }

        var (left, top, right, bottom) = staging.Posture switch
        {
            Posture.Lying => (-265.0, 48.0, -70.0, 140.0),
            Posture.Sitting => (-190.0, -292.0, -98.0, -130.0),
            _ => (150.0, 70.0, 330.0, 118.0),
        };
        return [Slab(staging, colour, left, top, right, bottom, 0.12, 5), Slab(staging, colour * 0.8f, left, bottom - 16, right, bottom - 8, 0.12, 5)];
    }

    private static Shape[] Blocks(Staging staging, Vector3? tint, double radius)
    {
        if (tint is not { } colour)
        {
            return [];
        }

        var (width, height) = (staging.WidthPixels / staging.PixelsPerMillimetre, staging.HeightPixels / staging.PixelsPerMillimetre);
        Place At(double x, double y) => staging.Centre + new Place(x * width, y * height);
        Shape Block(Place at) => Slab(staging, colour, at.X - radius, at.Y - radius, at.X + radius, at.Y + radius, 0.03, 12);
        return [Disc(staging, colour, At(-0.42, -0.4), radius), Disc(staging, colour, At(0.4, 0.36), radius), Block(At(0.3, 0.41)), Block(At(-0.3, -0.35))];
    }

    private static Shape Disc(Staging staging, Vector3 tint, Place centre, double radius) =>
        MarkerPainting.Sticker(tint, MarkerPlace.Round(staging.ToPicture(centre), 2 * radius * staging.PixelsPerMillimetre));

    private static Shape[] LyingCouch(Staging staging) =>
    [
        Slab(staging, Steel, -900, 150, -80, 186, 0.02, 10),
        Slab(staging, VinylEdge, -Far, 66, -28, 154, 0.04, 4),
        Slab(staging, Vinyl, -Far, 62, -32, 118, 0.05, 4),
        Slab(staging, Paper, -Far, 57, -70, 74, 0.03, 7),
        Bolster(staging, Cushion, new Place(-290, 44), 150, 19),
    ];

    private static Shape[] SittingCouch(Staging staging) =>
    [
        Slab(staging, Steel, -300, -190, -255, 130, 0.02, 10),
        Slab(staging, VinylEdge, -Far, -278, -92, -186, 0.04, 4),
        Slab(staging, Vinyl, -Far, -282, -96, -222, 0.05, 4),
        Slab(staging, Paper, -Far, -286, -130, -270, 0.03, 7),
    ];

    private static Shape Slab(Staging staging, Vector3 tint, double left, double top, double right, double bottom, double grain, double grainMillimetres)
    {
        ImagePoint[] outline =
        [
            staging.ToPicture(new Place(left, top)), staging.ToPicture(new Place(right, top)),
            staging.ToPicture(new Place(right, bottom)), staging.ToPicture(new Place(left, bottom)),
        ];

        // A third of the light is lost over one metre downwards.
        var fall = 0.33 / (1000 * staging.PixelsPerMillimetre);
        return new Shape(outline, new SurfaceShade(tint, staging.ToPicture(new Place(0, -100)).Y, fall, grain, grainMillimetres * staging.PixelsPerMillimetre));
    }

    private static Shape Bolster(Staging staging, Vector3 tint, Place start, double length, double radius)
    {
        var bar = LimbProfile.Bar(length, radius, radius);
        var origin = staging.ToPicture(start);
        var frame = new LimbFrame(origin, staging.ToPicture(start + new Place(1, 0)) - origin, staging.ToPicture(start + new Place(0, -1)) - origin);
        return bar.Shape(frame, new LimbShade(tint, bar, frame, 0.05f, 4));
    }
}
