using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A part of a picture as smooth grey levels that can be read between pixels.</summary>
internal sealed class LumaWindow
{
    private const int Fractions = 1024;
    private static readonly Vector128<float>[] Taps = [.. Enumerable.Range(0, Fractions + 1).Select(i => Cubic((float)i / Fractions))];

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

    public float this[int x, int y] => _levels[((y - Y) * Width) + x - X];

    /// <summary>Levels of a row from a pixel on.</summary>
    public ReadOnlySpan<float> Row(int x, int y, int count) => _levels.AsSpan(((y - Y) * Width) + x - X, count);

    /// <summary>The square around a place, cut at the picture's border; smoothed a little (1-2-1), so that interpolation favours no fraction of a pixel.</summary>
    /// <param name="reduction">Pixels of the picture across one level: the window and all its coordinates are those of a picture reduced by this factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LumaWindow Around(PixelView picture, ImagePoint centre, double half, int reduction = 1)
    {
        var (right, bottom) = ((picture.Width / reduction) - 1, (picture.Height / reduction) - 1);
        var x0 = (int)Math.Clamp(Math.Floor(centre.X - half), 0, right);
        var y0 = (int)Math.Clamp(Math.Floor(centre.Y - half), 0, bottom);
        var width = (int)Math.Clamp(Math.Ceiling(centre.X + half), 0, right) - x0 + 1;
        var height = (int)Math.Clamp(Math.Ceiling(centre.Y + half), 0, bottom) - y0 + 1;
        var rows = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * width, width);
            Read(picture, x0, y0 + y, reduction, row);
            var before = row[0];
            for (var x = 0; x < row.Length - 1; x++)
            {
                var here = row[x];
                row[x] = (before + (2 * here) + row[x + 1]) / 4;
                before = here;
            }

            row[^1] = (before + (3 * row[^1])) / 4;
        }

        var levels = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var above = rows.AsSpan(Math.Max(y - 1, 0) * width, width);
            var here = rows.AsSpan(y * width, width);
            var below = rows.AsSpan(Math.Min(y + 1, height - 1) * width, width);
            var smooth = levels.AsSpan(y * width, width);
            for (var x = 0; x < smooth.Length; x++)
            {
                smooth[x] = (above[x] + (2 * here[x]) + below[x]) / 4;
            }
        }

        return new LumaWindow(levels, x0, y0, width, height);
    }

    /// <summary>At half the resolution: its pixel (x, y) is the mean of the pixels from (2x, 2y) to (2x+1, 2y+1).</summary>
    public LumaWindow Halved()
    {
        var (x0, y0) = ((X + 1) / 2, (Y + 1) / 2);
        var (width, height) = (Math.Max(((X + Width) / 2) - x0, 0), Math.Max(((Y + Height) / 2) - y0, 0));
        var levels = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var upper = _levels.AsSpan((((2 * (y0 + y)) - Y) * Width) + (2 * x0) - X);
            var lower = upper[Width..];
            for (var x = 0; x < width; x++)
            {
                levels[(y * width) + x] = (upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1]) / 4;
            }
        }

        return new LumaWindow(levels, x0, y0, width, height);
    }

    /// <summary>Whether a square lies inside, with the margin that interpolation needs.</summary>
    public bool Holds(ImagePoint centre, double half) =>
        centre.X - half - 2 >= X && centre.Y - half - 2 >= Y && centre.X + half + 2 < X + Width && centre.Y + half + 2 < Y + Height;

    /// <summary>
    /// A square of side² samples around a place between pixels, by cubic convolution (Keys 1981); what lies outside of the window is not a number.
    /// </summary>
    /// <param name="pose">Turns and enlarges the square.</param>
    /// <param name="step">Pixels from one sample to the next.</param>
    /// <returns>How many samples lie inside.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Sample(PatchPose pose, int side, double step, Span<float> patch)
    {
        var (turnX, turnY) = ((float)(step * pose.Turn.Real), (float)(step * pose.Turn.Imaginary));
        var middle = (side - 1) / 2f;
        var startX = (float)(pose.Place.X - X) - (middle * (turnX - turnY));
        var startY = (float)(pose.Place.Y - Y) - (middle * (turnX + turnY));
        var inside = 0;
        ref var levels = ref _levels[0];
        for (var row = 0; row < side; row++)
        {
            var (x, y) = (startX - (row * turnY), startY + (row * turnX));
            for (var column = 0; column < side; column++, x += turnX, y += turnY)
            {
                var (x0, y0) = ((int)x, (int)y);
                if (x0 < 1 || y0 < 1 || x0 >= Width - 2 || y0 >= Height - 2)
                {
                    patch[(row * side) + column] = float.NaN;
                    continue;
                }

                var across = Taps[(int)(((x - x0) * Fractions) + 0.5f)];
                var down = Taps[(int)(((y - y0) * Fractions) + 0.5f)];
                var at = (nuint)(((y0 - 1) * Width) + x0 - 1);
                var width = (nuint)Width;
                var sum = (Vector128.LoadUnsafe(ref levels, at) * down[0])
                    + (Vector128.LoadUnsafe(ref levels, at + width) * down[1])
                    + (Vector128.LoadUnsafe(ref levels, at + (2 * width)) * down[2])
                    + (Vector128.LoadUnsafe(ref levels, at + (3 * width)) * down[3]);
                patch[(row * side) + column] = Vector128.Dot(sum, across);
                inside++;
            }
        }

        return inside;
    }

    // One row of levels, each the mean of its block of pixels; of large blocks a few pixels are enough.
    private static void Read(PixelView picture, int x0, int y, int reduction, Span<float> row)
    {
        if (reduction == 1)
        {
            var bytes = picture.Row(y).Slice(3 * x0, 3 * row.Length);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = Colour.LumaOf(bytes[3 * x], bytes[(3 * x) + 1], bytes[(3 * x) + 2]);
            }

            return;
        }

        const int ReadAcross = 2;
        var step = Math.Max(1, reduction / ReadAcross);
        var first = (reduction - 1) % step / 2;
        row.Clear();
        var count = 0;
        for (var down = first; down < reduction; down += step)
        {
            var line = picture.Row((y * reduction) + down);
            for (var right = first; right < reduction; right += step)
            {
                count++;
                for (int x = 0, at = 3 * ((x0 * reduction) + right); x < row.Length; x++, at += 3 * reduction)
                {
                    row[x] += Colour.LumaOf(line[at], line[at + 1], line[at + 2]);
                }
            }
        }

        for (var x = 0; x < row.Length; x++)
        {
            row[x] /= count;
        }
    }

    private static Vector128<float> Cubic(float t) => Vector128.Create(
        ((((-0.5f * t) + 1) * t) - 0.5f) * t,
        ((((1.5f * t) - 2.5f) * t) * t) + 1,
        ((((-1.5f * t) + 2) * t) + 0.5f) * t,
        ((0.5f * t) - 0.5f) * t * t);
}
