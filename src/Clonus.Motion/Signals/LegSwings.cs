using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Signals;

/// <summary>
/// When a leg is carried forward in a step. There the ankle turns by as much as in any clonus, two or three times in each stride, and none of it is
/// involuntary. A foot that is tested on a couch or a chair stays where it is.
/// </summary>
public static class LegSwings
{
    /// <param name="tracks">As a camera would have seen them that stands still.</param>
    /// <param name="travels">The marker that is carried.</param>
    /// <param name="length">What its way is measured by: the shank, or what stands for one; in the positions' unit.</param>
    public static ImmutableArray<TimeRange> Find(TrackSet tracks, MarkerTrack travels, double length, SignalSettings settings)
    {
        var seen = travels.Samples.Index().Where(s => s.Item is not null).Select(s => (Time: tracks.FrameTimesSeconds[s.Index], s.Item!.Value.Position)).ToArray();
        var swings = ImmutableArray.CreateBuilder<TimeRange>();
        int? start = null;
        for (var (i, earlier) = (0, 0); i < seen.Length; i++)
        {
            while (seen[i].Time - seen[earlier].Time > settings.SwingWindowSeconds)
                earlier++;
            var isFast = earlier < i && seen[i].Position.DistanceTo(seen[earlier].Position) > settings.SwingShanksPerSecond * length * (seen[i].Time - seen[earlier].Time);
            if (isFast)
            {
                start ??= earlier;
            }
            else if (start is { } from)
            {
                Add(from, i - 1);
                start = null;
            }
        }

        if (start is { } open)
            Add(open, seen.Length - 1);
        return swings.ToImmutable();

        void Add(int from, int to)
        {
            if (seen[to].Position.DistanceTo(seen[from].Position) > settings.SwingShanks * length)
                swings.Add(new TimeRange(seen[from].Time, seen[to].Time));
        }
    }

    /// <summary>Median distance of two markers; null where they are never seen together.</summary>
    public static double? Length(MarkerTrack a, MarkerTrack b)
    {
        var lengths = a.Samples.Zip(b.Samples, (p, q) => p is { } x && q is { } y ? x.Position.DistanceTo(y.Position) : (double?)null).OfType<double>().ToArray();
        return lengths.Length == 0 ? null : lengths.Median();
    }
}
