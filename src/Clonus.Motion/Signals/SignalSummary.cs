namespace Clonus.Motion.Signals;

public enum SignalKind
{
    AnkleAngle,
    FootPitch,
    WristAngle,
    Displacement,
}

public enum SignalUnit
{
    Deg,
    Mm,
    Px,
}

/// <summary>What was measured for one side. Angles are positive in dorsiflexion (wrist: extension).</summary>
/// <param name="NoiseRms">Random error of one sample before filtering: what the recording itself shows, or what its markers state where that is more.</param>
/// <param name="SampleRateHz">Of the even grid that the signal was resampled to.</param>
/// <param name="SignKnown">False where the direction of plantarflexion had to be taken from the first excursion.</param>
/// <param name="MaxDorsiflexionDegrees">Null without a known zero.</param>
public sealed record SignalSummary(
    SignalKind Kind,
    SignalUnit Unit,
    double? NoiseRms,
    double? SampleRateHz,
    bool SignKnown,
    double? RangeDegrees,
    double? MaxDorsiflexionDegrees,
    double? MinDorsiflexionDegrees)
{
    /// <summary>Length of a pixel in the plane of the marks that tell it; null where the unit is not mm.</summary>
    public double? MillimetresPerPixel { get; init; }

    /// <summary>What that length rests on.</summary>
    public ScaleSource? ScaleSource { get; init; }
}

/// <summary>One row of signal.csv, on the even grid. In a hole the values are null; nothing is invented there.</summary>
/// <param name="Value">Before the band-pass, in the signal's unit.</param>
/// <param name="Filtered">After the band-pass.</param>
/// <param name="Bridged">True where a hole short enough for filtering was bridged.</param>
public readonly record struct SignalSample(double TimeSeconds, double? Value, double? Filtered, bool Bridged);
