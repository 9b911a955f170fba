namespace Clonus.Vision.Tracking;

/// <summary>When the whole picture is searched: often in a clip's first second, then the more seldom the longer nothing new comes to light.</summary>
internal sealed class ScanPace(LinkSettings settings)
{
    private double? _firstSeconds;
    private double _everySeconds;
    private double _nextSeconds = double.NegativeInfinity;

    public bool IsDue(double timeSeconds) => timeSeconds >= _nextSeconds;

    /// <summary>It is the clip's first second.</summary>
    public bool IsEarly(double timeSeconds) => timeSeconds - (_firstSeconds ??= timeSeconds) < settings.EarlySeconds;

    /// <param name="news">The search brought something to light that may be a marker.</param>
    public void Done(double timeSeconds, bool news)
    {
        _everySeconds = IsEarly(timeSeconds) ? settings.EarlyRescanSeconds
            : news ? settings.RescanSeconds
            : Math.Clamp(2 * _everySeconds, settings.RescanSeconds, settings.QuietRescanSeconds);
        _nextSeconds = timeSeconds + _everySeconds;
    }
}
