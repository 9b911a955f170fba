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

    /// <summary>Diameter across its longer axis, which a tilt does not shrink; without what motion adds.</summary>
    public double LongDiameterPixels { get; init; }

    /// <summary>It was moving by a good part of its width while the shutter was open.</summary>
    public bool IsSmear { get; init; }

    /// <summary>How much of its own colour its inside shows: of a smear less than 1.</summary>
    public double CoreShare { get; init; } = 1;

    /// <summary>The way that it went then; null when none fits, or it is no smear.</summary>
    public SmearWay? Way { get; init; }
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
    /// <param name="rest">Its form when it does not move; null when that is not known.</param>
    public static CentreMeasure? Measure(PixelView picture, Blob rough, StickerLook? known, StickerSettings settings, Ellipse? rest = null)
    {
        var (axisLong, axisShort, directionX, directionY) = rough.Axes();
        var disc = new Ellipse(rough.Centre, axisLong, axisShort, directionX, directionY);
        var rim = Math.Max(settings.RimPixels, settings.RimRatio * axisShort);
        // Colours are means: of a large sticker every second or third pixel tells them as well.
        var step = Math.Max(1, (int)(2 * axisShort / settings.ColourSamplesAcross));
        var (core, spread) = Inside(picture, disc.Scaled(settings.CoreRatio), step);
        var window = disc.Grown(rim);
        var isPale = false;
        for (var round = 0; ; round++)
        {
            if (!window.Fits(picture, 0) || StickerSurroundings.Measure(picture, window, window.Grown(rim), step, core, known?.LumaWeight, settings) is not { } around)
            {
                return null;
            }

            // A smear of motion shows its own colour nowhere in full; then the colour known from before is the better end of the mixture.
            var pure = known is not null && (isPale || core.DistanceTo(known.Core, around.LumaWeight) > settings.SmearedCore * around.SideContrast) ? known.Core : core;
            var mixture = new ColourMixture(around, window.Long, pure, settings.NoiseFloor, settings.ChromaNoiseFloor);
            if (Follow(picture, window, mixture, settings, isLinear: false) is not { } sums || sums.Centroid.DistanceTo(rough.Centre) > axisLong + 1)
            {
                return null;
            }

            // The pale ends of a smear reach beyond the pixels that it was found by, and the ring lay in them: farther out it is seen to be longer.
            var form = SoftEllipse.Of(sums.ToBlob(), settings.RimSoftnessPixels);
            var isSmear = form.IsSmear(settings.SmearRatio)
                // One that is no disc may move along its shorter axis, and seem rounder.
                || (rest is { } still && !IsRound(still, settings) && SoftEllipse.MotionOf(sums.ToBlob(), still, settings.RimSoftnessPixels).Length > settings.SmearedWidths * 2 * still.Short);
            if (isSmear && known is not null && pure != known.Core)
            {
                isPale = true;
                continue;
            }

            var isShort = sums.Area < settings.ShortOfArea * known?.AreaPixels;
            var wider = form.Window(sums.Centroid, rim, settings.SmearMargin, isShort ? settings.SmearMargin * window.Long : 0);
            if ((isSmear || isShort) && round < settings.SmearRounds && wider.Long > window.Long + settings.SmearGrowthPixels && wider.Grown(rim).Fits(picture, 0))
            {
                (window, isPale) = (wider, true);
                continue;
            }

            var measure = new CentreMeasure(sums.Centroid, sums.Area, core, spread, around.SideContrast, (core - around.Plane.Level).Chroma, around.LumaWeight)
            {
                SideLumas = (around.DarkestSide, around.BrightestSide),
                LongDiameterPixels = 2 * form.Long,
                IsSmear = isSmear,
            };
            return isSmear
                ? OfSmear(picture, window, mixture, around.Plane.Level, pure, measure, known, rest, settings)
                : EdgeFit.Centre(picture, sums.Centroid, form, mixture, settings) is { } centre ? measure with { Centre = centre } : null;
        }
    }

    /// <summary>Of a smear: its fitted way's middle, or where nothing can be fitted its centroid.</summary>
    private static CentreMeasure? OfSmear(
        PixelView picture, Ellipse window, ColourMixture coded, Colour ground, Colour pure, CentreMeasure measure, StickerLook? known, Ellipse? rest, StickerSettings settings)
    {
        CentreMeasure? best = null;
        // A camera adds up light; where frames were averaged afterwards it is the stored levels that were.
        foreach (var mixture in (ReadOnlySpan<ColourMixture>)[coded.OfLight(ground, pure), coded])
        {
            if (Follow(picture, window, mixture, settings, isLinear: true) is not { } sums)
            {
                continue;
            }

            best ??= measure with { Centre = sums.Centroid, AreaPixels = sums.Area };
            if (known is null)
            {
                // What is new is most likely no sticker: no way is worth fitting.
                return best;
            }

            // Motion spreads a sticker and adds nothing: what is not of its size is another thing, or a part.
            if (sums.Area >= settings.MinSmearArea * known.AreaPixels && sums.Area <= settings.MaxSmearArea * known.AreaPixels)
            {
                // Its form at rest may itself have been taken from a smear, that went another way.
                foreach (var shape in (ReadOnlySpan<Ellipse?>)(rest is null || IsRound(rest.Value, settings) ? [rest] : [rest, null]))
                {
                    if ((best.Value.Way is not { Agreement: var sofar } || (sofar >= settings.HopelessSmearAgreement && sofar < settings.GoodSmearAgreement))
                        && SmearFit.Fit(picture, window, sums.ToBlob(), shape, mixture, settings) is { } way && !(best.Value.Way?.Agreement >= way.Agreement))
                    {
                        best = measure with { Centre = way.Middle, AreaPixels = sums.Area, Way = way };
                    }
                }
            }
        }

        return best is { } found ? Unmixed(found, ground, pure, measure.LumaWeight) : null;
    }

    private static bool IsRound(Ellipse rest, StickerSettings settings) => rest.Short >= settings.RoundAxisRatio * rest.Long;

    /// <summary>What colour it would have if it had stood still, as far as paleness alone tells it from the known one.</summary>
    private static CentreMeasure Unmixed(CentreMeasure measure, Colour ground, Colour pure, float lumaWeight)
    {
        var (span, seen) = (pure - ground, measure.Core - ground);
        var share = ((lumaWeight * span.Luma * seen.Luma) + (span.Cb * seen.Cb) + (span.Cr * seen.Cr)) / span.SquaredDistanceTo(default, lumaWeight);
        return share is > 0 and < 1
            ? measure with { CoreShare = share, Core = measure.Core + (span * (1 - share)), SideContrast = measure.SideContrast / Math.Max(share, 0.25f) }
            : measure;
    }

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
