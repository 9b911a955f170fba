using Clonus.Cli.Settings;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using static Clonus.Cli.Reports.TextNumber;

namespace Clonus.Cli.Reports;

/// <summary>A walk in words: how it goes, and what was seen, not seen and not judged of the ways to walk.</summary>
internal static class GaitText
{
    /// <summary>The walk in one line; null where nobody steps and nobody asked for a walk.</summary>
    /// <param name="stepsSeen">Whether a leg is carried forward as in steps.</param>
    public static string? Headline(TextStyle style, GaitFindings gait, RunSettings settings, bool stepsSeen) => gait.Status switch
    {
        GaitStatus.Walking => $"{style.Bold("Walking")}: {string.Join(", ", Walk(gait, settings.Device))}",
        _ when !stepsSeen && settings.Analysis.Walk is { View: null, Affected: BodySide.Unknown } => null,
        GaitStatus.NotWalking => $"{style.Bold("Walking")}: not seen{Because(gait.Reason)}",
        _ => $"{style.Bold("Walking")}: {style.Doubt("cannot be assessed")}{Because(gait.Reason)}",
    };

    /// <summary>What stands below the headline of a walk.</summary>
    /// <param name="marked">The markers that there are.</param>
    public static IEnumerable<(string Label, string Text)> Lines(TextStyle style, GaitFindings gait, IReadOnlyCollection<MarkerName> marked)
    {
        if (gait.Status != GaitStatus.Walking)
            return [];

        return Labelled("Affected", [Affected(gait.Affected)])
            .Concat(Labelled("Seen", Of(gait, PatternVerdict.Present).Select(pattern => PatternText.Seen(style, pattern))))
            .Concat(Labelled("Not seen", PatternText.Names(gait, Of(gait, PatternVerdict.Absent)) is { Length: > 0 } absent ? [absent] : []))
            .Concat(Labelled("Not judged", Of(gait, PatternVerdict.NotAssessable)
                .GroupBy(pattern => Why(gait, pattern, marked))
                .Select(group => $"{group.Key}: {PatternText.Names(gait, group)}")))
            .Concat(Measures(gait).Where(line => line.Text is not null).Select(line => (line.Label, line.Text!)))
            .Concat(Labelled("Left out", gait.Strides.Where(s => s.Rejected is not null)
                .GroupBy(s => s.Rejected!.TrimEnd('.'))
                .Select(group => $"{Counted(group.Count(), "stride")}: {group.Key}")));
    }

    private static IEnumerable<string> Walk(GaitFindings gait, Device device)
    {
        var view = gait.View switch
        {
            GaitView.Sagittal => "sagittal view",
            GaitView.Frontal => "frontal view",
            GaitView.Spatial => "both planes",
            _ => null,
        };
        var way = gait.Direction switch
        {
            _ when gait.Treadmill == true => "on a treadmill",
            GaitDirection.Left => "to the left",
            GaitDirection.Right => "to the right",
            GaitDirection.Both => "to and fro",
            GaitDirection.Towards => "towards the camera",
            GaitDirection.Away => "away from the camera",
            _ => null,
        };
        var with = device switch
        {
            Device.Afo => "with an AFO",
            Device.Cane => "with a cane",
            Device.Walker => "with a walker",
            _ => null,
        };
        var cadence = gait.CadencePerMinute is { } steps ? $"{Fixed(steps, 0)}\u00a0steps a minute" : null;
        return new[] { view, way, with, cadence, $"{gait.StridesLeft} strides left, {gait.StridesRight} right" }.OfType<string>();
    }

    private static IEnumerable<(string Label, string? Text)> Measures(GaitFindings gait)
    {
        yield return ("Speed", gait switch
        {
            { SpeedMillimetresPerSecond: { } speed } => $"{Fixed(speed / 1000, 2)} m/s",
            { SpeedLegsPerSecond: { } speed } => $"{Fixed(speed, 2)} leg lengths a second",
            _ => null,
        });
        yield return ("Stance", Stance(gait));
        yield return ("Step length", gait.StepLengthRatio is { } ratio ? $"left {Fixed(ratio, 2)} of right" : null);
        yield return ("Symmetry", gait.Symmetry is { } symmetry ? Symmetry(symmetry) : null);
        yield return ("Timing", Timing(gait));
    }

    private static string Affected(AffectedSide affected) => affected switch
    {
        { Side: { } side, Inferred: true } => $"{ContractNames.Word(side)} leg, told from the walk",
        { Side: { } side } => $"{ContractNames.Word(side)} leg, as given",
        _ => "not known; --affected names the leg",
    };

    private static string? Stance(GaitFindings gait)
    {
        string?[] legs = [gait.StanceRatioLeft is { } left ? Percent(left) + " left" : null, gait.StanceRatioRight is { } right ? Percent(right) + " right" : null];
        var both = gait.DoubleSupportRatio is { } support ? $"; both feet down {Percent(support)}" : "";
        return legs.OfType<string>().ToArray() is { Length: > 0 } known ? $"{string.Join(", ", known)} (share of the stride){both}" : null;
    }

    private static string? Symmetry(GaitSymmetry symmetry)
    {
        (string Name, double? Ratio)[] ratios =
            [("stance time", symmetry.StanceTimeRatio), ("swing time", symmetry.SwingTimeRatio), ("step time", symmetry.StepTimeRatio), ("step length", symmetry.StepLengthRatio)];
        var known = ratios.Where(r => r.Ratio is not null).Select(r => $"{r.Name} {Fixed(r.Ratio!.Value, 2)}").ToArray();
        return known.Length == 0 ? null : $"{string.Join(", ", known)} ({symmetry.Formula.TrimEnd('.')})";
    }

    private static string? Timing(GaitFindings gait)
    {
        if (gait.Events.IsEmpty)
            return null;

        var errors = gait.Events.Select(e => e.UncertaintySeconds).Order().ToArray();
        var doubted = gait.Events.Count(e => e.Disagrees == true);
        return $"{Counted(gait.Events.Count(e => e.Kind == GaitEventKind.InitialContact), "contact")} and {Counted(gait.Events.Count(e => e.Kind == GaitEventKind.FootOff), "foot-off")}, "
            + $"standard error {Fixed(1000 * errors[errors.Length / 2], 0)}\u00a0ms" + (doubted == 0 ? "" : $"; {doubted} timed otherwise by a second method");
    }

    private static IEnumerable<PatternFinding> Of(GaitFindings gait, PatternVerdict verdict) => gait.Patterns.Where(p => p.Verdict == verdict);

    private static IEnumerable<(string Label, string Text)> Labelled(string label, IEnumerable<string> lines) => lines.Select((line, i) => (i == 0 ? label : "", line));

    // The far hip is missing because the body hides it, and not for want of a sticker.
    private static string Why(GaitFindings gait, PatternFinding pattern, IReadOnlyCollection<MarkerName> marked) => pattern switch
    {
        { Reason: null } => "not measured",
        { Side: { } side, Reason: { } reason } when gait.View == GaitView.Sagittal && reason == $"needs the marker {Hip(side)}" && marked.Contains(Hip(side.Opposite)) =>
            "the far leg's hip is not seen from the side",
        { Reason: { } reason } => reason.TrimEnd('.'),
    };

    private static MarkerName Hip(BodySide side) => new(side, Landmark.Hip);

    private static string Because(string? reason) => reason is null ? "" : ": " + reason.TrimEnd('.');

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
