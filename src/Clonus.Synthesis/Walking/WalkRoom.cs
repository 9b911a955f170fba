using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Encoding;

namespace Clonus.Synthesis.Walking;

/// <summary>The room that is walked in: a floor with a mat along the way, a wall with a door, a window and a notice, or a treadmill.</summary>
internal static class WalkRoom
{
    private static readonly Vector3 Wall = Light.Colour(0xC6C7C2);
    private static readonly Vector3 Skirting = Light.Colour(0x9A9890);
    private static readonly Vector3 Floor = Light.Colour(0x918B82);
    private static readonly Vector3 Mat = Light.Colour(0x5F6A70);
    private static readonly Vector3 Belt = Light.Colour(0x2F3134);
    private static readonly Vector3 Deck = Light.Colour(0x6B6F74);
    private static readonly Vector3 Door = Light.Colour(0xA58F74);
    private static readonly Vector3 Frame = Light.Colour(0x7C7368);
    private static readonly Vector3 Window = Light.Colour(0xDDE6EA);
    private static readonly Vector3 Notice = Light.Colour(0xE8E6DC);
    private static readonly Vector3 Print = Light.Colour(0x6F747A);

    // From the walker's way to the wall behind it, and how far the room goes on to both sides.
    private const double WallMillimetres = 1900;
    private const double FarMillimetres = 15000;

    // No plane may come nearer to the camera than this: what is nearer lies below the picture.
    private const double NearestDepth = 400;

    /// <summary>The room as a camera sees it that is held still, with all around it that the moving camera comes to see.</summary>
    public static Picture Paint(FilmedWalk script)
    {
        var box = RoomView.Box(script.Camera, script.Clock);
        if (script.Scene.Camera.Background is { } background)
        {
            return BackgroundPicture.Read(background, box);
        }

        var picture = new Picture(box);
        new Painter().Fill(picture, box, Shapes(script));
        return picture;
    }

    private static IEnumerable<Shape> Shapes(FilmedWalk script)
    {
        var staging = script.Staging;
        var level = new Point3(staging.Away.X, 0, staging.Away.Z).Direction();
        var (right, foot) = (staging.PictureRight, new Point3(staging.Position.X, 0, staging.Position.Z));
        var behind = staging.FarthestMillimetres + WallMillimetres;

        // Places on the wall and on the floor by what is right, up and away as the camera sees it.
        Point3 Place(double across, double up, double away) => foot + (right * across) + (Point3.Up * up) + (level * away);
        Shape Upright(Vector3 tint, double left, double bottom, double wide, double high, double grain, double grainMillimetres) => Quad(
            staging, tint, grain, grainMillimetres,
            Place(left, bottom + high, behind), Place(left + wide, bottom + high, behind), Place(left + wide, bottom, behind), Place(left, bottom, behind));
        Shape Lying(Vector3 tint, double left, double wide, double near, double far, double grain) => Quad(
            staging, tint, grain, 14,
            Place(left, 0, far), Place(left + wide, 0, far), Place(left + wide, 0, near), Place(left, 0, near));

        yield return Upright(Wall, -FarMillimetres, 0, 2 * FarMillimetres, FarMillimetres, 0.012, 60);
        yield return Upright(Frame, -1960, 0, 1020, 2090, 0.02, 30);
        yield return Upright(Door, -1910, 0, 920, 2040, 0.05, 45);
        yield return Upright(Frame, 950, 980, 1300, 1220, 0.02, 30);
        yield return Upright(Window, 1000, 1030, 580, 1120, 0.02, 90);
        yield return Upright(Window, 1620, 1030, 580, 1120, 0.02, 90);
        yield return Upright(Notice, -420, 1250, 420, 594, 0.01, 20);
        yield return Upright(Print, -380, 1700, 340, 60, 0.02, 10);
        yield return Upright(Print, -380, 1440, 250, 190, 0.25, 24);
        yield return Upright(Skirting, -FarMillimetres, 0, 2 * FarMillimetres, 90, 0.02, 30);
        yield return Lying(Floor, -FarMillimetres, 2 * FarMillimetres, NearestDepth, behind, 0.05);
        foreach (var shape in script.Scene.Motion.Treadmill ? Treadmill(staging) : Track(staging))
        {
            yield return shape;
        }
    }

    private static IEnumerable<Shape> Track(WalkStaging staging) =>
        [Slab(staging, Mat, -FarMillimetres, FarMillimetres, 480)];

    private static IEnumerable<Shape> Treadmill(WalkStaging staging) => [Slab(staging, Deck, -900, 800, 420), Slab(staging, Belt, -860, 760, 300)];

    /// <summary>A strip of floor along the way, as far as it lies before the camera.</summary>
    private static Shape Slab(WalkStaging staging, Vector3 tint, double from, double to, double halfWidth)
    {
        // Seen from front or back the camera stands on the strip itself.
        var edge = staging.Position.X + (Math.Sign(staging.Away.X) * NearestDepth);
        (from, to) = Math.Abs(staging.Away.X) < 0.5 ? (from, to) : staging.Away.X > 0 ? (Math.Max(from, edge), to) : (from, Math.Min(to, edge));
        return Quad(
            staging, tint, 0.06, 9,
            new(from, 0, -halfWidth), new(to, 0, -halfWidth), new(to, 0, halfWidth), new(from, 0, halfWidth));
    }

    private static Shape Quad(WalkStaging staging, Vector3 tint, double grain, double grainMillimetres, params Point3[] corners)
    {
        ImagePoint[] outline = [.. corners.Select(staging.ToPicture)];
        var middle = corners.Aggregate((a, b) => a + b) * 0.25;
        var scale = staging.FocalPixels / Math.Max(staging.Depth(middle), staging.NearestMillimetres);

        // A fifth of the light is lost over the height of the picture.
        return new Shape(outline, new SurfaceShade(tint, 0, 0.2 / staging.HeightPixels, grain, grainMillimetres * scale));
    }
}
