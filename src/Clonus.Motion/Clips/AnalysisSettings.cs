using Clonus.Motion.Beats;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Clips;

/// <summary>All that decides what is found in a track set.</summary>
public sealed record AnalysisSettings
{
    public SignalSettings Signal { get; init; } = new();

    public ClonusPolicy Clonus { get; init; } = new();

    public RecordingPolicy Recording { get; init; } = new();
}
