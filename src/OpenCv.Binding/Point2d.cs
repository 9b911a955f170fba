using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A place between pixels in double precision.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Point2d : IEquatable<Point2d>
{
    public double X;

    public double Y;

    public static Point2d operator +(Point2d p1, Point2d p2) => new() { X = p1.X + p2.X, Y = p1.Y + p2.Y };

    public static Point2d operator -(Point2d p1, Point2d p2) => new() { X = p1.X - p2.X, Y = p1.Y - p2.Y };

    public readonly double DistanceTo(Point2d p) => Math.Sqrt(Math.Pow((double)p.X - X, 2) + Math.Pow((double)p.Y - Y, 2));

    public readonly bool Equals(Point2d other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Point2d other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y})");
}
