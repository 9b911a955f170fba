using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A pixel: x to the right, y down.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Point : IEquatable<Point>
{
    public int X;

    public int Y;

    /// <summary>A point from coordinates that are cut to whole numbers.</summary>
    public Point(double x, double y)
    {
        X = (int)x;
        Y = (int)y;
    }

    public static Point operator +(Point p1, Point p2) => new() { X = p1.X + p2.X, Y = p1.Y + p2.Y };

    public static Point operator -(Point p1, Point p2) => new() { X = p1.X - p2.X, Y = p1.Y - p2.Y };

    public readonly double DistanceTo(Point p) => Math.Sqrt(Math.Pow((double)p.X - X, 2) + Math.Pow((double)p.Y - Y, 2));

    public readonly bool Equals(Point other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Point other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y})");
}
