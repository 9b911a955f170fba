using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Drawing;

/// <summary>A rectangle of whole pixels, half-open: Left &lt;= x &lt; Right, Top &lt;= y &lt; Bottom.</summary>
public readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Math.Max(Right - Left, 0);

    public int Height => Math.Max(Bottom - Top, 0);

    /// <summary>The smallest box that holds all that points enclose.</summary>
    public static PixelBox Around(ReadOnlySpan<ImagePoint> points)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var point in points)
        {
            (left, right) = (Math.Min(left, point.X), Math.Max(right, point.X));
            (top, bottom) = (Math.Min(top, point.Y), Math.Max(bottom, point.Y));
        }

        // Half a pixel: (0,0) is the middle of the first pixel, whose edges are at -0.5 and 0.5.
        return new PixelBox((int)Math.Floor(left + 0.5), (int)Math.Floor(top + 0.5), (int)Math.Ceiling(right + 0.5), (int)Math.Ceiling(bottom + 0.5));
    }

    public bool IsEmpty => Width == 0 || Height == 0;

    /// <summary>What both hold; where they lie apart an empty box, wherever they are.</summary>
    public PixelBox Intersect(PixelBox other)
    {
        var both = new PixelBox(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));
        return both.IsEmpty ? default : both;
    }

    /// <summary>The smallest box that holds both; an empty one counts for nothing.</summary>
    public PixelBox Union(PixelBox other) =>
        IsEmpty ? other
        : other.IsEmpty ? this
        : new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A part of the upright picture's plane in linear light: red, green and blue from 0 to 1, row after row.</summary>
/// <param name="box">Which part; a picture that is to be shown begins at (0, 0).</param>
public sealed class Picture(PixelBox box)
{
    public Picture(int width, int height)
        : this(new PixelBox(0, 0, width, height))
    {
    }

    public int Width => Box.Width;

    public int Height => Box.Height;

    public PixelBox Box { get; } = box;

    public Vector3[] Pixels { get; } = new Vector3[box.Width * box.Height];

    public Vector3 this[int x, int y] => Pixels[((y - Box.Top) * Width) + x - Box.Left];

    public Span<Vector3> Row(int y, int left, int right) => Pixels.AsSpan(((y - Box.Top) * Width) + left - Box.Left, right - left);

    /// <summary>Both pictures must hold the box.</summary>
    public void CopyTo(Picture target, PixelBox box)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            Row(y, box.Left, box.Right).CopyTo(target.Row(y, box.Left, box.Right));
        }
    }
}
