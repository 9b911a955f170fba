using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Motion;
using Clonus.Motion.Clips;

namespace Clonus.Cli.Runs;

internal enum OutputFormat
{
    Text,
    Json,
    Csv,
}

/// <summary>Everything that <c>clonus analyze</c> was asked for.</summary>
/// <param name="TimesFrom">The video whose frames' times a trajectory file without times has.</param>
/// <param name="Also">Files for other programs.</param>
/// <param name="Format">Null: the text summary, which <c>--quiet</c> leaves out.</param>
/// <param name="Arguments">The command line, for provenance.</param>
internal sealed record AnalyzeRequest(
    ImmutableArray<string> Inputs,
    string? Output,
    RunSettings Settings,
    bool Plot,
    bool Overlay,
    string? TimesFrom,
    ImmutableArray<AlsoFile> Also,
    OutputFormat? Format,
    bool FailOnSustained,
    ImmutableArray<string> Arguments);

/// <summary>Videos in, result folders and a summary out. One clip's failure does not stop the others.</summary>
internal static class AnalyzeRun
{
    public static ExitCode Execute(AnalyzeRequest request, Screen screen, CancellationToken cancel)
    {
        if (request is { Output: { } output, Inputs.Length: > 1 })
            PlannedClip.CheckShared(output);

        var results = new List<ResultDocument>();
        var failures = new List<ExitCode>();
        foreach (var clip in PlannedClip.Plan(request.Inputs, request.Output))
        {
            try
            {
                var result = Analyze(clip, request, screen, cancel);
                results.Add(result);
                if (request.Format == OutputFormat.Text || (request.Format is null && !screen.Quiet))
                    TextSummary.Write(screen.Output, screen.Style, result, clip.Folder);
            }
            catch (Exception e) when (e is not OperationCanceledException && !CommandLine.IsInterrupted(cancel))
            {
                screen.Fail(e, about: request.Inputs.Length > 1 ? clip.Path : null);
                failures.Add(CommandLine.ExitCodeOf(e));
            }
        }

        WriteMachineReadable(request, results, screen.Output);
        return Conclude(results, failures, request.FailOnSustained);
    }

    /// <summary>
    /// The run's one exit code. Where some clips of several failed and others did not it is SomeFailed, unless the error was
    /// unexpected; where all failed it is their own.
    /// </summary>
    internal static ExitCode Conclude(IReadOnlyCollection<ResultDocument> results, IReadOnlyCollection<ExitCode> failures, bool failOnSustained)
    {
        var codes = new List<ExitCode>();
        if (failures.Count > 0 && results.Count > 0)
            codes.AddRange(failures.Where(f => f == ExitCode.Unexpected).Append(ExitCode.SomeFailed));
        else
            codes.AddRange(failures);
        if (failOnSustained && results.Any(r => r.Sides.Present.Any(s => s.Result.Clonus.Sustained == true)))
            codes.Add(ExitCode.Matched);
        if (failures.Count == 0 && !results.Any(r => r.IsAssessable))
            codes.Add(ExitCode.NotAssessable);
        return ExitCodes.First(codes);
    }

    private static ResultDocument Analyze(PlannedClip clip, AnalyzeRequest request, Screen screen, CancellationToken cancel)
    {
        var file = InputReading.Trajectories(clip.Path);
        Refuse(file, clip, request);
        var run = new ProvenanceRecorder(request.Arguments, clip.Path);
        using var folder = ResultFolder.Begin(clip.Folder);
        var read = file is null ? ReadClip.Of(clip.Track(request.Settings, screen, cancel)) : ReadClip.Of(file, clip.Id, request.Settings, request.TimesFrom, cancel);
        var findings = ClipAnalyzer.Analyze(read.Tracks, request.Settings.Analysis.ForPicture(read.Clip));
        var result = ResultDocument.Create(read.Clip, read.Issues, findings, request.Settings);

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
        folder.Write("provenance.json", text => text.Write(ContractJson.Write(run.Finish())));
        cancel.ThrowIfCancellationRequested();
        folder.Commit();
        if (screen.Verbose)
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{clip.Id}: {read.Clip.FramesRead} frames in {run.Elapsed.TotalSeconds:F2} s"));
        return result;
    }

    private static void Refuse(TrajectoryFile? file, PlannedClip clip, AnalyzeRequest request)
    {
        if (file is not null && request.Overlay)
            throw new InputException(InputFault.Settings, $"--overlay draws on a video, and '{clip.Path}' is a trajectory file: --plot shows the signal");
        if (file is null && request.TimesFrom is not null)
            throw new InputException(InputFault.Settings, $"--times-from is for trajectory files without times, and '{clip.Path}' is none");
    }

    private static void WriteMachineReadable(AnalyzeRequest request, List<ResultDocument> results, TextWriter output)
    {
        if (request.Format == OutputFormat.Csv)
            ResultTables.WriteSummary(output, results);
        else if (request.Format == OutputFormat.Json && request.Inputs.Length > 1)
            output.Write(ContractJson.Write(results));
        else if (request.Format == OutputFormat.Json && results is [var only])
            output.Write(ContractJson.Write(only));
    }
}
