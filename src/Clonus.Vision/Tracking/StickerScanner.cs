using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Stickers in a whole picture: places whose colour differs from what lies around them on every side, at any size. Skin on a limb, a seam
/// or a shadow's edge goes on in some direction; a disc does not.
/// </summary>
internal static class StickerScanner
{
    // Two rings a halving of the picture keep the sizes half an octave apart.
    private static readonly ImmutableArray<ImmutableArray<(int X, int Y)>> Rings = [Circle(3), Circle(3 * Math.Sqrt(2))];

    /// <param name="wanted">What to look for; empty takes every colour.</param>
    /// <returns>The best first.</returns>
    public static ImmutableArray<Sticker> Find(PixelView picture, IReadOnlyList<LookSpec> wanted, StickerSettings settings)
    {
        var contrast = wanted.Count == 0 ? settings.MinContrast : settings.MinRequestedContrast;
        var seeds = new List<Seed>();
        if (wanted.Count == 0 || wanted.Any(spec => spec is ColourSpec))
        {
            seeds.AddRange(FindSeeds(picture, new ColourContrast((float)settings.LumaWeight), wanted, (float)contrast, settings));
        }

        foreach (var spec in wanted.OfType<ToneSpec>())
        {
            seeds.AddRange(FindSeeds(picture, new ToneContrast(spec.Kind), wanted, (float)contrast, settings));
        }

        var found = new List<Sticker>();
        var lit = settings.InLight(SceneLight.Level(picture));
        foreach (var seed in seeds)
        {
            var place = new ImagePoint(seed.X, seed.Y);
            if (!found.Any(s => s.Centre.DistanceTo(place) < (0.6 * s.Look.DiameterPixels) + 1)
                && StickerProbe.Measure(picture, seed, contrast, lit.For(seed.Kind)) is { } sticker
                && (wanted.Count == 0 || wanted.Any(spec => spec.Matches(sticker.Look.Kind, sticker.Look.Core)))
                && !found.Any(s => s.Centre.DistanceTo(sticker.Centre) < 0.5 * (s.Look.DiameterPixels + sticker.Look.DiameterPixels)))
            {
                found.Add(sticker);
            }
        }

        return [.. found.OrderByDescending(s => s.Quality).Take(settings.MaxFound)];
    }

    private static Seed[] FindSeeds<TContrast>(
        PixelView picture, TContrast measure, IReadOnlyList<LookSpec> wanted, float contrast, StickerSettings settings)
        where TContrast : struct, IContrast
    {
        var seeds = new List<Seed>();
        var best = new Dictionary<(int Level, int X, int Y), Seed>();
        var buffers = new List<byte[]>();
        var view = picture;
        var scale = 1;
        for (var level = 0; (Rings[^1][0].X - 1) * scale / 2 <= settings.MaxDiameterPixels; level++)
        {
            if (Math.Min(view.Width, view.Height) < 4 * Rings[^1][0].X)
            {
                break;
            }

            // The smallest stickers of a large picture span several pixels, so that its first halving loses none of them.
            if (level > 0 || picture.Width * picture.Height <= settings.WholeResolutionPixels)
            {
                foreach (var ring in Rings)
                {
                    Respond(view, scale, ring, measure, contrast, best);
                    seeds.AddRange(best.Values);
                    best.Clear();
                }
            }

            var half = ArrayPool<byte>.Shared.Rent(3 * (view.Width / 2) * (view.Height / 2));
            buffers.Add(half);
            view = Halve(view, half);
            scale *= 2;
        }

        buffers.ForEach(buffer => ArrayPool<byte>.Shared.Return(buffer));
        return [.. seeds
            .Where(seed => wanted.Count == 0 || wanted.Any(spec => spec.Matches(seed.Kind, seed.Colour)))
            .OrderByDescending(seed => seed.Contrast).ThenBy(seed => seed.RingPixels).ThenBy(seed => seed.Y).ThenBy(seed => seed.X)
            .Take(settings.MaxSeeds)];
    }

