using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Export;

/// <summary>What was found as events of a recording, under the names that laboratories' programs will show.</summary>
public static class ClonusEvents
{
    public const string Beat = "Clonus Beat";
    public const string Start = "Clonus Start";
    public const string End = "Clonus End";

    /// <summary>On the findings' own clock, by time.</summary>
    public static ImmutableArray<TrialEvent> Of(ClipFindings findings) =>
    [
        .. findings.Sides.SelectMany(side => side.Clonus.Episodes
                .SelectMany(episode => new[] { (episode.StartSeconds, Start), (episode.EndSeconds, End) })
                .Concat(side.Clonus.Beats.Select(beat => (beat.TimeSeconds, Beat)))
                .Select(e => new TrialEvent(e.Item1, e.Item2, Context(side.Side))))
            .OrderBy(e => e.TimeSeconds),
    ];

    private static string Context(BodySide side) => side switch
    {
        BodySide.Left => "Left",
        BodySide.Right => "Right",
        _ => "General",
    };
}
