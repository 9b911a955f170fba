using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker measured to a fraction of a pixel.</summary>
/// <param name="AreaPixels">Sum of the memberships: the same for a sharp and a blurred sticker.</param>
/// <param name="Core">Mean colour of its inside.</param>
/// <param name="CoreSpread">Standard deviation of that colour over the inside.</param>
/// <param name="SideContrast">Colour distance between inside and surroundings on the side where it is least.</param>
/// <param name="LumaWeight">Share of luma in those distances.</param>
internal readonly record struct CentreMeasure(
    ImagePoint Centre, double AreaPixels, Colour Core, float CoreSpread, float SideContrast, float LumaWeight);

/// <summary>
/// The centre of a sticker: the centroid of each pixel's membership, the share of sticker colour in the mixture with its local surroundings.
/// Luma and chroma are weighed together by Fisher's discriminant of the surroundings, so that a direction in which these vary, such as
/// light over the skin or a dark couch beside it, has no say; the window follows the centre by fractions, so that no place is favoured.
/// </summary>
internal static class StickerCentre
{
    private const int Sides = 8;
    private const int Rounds = 3;

    /// <summary>Null when the sticker or its rim is cut by the picture's border, or nothing of its colour is there.</summary>
    /// <param name="rough">Its pixels, to a pixel.</param>
    /// <param name="expected">The colour it had before; null when it is new and its core is its colour.</param>
    public static CentreMeasure? Measure(PixelView picture, Blob rough, Colour? expected, StickerSettings settings)
    {
        var (axisLong, axisShort, directionX, directionY) = rough.Axes();
        var rim = Math.Max(settings.RimPixels, settings.RimRatio * axisShort);
        var window = new Window(rough.Centre, axisLong + rim, axisShort + rim, directionX, directionY);
        var outer = window with { Long = window.Long + rim, Short = window.Short + rim };
        if (!outer.Fits(picture, rim))
        {
            return null;
        }

        var (core, spread) = Inside(picture, window with { Long = 0.6 * axisLong, Short = 0.6 * axisShort });
        var ring = Surroundings(picture, window, outer, core, settings);
        if (ring is not { } surroundings)
        {
            return null;
        }

        // A smear of motion shows its own colour nowhere in full; then the colour known from before is the better end of the mixture.
        var pure = expected is { } known && core.DistanceTo(known, surroundings.LumaWeight) > 0.35f * surroundings.SideContrast ? known : core;
        var mixture = ColourMixture.Between(surroundings.Level, surroundings.Residual, pure, settings.NoiseFloor);
        var (centre, area) = (rough.Centre, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            (centre, area) = Centroid(picture, window with { Centre = centre }, surroundings, mixture, settings.MembershipDeadband);
            if (area <= 0 || centre.DistanceTo(rough.Centre) > axisLong + 1)
            {
                return null;
            }
        }

        return new CentreMeasure(centre, area, core, spread, surroundings.SideContrast, surroundings.LumaWeight);
    }

    private static (Colour Mean, float Spread) Inside(PixelView picture, Window window)
    {
        var (sum, squares, count) = (default(Colour), 0f, 0);
        var (x0, y0, x1, y1) = window.Bounds(picture);
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                if (window.Depth(x, y) >= 0)
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
            return (picture[(int)Math.Round(window.Centre.X), (int)Math.Round(window.Centre.Y)], 0);
        }

