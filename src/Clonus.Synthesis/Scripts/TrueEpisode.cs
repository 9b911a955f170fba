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

    // The contract's band, and what it calls regular. Fewer beats have no rate of their own.
    private const int RhythmBeats = 3;
    private const double LowestHz = 2.5;
    private const double HighestHz = 10;
    private const double MaxIntervalCv = 0.3;

    // The first interval is the longest and the rate is stable from the fourth on (Boyraz 2015); few intervals cannot all wait so long.
    private const int FewIntervals = 5;
    private const int SettlingIntervals = 3;

    /// <summary>Whether the contract counts it: its rate lies in the band, and a stretch set it off or it is regular by itself.</summary>
    internal bool IsRhythm => IsInBand && (Trigger is not null || IsRegular);

    private bool IsInBand => Beats.Length < RhythmBeats || 1 / SettledIntervals.Median() is >= LowestHz and <= HighestHz;

    private bool IsRegular =>
        Beats.Length >= RhythmBeats && (SettledIntervals is not { Length: > 1 } intervals || intervals.StandardDeviation() <= MaxIntervalCv * intervals.Mean());

    private double[] SettledIntervals
    {
        get
        {
            var intervals = Intervals(Beats);
            return intervals[(intervals.Length <= FewIntervals ? 1 : SettlingIntervals)..];
        }
    }

    /// <param name="beats">In order of time.</param>
    public static ImmutableArray<TrueEpisode> Group(ImmutableArray<BeatTruth> beats, ImmutableArray<StretchTruth> stretches)
    {
        var intervals = Intervals(beats);
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

    private static double[] Intervals(ImmutableArray<BeatTruth> beats) => [.. beats.Zip(beats.Skip(1), (a, b) => b.TimeSeconds - a.TimeSeconds)];

    private static StretchTruth? TriggerOf(BeatTruth first, ImmutableArray<StretchTruth> stretches) => stretches.LastOrDefault(
        stretch => stretch.IsTrigger && stretch.StartSeconds < first.TimeSeconds && first.StartSeconds - stretch.EndSeconds <= TriggerWindowSeconds);
}
