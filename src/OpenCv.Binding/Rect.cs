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

    public Rect(Point location, Size size)
    {
        X = location.X;
        Y = location.Y;
        Width = size.Width;
        Height = size.Height;
    }

    public int Left
    {
        readonly get => X;
        set => X = value;
    }

    public int Top
    {
        readonly get => Y;
        set => Y = value;
    }

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public Size Size
    {
        readonly get => new(Width, Height);
        set => (Width, Height) = (value.Width, value.Height);
    }

    public readonly Point TopLeft => new(X, Y);

    public static Rect FromLTRB(int left, int top, int right, int bottom)
    {
        if (right < left || bottom < top)
            throw new ArgumentException($"the rectangle {left},{top} to {right},{bottom} is turned inside out");
        return new Rect { X = left, Y = top, Width = right - left, Height = bottom - top };
    }

    /// <summary>The common part; the empty rectangle at the origin when there is none.</summary>
    public static Rect Intersect(Rect a, Rect b)
    {
        var left = Math.Max(a.X, b.X);
        var top = Math.Max(a.Y, b.Y);
        var right = Math.Min(a.Right, b.Right);
        var bottom = Math.Min(a.Bottom, b.Bottom);
        return right >= left && bottom >= top ? FromLTRB(left, top, right, bottom) : default;
    }

    /// <inheritdoc cref="Intersect(Rect, Rect)"/>
    public readonly Rect Intersect(Rect rect) => Intersect(this, rect);

    public readonly bool Contains(int x, int y) => x >= X && y >= Y && x < Right && y < Bottom;

    public readonly bool Contains(Point pt) => Contains(pt.X, pt.Y);

    public readonly bool Equals(Rect other) => X == other.X && Y == other.Y && Width == other.Width && Height == other.Height;

    public override readonly bool Equals(object? obj) => obj is Rect other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Width, Height);

    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"(x:{X} y:{Y} width:{Width} height:{Height})");
}
