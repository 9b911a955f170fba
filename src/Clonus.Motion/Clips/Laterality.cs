using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Clips;

/// <summary>Whether an oscillation is on one side only. It takes both sides' findings to tell, so that it comes last.</summary>
public static class Laterality
{
    public const string Name = "one_side_only";

    private const string Source = "essential and enhanced physiological tremor are bilateral (PMC12219005); one side at a time: this implementation's choice";

    /// <summary>The findings with the criterion added to every episode: how many sides oscillate during it, unknown where the other leg was not seen well enough.</summary>
    public static ImmutableArray<SideFindings> Judge(ImmutableArray<SideFindings> sides, RecordingPolicy policy) =>
        [.. sides.Select(side => side with { Clonus = Judge(side.Clonus, Opposite(sides, side.Side), policy) })];

    private static ClonusFinding Judge(ClonusFinding clonus, SideFindings? opposite, RecordingPolicy policy) => clonus with
    {
        Episodes = [.. clonus.Episodes.Select(episode => episode with
        {
            Criteria = episode.Criteria.Add(Criterion.AtMost(Name, SidesDuring(episode, opposite, policy), limit: 1, "sides", Source)),
        })],
    };

    private static SideFindings? Opposite(ImmutableArray<SideFindings> sides, BodySide side) => side switch
    {
        BodySide.Left => sides.FirstOrDefault(s => s.Side == BodySide.Right),
        BodySide.Right => sides.FirstOrDefault(s => s.Side == BodySide.Left),
        _ => null,
    };

    private static double? SidesDuring(ClonusEpisode episode, SideFindings? opposite, RecordingPolicy policy) =>
        opposite is null or { Clonus.Status: ClonusStatus.NotAssessable } ? null
        : opposite.Clonus.Episodes.Any(other => other.StartSeconds < episode.EndSeconds && other.EndSeconds > episode.StartSeconds) ? 2
        : SeenRatio(opposite, episode) >= policy.MinVisibleRatio ? 1
        : null;

    // The samples stand on an even grid, with rows for holes but none before the first and after the last value.
    private static double SeenRatio(SideFindings side, ClonusEpisode episode)
    {
        if (side is not { Signal.SampleRateHz: { } rate, Samples: [var first, ..] })
        {
            return 0;
        }

        var from = (int)Math.Round((episode.StartSeconds - first.TimeSeconds) * rate);
        var to = (int)Math.Round((episode.EndSeconds - first.TimeSeconds) * rate);
        var seen = 0;
        for (var i = Math.Max(from, 0); i < Math.Min(to, side.Samples.Length); i++)
        {
            seen += side.Samples[i].Value is null ? 0 : 1;
        }

        return (double)seen / (to - from);
    }
}
