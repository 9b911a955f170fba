using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Places about which the picture changes from bright to dark and back twice on a circle, as at the crossing of a quadrant target and
/// whatever its size (Bennett and Lasenby 2014, "ChESS").
/// </summary>
internal static class QuadrantSeeds
{
    private const int RingPoints = 16;

    // A small circle for the smallest targets, a wider one that noise and blur harm less.
    private static readonly ImmutableArray<ImmutableArray<(int X, int Y)>> Rings = [Circle(2), Circle(4.5)];

    /// <summary>Pixels from sample to sample with which a target of a known size is surely found.</summary>
    public static int SearchStep(double diameterPixels) => Math.Max(1, (int)(diameterPixels / (4 * Rings[^1][0].X)));

    /// <summary>The places in a box of the picture, the strongest first.</summary>
    /// <param name="step">Pixels from sample to sample.</param>
    public static List<QuadrantSeed> Find(PixelView picture, PixelBox box, int step, PatternSettings pattern)
    {
        var (columns, rows) = (box.Width / step, box.Height / step);
        var grey = ArrayPool<byte>.Shared.Rent(Math.Max(columns * rows, 1));
        FillGrey(picture, box, step, grey, columns, rows);
        var best = new Dictionary<(int Ring, int X, int Y), QuadrantSeed>();
        foreach (var ring in Rings)
        {
            Respond(grey, columns, rows, ring, (int)pattern.MinContrast, (x, y, response) =>
            {
                var reach = ring[0].X;
                var cell = (reach, x / reach, y / reach);
                if (!best.TryGetValue(cell, out var known) || response > known.Response)
                {
                    best[cell] = new QuadrantSeed(box.X + (x * step) + (step / 2), box.Y + (y * step) + (step / 2), reach * step, response);
                }
            });
        }

        ArrayPool<byte>.Shared.Return(grey);
        return [.. best.Values.OrderByDescending(s => s.Response).ThenBy(s => s.Y).ThenBy(s => s.X).Take(pattern.MaxSeeds)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillGrey(PixelView picture, PixelBox box, int step, byte[] grey, int columns, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var upper = picture.Row(box.Y + (row * step));
            var lower = picture.Row(Math.Min(box.Y + (row * step) + step - 1, picture.Height - 1));
            for (var column = 0; column < columns; column++)
            {
                var (left, right) = (3 * (box.X + (column * step)), 3 * (box.X + (column * step) + step - 1));
                grey[(row * columns) + column] = (byte)((Luma(upper, left) + Luma(upper, right) + Luma(lower, left) + Luma(lower, right) + 2) / 4);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Luma(ReadOnlySpan<byte> row, int at) => ((29 * row[at]) + (150 * row[at + 1]) + (77 * row[at + 2])) >> 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Respond(byte[] grey, int columns, int rows, ImmutableArray<(int X, int Y)> ring, int contrast, Action<int, int, int> onResponse)
    {
        var reach = ring[0].X;
        Span<int> offsets = stackalloc int[RingPoints];
        Span<int> levels = stackalloc int[RingPoints];
        for (var i = 0; i < RingPoints; i++)
        {
            offsets[i] = (ring[i].Y * columns) + ring[i].X;
        }

        for (var y = reach; y < rows - reach; y++)
        {
            for (var x = reach; x < columns - reach; x++)
            {
                var at = (y * columns) + x;
                // Opposite ends against those across; on the edges of a turned target one of the two crosses sees nothing.
                var straight = grey[at + offsets[0]] + grey[at + offsets[8]] - grey[at + offsets[4]] - grey[at + offsets[12]];
                if (Math.Abs(straight) < contrast
                    && Math.Abs(grey[at + offsets[2]] + grey[at + offsets[10]] - grey[at + offsets[6]] - grey[at + offsets[14]]) < contrast)
                {
                    continue;
                }

                for (var i = 0; i < RingPoints; i++)
                {
                    levels[i] = grey[at + offsets[i]];
                }

                var response = 0;
                for (var i = 0; i < 4; i++)
                {
                    response += Math.Abs(levels[i] + levels[i + 8] - levels[i + 4] - levels[i + 12]);
                }

                for (var i = 0; i < 8; i++)
                {
                    response -= Math.Abs(levels[i] - levels[i + 8]);
                }

                if (response >= 3 * contrast)
                {
                    onResponse(x, y, response);
                }
            }
        }
    }

    private static ImmutableArray<(int X, int Y)> Circle(double radius) =>
        [.. Enumerable.Range(0, RingPoints).Select(i => 2 * Math.PI * i / RingPoints)
            .Select(angle => ((int)Math.Round(radius * Math.Cos(angle)), (int)Math.Round(radius * Math.Sin(angle))))];
}

/// <summary>A place where a quadrant target may be.</summary>
/// <param name="RingPixels">Radius of the circle that found it.</param>
/// <param name="Response">How strongly the levels on the circle change twice, in grey levels summed.</param>
internal readonly record struct QuadrantSeed(int X, int Y, int RingPixels, int Response);
