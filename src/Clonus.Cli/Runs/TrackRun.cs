using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Runs;

/// <summary>Everything that <c>clonus track</c> was asked for.</summary>
internal sealed record TrackRequest(string Input, string? Output, RunSettings Settings, bool Overlay, ImmutableArray<AlsoFile> Also, ImmutableArray<string> Arguments);

/// <summary>One video in, tracks.csv out.</summary>
internal static class TrackRun
{
    public static ExitCode Execute(TrackRequest request, Screen screen, CancellationToken cancel)
    {
        var clip = PlannedClip.Plan([request.Input], request.Output)[0];
        InputReading.RefuseTrajectory(clip.Path);
        var run = new ProvenanceRecorder(new RunOrigin(request.Arguments, IsAnonymous: false), clip, new ClipRequest(request.Settings, Plot: false, request.Overlay, TimesFrom: null, request.Also).Digest());
        using var folder = ResultFolder.Begin(clip.Folder, mayReplaceAnalysis: false);
        var tracked = clip.Track(request.Settings, screen, onFrames: null, cancel);

        folder.Write("tracks.csv", csv => TracksCsvWriter.Write(csv, tracked.Tracks.ToTrajectories()));
        if (request.Overlay)
            clip.DrawOverlay(folder.PathOf("overlay.mp4"), tracked, findings: null, request.Settings, screen, cancel);
        AlsoFiles.Write(folder, request.Also, ReadClip.Of(tracked), findings: null, screen);
        var provenance = run.Finish(folder.Written);
        folder.Write(ResultFolder.ProvenanceFile, text => text.Write(ContractJson.Write(provenance)));
        cancel.ThrowIfCancellationRequested();
        folder.Commit();
        if (!screen.Quiet)
            WriteSummary(screen, tracked, clip.Folder);
        return tracked.Tracks.Markers.IsEmpty ? ExitCode.NotAssessable : ExitCode.Done;
    }

    private static void WriteSummary(Screen screen, TrackedClip tracked, string folder)
    {
        screen.Output.Write($"{screen.Style.Bold(tracked.Clip.Id)}  {tracked.Clip.FramesRead} frames\n");
        foreach (var marker in tracked.Tracks.Markers)
        {
            screen.Output.Write(string.Create(
                CultureInfo.InvariantCulture, $"  {marker.Name,-16} {marker.Spec,-12} seen in {100 * marker.VisibleRatio:F1} % of the frames\n"));
        }

        TextSummary.WriteIssues(screen.Output, screen.Style, tracked.Issues.Select(IssueResult.From));
        screen.Output.Write($"  Files: {folder}\n");
    }
}
