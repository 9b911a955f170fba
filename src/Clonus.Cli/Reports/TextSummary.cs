using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using static Clonus.Cli.Reports.TextNumber;

namespace Clonus.Cli.Reports;

/// <summary>What a clinician reads: the answer first, then what it rests on, then what is doubtful.</summary>
internal static class TextSummary
{
    private const int LabelWidth = 12;

    // A smaller loss of amplitude than three in a hundred is not worth a word here; result.json has it.
    private const double NotableGain = 0.97;

    /// <param name="folder">Where the result's files are, as the user would name it.</param>
    public static void Write(TextWriter output, TextStyle style, ResultDocument result, string folder)
    {
        output.Write($"{style.Bold(result.Clip.Id)}  {Recording(result.Clip)}\n");
        WriteWalk(output, style, result);
        foreach (var (side, found) in result.Sides.Present)
            WriteSide(output, style, result, side, found);

        if (Laterality(result.Sides) is { } sides)
            output.Write($"\n  {sides}\n");
        if (result.Clip.CameraMotion is { } camera && CameraMotion(camera) is { } moved)
            output.Write($"\n  {moved}\n");
        WriteIssues(output, style, result.Issues);
        output.Write($"\n  Files: {folder}\n  {style.Faint(result.Notice)}\n");
    }

    private static string Recording(ClipInfo clip)
    {
        var parts = new List<string> { $"{Fixed(clip.DurationSeconds, 1)} s" };
        if (clip.FpsMeasured is { } fps)
            parts.Add($"{Short(fps, 2)} frames/s{(clip.VariableFrameRate ? " (variable)" : "")}");
        if (clip is { WidthPixels: { } width, HeightPixels: { } height })
            parts.Add($"{width} x {height}");
        if (clip.TimeScale is not 1)
            parts.Add($"{(clip.TimeScale < 1 ? "slow" : "fast")} motion, times are real ({Short(clip.TimeScale, 4)} of the file's)");
        return string.Join(", ", parts);
    }

    // A camera that stood still, or that nobody can tell of, is not worth a line here; the second is an issue.
    private static string? CameraMotion(CameraMotionSummary camera) => camera switch
    {
        { Status: CameraMotionStatus.Removed, RemovedMaxPixels: { } most, RotationMaxDegrees: { } turn } =>
            $"Camera motion of up to {Fixed(most, 1)} px and a turn of up to {Fixed(turn, 1)}° removed",
        { Status: CameraMotionStatus.Reference, RemovedMaxPixels: { } most } => $"Motion of the reference of up to {Fixed(most, 1)} px removed; a turn or a zoom of the camera is not",
        _ => null,
    };

    // With one side marked, the criterion says that nobody can tell.
    private static string? Laterality(SidesResult sides) => sides switch
    {
        { Left.Clonus.Episodes: [_, ..] left, Right.Clonus.Episodes: [_, ..] } =>
            left.Any(episode => OneSide(episode) is { Measured: not null, Met: false }) ? "Oscillation on both sides, at the same time" : "Oscillation on both sides, at different times",
        { Left.Clonus.Episodes: [_, ..] left, Right: not null } => OnlyOn("left", left),
        { Right.Clonus.Episodes: [_, ..] right, Left: not null } => OnlyOn("right", right),
        _ => null,
    };

    private static string OnlyOn(string side, IEnumerable<ClonusEpisode> episodes) =>
        episodes.All(episode => OneSide(episode)?.Met == true)
            ? $"Oscillation on the {side} side only"
            : $"Oscillation on the {side} side; the other one was not seen well enough to tell whether it has any";

    private static Criterion? OneSide(ClonusEpisode episode) => episode.Criteria.FirstOrDefault(c => c.Name == Motion.Clips.Laterality.Name);