    /// <summary>Keeps, for each cell as large as the ring, the place that differs most from its ring on the weakest side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Respond<TContrast>(
        PixelView view, int scale, ImmutableArray<(int X, int Y)> ring, TContrast measure, float contrast,
        Dictionary<(int Level, int X, int Y), Seed> best)
        where TContrast : struct, IContrast
    {
        var reach = ring[0].X;
        var squared = contrast * contrast;
        for (var y = reach; y < view.Height - reach; y++)
        {
            var row = view.Row(y);
            for (var x = reach; x < view.Width - reach; x++)
            {
                var pixel = row.Slice(3 * x, 3);
                // Most places look like the one beside them: three subtractions are enough to know.
                if (Alike(pixel, row.Slice(3 * (x + reach), 3), contrast))
                {
                    continue;
                }

                var colour = Colour.FromBgr(pixel[0], pixel[1], pixel[2]);
                var least = float.MaxValue;
                foreach (var (dx, dy) in ring)
                {
                    least = MathF.Min(least, measure.Squared(colour, view[x + dx, y + dy]));
                    if (least < squared)
                    {
                        break;
                    }
                }

                if (least >= squared)
                {
                    var cell = (scale, x / reach, y / reach);
                    if (!best.TryGetValue(cell, out var known) || MathF.Sqrt(least) > known.Contrast)
                    {
                        // A halved pixel's centre lies between those that it was made of.
                        var (fullX, fullY) = ((x * scale) + (scale / 2), (y * scale) + (scale / 2));
                        best[cell] = new Seed(fullX, fullY, reach * scale, colour, MathF.Sqrt(least), measure.LumaWeight, measure.Kind);
                    }
                }
            }
        }
    }

    // A colour distance is at most 1.1 times the largest difference of a channel (blue against green and red).
    private static bool Alike(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, float contrast) =>
        1.1f * Math.Max(Math.Abs(a[0] - b[0]), Math.Max(Math.Abs(a[1] - b[1]), Math.Abs(a[2] - b[2]))) < contrast;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PixelView Halve(PixelView view, byte[] half)
    {
        var (width, height) = (view.Width / 2, view.Height / 2);
        for (var y = 0; y < height; y++)
        {
            var upper = view.Row(2 * y);
            var lower = view.Row((2 * y) + 1);
            var target = half.AsSpan(3 * y * width, 3 * width);
            for (int x = 0, from = 0; x < target.Length; x += 3, from += 6)
            {
                target[x] = (byte)((upper[from] + upper[from + 3] + lower[from] + lower[from + 3] + 2) >> 2);
                target[x + 1] = (byte)((upper[from + 1] + upper[from + 4] + lower[from + 1] + lower[from + 4] + 2) >> 2);
                target[x + 2] = (byte)((upper[from + 2] + upper[from + 5] + lower[from + 2] + lower[from + 5] + 2) >> 2);
            }
        }

        return new PixelView(half, 3 * width, width, height);
    }

    private static ImmutableArray<(int X, int Y)> Circle(double radius)
    {
        const int Points = 8;
        return [.. Enumerable.Range(0, Points).Select(i => 2 * Math.PI * i / Points)
            .Select(angle => ((int)Math.Round(radius * Math.Cos(angle)), (int)Math.Round(radius * Math.Sin(angle))))];
    }
}

/// <summary>A place that may be inside a sticker.</summary>
/// <param name="RingPixels">Radius of a circle around it that lies outside.</param>
/// <param name="Contrast">Least colour distance to that circle.</param>
/// <param name="LumaWeight">Share of luma in that distance.</param>
/// <param name="Kind">By what it was told from that circle.</param>
internal readonly record struct Seed(int X, int Y, int RingPixels, Colour Colour, float Contrast, float LumaWeight, MarkerKind Kind);
