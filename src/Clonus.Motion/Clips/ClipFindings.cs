using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>One marker's quality over the clip.</summary>
/// <param name="LongestGapSeconds">Longest time without a sample, the clip's ends included.</param>
/// <param name="JitterPixels">Random error of the position, from the track itself; null when too short to tell.</param>
/// <param name="Confidence">Mean confidence of the samples, 0 when never seen.</param>
public sealed record MarkerSummary(
    MarkerName Name, string Spec, double VisibleRatio, double LongestGapSeconds, double? JitterPixels, double Confidence)
{
    /// <summary>The same of a marker that was measured in a room, where there are no pixels.</summary>
    public double? JitterMillimetres { get; init; }
}

/// <summary>The signal of one side, what it holds, and its samples for signal.csv and the plot.</summary>
/// <param name="Signal">Null when the markers give no signal; the clonus status is then not assessable.</param>
public sealed record SideFindings(
    BodySide Side, SignalSummary? Signal, ClonusFinding Clonus, ImmutableArray<SignalSample> Samples);

/// <summary>Everything that was found in one clip.</summary>
/// <param name="Sides">At most one entry a body side, in the order left, right, unknown.</param>
public sealed record ClipFindings(
    ImmutableArray<MarkerSummary> Markers, ImmutableArray<SideFindings> Sides, ImmutableArray<QualityIssue> Issues)
{
    /// <summary>How the camera moved; null when that was not looked at.</summary>
    public CameraMotionSummary? Camera { get; init; }

    /// <summary>How the person walks; null where a site was looked at that does not walk.</summary>
    public GaitFindings? Gait { get; init; }
}
