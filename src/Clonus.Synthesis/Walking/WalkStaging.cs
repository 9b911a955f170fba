using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>Where the camera stands: a pinhole that looks level or a little down, and the way that the walker takes before it.</summary>
/// <param name="Position">Of the camera.</param>
/// <param name="Away">Unit vector into the picture.</param>
/// <param name="FocalPixels">Focal length.</param>
/// <param name="WayStart">Where on x the pelvis is at time 0.</param>
/// <param name="WayMillimetres">How far the pelvis goes.</param>
/// <param name="NearestMillimetres">From the camera to the walker's way, or to its nearest end.</param>
public sealed record WalkStaging(
    Point3 Position, Point3 Away, double FocalPixels, double WayStart, double WayMillimetres, double DurationSeconds, double NearestMillimetres, bool Mirrored, int WidthPixels, int HeightPixels)
{
    // What the picture holds from bottom to top, in statures, and the height of its middle.
    private static readonly (double Height, double Middle) BodyFrame = (1.2, 0.5);
    private static readonly (double Height, double Middle) LegsFrame = (0.74, 0.31);

    private const double TreadmillSeconds = 6;
    private const double TowardsMillimetres = 3680;

    // A walker from the side is seen from one edge of the picture to the other.
    private const double EdgeMillimetres = 250;

    /// <param name="speed">Of the walker, millimetres a second.</param>
    public static WalkStaging Of(WalkScene scene, WalkerBody body, double speed) => Of(scene, body, width =>
    {
        var stand = scene.Motion.StandSeconds;
        var usual = scene.Motion.Treadmill ? TreadmillSeconds : scene.Subject.View == WalkView.Side ? (width - (2 * EdgeMillimetres)) / speed : TowardsMillimetres / speed;
        var duration = scene.Camera.DurationSeconds ?? (usual + (2 * stand));
        return (duration, scene.Motion.Treadmill ? 0 : speed * (duration - (2 * stand)));
    });

    /// <param name="walk">How long the walk lasts and how far it goes, by the width of what the picture shows, in millimetres.</param>
    internal static WalkStaging Of(WalkScene scene, WalkerBody body, Func<double, (double DurationSeconds, double WayMillimetres)> walk)
    {
        var random = new SeededRandom(scene.Seed, "camera");
        var (subject, camera) = (scene.Subject, scene.Camera);
        var (height, middle) = subject.Framing == WalkFraming.Body ? BodyFrame : LegsFrame;
        var nearest = 2900 + (1600 * random.NextUnit());
        var eye = 700 + (600 * random.NextUnit());

        // In a tall picture the whole of a stride must fit between its sides.
        var focal = Math.Min(camera.HeightPixels * nearest / (height * body.Stature), camera.WidthPixels * nearest / (0.85 * body.Stature));
        var (duration, way) = walk(camera.WidthPixels * nearest / focal);
        var aim = new Point3(0, middle * body.Stature, 0);
        var (position, start) = subject.View switch
        {
            WalkView.Front => (new Point3(nearest, eye, 0), -way),
            WalkView.Back => (new Point3(-nearest, eye, 0), 0),
            _ => (new Point3(0, eye, subject.WalksTo == BodySide.Right ? nearest : -nearest), -way / 2),
        };
        return new WalkStaging(position, (aim - position).Direction(), focal, start, way, duration, nearest, camera.Mirror, camera.WidthPixels, camera.HeightPixels);
    }

    /// <summary>From the camera to the farthest end of the way.</summary>
    public double FarthestMillimetres => NearestMillimetres + (Math.Abs(Away.X) > Math.Abs(Away.Z) ? WayMillimetres : 0);

    /// <summary>Unit vector to the right in the picture.</summary>
    public Point3 PictureRight => Away.Cross(Point3.Up).Direction();

    /// <summary>How far before the camera a place is, millimetres.</summary>
    public double Depth(Point3 place) => (place - Position).Dot(Away);

    /// <summary>How many pixels a millimetre is at a place.</summary>
    public double PixelsPerMillimetre(Point3 place) => FocalPixels / Depth(place);

    /// <summary>The pixel where a place is seen by a camera that is held still, in the upright picture. The place must lie before the camera.</summary>
    public ImagePoint ToPicture(Point3 place)
    {
        var from = place - Position;
        var (right, scale) = (PictureRight, FocalPixels / from.Dot(Away));
        var x = ((WidthPixels - 1) / 2.0) + (from.Dot(right) * scale);
        var y = ((HeightPixels - 1) / 2.0) - (from.Dot(right.Cross(Away)) * scale);
        return new ImagePoint(Mirrored ? WidthPixels - 1 - x : x, y);
    }
}
