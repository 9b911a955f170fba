using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>What a sticker looks like: enough to find it again.</summary>
/// <param name="Core">Colour of its inside.</param>
/// <param name="LumaWeight">Share of luma in the colour distance that tells it from its surroundings.</param>
/// <param name="Contrast">Colour distance to its surroundings; half of it is the rim.</param>
/// <param name="AreaPixels">Its area, blur not counted.</param>
internal sealed record StickerLook(Colour Core, float LumaWeight, float Contrast, double AreaPixels)
{
    /// <summary>What tells it from its surroundings.</summary>
    public MarkerKind Kind { get; init; }

    /// <summary>How its printed pattern was last found; null for what has none.</summary>
    public PatternMatch? Pattern { get; init; }

    public double DiameterPixels => 2 * Math.Sqrt(AreaPixels / Math.PI);

    /// <summary>Colour distance, as a share of the contrast, up to which a pixel belongs to the sticker: half, where it is more sticker than surroundings.</summary>
    public float Rim { get; private init; } = 0.5f;

    public float SquaredRim => Rim * Rim * Contrast * Contrast;

    /// <summary>The same with a wider rim: fast motion smears a sticker, and its ends are paler than half.</summary>
    public StickerLook WithRim(double rim) => this with { Rim = (float)rim };

    public float SquaredDistance(Colour colour) => Core.SquaredDistanceTo(colour, LumaWeight);
}

/// <summary>A connected patch of one colour: zeroth to second moments of its pixels.</summary>
internal readonly record struct Blob(ImagePoint Centre, double AreaPixels, double VarianceX, double VarianceY, double Covariance)
{
    /// <summary>Half axes of the ellipse that has these second moments, the longer one first, and the longer one's direction.</summary>
    public (double Long, double Short, double DirectionX, double DirectionY) Axes()
    {
        var middle = (VarianceX + VarianceY) / 2;
        var spread = Math.Sqrt((0.25 * (VarianceX - VarianceY) * (VarianceX - VarianceY)) + (Covariance * Covariance));
        var angle = 0.5 * Math.Atan2(2 * Covariance, VarianceX - VarianceY);
        return (2 * Math.Sqrt(middle + spread), 2 * Math.Sqrt(Math.Max(middle - spread, 0)), Math.Cos(angle), Math.Sin(angle));
    }
}

/// <summary>A sticker as measured in one picture.</summary>
/// <param name="Shape">Ellipse of its pixels; <paramref name="Centre"/> is the finer place.</param>
/// <param name="Quality">How much it looks like a sticker, 0 to 1: contrast on every side, a round rim, an even colour inside.</param>
internal sealed record Sticker(ImagePoint Centre, Blob Shape, StickerLook Look, double Quality);
