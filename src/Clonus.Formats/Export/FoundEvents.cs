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
    private static readonly (string Label, GaitEventKind Kind)[] StepLabels =
    [
        (TrialEvent.FootStrike, GaitEventKind.InitialContact), (TrialEvent.FootOff, GaitEventKind.FootOff), ("Heel Strike", GaitEventKind.InitialContact),
        ("Toe Off", GaitEventKind.FootOff), ("Foot Contact", GaitEventKind.InitialContact), ("Initial Contact", GaitEventKind.InitialContact),
    ];

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

    /// <summary>True of a foot's contact or its leaving the floor.</summary>
    public static bool IsStep(TrialEvent found) => StepOf(found) is not null;

    /// <summary>Which of the two a step is, in our words or another program's; null for all else.</summary>
    public static GaitEventKind? StepOf(TrialEvent found) =>
        StepLabels.Where(step => Letters(step.Label).Equals(Letters(found.Label), StringComparison.OrdinalIgnoreCase)).Select(step => (GaitEventKind?)step.Kind).FirstOrDefault();

    /// <summary>Whose foot it is; unknown where the event does not say.</summary>
    public static BodySide SideOf(TrialEvent found) =>
        new[] { BodySide.Left, BodySide.Right }.FirstOrDefault(side => Context(side).Equals(found.Context, StringComparison.OrdinalIgnoreCase));

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
