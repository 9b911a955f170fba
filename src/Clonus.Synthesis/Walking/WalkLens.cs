using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Walking;

/// <summary>What the camera makes of bodies in the room at one instant.</summary>
/// <param name="Pose">How it stands, against the staging's.</param>
internal sealed record WalkLens(WalkStaging Staging, CameraPose Pose)
{
    // Towards and away from the camera a limb is not seen shorter than this share of its length: what would be less is drawn as a stump.
    private const double ShortestShare = 0.05;

    public ImagePoint ToPicture(Point3 place) => Pose.Apply(Staging.ToPicture(place));

    public double PixelsPerMillimetre(Point3 place) => Staging.PixelsPerMillimetre(place) * Pose.Scale;

    /// <summary>A limb between two places, drawn from a profile of another length.</summary>
    /// <param name="profileMillimetres">The profile's length from joint to joint.</param>
    /// <param name="upper">A direction in the room that the profile's upper edge lies to.</param>
    /// <param name="girth">Factor on the profile's width.</param>
    public LimbFrame Limb(Point3 from, Point3 to, double profileMillimetres, Point3 upper, double girth)
    {
        var (origin, end) = (ToPicture(from), ToPicture(to));
        var middle = (from + to) * 0.5;
        var along = end - origin;
        var (length, scale) = (along.Length, PixelsPerMillimetre(middle));
        var shortest = ShortestShare * profileMillimetres * scale;
        along = length > shortest ? along : new ImagePoint(0, shortest);
        var across = new ImagePoint(-along.Y, along.X) * (scale * girth / along.Length);
        var side = ToPicture(middle + upper) - ToPicture(middle);
        var towards = (side.X * across.X) + (side.Y * across.Y);
        return new LimbFrame(origin, along * (1 / profileMillimetres), towards < 0 ? across * -1 : across);
    }

    /// <summary>A round bar between two places.</summary>
    public Shape Tube(Point3 from, double fromRadius, Point3 to, double toRadius, Vector3 tint, float grain, float grainMillimetres)
    {
        var (origin, along) = (ToPicture(from), ToPicture(to) - ToPicture(from));
        var scale = PixelsPerMillimetre((from + to) * 0.5);
        var length = Math.Max(along.Length / scale, 1);
        var axis = along.Length > 0 ? along * (scale / along.Length) : new ImagePoint(0, scale);
        var profile = LimbProfile.Bar(length, fromRadius, toRadius);
        var frame = new LimbFrame(origin, axis, new ImagePoint(axis.Y, -axis.X));
        return profile.Shape(frame, new LimbShade(tint, profile, frame, grain, grainMillimetres));
    }

    /// <summary>How a flat round sticker is seen.</summary>
    public MarkerPlace Disc(StickerPlace place, double radiusMillimetres)
    {
        var level = (Math.Abs(place.Facing.Y) > 0.9 ? Point3.Ahead : Point3.Up).Across(place.Facing);
        var centre = ToPicture(place.Centre);
        var half = ToPicture(place.Centre + (level * radiusMillimetres));
        var other = ToPicture(place.Centre + (place.Facing.Cross(level) * radiusMillimetres));
        return new MarkerPlace(centre, half - centre, other - centre);
    }

    /// <summary>1 for a sticker that faces the camera, 0 for one seen from its edge.</summary>
    public double Facing(StickerPlace place) => (Staging.Position - place.Centre).Direction().Dot(place.Facing);
}
