using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker measured to a fraction of a pixel.</summary>
/// <param name="AreaPixels">Sum of the memberships: the same for a sharp and a blurred sticker.</param>
/// <param name="Core">Mean colour of its inside.</param>
/// <param name="CoreSpread">Standard deviation of that colour over the inside.</param>
/// <param name="SideContrast">Colour distance between inside and surroundings on the side where it is least.</param>
/// <param name="ChromaContrast">Difference in chroma between inside and surroundings, without luma.</param>
/// <param name="LumaWeight">Share of luma in colour distances here.</param>
internal readonly record struct CentreMeasure(
    ImagePoint Centre, double AreaPixels, Colour Core, float CoreSpread, float SideContrast, float ChromaContrast, float LumaWeight);

/// <summary>
/// The centre of a sticker: the centroid of each pixel's membership, the share of sticker colour in the mixture with its local
/// surroundings. Directions of colour in which the surroundings vary, such as light over the skin or a dark couch beside it, have no say;
/// the window follows the centre by fractions, so that no place is favoured.
/// </summary>
internal static class StickerCentre
{
    /// <summary>Null when the sticker or its rim is cut by the picture's border, or nothing of its colour is there.</summary>
    /// <param name="rough">Its pixels, to a pixel.</param>
    /// <param name="expected">The colour it had before; null when it is new and its core is its colour.</param>
    public static CentreMeasure? Measure(PixelView picture, Blob rough, Colour? expected, StickerSettings settings)
    {
        var (axisLong, axisShort, directionX, directionY) = rough.Axes();
        var disc = new Ellipse(rough.Centre, axisLong, axisShort, directionX, directionY);
        var rim = Math.Max(settings.RimPixels, settings.RimRatio * axisShort);
        var window = disc.Grown(rim);
        if (!window.Fits(picture, 0))
        {
            return null;
        }

        // Colours are means: of a large sticker every second or third pixel tells them as well.
        var step = Math.Max(1, (int)(2 * axisShort / settings.ColourSamplesAcross));
        var (core, spread) = Inside(picture, disc.Scaled(settings.CoreRatio), step);
        if (StickerSurroundings.Measure(picture, window, window.Grown(rim), step, core, settings) is not { } around)
        {
            return null;
        }

        // A smear of motion shows its own colour nowhere in full; then the colour known from before is the better end of the mixture.
        var pure = expected is { } known && core.DistanceTo(known, around.LumaWeight) > settings.SmearedCore * around.SideContrast ? known : core;
        var mixture = new ColourMixture(around.Plane, around.Variation, pure, settings.NoiseFloor, settings.ChromaNoiseFloor);
        // Every row of a large sticker knows its middle: half of them, or a third, are enough.
        var rowStep = Math.Max(1, (int)(2 * axisShort / settings.CentreRowsAcross));
        var (centre, area, moved) = (rough.Centre, 0.0, double.MaxValue);
        for (var round = 0; round < settings.MaxCentreRounds && moved > settings.CentreSettledPixels; round++)
        {
            var before = centre;
            (centre, area) = Centroid(picture, window with { Centre = centre }, rowStep, mixture, settings.MembershipDeadband);
            moved = centre.DistanceTo(before);
            if (area <= 0 || centre.DistanceTo(rough.Centre) > axisLong + 1)
            {
                return null;
            }
        }

        return new CentreMeasure(centre, area, core, spread, around.SideContrast, (core - around.Plane.Level).Chroma, around.LumaWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Colour Mean, float Spread) Inside(PixelView picture, Ellipse core, int step)
    {
        var (sum, squares, count) = (default(Colour), 0f, 0);
        var (x0, y0, x1, y1) = core.Bounds(picture);
        for (var y = y0; y <= y1; y += step)
        {
            for (var x = x0; x <= x1; x += step)
            {
                if (core.Square(x, y) <= 1)
                {
                    var colour = picture[x, y];
                    sum += colour;
                    squares += colour.SquaredDistanceTo(default, 1);
                    count++;
                }
            }
        }

        if (count == 0)
        {
            return (picture[(int)Math.Round(core.Centre.X), (int)Math.Round(core.Centre.Y)], 0);
        }

        var mean = sum * (1f / count);
        return (mean, MathF.Sqrt(MathF.Max((squares / count) - mean.SquaredDistanceTo(default, 1), 0)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ImagePoint Centre, double Area) Centroid(PixelView picture, Ellipse window, int rowStep, ColourMixture mixture, double deadband)
    {
        var outer = window.Grown(0.5);
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        var (low, gain) = ((float)deadband, (float)(1 / (1 - (2 * deadband))));
        var (area, momentX, momentY) = (0.0, 0.0, 0.0);
        // Between these two the window's edge passes.
        var (within, beyond) = (Math.Pow(1 - (0.5 / window.Short), 2), Math.Pow(1 + (0.5 / window.Short), 2));
        for (var y = y0; y <= y1; y += rowStep)
        {
            var row = picture.Row(y);
            for (var x = x0; x <= x1; x++)
            {
                var square = window.Square(x, y);
                if (square >= beyond)
                {
                    continue;
                }

                var membership = (mixture.Share(row.Slice(3 * x, 3), x, y) - low) * gain;
                if (membership <= 0)
                {
                    continue;
                }

                // The window ends in a slope of one pixel, so that its edge passes over pixels smoothly.
                var weight = Math.Min(membership, 1) * (square <= within ? 1 : ((1 - Math.Sqrt(square)) * window.Short) + 0.5);
                area += weight;
                momentX += weight * (x - window.Centre.X);
                momentY += weight * (y - window.Centre.Y);
            }
        }

        return area > 0 ? (window.Centre + new ImagePoint(momentX / area, momentY / area), area * rowStep) : (window.Centre, 0);
    }
}
