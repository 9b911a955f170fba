using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Width and height in pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Size : IEquatable<Size>
{
    public int Width;

    public int Height;

    /// <summary>A size from lengths that are cut to whole numbers.</summary>
    public Size(double width, double height)
    {
        Width = (int)width;
        Height = (int)height;
    }

    public readonly bool Equals(Size other) => Width.Equals(other.Width) && Height.Equals(other.Height);

    public override readonly bool Equals(object? obj) => obj is Size other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);

    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"(width:{Width} height:{Height})");
}
