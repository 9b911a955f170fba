
namespace Clonus.Vision.Tracking;

/// <summary>Whether a place in the picture is a sticker, and how good a one.</summary>
internal static class StickerProbe
{
    /// <summary>Null when the patch of colour there is not compact, has the wrong size or form, or fades into its surroundings on some side.</summary>
    public static Sticker? Measure(PixelView picture, Seed seed, double minContrast, StickerSettings settings)
    {
        var look = new StickerLook(seed.Colour, seed.LumaWeight, seed.Contrast, Math.PI * seed.RingPixels * seed.RingPixels);
        // Once with the colours at the seed to get hold of the patch, once with its own to get its rim right.
        for (var round = 0; round < 2; round++)
        {
            if (BlobSearch.Grow(picture, Around(picture, seed), look, seed.X, seed.Y) is not { } shape || !IsDisc(shape, seed.Kind, settings)
                || StickerCentre.Measure(picture, shape, null, settings) is not { } measure || measure.SideContrast < minContrast
                || !HasTone(measure, seed.Kind, settings))
            {
                return null;
            }

            look = new StickerLook(measure.Core, measure.LumaWeight, measure.SideContrast, measure.AreaPixels) { Kind = seed.Kind };
            if (round > 0)
            {
                if (seed.Kind != MarkerKind.Colour && !HasRim(picture, seed, look, shape, settings))
                {
                    return null;
                }

                return new Sticker(measure.Centre, shape, look, Quality(shape, measure, settings));
            }
        }

        return null;
    }

    private static bool IsDisc(Blob shape, MarkerKind kind, StickerSettings settings)
    {
        var (longAxis, shortAxis, _, _) = shape.Axes();
        var diameter = 2 * Math.Sqrt(longAxis * shortAxis);
        var (minDiameter, minAxisRatio) = kind == MarkerKind.Colour
            ? (settings.MinDiameterPixels, settings.MinAxisRatio)
            : (settings.MinToneDiameterPixels, settings.MinToneAxisRatio);
        return diameter >= minDiameter && diameter <= settings.MaxDiameterPixels && shortAxis >= minAxisRatio * longAxis
            && (shape.AreaPixels < settings.MinFormedAreaPixels || shape.AreaPixels >= settings.MinEllipseFill * Math.PI * longAxis * shortAxis);
    }

    /// <summary>Whether it is brighter, or darker, than the side that comes nearest to it.</summary>
    private static bool HasTone(CentreMeasure measure, MarkerKind kind, StickerSettings settings) => kind switch
    {
        MarkerKind.Bright => measure.Core.ToHsv().ValuePercent >= settings.MinBrightValuePercent
            && measure.Core.Luma - measure.SideLumas.Brightest >= settings.MinRequestedContrast,
        MarkerKind.Dark => measure.Core.Luma <= settings.MaxDarkRatio * measure.SideLumas.Darkest
            && measure.SideLumas.Darkest - measure.Core.Luma >= settings.MinRequestedContrast,
        _ => true,
    };

    /// <summary>Whether it ends in a rim: a shadow, a dimple or a gloss on the skin fades all the way.</summary>
    private static bool HasRim(PixelView picture, Seed seed, StickerLook look, Blob shape, StickerSettings settings)
    {
        // The smallest are all rim.
        var radius = Radius(shape);
        if (radius <= settings.RimPixels)
        {
            return true;
        }

        var (x, y) = ((int)Math.Round(shape.Centre.X), (int)Math.Round(shape.Centre.Y));
        var box = Around(picture, seed);
        return BlobSearch.Grow(picture, box, look.WithRim(settings.RimQuantile), x, y) is { } inner
            && BlobSearch.Grow(picture, box, look.WithRim(1 - settings.RimQuantile), x, y) is { } outer
            && Radius(outer) - Radius(inner) <= Math.Max(settings.RimPixels, settings.MaxRimRatio * radius);

        static double Radius(Blob blob) => Math.Sqrt(blob.AreaPixels / Math.PI);
    }

    private static double Quality(Blob shape, CentreMeasure measure, StickerSettings settings)
    {
        var (longAxis, shortAxis, _, _) = shape.Axes();
        var colourful = settings.Colourful.At(measure.ChromaContrast);
        return settings.GoodContrast.At(measure.SideContrast)
            * (settings.ColourlessQuality + ((1 - settings.ColourlessQuality) * colourful))
            * settings.GoodFill.At(shape.AreaPixels / (Math.PI * longAxis * shortAxis))
            * settings.GoodAxisRatio.At(shortAxis / longAxis)
            * settings.GoodEvenness.At(measure.CoreSpread / measure.SideContrast);
    }

    private static PixelBox Around(PixelView picture, Seed seed)
    {
        // Twice the ring: the patch lies within it wherever in the patch the seed lies.
        var reach = (2 * seed.RingPixels) + 2;
        var (x0, y0) = (Math.Max(seed.X - reach, 0), Math.Max(seed.Y - reach, 0));
        return new PixelBox(x0, y0, Math.Min(seed.X + reach + 1, picture.Width) - x0, Math.Min(seed.Y + reach + 1, picture.Height) - y0);
    }
}
