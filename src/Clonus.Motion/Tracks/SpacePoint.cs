namespace Clonus.Motion.Tracks;

/// <summary>A position: in millimetres of a room, with the axes of the laboratory; or in a picture, with z 0.</summary>
public readonly record struct SpacePoint(double X, double Y, double Z)
{
    public static implicit operator SpacePoint(ImagePoint point) => new(point.X, point.Y, 0);

    /// <summary>The position in the picture; of a room's point the shadow on its first two axes.</summary>
    public ImagePoint InPicture => new(X, Y);

    public static SpacePoint operator +(SpacePoint a, SpacePoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static SpacePoint operator -(SpacePoint a, SpacePoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static SpacePoint operator *(SpacePoint a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    public double DistanceTo(SpacePoint other) => (this - other).Length;

    public double Dot(SpacePoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public SpacePoint Cross(SpacePoint other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));
}
