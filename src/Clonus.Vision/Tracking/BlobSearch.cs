using System.Buffers;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Connected patches of a sticker's colour inside a box of the picture.</summary>
internal static class BlobSearch
{
    private const byte Unknown = 0, Outside = 1, Inside = 2, Taken = 3;

    /// <summary>All patches in the box; those cut by the box's border are marked, for their centre is not the sticker's.</summary>
    /// <param name="step">Pixels from sample to sample: large stickers need not be read whole.</param>
    public static void FindAll(PixelView picture, PixelBox box, StickerLook look, int step, List<(Blob Blob, bool Cut)> found)
    {
        found.Clear();
        var grid = new Grid(box, step);
        var marks = ArrayPool<byte>.Shared.Rent(grid.Count);
        var stack = ArrayPool<int>.Shared.Rent(grid.Count);
        Mark(picture, grid, look, marks);
        for (var cell = 0; cell < grid.Count; cell++)
        {
            if (marks[cell] == Inside)
            {
                found.Add(Collect(picture, grid, look, marks, stack, cell));
            }
        }

        ArrayPool<byte>.Shared.Return(marks);
        ArrayPool<int>.Shared.Return(stack);
    }

    /// <summary>The patch around one pixel; null when that pixel is not of the colour, or the patch runs out of the box.</summary>
    public static Blob? Grow(PixelView picture, PixelBox box, StickerLook look, int x, int y)
    {
        if (look.SquaredDistance(picture[x, y]) >= look.SquaredRim)
        {
            return null;
        }

        var grid = new Grid(box, 1);
        var marks = ArrayPool<byte>.Shared.Rent(grid.Count);
        var stack = ArrayPool<int>.Shared.Rent(grid.Count);
        marks.AsSpan(0, grid.Count).Clear();
        var (blob, cut) = Collect(picture, grid, look, marks, stack, ((y - box.Y) * grid.Columns) + x - box.X);
        ArrayPool<byte>.Shared.Return(marks);
        ArrayPool<int>.Shared.Return(stack);
        return cut ? null : blob;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mark(PixelView picture, Grid grid, StickerLook look, Span<byte> marks)
    {
        var (core, lumaWeight, rim, bytes) = (look.Core, look.LumaWeight, look.SquaredRim, 3 * grid.Step);
        for (var row = 0; row < grid.Rows; row++)
        {
            var pixels = picture.Row(grid.Box.Y + (row * grid.Step))[(3 * grid.Box.X)..];
            var target = marks.Slice(row * grid.Columns, grid.Columns);
            for (int column = 0, at = 0; column < target.Length; column++, at += bytes)
            {
                var colour = Colour.FromBgr(pixels[at], pixels[at + 1], pixels[at + 2]);
                target[column] = colour.SquaredDistanceTo(core, lumaWeight) < rim ? Inside : Outside;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Blob Blob, bool Cut) Collect(PixelView picture, Grid grid, StickerLook look, byte[] marks, int[] stack, int first)
    {
        var (count, cut) = (0, false);
        long sumX = 0, sumY = 0, sumXX = 0, sumYY = 0, sumXY = 0;
        var top = 0;
        stack[top++] = first;
        marks[first] = Taken;
        while (top > 0)
        {
            var cell = stack[--top];
            var (row, column) = Math.DivRem(cell, grid.Columns);
            count++;
            sumX += column;
            sumY += row;
            sumXX += (long)column * column;
            sumYY += (long)row * row;
            sumXY += (long)column * row;
            cut |= row == 0 || column == 0 || row == grid.Rows - 1 || column == grid.Columns - 1;
            if (column > 0)
                Visit(picture, cell - 1);
            if (column < grid.Columns - 1)
                Visit(picture, cell + 1);
            if (row > 0)
                Visit(picture, cell - grid.Columns);
            if (row < grid.Rows - 1)
                Visit(picture, cell + grid.Columns);
        }

        var (meanX, meanY) = ((double)sumX / count, (double)sumY / count);
        double scale = grid.Step * grid.Step;
        // A sample stands for a square of its own, whose second moment is 1/12.
        return (new Blob(
            new ImagePoint(grid.Box.X + (meanX * grid.Step), grid.Box.Y + (meanY * grid.Step)),
            count * scale,
            (((double)sumXX / count) - (meanX * meanX) + (1 / 12.0)) * scale,
            (((double)sumYY / count) - (meanY * meanY) + (1 / 12.0)) * scale,
            (((double)sumXY / count) - (meanX * meanY)) * scale), cut);

        void Visit(PixelView pixels, int cell)
        {
            if (marks[cell] == Unknown)
            {
                var (row, column) = Math.DivRem(cell, grid.Columns);
                var colour = pixels[grid.Box.X + (column * grid.Step), grid.Box.Y + (row * grid.Step)];
                marks[cell] = look.SquaredDistance(colour) < look.SquaredRim ? Inside : Outside;
            }

            if (marks[cell] == Inside)
            {
                marks[cell] = Taken;
                stack[top++] = cell;
            }
        }
    }

    private readonly record struct Grid(PixelBox Box, int Step)
    {
        public int Columns { get; } = (Box.Width + Step - 1) / Step;

        public int Rows { get; } = (Box.Height + Step - 1) / Step;

        public int Count => Columns * Rows;
    }
}
