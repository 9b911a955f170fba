using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Synthesis.Scripts;

/// <summary>Beats without a longer pause between them.</summary>
/// <param name="Beats">At least one, in order of time.</param>
/// <param name="Trigger">The stretch that set them off; null where none was seen.</param>
public sealed record TrueEpisode(ImmutableArray<BeatTruth> Beats, StretchTruth? Trigger)
{
    // The contract's merge gap, and the time from a stretch's end to the first beat.
    private const double GapIntervals = 2.5;
    private const double ShortestGapSeconds = 0.4;
    private const double TriggerWindowSeconds = 0.5;

    // Twice the longest interval of the band: what lies further apart is no train.
    private const double LongestIntervalSeconds = 0.8;

    // Without a trigger fewer are no rhythm.
    private const int RhythmBeats = 3;

    internal bool IsRhythm => Trigger is not null || Beats.Length >= RhythmBeats;

    /// <param name="beats">In order of time.</param>
    public static ImmutableArray<TrueEpisode> Group(ImmutableArray<BeatTruth> beats, ImmutableArray<StretchTruth> stretches)
    {
        var intervals = beats.Zip(beats.Skip(1), (a, b) => b.TimeSeconds - a.TimeSeconds).ToArray();
        var within = intervals.Where(interval => interval < LongestIntervalSeconds).ToArray();
        var gap = within.Length == 0 ? ShortestGapSeconds : Math.Max(ShortestGapSeconds, GapIntervals * within.Median());
        var episodes = ImmutableArray.CreateBuilder<TrueEpisode>();
        var first = 0;
        for (var i = 0; i < beats.Length; i++)
        {
            if (i == intervals.Length || intervals[i] > gap)
            {
                episodes.Add(new TrueEpisode(beats[first..(i + 1)], TriggerOf(beats[first], stretches)));
                first = i + 1;
            }
        }

        return episodes.ToImmutable();
    }

    private static StretchTruth? TriggerOf(BeatTruth first, ImmutableArray<StretchTruth> stretches) => stretches.LastOrDefault(
        stretch => stretch.IsTrigger && stretch.StartSeconds < first.TimeSeconds && first.StartSeconds - stretch.EndSeconds <= TriggerWindowSeconds);
}
