using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>What does not move: wall, floor, examination couch with its paper, and a cushion under the calf.</summary>
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

    // Wide enough to leave the picture on every side, in millimetres.
    private const double Far = 3000;

    /// <summary>The room as a camera sees it that is held still.</summary>
    public static Picture Paint(StretchScript script)
    {
        var picture = new Picture(script.Staging.WidthPixels, script.Staging.HeightPixels);
        var painter = new Painter();
        foreach (var shape in Shapes(script.Staging))
        {
            painter.Fill(picture, picture.Box, shape);
        }

        return picture;
    }

    private static IEnumerable<Shape> Shapes(Staging staging) =>
        [.. WallAndFloor(staging), .. staging.Posture == Posture.Lying ? LyingCouch(staging) : SittingCouch(staging)];

    private static Shape[] WallAndFloor(Staging staging)
    {
        var floor = staging.Posture == Posture.Lying ? 420.0 : 130.0;
        return
        [
            Slab(staging, Wall, -Far, -Far, Far, floor, 0.012, 40),
            Slab(staging, Skirting, -Far, floor - 45, Far, floor, 0.02, 20),
            Slab(staging, Floor, -Far, floor, Far, Far, 0.05, 9),
        ];
    }

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
        var frame = new LimbFrame(start, new Place(1, 0), staging, default);
        return bar.Shape(frame, new LimbShade(tint, bar, frame, 0.05f, 4));
    }
}
