using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>What lies around a sticker.</summary>
/// <param name="Stripes">What they depart from the plane by across one direction; null where a plane is enough.</param>
/// <param name="Variation">Covariance of the colours about both.</param>
/// <param name="LumaWeight">Share of luma in colour distances here.</param>
/// <param name="SideContrast">Colour distance of the sticker to the side where it stands out least.</param>
/// <param name="DarkestSide">Luma of the darkest side.</param>
/// <param name="BrightestSide">Luma of the brightest side.</param>
internal readonly record struct StickerSurroundings(
    ColourPlane Plane, GroundStripes? Stripes, ColourCovariance Variation, float LumaWeight, float SideContrast, float DarkestSide, float BrightestSide)
{
    private const int Sides = 8;

    /// <summary>Null when a side lies outside of the picture.</summary>
    /// <param name="inner">The ring is what lies between this and <paramref name="outer"/>.</param>
    /// <param name="core">The sticker's colour.</param>
    /// <param name="lumaWeight">Share of luma in the colour distances that are asked for; null to choose it by how colourful the sticker is.</param>
    public static StickerSurroundings? Measure(
        PixelView picture, Ellipse inner, Ellipse outer, int step, Colour core, float? lumaWeight, StickerSettings settings)
    {
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        var most = (((x1 - x0) / step) + 1) * (((y1 - y0) / step) + 1);
        var pixels = System.Buffers.ArrayPool<RingPixel>.Shared.Rent(most);
        var count = 0;
        for (var y = y0; y <= y1; y += step)
        {
            for (var x = x0; x <= x1; x += step)
            {
                if (inner.Square(x, y) > 1 && outer.Square(x, y) <= 1)
                {
                    pixels[count++] = new RingPixel((float)(x - inner.Centre.X), (float)(y - inner.Centre.Y), picture[x, y]);
                }
            }
        }

        var result = Measure(pixels.AsSpan(0, count), inner.Centre, step, core, lumaWeight, settings);
        System.Buffers.ArrayPool<RingPixel>.Shared.Return(pixels);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static StickerSurroundings? Measure(
        Span<RingPixel> pixels, ImagePoint centre, int step, Colour core, float? asked, StickerSettings settings)
    {
        Span<Colour> sums = stackalloc Colour[Sides];
        Span<int> counts = stackalloc int[Sides];
        var mean = default(Colour);
        foreach (var pixel in pixels)
        {
            var side = (pixel.X < 0 ? 1 : 0) + (pixel.Y < 0 ? 2 : 0) + (MathF.Abs(pixel.Y) > MathF.Abs(pixel.X) ? 4 : 0);
            sums[side] += pixel.Colour;
            counts[side]++;
            mean += pixel.Colour;
        }

        if (counts.Contains(0))
        {
            return null;
        }

        mean *= 1f / pixels.Length;
        var lumaWeight = asked ?? ((core - mean).Chroma < settings.ColourlessBelowContrast ? 1 : (float)settings.LumaWeight);
        var (contrast, darkest, brightest) = (float.MaxValue, float.MaxValue, float.MinValue);
        for (var side = 0; side < Sides; side++)
        {
            var colour = sums[side] * (1f / counts[side]);
            contrast = MathF.Min(contrast, colour.DistanceTo(core, lumaWeight));
            (darkest, brightest) = (MathF.Min(darkest, colour.Luma), MathF.Max(brightest, colour.Luma));
        }

        var about = About(pixels, mean, core, lumaWeight);
        var (plane, variation) = Fit(about, centre, mean);
        var stripes = variation.Trace > settings.PlainVariation ? GroundStripes.Fit(about, step, settings) : null;
        return stripes is not null && stripes.Variation.Trace < settings.StripedShare * variation.Trace
            ? new StickerSurroundings(stripes.PlaneAt(centre, mean), stripes, stripes.Variation.Plus(variation, settings.StripeDoubt), lumaWeight, contrast, darkest, brightest)
            : new StickerSurroundings(plane, null, variation, lumaWeight, contrast, darkest, brightest);
    }

    /// <summary>The ring's pixels about their mean, but those of another sticker nearby, which is no part of the surroundings.</summary>
    private static Span<RingPixel> About(Span<RingPixel> pixels, Colour mean, Colour core, float lumaWeight)
    {
        var sticker = 0.25f * mean.SquaredDistanceTo(core, lumaWeight);
        var count = 0;
        foreach (var pixel in pixels)
        {
            if (pixel.Colour.SquaredDistanceTo(core, lumaWeight) >= sticker)
            {
                pixels[count++] = pixel with { Colour = pixel.Colour - mean };
            }
        }

        return pixels[..count];
    }

    /// <summary>The plane of least squares through the ring's colours, and how they depart from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ColourPlane Plane, ColourCovariance Variation) Fit(ReadOnlySpan<RingPixel> pixels, ImagePoint centre, Colour mean)
    {
        var (n, sx, sy, sxx, sxy, syy) = ((double)pixels.Length, 0.0, 0.0, 0.0, 0.0, 0.0);
        Colour sum = default, sumX = default, sumY = default;
        ColourCovariance products = default;
        foreach (var pixel in pixels)
        {
            var colour = pixel.Colour;
            sx += pixel.X;
            sy += pixel.Y;
            sxx += pixel.X * pixel.X;
            sxy += pixel.X * pixel.Y;
            syy += pixel.Y * pixel.Y;
            sum += colour;
            sumX += colour * pixel.X;
            sumY += colour * pixel.Y;
            products = products.Plus(colour);
        }

        // Normal equations of the plane, solved once for the three channels.
        var (cxx, cxy, cyy) = (sxx - (sx * sx / n), sxy - (sx * sy / n), syy - (sy * sy / n));
        var determinant = (cxx * cyy) - (cxy * cxy);
        if (!(determinant > 0))
        {
            return (new ColourPlane(centre, mean, default, default), default);
        }

        var (centredX, centredY) = (sumX - (sum * (float)(sx / n)), sumY - (sum * (float)(sy / n)));
        var slopeX = (centredX * (float)(cyy / determinant)) - (centredY * (float)(cxy / determinant));
        var slopeY = (centredY * (float)(cxx / determinant)) - (centredX * (float)(cxy / determinant));
        var level = (sum - (slopeX * (float)sx) - (slopeY * (float)sy)) * (float)(1 / n);
        var variation = products.Minus(sum, sum, 1 / n).Minus(slopeX, centredX, 1).Minus(slopeY, centredY, 1).Scaled(1 / n);
        return (new ColourPlane(centre, mean + level, slopeX, slopeY), variation);
    }
}
