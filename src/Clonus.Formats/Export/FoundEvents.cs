using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Export;

/// <summary>What was found as events of a recording, under the names that laboratories' programs will show.</summary>
public static class FoundEvents
{
    public const string Beat = "Clonus Beat";
    public const string Start = "Clonus Start";
    public const string End = "Clonus End";

    // Programs for gait differ in what they call the two.
    private static readonly string[] StepLabels = [TrialEvent.FootStrike, TrialEvent.FootOff, "Heel Strike", "Toe Off", "Foot Contact", "Initial Contact"];

    /// <summary>Beats, episodes and steps on the findings' own clock, by time.</summary>
    public static ImmutableArray<TrialEvent> Of(ClipFindings findings) =>
    [
        .. findings.Sides.SelectMany(side => side.Clonus.Episodes
                .SelectMany(episode => new[] { (episode.StartSeconds, Start), (episode.EndSeconds, End) })
                .Concat(side.Clonus.Beats.Select(beat => (beat.TimeSeconds, Beat)))
                .Select(e => new TrialEvent(e.Item1, e.Item2, Context(side.Side))))
            .Concat((findings.Gait is { Status: GaitStatus.Walking } walk ? walk.Events : []).Select(Step))
            .OrderBy(e => e.TimeSeconds),
    ];

    /// <summary>True of a foot's contact or its leaving the floor, in our words or another program's.</summary>
    public static bool IsStep(TrialEvent found) => StepLabels.Any(label => Letters(label).Equals(Letters(found.Label), StringComparison.OrdinalIgnoreCase));

    private static TrialEvent Step(GaitEvent found) =>
        new(found.TimeSeconds, found.Kind == GaitEventKind.InitialContact ? TrialEvent.FootStrike : TrialEvent.FootOff, Context(found.Side));

    private static string Letters(string label) => string.Concat(label.Where(char.IsLetter));

    private static string Context(BodySide side) => side switch
    {
        BodySide.Left => "Left",
        BodySide.Right => "Right",
        _ => "General",
    };
}