    private static void WriteSide(TextWriter output, TextStyle style, ResultDocument result, BodySide side, SideResult found)
    {
        var clonus = found.Clonus;
        output.Write("\n");
        Paragraph.Write(output, style, "  ", $"{style.Bold(Subject(result.Settings.Analysis.Signal.Site, side))}: {Headline(style, clonus, ofWalk: result.Gait?.Status == GaitStatus.Walking)}");
        if (found.Signal is { } measured && Measured(measured.Kind, result.Settings.Analysis.Signal.Site) is { } what)
            Paragraph.Write(output, style, $"    {"Measured",-LabelWidth}", what);
        if (clonus.Episodes.Length > 0 && found.Signal is { } signal)
        {
            foreach (var (label, text) in Details(clonus, signal).Concat(Criteria(style, clonus, result.Sides)))
                Paragraph.Write(output, style, $"    {label,-LabelWidth}", text);
        }

        if (clonus.Status != ClonusStatus.NotAssessable)
            Paragraph.Write(output, style, "    ", clonus.Rule.Text);
    }

    private static void WriteWalk(TextWriter output, TextStyle style, ResultDocument result)
    {
        if (result.Gait is not { } gait || GaitText.Headline(style, gait, result.Settings, stepsSeen: result.Issues.Any(issue => issue.Code == RecordingChecks.StepsSeen)) is not { } headline)
            return;

        output.Write("\n");
        Paragraph.Write(output, style, "  ", headline);
        foreach (var (label, text) in GaitText.Lines(style, gait, [.. result.Markers.Select(marker => marker.Name)]))
            Paragraph.Write(output, style, $"    {label,-LabelWidth}", text);
    }

    // Of what a site is usually measured by there is nothing to say.
    private static string? Measured(SignalKind kind, Site site) => (site, kind) switch
    {
        (Site.Ankle, SignalKind.FootPitch) => "the foot's direction, for want of a knee",
        (Site.Ankle or Site.Wrist, SignalKind.Displacement) => "how far one marker moves, for want of the others",
        _ => null,
    };

    /// <summary>What was measured, such as "Left ankle".</summary>
    public static string Subject(Site site, BodySide side)
    {
        var place = ContractNames.Word(site);
        var subject = side == BodySide.Unknown || site == Site.Point ? place : $"{ContractNames.Word(side)} {place}";
        return char.ToUpperInvariant(subject[0]) + subject[1..];
    }

    /// <summary>The answer in one line.</summary>
    /// <param name="ofWalk">Under a walk that was assessed it is said what was not.</param>
    public static string Headline(TextStyle style, ClonusFinding clonus, bool ofWalk = false) => clonus.Status switch
    {
        ClonusStatus.Detected when clonus.Sustained == true => style.Alarm($"{Beats(clonus.LongestEpisodeBeats)}, clonus-compatible, SUSTAINED") + Doubts(clonus),
        ClonusStatus.Detected => style.Good($"{Beats(clonus.LongestEpisodeBeats)}, clonus-compatible, not sustained") + Doubts(clonus),
        ClonusStatus.RhythmicOnly => style.Doubt($"{Beats(clonus.LongestEpisodeBeats)} in rhythm, no trigger seen: not called sustained or unsustained") + Doubts(clonus),
        ClonusStatus.NotDetected => style.Good("no clonus-compatible beats"),
        _ => style.Doubt(ofWalk ? "beats cannot be assessed" : "cannot be assessed"),
    };

    private static string Doubts(ClonusFinding clonus)
    {
        var doubts = new List<string>();
        if (clonus.Borderline == true)
            doubts.Add("borderline: exactly five");
        if (clonus is { Sustained: not null, SustainedSure: false })
            doubts.Add("not sure");
        return doubts.Count == 0 ? "" : $" ({string.Join("; ", doubts)})";
    }

    private static IEnumerable<(string Label, string Text)> Details(ClonusFinding clonus, SignalSummary signal)
    {
        if (clonus.Episodes is [var only])
        {
            if (only.FrequencyHz is { } hz)
                yield return ("Frequency", $"{Fixed(hz, 1)} Hz");
            yield return ("Amplitude", Amplitude(only, signal.Unit));
            yield return ("When", When(only));
        }
        else
        {
            yield return ("Episodes", $"{clonus.Episodes.Length} with {clonus.BeatsTotal} beats in all; the longest counts for the rule");
            foreach (var (episode, index) in clonus.Episodes.Select((e, i) => (e, i)))
                yield return ($"  {index + 1}", Row(episode, signal.Unit));
        }

        if (clonus is { Confidence: { } confidence, BeatsLow: { } low, BeatsHigh: { } high })
            yield return ("Certainty", $"{Certainty(confidence)} that the count is exact" + (low == high ? "" : $"; {low} to {high} beats are possible"));
        if (!signal.SignKnown)
            yield return ("Direction", "of plantarflexion guessed from the first movement");
        if (signal is { MaxDorsiflexionDegrees: { } max, MinDorsiflexionDegrees: { } min })
            yield return ("Range", $"dorsiflexion from {Fixed(min, 1)}° to {Fixed(max, 1)}°");
    }

