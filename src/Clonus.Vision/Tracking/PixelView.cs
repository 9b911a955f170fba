using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>A BGR picture of 8 bits as rows of bytes, read in place: nothing is copied and nothing converted but the pixels asked for.</summary>
internal readonly ref struct PixelView
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _stride;

    public PixelView(ReadOnlySpan<byte> bytes, int stride, int width, int height)
    {
        _bytes = bytes;
        _stride = stride;
        Width = width;
        Height = height;
    }

    public int Width { get; }

    public int Height { get; }

    public Colour this[int x, int y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var pixel = _bytes.Slice((y * _stride) + (3 * x), 3);
            return Colour.FromBgr(pixel[0], pixel[1], pixel[2]);
        }
    }

    public ReadOnlySpan<byte> Row(int y) => _bytes.Slice(y * _stride, 3 * Width);

    /// <summary>The view is valid as long as the picture is.</summary>
    public static unsafe PixelView Of(Mat picture)
    {
        var stride = (int)picture.Step();
        return new PixelView(
            new ReadOnlySpan<byte>((void*)picture.Data, ((picture.Rows - 1) * stride) + (3 * picture.Cols)), stride, picture.Cols, picture.Rows);
    }
}

/// <summary>A box of pixels; X + Width lies just outside of it.</summary>
internal readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>The pixels within a margin of two points, as far as they are in the picture.</summary>
    public static PixelBox Around(PixelView picture, ImagePoint a, ImagePoint b, double margin)
    {
        var x0 = (int)Math.Clamp(Math.Floor(Math.Min(a.X, b.X) - margin), 0, picture.Width - 1);
        var y0 = (int)Math.Clamp(Math.Floor(Math.Min(a.Y, b.Y) - margin), 0, picture.Height - 1);
        var x1 = (int)Math.Clamp(Math.Ceiling(Math.Max(a.X, b.X) + margin), 0, picture.Width - 1);
        var y1 = (int)Math.Clamp(Math.Ceiling(Math.Max(a.Y, b.Y) + margin), 0, picture.Height - 1);
        return new PixelBox(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    public bool ReachesBorder(PixelView picture) => X == 0 || Y == 0 || X + Width == picture.Width || Y + Height == picture.Height;
}
