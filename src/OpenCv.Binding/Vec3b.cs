using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>One pixel of three 8-bit channels: blue, green, red.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vec3b(byte item0, byte item1, byte item2) : IEquatable<Vec3b>
{
    public byte Item0 = item0;

    public byte Item1 = item1;

    public byte Item2 = item2;

    public readonly bool Equals(Vec3b other) => Item0 == other.Item0 && Item1 == other.Item1 && Item2 == other.Item2;

    public override readonly bool Equals(object? obj) => obj is Vec3b other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Item0, Item1, Item2);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Item0}, {Item1}, {Item2})");
}
