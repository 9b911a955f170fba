using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A place between pixels; (0, 0) is the centre of the first one.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Point2f : IEquatable<Point2f>
{
    public float X;

    public float Y;

    public static Point2f operator +(Point2f p1, Point2f p2) => new() { X = p1.X + p2.X, Y = p1.Y + p2.Y };

    public static Point2f operator -(Point2f p1, Point2f p2) => new() { X = p1.X - p2.X, Y = p1.Y - p2.Y };

    public readonly double DistanceTo(Point2f p) => Math.Sqrt(Math.Pow((double)p.X - X, 2) + Math.Pow((double)p.Y - Y, 2));

    public readonly bool Equals(Point2f other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Point2f other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y})");
}
