using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>How much of a sticker is in sight.</summary>
internal enum StickerView
{
    /// <summary>All of it: its centroid is its centre.</summary>
    Whole,

    /// <summary>A part, but enough of its rim to know its centre.</summary>
    Part,

    /// <summary>A patch in fast movement: its middle is near the sticker's, whose form nothing tells.</summary>
    Swift,

    /// <summary>Too little, or something else.</summary>
    Unclear,
}

/// <summary>What a sticker's rim says of its centre.</summary>
/// <param name="Shift">From the point that the radii were measured from to the centre.</param>
/// <param name="SpreadPixels">How far the rim departs from the usual one beside that shift, root mean square over what agrees.</param>
/// <param name="SigmaPixels">Standard error of the shift along its worse direction.</param>
/// <param name="Agreeing">Share of the rays that agree.</param>
internal readonly record struct RimFit(StickerView View, ImagePoint Shift, double SpreadPixels, double SigmaPixels, double Agreeing)
{
    // Directions that a first guess is made from, and the rays to each side of them.
    private const int Starts = 8, SideRays = 5, Refinements = 3;

    /// <param name="radii">Measured, <see cref="StickerRim.Rays"/> of them.</param>
    /// <param name="usual">Of the sticker seen whole; opposite ones are equal.</param>
    public static RimFit Of(ReadOnlySpan<float> radii, ReadOnlySpan<float> usual, RimSettings settings)
    {
        var whole = AsWhole(radii, usual, settings);
        return whole.View == StickerView.Whole ? whole : AsPart(radii, usual, settings);
    }

    /// <summary>Seen whole it is alike on opposite sides, whatever motion and perspective stretch, and nowhere clearly smaller than it was.</summary>
    private static RimFit AsWhole(ReadOnlySpan<float> radii, ReadOnlySpan<float> usual, RimSettings settings)
    {
        const int Pairs = StickerRim.Rays / 2;
        Span<float> odd = stackalloc float[StickerRim.Rays], even = stackalloc float[Pairs], ratios = stackalloc float[Pairs];
        var seen = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var (a, b) = (radii[i], radii[i + Pairs]);
            (odd[i], odd[i + Pairs], even[i]) = (usual[i] + ((a - b) / 2), float.NaN, (a + b) / 2);
            if (!float.IsNaN(even[i]))
            {
                ratios[seen++] = even[i] / usual[i];
            }
        }

        if (seen < settings.MinSeenWhole * Pairs)
        {
            return default(RimFit) with { View = StickerView.Unclear };
        }

        // Compression and distance make a sticker smaller all round, a cover only on the sides where it is.
        ratios[..seen].Sort();
        var scale = Math.Clamp(ratios[(int)(settings.ScaleQuantile * (seen - 1))], 1 - (float)settings.MaxShrink, 1);
        var shrunk = 0;
        for (var i = 0; i < Pairs; i++)
        {
            shrunk += even[i] - (scale * usual[i]) < -Tolerance(usual[i], settings.ShrinkPixels, settings.ShrinkRatio) ? 1 : 0;
        }

        if (shrunk > settings.MaxShrunk * seen)
        {
            return default(RimFit) with { View = StickerView.Unclear };
        }

        var fit = Solve(odd, usual, settings, _ => true, default);
        var (spread, agreeing, _) = Residuals(odd, usual, fit.Shift, settings);
        var isWhole = agreeing >= settings.MinAgreeingWhole * seen
            && fit.Shift.Length <= Tolerance(usual[0], settings.ShiftPixels, settings.ShiftRatio);
        return new RimFit(isWhole ? StickerView.Whole : StickerView.Unclear, fit.Shift, spread, spread * fit.Gain, (double)agreeing / Pairs);
    }

    /// <summary>The place at which most of the rim lies where it should; the rest may lie farther in, where something covers it, and nowhere farther out.</summary>
    public static RimFit AsPart(ReadOnlySpan<float> radii, ReadOnlySpan<float> usual, RimSettings settings)
    {
        var best = default((ImagePoint Shift, double Gain));
        var (bestScore, bestAgreeing, bestBeyond, bestSpread) = (int.MinValue, 0, 0, 0.0);
        for (var start = 0; start < Starts; start++)
        {
            var middle = start * StickerRim.Rays / Starts;
            var fit = Solve(radii, usual, settings, i => Apart(i, middle) <= SideRays, default);
            for (var round = 0; round < Refinements && fit.Gain < double.PositiveInfinity; round++)
            {
                fit = Solve(radii, usual, settings, _ => true, fit.Shift);
            }

            var (spread, agreeing, beyond) = Residuals(radii, usual, fit.Shift, settings);
            if (fit.Gain < double.PositiveInfinity && agreeing - (2 * beyond) > bestScore)
            {
                (best, bestScore, bestAgreeing, bestBeyond, bestSpread) = (fit, agreeing - (2 * beyond), agreeing, beyond, spread);
            }
        }

        var isPart = bestScore > int.MinValue
            && usual[0] >= settings.MinPartRadiusPixels && bestAgreeing >= settings.MinAgreeingPart * StickerRim.Rays && bestBeyond <= settings.MaxBeyond * StickerRim.Rays
            && best.Shift.Length <= settings.MaxPartShift * usual[0];
        return new RimFit(isPart ? StickerView.Part : StickerView.Unclear, best.Shift, bestSpread, bestSpread * best.Gain, (double)bestAgreeing / StickerRim.Rays);
    }

    private static int Apart(int ray, int other)
    {
        var apart = Math.Abs(ray - other);
        return Math.Min(apart, StickerRim.Rays - apart);
    }

    /// <summary>
    /// The shift of least squares over the chosen rays. A rim that is not a circle moves along its normal: a ray's radius grows by
    /// the shift along (u − r′/r·u⊥). From the second round on only what already agrees has a say.
    /// </summary>
    private static (ImagePoint Shift, double Gain) Solve(
        ReadOnlySpan<float> radii, ReadOnlySpan<float> usual, RimSettings settings, Func<int, bool> chosen, ImagePoint known)
    {
        var (xx, xy, yy, bx, by) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < StickerRim.Rays; i++)
        {
            var (normal, rest) = (Normal(i, usual), radii[i] - usual[i]);
            if (float.IsNaN(rest) || !chosen(i)
                || (known != default && Math.Abs(rest - (normal.X * known.X) - (normal.Y * known.Y)) > Tolerance(usual[i], settings.AgreePixels, settings.AgreeRatio)))
            {
                continue;
            }

            (xx, xy, yy) = (xx + (normal.X * normal.X), xy + (normal.X * normal.Y), yy + (normal.Y * normal.Y));
            (bx, by) = (bx + (normal.X * rest), by + (normal.Y * rest));
        }

        var determinant = (xx * yy) - (xy * xy);
        var (middle, spread) = ((xx + yy) / 2, Math.Sqrt((0.25 * (xx - yy) * (xx - yy)) + (xy * xy)));
        return middle - spread < 0.5
            ? (default, double.PositiveInfinity)
            : (new ImagePoint(((yy * bx) - (xy * by)) / determinant, ((xx * by) - (xy * bx)) / determinant), 1 / Math.Sqrt(middle - spread));
    }

    private static (double Spread, int Agreeing, int Beyond) Residuals(ReadOnlySpan<float> radii, ReadOnlySpan<float> usual, ImagePoint shift, RimSettings settings)
    {
        var (squares, agreeing, beyond) = (0.0, 0, 0);
        for (var i = 0; i < StickerRim.Rays; i++)
        {
            var normal = Normal(i, usual);
            var rest = radii[i] - usual[i] - (normal.X * shift.X) - (normal.Y * shift.Y);
            var tolerance = Tolerance(usual[i], settings.AgreePixels, settings.AgreeRatio);
            if (Math.Abs(rest) <= tolerance)
            {
                squares += rest * rest;
                agreeing++;
            }
            else if (rest > tolerance)
            {
                beyond++;
            }
        }

        return (agreeing == 0 ? 0 : Math.Sqrt(squares / agreeing), agreeing, beyond);
    }

    private static ImagePoint Normal(int ray, ReadOnlySpan<float> usual)
    {
        var u = StickerRim.Directions[ray];
        var slope = (usual[(ray + 1) % StickerRim.Rays] - usual[(ray + StickerRim.Rays - 1) % StickerRim.Rays]) * StickerRim.Rays / (4 * Math.PI) / usual[ray];
        return new ImagePoint(u.X + (slope * u.Y), u.Y - (slope * u.X));
    }

    private static double Tolerance(float radius, double pixels, double ratio) => Math.Max(pixels, ratio * radius);
}
