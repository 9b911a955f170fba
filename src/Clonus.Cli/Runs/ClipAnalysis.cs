using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Motion;
using Clonus.Motion.Clips;

namespace Clonus.Cli.Runs;

/// <summary>How far the work on a clip has come.</summary>
internal enum ClipStage
{
    /// <summary>The file is opened and its container is read.</summary>
    Opening,

    /// <summary>At least one frame was decoded, and markers are followed; of a trajectory file, its rows are read.</summary>
    Tracking,
    Measuring,
    Writing,
}

/// <summary>One clip from its file to its result folder: the work that all commands share which analyse.</summary>
internal static class ClipAnalysis
{
    /// <param name="onStage">Told of each stage as it begins.</param>
    /// <exception cref="InputException">The clip cannot be read, or the result not written; nothing of it is left.</exception>
    public static ResultDocument Run(
        PlannedClip clip, ClipRequest request, RunOrigin origin, Screen screen, Action<ClipStage>? onStage, CancellationToken cancel)
    {
        onStage?.Invoke(ClipStage.Opening);
        var file = InputReading.Trajectories(clip.Path);
        Refuse(file, clip, request);
        var run = new ProvenanceRecorder(origin, clip, request.Digest());
        using var folder = ResultFolder.Begin(clip.Folder);
        var read = file is null
            ? ReadClip.Of(clip.Track(request.Settings, screen, () => onStage?.Invoke(ClipStage.Tracking), cancel))
            : ReadClip.Of(file, clip.Id, request.Settings, request.TimesFrom, cancel);
        onStage?.Invoke(ClipStage.Measuring);
        var findings = ClipAnalyzer.Analyze(read.Tracks, request.Settings.Analysis.ForPicture(read.Clip));
        var result = ResultDocument.Create(read.Clip, read.Issues, findings, request.Settings);

        onStage?.Invoke(ClipStage.Writing);
        folder.Write("result.json", text => text.Write(ContractJson.Write(result)));
        folder.Write("beats.csv", csv => ResultTables.WriteBeats(csv, result));
        folder.Write("episodes.csv", csv => ResultTables.WriteEpisodes(csv, result));
        folder.Write("tracks.csv", csv => TracksCsvWriter.Write(csv, read.Tracks.ToTrajectories()));
        folder.Write("signal.csv", csv => ResultTables.WriteSignal(csv, findings));
        WalkTables.Write(folder, result);
        if (request.Plot)
            SignalPicture.Write(folder.PathOf("signal.png"), result, findings);
        if (request.Overlay)
            clip.DrawOverlay(folder.PathOf("overlay.mp4"), read.Film!, findings, request.Settings, screen, cancel);
        AlsoFiles.Write(folder, request.Also, read, findings, screen);
        var provenance = run.Finish(folder.Written);
        folder.Write(ResultFolder.ProvenanceFile, text => text.Write(ContractJson.Write(provenance)));
        cancel.ThrowIfCancellationRequested();
        folder.Commit();
        if (screen.Verbose)
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{clip.Id}: {read.Clip.FramesRead} frames in {run.Elapsed.TotalSeconds:F2} s"));
        return result;
    }

    private static void Refuse(TrajectoryFile? file, PlannedClip clip, ClipRequest request)
    {
        if (file is not null && request.Overlay)
            throw new InputException(InputFault.Settings, $"--overlay draws on a video, and '{clip.Path}' is a trajectory file: --plot shows the signal");
        if (file is null && request.TimesFrom is not null)
            throw new InputException(InputFault.Settings, $"--times-from is for trajectory files without times, and '{clip.Path}' is none");
    }
}
