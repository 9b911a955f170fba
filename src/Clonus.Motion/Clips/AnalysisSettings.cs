using Clonus.Motion.Beats;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Clips;

/// <summary>Which movement is looked at.</summary>
public enum Site
{
    Ankle,
    Wrist,
    Patella,

    /// <summary>Any point that the user names: displacement along its own main axis.</summary>
    Point,
}

/// <summary>All that decides what is found in a track set.</summary>
public sealed record AnalysisSettings
{
    public Site Site { get; init; } = Site.Ankle;

    public SignalSettings Signal { get; init; } = new();

    public ClonusPolicy Clonus { get; init; } = new();

    public RecordingPolicy Recording { get; init; } = new();

    /// <summary>Length of one pixel in the plane of motion; null without calibration, and then lengths stay pixels.</summary>
    public double? MillimetresPerPixel { get; init; }

    /// <summary>A time at which the ankle was at its zero, seconds; excludes <see cref="NeutralDegrees"/>.</summary>
    public double? NeutralSeconds { get; init; }

    /// <summary>The raw ankle angle (knee–ankle–toe) that is called zero.</summary>
    public double? NeutralDegrees { get; init; }
}
