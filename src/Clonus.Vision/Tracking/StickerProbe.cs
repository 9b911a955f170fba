
namespace Clonus.Vision.Tracking;

/// <summary>Whether a place in the picture is a sticker, and how good a one.</summary>
internal static class StickerProbe
{
    /// <summary>Null when the patch of colour there is not compact, has the wrong size or form, or fades into its surroundings on some side.</summary>
    public static Sticker? Measure(PixelView picture, Seed seed, double minContrast, StickerSettings settings)
    {
        var look = new StickerLook(seed.Colour, (float)settings.LumaWeight, seed.Contrast, Math.PI * seed.RingPixels * seed.RingPixels);
        // Once with the colours at the seed to get hold of the patch, once with its own to get its rim right.
        for (var round = 0; round < 2; round++)
        {
            if (BlobSearch.Grow(picture, Around(picture, seed, look), look, seed.X, seed.Y) is not { } shape || !IsDisc(shape, settings)
                || StickerCentre.Measure(picture, shape, null, settings) is not { } measure || measure.SideContrast < minContrast)
            {
                return null;
            }

            look = new StickerLook(measure.Core, measure.LumaWeight, measure.SideContrast, measure.AreaPixels);
            if (round > 0)
            {
                return new Sticker(measure.Centre, shape, look, Quality(shape, measure, settings));
            }
        }

        return null;
    }

    private static bool IsDisc(Blob shape, StickerSettings settings)
    {
        var (longAxis, shortAxis, _, _) = shape.Axes();
        var diameter = 2 * Math.Sqrt(longAxis * shortAxis);
        return diameter >= settings.MinDiameterPixels && diameter <= settings.MaxDiameterPixels
            && shortAxis >= settings.MinAxisRatio * longAxis
            && shape.AreaPixels >= settings.MinEllipseFill * Math.PI * longAxis * shortAxis;
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

    private static PixelBox Around(PixelView picture, Seed seed, StickerLook look)
    {
        // Twice the ring: the patch lies within it wherever in the patch the seed lies.
        var reach = (2 * seed.RingPixels) + 2;
        var (x0, y0) = (Math.Max(seed.X - reach, 0), Math.Max(seed.Y - reach, 0));
        return new PixelBox(x0, y0, Math.Min(seed.X + reach + 1, picture.Width) - x0, Math.Min(seed.Y + reach + 1, picture.Height) - y0);
    }
}