        var mean = sum * (1f / count);
        return (mean, MathF.Sqrt(MathF.Max((squares / count) - mean.SquaredDistanceTo(default, 1), 0)));
    }

    /// <summary>A plane of colour through the ring around the window, how the ring departs from it, and its contrast to the core on the weakest side.</summary>
    private static Ring? Surroundings(PixelView picture, Window inner, Window outer, Colour core, StickerSettings settings)
    {
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        Span<Colour> sideSums = stackalloc Colour[Sides];
        Span<int> sideCounts = stackalloc int[Sides];
        var (mean, count) = (default(Colour), 0);
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                if (inner.Depth(x, y) < 0 && outer.Depth(x, y) >= 0)
                {
                    var colour = picture[x, y];
                    var turn = Math.Atan2(y - inner.Centre.Y, x - inner.Centre.X) / (2 * Math.PI);
                    var side = (int)((turn + 1) * Sides) % Sides;
                    sideSums[side] += colour;
                    sideCounts[side]++;
                    mean += colour;
                    count++;
                }
            }
        }

        if (count < 2 * Sides || sideCounts.Contains(0))
        {
            return null;
        }

        mean *= 1f / count;
        var chroma = MathF.Sqrt(((core.Cb - mean.Cb) * (core.Cb - mean.Cb)) + ((core.Cr - mean.Cr) * (core.Cr - mean.Cr)));
        var lumaWeight = chroma < settings.ColourlessBelowContrast ? 1 : (float)settings.LumaWeight;
        var contrast = float.MaxValue;
        for (var side = 0; side < Sides; side++)
        {
            contrast = MathF.Min(contrast, (sideSums[side] * (1f / sideCounts[side])).DistanceTo(core, lumaWeight));
        }

        return FitPlane(picture, inner, outer, mean, core, lumaWeight) with { SideContrast = contrast };
    }

    private static Ring FitPlane(PixelView picture, Window inner, Window outer, Colour mean, Colour core, float lumaWeight)
    {
        // Another sticker nearby is no part of the surroundings.
        var sticker = 0.25f * mean.SquaredDistanceTo(core, lumaWeight);
        var (x0, y0, x1, y1) = outer.Bounds(picture);
        var (n, sx, sy, sxx, sxy, syy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        Colour sum = default, sumX = default, sumY = default;
        ColourCovariance products = default;
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                if (inner.Depth(x, y) >= 0 || outer.Depth(x, y) < 0)
                {
                    continue;
                }

                var colour = picture[x, y] - mean;
                if ((colour + mean).SquaredDistanceTo(core, lumaWeight) < sticker)
                {
                    continue;
                }

                var (dx, dy) = ((float)(x - inner.Centre.X), (float)(y - inner.Centre.Y));
                n++;
                sx += dx;
                sy += dy;
                sxx += dx * dx;
                sxy += dx * dy;
                syy += dy * dy;
                sum += colour;
                sumX += colour * dx;
                sumY += colour * dy;
                products = products.Plus(colour);
            }
        }

        if (n < 3 * Sides / 2)
        {
            return new Ring(inner.Centre, mean, default, default, default, lumaWeight, 0);
        }

        // Normal equations of the plane, solved once for the three channels.
        var (cxx, cxy, cyy) = (sxx - (sx * sx / n), sxy - (sx * sy / n), syy - (sy * sy / n));
        var determinant = (cxx * cyy) - (cxy * cxy);
        var (centredX, centredY) = (sumX - (sum * (float)(sx / n)), sumY - (sum * (float)(sy / n)));
        var slopeX = determinant > 0 ? (centredX * (float)(cyy / determinant)) - (centredY * (float)(cxy / determinant)) : default;
        var slopeY = determinant > 0 ? (centredY * (float)(cxx / determinant)) - (centredX * (float)(cxy / determinant)) : default;
        var level = (sum - (slopeX * (float)sx) - (slopeY * (float)sy)) * (float)(1 / n);
        var residual = products.Minus(sum, sum, 1 / n).Minus(slopeX, centredX, 1).Minus(slopeY, centredY, 1).Scaled(1 / n);
        return new Ring(inner.Centre, mean + level, slopeX, slopeY, residual, lumaWeight, 0);
    }

    private static (ImagePoint Centre, double Area) Centroid(PixelView picture, Window window, Ring ring, ColourMixture mixture, double deadband)
    {
        var (x0, y0, x1, y1) = window.Bounds(picture);
        var (low, gain) = ((float)deadband, (float)(1 / (1 - (2 * deadband))));
        var (area, momentX, momentY) = (0.0, 0.0, 0.0);
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                // The window ends in a slope of one pixel, so that its edge passes over pixels smoothly.
                var weight = Math.Min(window.Depth(x, y) + 0.5, 1);
                if (weight <= 0)
                {
                    continue;
                }

                var membership = weight * Math.Clamp((mixture.Share(picture[x, y], ring.At(x, y)) - low) * gain, 0, 1);
                area += membership;
                momentX += membership * (x - window.Centre.X);
                momentY += membership * (y - window.Centre.Y);
            }
        }

        return (area > 0 ? window.Centre + new ImagePoint(momentX / area, momentY / area) : window.Centre, area);
    }

    /// <summary>An ellipse that may lie between pixels.</summary>
    private readonly record struct Window(ImagePoint Centre, double Long, double Short, double DirectionX, double DirectionY)
    {
        /// <summary>About how many pixels a place lies inside the rim; negative outside.</summary>
        public double Depth(double x, double y)
        {
            var (dx, dy) = (x - Centre.X, y - Centre.Y);
            var (along, across) = ((dx * DirectionX) + (dy * DirectionY), (dy * DirectionX) - (dx * DirectionY));
            return (1 - Math.Sqrt((along * along / (Long * Long)) + (across * across / (Short * Short)))) * Short;
        }

        public (int X0, int Y0, int X1, int Y1) Bounds(PixelView picture)
        {
            var (halfX, halfY) = HalfSize();
            return (
                Math.Max((int)Math.Floor(Centre.X - halfX), 0), Math.Max((int)Math.Floor(Centre.Y - halfY), 0),
                Math.Min((int)Math.Ceiling(Centre.X + halfX), picture.Width - 1), Math.Min((int)Math.Ceiling(Centre.Y + halfY), picture.Height - 1));
        }

        /// <summary>The ellipse lies in the picture but for a margin of surroundings that may be cut.</summary>
        public bool Fits(PixelView picture, double margin)
        {
            var (halfX, halfY) = HalfSize();
            return Centre.X - halfX >= -margin && Centre.Y - halfY >= -margin
                && Centre.X + halfX <= picture.Width - 1 + margin && Centre.Y + halfY <= picture.Height - 1 + margin;
        }

        private (double X, double Y) HalfSize() => (
            Math.Sqrt((Long * Long * DirectionX * DirectionX) + (Short * Short * DirectionY * DirectionY)) + 1,
            Math.Sqrt((Long * Long * DirectionY * DirectionY) + (Short * Short * DirectionX * DirectionX)) + 1);
    }

    /// <summary>The surroundings: a plane of colour around the first centre, and the covariance of what departs from it.</summary>
    private readonly record struct Ring(
        ImagePoint Origin, Colour Level, Colour SlopeX, Colour SlopeY, ColourCovariance Residual, float LumaWeight, float SideContrast)
    {
        public Colour At(int x, int y) => Level + (SlopeX * (float)(x - Origin.X)) + (SlopeY * (float)(y - Origin.Y));
    }
}
