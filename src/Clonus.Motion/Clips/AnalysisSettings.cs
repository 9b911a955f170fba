using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Clips;

/// <summary>All that decides what is found in a track set.</summary>
public sealed record AnalysisSettings
{
    public SignalSettings Signal { get; init; } = new();

    public ClonusPolicy Clonus { get; init; } = new();

    public GaitSettings Walk { get; init; } = new();

    public GaitPolicy Gait { get; init; } = new();

    public RecordingPolicy Recording { get; init; } = new();

    /// <summary>The settings with the lens calibration as it is for the clip's pictures.</summary>
    /// <exception cref="InputException">The calibration is for pictures of another shape.</exception>
    public AnalysisSettings ForPicture(ClipInfo clip) =>
        Signal.Lens is { } lens && clip is { WidthPixels: { } width, HeightPixels: { } height }
            ? this with { Signal = Signal with { Lens = lens.ForPicture(width, height) } }
            : this;
}
