using Clonus.Motion.Recording;

namespace Clonus.Motion.Signals;

/// <summary>A band of frequencies in Hz.</summary>
public readonly record struct FrequencyBand(double LowHz, double HighHz);

/// <summary>An amplitude in the unit that it was given in.</summary>
public readonly record struct Amplitude(double Value, SignalUnit Unit);

/// <summary>Which movement is looked at.</summary>
public enum Site
{
    Ankle,
    Wrist,
    Patella,

    /// <summary>Any point that the user names: displacement along its own main axis.</summary>
    Point,
}

/// <summary>How the signal is measured. What it is called is ClonusPolicy's.</summary>
public sealed record SignalSettings
{
    public Site Site { get; init; } = Site.Ankle;

    /// <summary>Length of one pixel in the plane of motion; null without calibration, and then lengths stay pixels.</summary>
    public double? MillimetresPerPixel { get; init; }

    /// <summary>A marker whose size gives the length of a pixel; null without one.</summary>
    public KnownMarker? ScaleMarker { get; init; }

    /// <summary>The lens, for pictures of the clip's size; null takes it for free of distortion.</summary>
    public LensCalibration? Lens { get; init; }

    /// <summary>A time at which the ankle was at its zero, seconds; <see cref="NeutralDegrees"/> goes before it.</summary>
    public double? NeutralSeconds { get; init; }

    /// <summary>The raw ankle angle (knee–ankle–toe) that is called zero.</summary>
    public double? NeutralDegrees { get; init; }

    /// <summary>Where clonus is looked for: 3–8 Hz is reported (Boyraz 2015, Wallace 2005, Rack and Ross 1984); the margin is this implementation's choice.</summary>
    public FrequencyBand Band { get; init; } = new(2.5, 10);

    /// <summary>The even grid's rate. The largest sample of a 10 Hz peak is within 1 − cos(π·10/250) = 0.8 % of its height; a parabola takes the rest.</summary>
    public double SampleRateHz { get; init; } = 250;

    /// <summary>Order of the Butterworth prototype of the band-pass, applied forward and backward. This implementation's choice.</summary>
    public int FilterOrder { get; init; } = 2;

    /// <summary>The longest hole in a track that is bridged for filtering; one single frame is always bridged. This implementation's choice.</summary>
    public double LongestBridgedHoleSeconds { get; init; } = 0.050;

    /// <summary>
    /// A leg is in its swing while the ankle travels faster than this, in lengths of the shank a second: 0.5 m/s, by which a foot is told to have
    /// left the ground (Ghoussayni 2004), of a shank of 40 cm.
    /// </summary>
    public double SwingShanksPerSecond { get; init; } = 1.25;

    /// <summary>... and when it is carried so far by it, in lengths of the shank: 24 cm, half of a short stride. This implementation's choice.</summary>
    public double SwingShanks { get; init; } = 0.6;

    /// <summary>Over so much time that speed is measured. This implementation's choice.</summary>
    public double SwingWindowSeconds { get; init; } = 0.1;

    /// <summary>A foot, from ankle or heel to the toes, is so much of a shank: 15 or 18 of 40 cm. This implementation's choice.</summary>
    public double FootOfShank { get; init; } = 0.4;

    /// <summary>Smallest peak-to-peak excursion that is counted; null takes the floor of the signal's unit or <see cref="NoiseFactor"/> × noise.</summary>
    public Amplitude? MinAmplitude { get; init; }

    public double MinAmplitudeDegrees { get; init; } = 1.5;

    public double MinAmplitudeMillimetres { get; init; } = 3;

    public double MinAmplitudePixels { get; init; } = 0.6;

    /// <summary>The gate is at least this many times the noise's rms.</summary>
    public double NoiseFactor { get; init; } = 4;

    /// <summary>The amplitude gate for a signal: the user's, or the floor of its unit and <see cref="NoiseFactor"/> × noise, whichever is larger.</summary>
    /// <exception cref="InputException">The user's gate is in a unit that this signal does not have.</exception>
    public double GateFor(SignalUnit unit, double noiseRms)
    {
        if (MinAmplitude is { } given)
        {
            return given.Unit == unit
                ? given.Value
                : throw new InputException(
                    InputFault.Settings,
                    $"--min-amplitude is in {Word(given.Unit)}, but this clip is measured in {Word(unit)}: give it in {Word(unit)}");
        }

        var floor = unit switch
        {
            SignalUnit.Deg => MinAmplitudeDegrees,
            SignalUnit.Mm => MinAmplitudeMillimetres,
            _ => MinAmplitudePixels,
        };
        return Math.Max(floor, NoiseFactor * noiseRms);
    }

    private static string Word(SignalUnit unit) => unit.ToString().ToLowerInvariant();
}