    // Of the episode that the count comes from.
    private static IEnumerable<(string Label, string Text)> Criteria(TextStyle style, ClonusFinding clonus, SidesResult sides)
    {
        var longest = clonus.Episodes.Where(e => clonus.Status != ClonusStatus.Detected || e.Trigger != TriggerKind.None).MaxBy(e => e.Beats)!;
        var lines = CriteriaText.Lines(style, longest, bothSides: sides is { Left: not null, Right: not null });
        if (clonus.Episodes.Length > 1)
            lines = lines.Prepend($"of episode {clonus.Episodes.IndexOf(longest) + 1}:");
        return lines.Select((line, i) => (i == 0 ? "Criteria" : "", line));
    }

    private static string Row(ClonusEpisode episode, SignalUnit unit) =>
        string.Join(", ", new[] { Beats(episode.Beats), episode.FrequencyHz is { } hz ? $"{Fixed(hz, 1)} Hz" : null, Amplitude(episode, unit), When(episode) }.OfType<string>());

    private static string Amplitude(ClonusEpisode episode, SignalUnit unit) =>
        $"{Fixed(episode.AmplitudeMean, 1)}{Symbol(unit)} peak to peak"
        + (episode.Beats == 1 ? "" : $" (first {Fixed(episode.AmplitudeFirst, 1)}, largest {Fixed(episode.AmplitudeMax, 1)})")
        + (episode is { AmplitudeGain: < NotableGain and { } gain, AmplitudeMeanCorrected: { } corrected }
            ? $"; about {Fixed(corrected, 1)}{Symbol(unit)} with the {Percent(1 - gain)} lost to frame rate and smoothing"
            : "");

    private static string When(ClonusEpisode episode)
    {
        var span = $"{Fixed(episode.StartSeconds, 2)} s to {Fixed(episode.EndSeconds, 2)} s ({Fixed(episode.DurationSeconds, 2)} s){Cut(episode.Truncated)}";
        return episode switch
        {
            { Trigger: TriggerKind.Stretch, TriggerSeconds: { } at } => $"{span}, after a stretch at {Fixed(at, 2)} s",
            { Trigger: TriggerKind.Contact, TriggerSeconds: { } at } => $"{span}, after a foot contact at {Fixed(at, 2)} s",
            _ => span,
        };
    }

    private static string Cut(Truncation truncated) => truncated switch
    {
        Truncation.Start => " (already running when the clip starts)",
        Truncation.End => " (still running when the clip ends)",
        Truncation.Both => " (running from the clip's start to its end)",
        _ => "",
    };

    /// <summary>Each issue in its own words, with the code that scripts may match.</summary>
    public static void WriteIssues(TextWriter output, TextStyle style, IEnumerable<IssueResult> issues)
    {
        foreach (var (issue, index) in issues.Select((issue, index) => (issue, index)))
        {
            var word = issue.Severity switch
            {
                IssueSeverity.Error => style.Alarm("problem"),
                IssueSeverity.Warning => style.Doubt("warning"),
                _ => "note",
            };
            if (index == 0)
                output.Write("\n");
            Paragraph.Write(output, style, "  ", $"{word}: {issue.Message} [{issue.Code}]");
        }
    }

    private static string Beats(int? count) => count == 1 ? "1 beat" : $"{count} beats";

    private static string Symbol(SignalUnit unit) => unit switch
    {
        SignalUnit.Deg => "°",
        SignalUnit.Mm => " mm",
        _ => " px",
    };
}
