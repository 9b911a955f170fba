using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A part of a picture as smooth grey levels that can be read between pixels.</summary>
internal sealed class LumaWindow
{
    private readonly float[] _levels;

    private LumaWindow(float[] levels, int x, int y, int width, int height)
    {
        _levels = levels;
        (X, Y, Width, Height) = (x, y, width, height);
    }

    public int X { get; }

    public int Y { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The square around a place, cut at the picture's border; smoothed a little (1-2-1), so that interpolation favours no fraction of a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LumaWindow Around(PixelView picture, ImagePoint centre, double half)
    {
        var x0 = (int)Math.Clamp(Math.Floor(centre.X - half), 0, picture.Width - 1);
        var y0 = (int)Math.Clamp(Math.Floor(centre.Y - half), 0, picture.Height - 1);
        var width = (int)Math.Clamp(Math.Ceiling(centre.X + half), 0, picture.Width - 1) - x0 + 1;
        var height = (int)Math.Clamp(Math.Ceiling(centre.Y + half), 0, picture.Height - 1) - y0 + 1;
        var rows = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                row[x] = picture[x0 + x, y0 + y].Luma;
            }

            var before = row[0];
            for (var x = 0; x < width; x++)
            {
                var (here, next) = (row[x], row[Math.Min(x + 1, width - 1)]);
                row[x] = (before + (2 * here) + next) / 4;
                before = here;
            }
        }

        var levels = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var (above, here, below) = (Math.Max(y - 1, 0) * width, y * width, Math.Min(y + 1, height - 1) * width);
            for (var x = 0; x < width; x++)
            {
                levels[here + x] = (rows[above + x] + (2 * rows[here + x]) + rows[below + x]) / 4;
            }
        }

        return new LumaWindow(levels, x0, y0, width, height);
    }

    /// <summary>Whether a square lies inside, with the margin that interpolation needs.</summary>
    public bool Holds(ImagePoint centre, int half) =>
        centre.X - half - 2 >= X && centre.Y - half - 2 >= Y && centre.X + half + 2 < X + Width && centre.Y + half + 2 < Y + Height;

    /// <summary>The square of (2·half+1)² samples around a place between pixels, by cubic convolution (Keys 1981).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sample(ImagePoint centre, int half, Span<float> patch)
    {
        var (left, top) = (centre.X - half - X, centre.Y - half - Y);
        var (x0, y0) = ((int)Math.Floor(left), (int)Math.Floor(top));
        Span<float> across = stackalloc float[4], down = stackalloc float[4];
        Weights((float)(left - x0), across);
        Weights((float)(top - y0), down);
        var side = (2 * half) + 1;
        Span<float> rows = stackalloc float[side * (side + 3)];
        for (var y = 0; y < side + 3; y++)
        {
            var source = _levels.AsSpan(((y0 + y - 1) * Width) + x0 - 1, side + 3);
            for (var x = 0; x < side; x++)
            {
                rows[(y * side) + x] = (across[0] * source[x]) + (across[1] * source[x + 1]) + (across[2] * source[x + 2]) + (across[3] * source[x + 3]);
            }
        }

        for (var i = 0; i < side * side; i++)
        {
            patch[i] = (down[0] * rows[i]) + (down[1] * rows[i + side]) + (down[2] * rows[i + (2 * side)]) + (down[3] * rows[i + (3 * side)]);
        }
    }

    public float this[int x, int y] => _levels[((y - Y) * Width) + x - X];

    private static void Weights(float t, Span<float> weights)
    {
        weights[0] = ((((-0.5f * t) + 1) * t) - 0.5f) * t;
        weights[1] = ((((1.5f * t) - 2.5f) * t) * t) + 1;
        weights[2] = ((((-1.5f * t) + 2) * t) + 0.5f) * t;
        weights[3] = ((0.5f * t) - 0.5f) * t * t;
    }
}
