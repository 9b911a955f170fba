using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>All that decides what is found in a track set.</summary>
public sealed record AnalysisSettings
{
    public SignalSettings Signal { get; init; } = new();

    public ClonusPolicy Clonus { get; init; } = new();

    public GaitSettings Walk { get; init; } = new();

    public GaitPolicy Gait { get; init; } = new();

    public RecordingPolicy Recording { get; init; } = new();

    /// <summary>The settings as they are for the clip's pictures: the lens calibration for their size, and where their middle is.</summary>
    /// <exception cref="InputException">The calibration is for pictures of another shape.</exception>
    public AnalysisSettings ForPicture(ClipInfo clip) =>
        clip is { WidthPixels: { } width, HeightPixels: { } height }
            ? this with
            {
                Signal = Signal with { Lens = Signal.Lens?.ForPicture(width, height) },
                Walk = Walk with { PictureCentre = new ImagePoint((width - 1) / 2.0, (height - 1) / 2.0) },
            }
            : this;
}
