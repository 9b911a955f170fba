using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A sticker as it was found again in one picture.</summary>
/// <param name="Rough">Middle of what was found.</param>
/// <param name="Centre">The sticker's centre, that of a partly covered one reckoned from its rim.</param>
/// <param name="SigmaPixels">Standard error of the centre in each direction.</param>
/// <param name="Radii">Its rim about the centre, <see cref="StickerRim.Rays"/> directions.</param>
internal sealed record Sighting(
    ImagePoint Rough, ImagePoint Centre, StickerView View, double SigmaPixels, Colour Core, float SideContrast, double AreaPixels, double LongDiameterPixels, float[] Radii)
{
    /// <summary>How its printed pattern was found; null for what has none.</summary>
    public PatternMatch? Pattern { get; init; }

    /// <summary>Less than 1 where something else has a part in what is seen.</summary>
    public double Purity { get; init; } = 1;

    /// <summary>Probability that the point lies within half a pixel, or 5 % of the diameter, of the true centre: of a normal error, alike in both directions.</summary>
    public double Confidence(double diameterPixels, RimSettings settings)
    {
        var near = Math.Max(0.5, 0.05 * diameterPixels);
        return Purity * settings.MostConfidence * (1 - Math.Exp(-near * near / (2 * SigmaPixels * SigmaPixels)));
    }

    /// <summary>A quadrant target, whose pattern was laid over the picture.</summary>
    public static Sighting OfTarget(CentreMeasure measure, PatternSettings settings)
    {
        var radii = new float[StickerRim.Rays];
        Array.Fill(radii, (float)Math.Sqrt(measure.AreaPixels / Math.PI));
        var match = measure.Pattern!.Value;
        return new Sighting(
            measure.Centre, measure.Centre, StickerView.Whole, match.SpreadPixels, measure.Core, measure.SideContrast, measure.AreaPixels, measure.LongDiameterPixels, radii)
        {
            Pattern = match,
            Purity = settings.GoodAgreement.At(match.Agreement),
        };
    }

    /// <summary>Of one that moves fast, and whose form says nothing: the middle of what shows its colour.</summary>
    public static Sighting OfSwift(Blob patch, StickerLook look, SwiftSettings settings)
    {
        var radii = new float[StickerRim.Rays];
        Array.Fill(radii, float.NaN);
        return new Sighting(
            patch.Centre, patch.Centre, StickerView.Swift, settings.ErrorDiameters * look.DiameterPixels, look.Core, look.Contrast, look.AreaPixels, look.DiameterPixels, radii);
    }

    /// <summary>Null when too little of the sticker is in sight to know its centre, or it is something else.</summary>
    /// <param name="cut">The patch reaches the border of the picture.</param>
    /// <param name="usual">The rim that the sticker has when it is seen whole.</param>
    public static Sighting? Of(PixelView picture, Blob patch, bool cut, StickerLook look, float[] usual, TrackingSettings settings)
    {
        var rest = Ellipse.OfRim(patch.Centre, usual, StickerRim.Directions);
        var measure = cut ? null : StickerCentre.Measure(picture, patch, look, settings.Sticker.For(look.Kind), rest);
        if (measure is { Way: { } way } smear && IsOf(way, rest, settings.Rim))
        {
            return OfSmear(patch, smear, SmearSpread(way, look, settings.Rim), look, settings.Rim);
        }

        // The smallest are all rim, and may show no way; that all of it is there must be enough then.
        if (measure is { IsSmear: true, Way: null } dot && rest is { Short: var radius } && radius < settings.Rim.MinPartRadiusPixels
            && dot.AreaPixels >= settings.Sticker.MinSmearArea * look.AreaPixels && dot.AreaPixels <= settings.Sticker.MaxSmearArea * look.AreaPixels)
        {
            return OfSmear(patch, dot, settings.Rim.DotErrorRatio * radius, look, settings.Rim);
        }

        // A sticker in shadow has its rim halfway from its own colour to what lies beyond.
        var seen = measure is { } m ? look with { Core = m.Core, Contrast = m.SideContrast } : look;
        var (centre, radii) = (measure?.Centre ?? patch.Centre, new float[StickerRim.Rays]);
        StickerRim.Measure(picture, centre, seen, usual, settings.Rim, radii);
        var fit = RimFit.Of(radii, usual, settings.Rim);
        if (fit.View == StickerView.Part && !IsMoving(measure, look, settings.Sticker))
        {
            // Once more from where the centre seems to be.
            centre += fit.Shift;
            StickerRim.Measure(picture, centre, seen, usual, settings.Rim, radii);
            var first = fit;
            fit = RimFit.AsPart(radii, usual, settings.Rim);
            if (fit.View == StickerView.Part)
            {
                return new Sighting(
                    patch.Centre, centre + fit.Shift, StickerView.Part, PartSigma(fit, first.Shift.Length, look, settings.Rim), seen.Core, seen.Contrast, look.AreaPixels, measure?.LongDiameterPixels ?? look.DiameterPixels, radii);
            }
        }

        return fit.View == StickerView.Whole && measure is { } whole
            ? new Sighting(patch.Centre, whole.Centre, StickerView.Whole, WholeSigma(fit, whole.IsSmear, look, settings.Rim), whole.Core, whole.SideContrast, whole.AreaPixels, whole.LongDiameterPixels, radii)
            : null;
    }

    /// <summary>Motion explains what is seen, and what moved is as wide as the sticker: no cover does that.</summary>
    private static bool IsOf(SmearWay way, Ellipse? rest, RimSettings settings) =>
        way.Agreement >= settings.MinSmearAgreement
        && (rest is not { Short: var radius } || (way.RadiusPixels >= settings.MinSmearWidth * radius && way.RadiusPixels <= settings.MaxSmearWidth * radius));

    /// <summary>What no way explains lies somewhere else than the way has it, and moves the middle by as large a share.</summary>
    private static double SmearSpread(SmearWay way, StickerLook look, RimSettings settings) => Math.Sqrt(
        Square(settings.SmearErrorShare * way.SpreadPixels) + Square(settings.UnexplainedErrorRatio * (1 - way.Agreement) * look.DiameterPixels));

    private static Sighting OfSmear(Blob patch, CentreMeasure measure, double spreadPixels, StickerLook look, RimSettings settings)
    {
        // A smear's rim is none that could be learned.
        var radii = new float[StickerRim.Rays];
        Array.Fill(radii, float.NaN);
        var sigma = Math.Sqrt(LeastSquaredSigma(look, settings) + Square(spreadPixels));
        return new Sighting(patch.Centre, measure.Centre, StickerView.Whole, sigma, measure.Core, measure.SideContrast, measure.AreaPixels, measure.LongDiameterPixels, radii);
    }

    /// <summary>It was moving: what is not seen of it is pale, not covered, and the rim of what is left tells no centre.</summary>
    private static bool IsMoving(CentreMeasure? measure, StickerLook look, StickerSettings settings) =>
        measure is { IsSmear: true } smear && (smear.AreaPixels >= settings.MinSmearArea * look.AreaPixels || smear.CoreShare < 1 - settings.SmearedCore);

    private static double WholeSigma(RimFit fit, bool isSmear, StickerLook look, RimSettings settings) => Math.Sqrt(
        LeastSquaredSigma(look, settings) + Square(settings.WholeErrorShare * fit.SigmaPixels) + Square(settings.ShiftErrorShare * fit.Shift.Length)
        + (isSmear ? Square(settings.UnfittedSmearErrorRatio * look.DiameterPixels) : 0));

    private static double PartSigma(RimFit fit, double shift, StickerLook look, RimSettings settings) => Math.Sqrt(
        LeastSquaredSigma(look, settings) + Square(settings.PartErrorShare * fit.SigmaPixels) + Square(settings.PartShiftErrorShare * shift));

    private static double LeastSquaredSigma(StickerLook look, RimSettings settings) =>
        Square(settings.LeastSigmaPixels) + Square(settings.LeastSigmaRatio * look.DiameterPixels);

    private static double Square(double value) => value * value;
}
