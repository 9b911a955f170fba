namespace Clonus.Motion.Signals;

/// <summary>The zero-phase filter that leaves the clonus band.</summary>
public static class BandPassFilter
{
    /// <summary>Only what oscillates inside the band: for the rhythm and for the eye. It rings beside a stretch, so beats are not looked for here.</summary>
    public static UniformSignal Apply(UniformSignal signal, SignalSettings settings) =>
        ZeroPhaseFilter.Apply(
            signal, Butterworth.BandPass(settings.FilterOrder, settings.Band, signal.SampleRateHz), paddingSeconds: 1 / settings.Band.LowHz);
}
