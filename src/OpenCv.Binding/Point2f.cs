using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A place between pixels: x to the right, y down; whole numbers are the pixels' centres.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Point2f : IEquatable<Point2f>
{
    public float X;

    public float Y;

    public readonly bool Equals(Point2f other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Point2f other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y})");
}
