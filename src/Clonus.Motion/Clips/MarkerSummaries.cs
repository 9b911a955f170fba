using System.Collections.Immutable;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>How well each marker was seen. The markers of a laboratory are many and their spectra long, and each is on its own: they are shared out to the processors.</summary>
public static class MarkerSummaries
{
    public static ImmutableArray<MarkerSummary> Of(TrackSet tracks, SignalSettings settings) =>
        [.. tracks.Markers.AsParallel().AsOrdered().Select(marker =>
        {
            var jitter = Jitter(tracks, marker.Samples, settings);
            return new MarkerSummary(
                marker.Name,
                marker.Spec,
                marker.VisibleRatio,
                LongestGapSeconds(tracks.FrameTimesSeconds, marker.Samples),
                tracks.IsSpatial ? null : jitter,
                marker.Samples.OfType<MarkerSample>().Select(s => s.Confidence).DefaultIfEmpty(0).Average())
            {
                JitterMillimetres = tracks.IsSpatial ? jitter : null,
            };
        })];

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

    // Of one coordinate: root mean square over the axes.
    private static double? Jitter(TrackSet tracks, ImmutableArray<MarkerSample?> samples, SignalSettings settings)
    {
        Func<SpacePoint, double>[] axes = tracks.IsSpatial ? [p => p.X, p => p.Y, p => p.Z] : [p => p.X, p => p.Y];
        var errors = axes.Select(axis => NoiseFloor.Estimate(tracks.FrameTimesSeconds, [.. samples.Select(s => s is { } seen ? axis(seen.Position) : (double?)null)], settings.Band.HighHz)).ToArray();
        return errors.All(e => e is not null) ? Math.Sqrt(errors.Sum(e => e!.Value * e.Value) / axes.Length) : null;
    }
}
