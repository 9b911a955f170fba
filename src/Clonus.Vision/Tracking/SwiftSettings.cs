namespace Clonus.Vision.Tracking;

/// <summary>When the middle of a patch is taken for the place of a sticker that moves fast.</summary>
public sealed record SwiftSettings
{
    /// <summary>A smaller one that motion has spread looks like many another thing.</summary>
    public double MinDiameterPixels { get; init; } = 8;

    /// <summary>Least motion in a frame, in diameters: one that moves less and has lost its form is covered.</summary>
    public double LeastMotionDiameters { get; init; } = 0.4;

    /// <summary>Size of the patch that shows its colour plainly, at <see cref="LinkSettings.SmearedRim"/>, in areas of the sticker: of a smear by a width half does.</summary>
    public double LeastPatch { get; init; } = 0.35;

    /// <summary>Sum of the shares that the pixels have of its colour, in areas of the sticker: less is left of one that is covered.</summary>
    public double LeastArea { get; init; } = 0.75;

    public double MostArea { get; init; } = 1.5;

    /// <summary>Least short over long axis of the patch: a smear by two widths.</summary>
    public double MinAxisRatio { get; init; } = 0.3;

    /// <summary>Area over that of the ellipse with the same second moments: artefacts fray a patch, two stickers that touch leave more out.</summary>
    public double MinFill { get; init; } = 0.75;

    /// <summary>Error of the middle in each direction, in diameters; measured on stickers of 14 pixels in H.264 at CRF 30, where it is 0.05.</summary>
    public double ErrorDiameters { get; init; } = 0.08;
}
