namespace Clonus.Motion.Signals;

/// <summary>A band of frequencies in Hz.</summary>
public readonly record struct FrequencyBand(double LowHz, double HighHz);

/// <summary>An amplitude in the unit that it was given in.</summary>
public readonly record struct Amplitude(double Value, SignalUnit Unit);

/// <summary>How the signal is measured. What it is called is ClonusPolicy's.</summary>
public sealed record SignalSettings
{
    /// <summary>Where clonus is looked for. CLINICAL 1.1: reported 3–8 Hz, recommended analysis band 2.5–10 Hz.</summary>
    public FrequencyBand Band { get; init; } = new(2.5, 10);

    /// <summary>The even grid's rate. High enough that a 10 Hz peak on the grid is within 0.2 % of its height: 1 − cos(π·10/500).</summary>
    public double SampleRateHz { get; init; } = 500;

    /// <summary>Order of the Butterworth prototype of the band-pass, applied forward and backward. This implementation's choice.</summary>
    public int FilterOrder { get; init; } = 2;

    /// <summary>The longest hole in a track that is bridged for filtering; one single frame is always bridged. CONTRACT: 50 ms.</summary>
    public double LongestBridgedHoleSeconds { get; init; } = 0.050;

    /// <summary>Smallest peak-to-peak excursion that is counted; null takes the floor of the signal's unit or <see cref="NoiseFactor"/> × noise.</summary>
    public Amplitude? MinAmplitude { get; init; }

    public double MinAmplitudeDegrees { get; init; } = 1.5;

    public double MinAmplitudeMillimetres { get; init; } = 3;

    public double MinAmplitudePixels { get; init; } = 0.6;

    /// <summary>The gate is at least this many times the noise's rms.</summary>
    public double NoiseFactor { get; init; } = 4;
}
