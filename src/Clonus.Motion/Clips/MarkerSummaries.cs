using System.Collections.Immutable;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>How well each marker was seen.</summary>
public static class MarkerSummaries
{
    // Two minutes tell how a marker jitters in any recording; of a longer one pieces are taken that are spread evenly over it.
    private const double EnoughSeconds = 120;
    private const double PieceSeconds = 8;

    public static ImmutableArray<MarkerSummary> Of(TrackSet tracks, SignalSettings settings) =>
        [.. tracks.Markers.Select(marker =>
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
        var times = tracks.FrameTimesSeconds;
        var every = times.IsEmpty ? 1 : Math.Max((times[^1] - times[0]) / EnoughSeconds, 1);
        ImmutableArray<SpacePoint?> taken = [.. samples.Select((s, i) => IsTaken(times[i] - times[0], every) ? s?.Position : null)];
        var errors = axes.Select(axis => NoiseFloor.Estimate(times, [.. taken.Select(p => p is { } place ? axis(place) : (double?)null)], settings.Band.HighHz)).ToArray();
        return errors.All(e => e is not null) ? Math.Sqrt(errors.Sum(e => e!.Value * e.Value) / axes.Length) : null;
    }

    private static bool IsTaken(double seconds, double every) => Math.Floor(seconds / PieceSeconds) is var piece && Math.Floor((piece + 1) / every) > Math.Floor(piece / every);
}
