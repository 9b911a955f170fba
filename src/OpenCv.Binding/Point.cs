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

    public readonly bool Equals(Point other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Point other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y})");
}
