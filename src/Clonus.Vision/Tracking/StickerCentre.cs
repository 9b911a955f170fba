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
    ImagePoint Centre, double AreaPixels, Colour Core, float CoreSpread, float SideContrast, float ChromaContrast, float LumaWeight)
{
    /// <summary>Luma of the darkest and of the brightest of its sides.</summary>
    public (float Darkest, float Brightest) SideLumas { get; init; }

    /// <summary>How its printed pattern was found; null for what has none.</summary>
    public PatternMatch? Pattern { get; init; }

    /// <summary>Diameter across its longer axis, which a tilt does not shrink; of a smear the whole of its length.</summary>
    public double LongDiameterPixels { get; init; }
}

/// <summary>
/// The centre of a sticker: the centroid of each pixel's membership, the share of sticker colour in the mixture with its local
/// surroundings. Directions of colour in which the surroundings vary, such as light over the skin or a dark couch beside it, have no say;
/// the window follows the centre by fractions, so that no place is favoured.
/// </summary>
internal static class StickerCentre
{
    /// <summary>Null when the sticker or its rim is cut by the picture's border, or nothing of its colour is there.</summary>
    /// <param name="rough">Its pixels, to a pixel.</param>
    /// <param name="known">What it looked like before; null when it is new and its core is its colour.</param>
    public static CentreMeasure? Measure(PixelView picture, Blob rough, StickerLook? known, StickerSettings settings)
    {
        var (axisLong, axisShort, directionX, directionY) = rough.Axes();
        var disc = new Ellipse(rough.Centre, axisLong, axisShort, directionX, directionY);
        var rim = Math.Max(settings.RimPixels, settings.RimRatio * axisShort);
        // Colours are means: of a large sticker every second or third pixel tells them as well.
        var step = Math.Max(1, (int)(2 * axisShort / settings.ColourSamplesAcross));
        var (core, spread) = Inside(picture, disc.Scaled(settings.CoreRatio), step);
        var window = disc.Grown(rim);
        for (var round = 0; ; round++)
        {
            if (!window.Fits(picture, 0) || StickerSurroundings.Measure(picture, window, window.Grown(rim), step, core, settings) is not { } around)
            {
                return null;
            }

            // A smear of motion shows its own colour nowhere in full; then the colour known from before is the better end of the mixture.
            var pure = known is not null && (round > 0 || core.DistanceTo(known.Core, around.LumaWeight) > settings.SmearedCore * around.SideContrast) ? known.Core : core;
            var mixture = new ColourMixture(around.Plane, around.Variation, window.Long, pure, settings.NoiseFloor, settings.ChromaNoiseFloor);
            if (Follow(picture, window, mixture, settings, isLinear: false) is not { } sums || sums.Centroid.DistanceTo(rough.Centre) > axisLong + 1)
            {
                return null;
            }

            // The pale ends of a smear reach beyond the pixels that it was found by, and the ring lay in them: farther out it is seen to be longer.
            var form = SoftEllipse.Of(sums.ToBlob(), settings.RimSoftnessPixels);
            var isSmear = form.IsSmear(settings.SmearRatio);
            var isShort = sums.Area < settings.ShortOfArea * known?.AreaPixels;
            var wider = form.Window(sums.Centroid, rim, settings.SmearMargin, isShort ? settings.SmearMargin * window.Long : 0);
            if ((isSmear || isShort) && round < settings.SmearRounds && wider.Long > window.Long + settings.SmearGrowthPixels && wider.Grown(rim).Fits(picture, 0))
            {
                window = wider;
                continue;
            }

            var centre = isSmear
                ? SmearCentre(picture, window, mixture, settings)
                : EdgeFit.Centre(picture, sums.Centroid, form, mixture, settings);
            return centre is { } found
                ? new CentreMeasure(found, sums.Area, core, spread, around.SideContrast, (core - around.Plane.Level).Chroma, around.LumaWeight)
                {
                    SideLumas = (around.DarkestSide, around.BrightestSide),
                    LongDiameterPixels = 2 * form.Long,
                }
                : null;
        }
    }

    /// <summary>Of a smear: its fitted way's middle, or where nothing can be fitted its centroid, memberships counting as they are.</summary>
    private static ImagePoint? SmearCentre(PixelView picture, Ellipse window, ColourMixture mixture, StickerSettings settings) =>
        Follow(picture, window, mixture, settings, isLinear: true) is { } sums
            ? SmearFit.Centre(picture, window, sums.Centroid, SoftEllipse.Of(sums.ToBlob(), settings.RimSoftnessPixels), mixture, settings) ?? sums.Centroid
            : null;

    /// <summary>The window moves along with the centroid, so that no place is favoured.</summary>
    /// <param name="isLinear">Memberships count as they are. Only then is the centroid the mean of a bent or uneven movement, however far from the
    /// sticker's own colour the smear is; the noise of the surroundings counts too.</param>
    private static MembershipSums? Follow(PixelView picture, Ellipse window, ColourMixture mixture, StickerSettings settings, bool isLinear)
    {
        // Every row of a large sticker knows its middle: half of them, or a third, are enough.
        var rowStep = Math.Max(1, (int)(2 * window.Short / settings.CentreRowsAcross));
        var sums = default(MembershipSums);
        for (var round = 0; round < settings.CentroidRounds; round++)
        {
            sums = isLinear
                ? Sum(picture, window, 1, mixture, 0, -settings.MembershipSlack, double.MaxValue)
                : Sum(picture, window, rowStep, mixture, settings.MembershipDeadband, 0, 1);
            if (!(sums.Area > 0))
            {
                return null;
            }

            window = window with { Centre = sums.Centroid };
        }

        return sums;
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
    private static MembershipSums Sum(PixelView picture, Ellipse window, int rowStep, ColourMixture mixture, double deadband, double least, double most)
    {
        var outer = window.Grown(0.5);
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        var (low, gain) = ((float)deadband, (float)(1 / (1 - (2 * deadband))));
        var (area, sumX, sumY, sumXx, sumYy, sumXy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
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

                var membership = Math.Clamp((mixture.Share(row.Slice(3 * x, 3), x, y) - low) * gain, least, most);
                if (membership == 0)
                {
                    continue;
                }

                // The window ends in a slope of one pixel, so that its edge passes over pixels smoothly.
                var weight = membership * (square <= within ? 1 : ((1 - Math.Sqrt(square)) * window.Short) + 0.5);
                var (dx, dy) = (x - window.Centre.X, y - window.Centre.Y);
                area += weight;
                sumX += weight * dx;
                sumY += weight * dy;
                sumXx += weight * dx * dx;
                sumYy += weight * dy * dy;
                sumXy += weight * dx * dy;
            }
        }

        return new MembershipSums(window.Centre, area * rowStep, sumX * rowStep, sumY * rowStep, sumXx * rowStep, sumYy * rowStep, sumXy * rowStep);
    }
}
