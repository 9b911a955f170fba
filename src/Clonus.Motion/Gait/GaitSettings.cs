using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>How a walk is measured. What it is called is <see cref="GaitPolicy"/>'s.</summary>
public sealed record GaitSettings
{
    /// <summary>Which planes of the body the positions show; null is told from the tracks.</summary>
    public GaitView? View { get; init; }

    /// <summary>The affected leg; unknown is told from the walk where that shows it.</summary>
    public BodySide Affected { get; init; } = BodySide.Unknown;
}
