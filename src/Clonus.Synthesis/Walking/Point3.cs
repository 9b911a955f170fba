namespace Clonus.Synthesis.Walking;

/// <summary>A place or a direction in the room, millimetres: x where the person walks to, y up from the floor, z to the person's right (as ISB's axes of gait).</summary>
public readonly record struct Point3(double X, double Y, double Z)
{
    public static readonly Point3 Ahead = new(1, 0, 0);

    public static readonly Point3 Up = new(0, 1, 0);

    public static readonly Point3 Right = new(0, 0, 1);

    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point3 operator *(Point3 a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    public double Length => Math.Sqrt(Dot(this));

    public double Dot(Point3 other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public Point3 Cross(Point3 other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    public Point3 Direction() => this * (1 / Length);

    /// <summary>What is left of a direction across another one of length 1, made as long as 1.</summary>
    public Point3 Across(Point3 axis) => (this - (axis * Dot(axis))).Direction();

    /// <summary>Turned in the plane of walking, from ahead towards up.</summary>
    public Point3 Pitched(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Point3((X * cos) - (Y * sin), (X * sin) + (Y * cos), Z);
    }
}
