namespace Clonus.Vision.Drawing;

/// <summary>What overlay.mp4 and the preview show of the patient, and how large they are drawn.</summary>
public sealed record OverlaySettings
{
    /// <summary>Blur all that lies outside of the limb's box, and the whole picture where the limb is not seen.</summary>
    public bool BlurOutside { get; init; }

    /// <summary>Smaller pictures are shown enlarged by a whole number until their shorter side comes near to so many pixels, or names would hide the leg.</summary>
    public int MinShortSidePixels { get; init; } = 480;

    /// <summary>Larger pictures are shown smaller: what every browser decodes smoothly.</summary>
    public int MaxLongSidePixels { get; init; } = 1920;

    /// <summary>x264's constant rate factor: small files in which a marker's rim stays sharp.</summary>
    public int Crf { get; init; } = 21;

    /// <summary>How far back a marker's trail reaches, in real time.</summary>
    public double TrailSeconds { get; init; } = 0.5;

    /// <summary>The part of the clip that the curve shows at once; a longer clip's curve moves along.</summary>
    public double CurveSeconds { get; init; } = 8;

    /// <summary>A marker's ring is yellow below this confidence ...</summary>
    public double SureConfidence { get; init; } = 0.8;

    /// <summary>... and orange below this one.</summary>
    public double DoubtfulConfidence { get; init; } = 0.5;

    /// <summary>The box reaches beyond the limb's markers by this share of the limb's extent ...</summary>
    public double BoxMarginShare { get; init; } = 0.2;

    /// <summary>... and at least by this share of the picture's shorter side.</summary>
    public double BoxMinMarginShare { get; init; } = 0.08;

    /// <summary>The box's edges are means over this long a time, so that it glides.</summary>
    public double BoxSmoothSeconds { get; init; } = 0.5;

    /// <summary>
    /// The blurred picture keeps so many cells along its shorter side, each the mean of its pixels. A face of a fifth of the picture is
    /// three cells high: nobody is known by that, and nothing more is in the file.
    /// </summary>
    public int BlurCells { get; init; } = 16;
}
