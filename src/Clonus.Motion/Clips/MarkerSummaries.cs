using System.Collections.Immutable;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>How well each marker was seen.</summary>
public static class MarkerSummaries
{
    public static ImmutableArray<MarkerSummary> Of(TrackSet tracks, SignalSettings settings) =>
        [.. tracks.Markers.Select(marker => new MarkerSummary(
            marker.Name,
            marker.Spec,
            marker.VisibleRatio,
            LongestGapSeconds(tracks.FrameTimesSeconds, marker.Samples),
            Jitter(tracks.FrameTimesSeconds, marker.Samples, settings),
            marker.Samples.OfType<MarkerSample>().Select(s => s.Confidence).DefaultIfEmpty(0).Average()))];

    // From the last frame with the marker to the next; a single frame's own interval is no gap.
    private static double LongestGapSeconds(ImmutableArray<double> times, ImmutableArray<MarkerSample?> samples)
    {
        double longest = 0;
        int? lost = null;
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] is null)
            {
                lost ??= i;
                longest = Math.Max(longest, times[Math.Min(i + 1, times.Length - 1)] - times[lost.Value]);
            }
            else
            {
                lost = null;
            }
        }

        return longest;
    }

    private static double? Jitter(ImmutableArray<double> times, ImmutableArray<MarkerSample?> samples, SignalSettings settings)
    {
        var x = NoiseFloor.Estimate(times, [.. samples.Select(s => s?.Position.X)], settings.Band.HighHz);
        var y = NoiseFloor.Estimate(times, [.. samples.Select(s => s?.Position.Y)], settings.Band.HighHz);
        return x is { } a && y is { } b ? Math.Sqrt(((a * a) + (b * b)) / 2) : null;
    }
}
