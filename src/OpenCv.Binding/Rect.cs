using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A rectangle of pixels; right and bottom lie just outside of it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Rect : IEquatable<Rect>
{
    public int X;

    public int Y;

    public int Width;

    public int Height;

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public static Rect FromLTRB(int left, int top, int right, int bottom)
    {
        if (right < left || bottom < top)
            throw new ArgumentException($"the rectangle {left},{top} to {right},{bottom} is turned inside out");
        return new Rect { X = left, Y = top, Width = right - left, Height = bottom - top };
    }

    public readonly bool Equals(Rect other) => X == other.X && Y == other.Y && Width == other.Width && Height == other.Height;

    public override readonly bool Equals(object? obj) => obj is Rect other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Width, Height);

    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y} width:{Width} height:{Height})");
}
