using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Up to four channel values, of a colour in the order blue, green, red, alpha.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Scalar : IEquatable<Scalar>
{
    public double Val0;

    public double Val1;

    public double Val2;

    public double Val3;

    public static Scalar All(double v) => new() { Val0 = v, Val1 = v, Val2 = v, Val3 = v };

    public static Scalar FromRgb(int r, int g, int b) => new() { Val0 = b, Val1 = g, Val2 = r };

    public readonly bool Equals(Scalar other) =>
        Val0.Equals(other.Val0) && Val1.Equals(other.Val1) && Val2.Equals(other.Val2) && Val3.Equals(other.Val3);

    public override readonly bool Equals(object? obj) => obj is Scalar other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Val0, Val1, Val2, Val3);

    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"[{Val0}, {Val1}, {Val2}, {Val3}]");
}
