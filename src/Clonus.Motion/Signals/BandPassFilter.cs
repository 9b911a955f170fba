namespace Clonus.Motion.Signals;

/// <summary>The two zero-phase filters of the clonus signal.</summary>
public static class BandPassFilter
{
    /// <summary>Only what oscillates inside the band: for the rhythm and for the eye. It rings beside a stretch, so beats are not looked for here.</summary>
    public static UniformSignal Apply(UniformSignal signal, SignalSettings settings) =>
        ZeroPhaseFilter.Apply(
            signal, Butterworth.BandPass(settings.FilterOrder, settings.Band, signal.SampleRateHz), paddingSeconds: 1 / settings.Band.LowHz);

    /// <summary>The signal itself, less what is faster than any beat's shape.</summary>
    public static UniformSignal Smooth(UniformSignal signal, SignalSettings settings) =>
        ZeroPhaseFilter.Apply(
            signal, Butterworth.LowPass(settings.SmoothingOrder, settings.SmoothingHz, signal.SampleRateHz), paddingSeconds: 1 / settings.Band.HighHz);
}
