using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Batch;

/// <summary>Everything that <c>clonus batch</c> was asked for.</summary>
/// <param name="Clip">What is made of each clip; its settings hold for those that a manifest says nothing else of.</param>
/// <param name="Jobs">Clips at a time; null: as many as cores and memory allow.</param>
/// <param name="Events">Where JSON Lines go; null: nowhere.</param>
/// <param name="Pseudonyms">Null: clips keep their names.</param>
/// <param name="Mapping">File that tells which pseudonym is which clip; null: nobody is told.</param>
/// <param name="Format">Null: the totals line, which <c>--quiet</c> leaves out.</param>
internal sealed record BatchRequest(
    ImmutableArray<string> Paths,
    string Output,
    ClipRequest Clip,
    int? Jobs,
    ClipLimits Limits,
    Shard? Shard,
    EarlierBatch Earlier,
    bool IsDryRun,
    string? Events,
    Pseudonyms? Pseudonyms,
    string? Mapping,
    OutputFormat? Format,
    bool FailOnSustained,
    ImmutableArray<string> Arguments);

/// <summary>Many clips in, a result folder for each and tables of all out. Whatever one clip does costs that clip alone.</summary>
internal static class BatchRun
{
    public static async Task<ExitCode> Execute(BatchRequest request, TextReader input, Screen screen, CancellationToken cancel)
    {
        var list = ClipList.Of(request.Paths, input, request.Clip.Settings, request.Pseudonyms);
        foreach (var note in list.Notes)
            screen.Note(note);
        var own = list.Clips.Where((_, i) => request.Shard?.Has(i) != false).ToImmutableArray();
        BatchFolder.Refuse(request.Output, request.Earlier, "--resume goes on with them, --overwrite makes them anew");
        if (request.Earlier == EarlierBatch.Resume)
            BatchFolder.RefuseOthers(request.Output, own.Select(c => c.Id).ToHashSet(StringComparer.Ordinal));
        if (request.IsDryRun)
            return Describe(own, request, screen);

        var origin = new RunOrigin(request.Arguments, IsAnonymous: request.Pseudonyms is not null);
        var run = new BatchProvenance(origin);
        if (request.Mapping is { } mapping)
            PseudonymMap.Write(mapping, list.Clips);
        using var folder = BatchFolder.Open(request.Output, request.Earlier);
        var digest = ListDigest.Of(list.Clips, request.Clip);
        if (request.Shard is null)
            folder.Remove(ShardList.FileName);
        else
            folder.WriteBytes(ShardList.FileName, file => ShardList.Write(file, list.Clips));
        folder.Write(BatchRecord.FileName, json => json.Write(ContractJson.Write(BatchRecord.Of(request.Shard, digest, totals: null, own.Select(c => RecordedClip.Unknown(c.Id, c.File))))));

        var outcomes = await Analyze(own, folder, request, origin, screen, cancel);
        folder.Clean();
        var record = BatchTables.Write(folder, request.Shard, digest, own.Zip(outcomes, (clip, outcome) => new RecordedClip(clip.Id, clip.File, StatusOf(outcome), FailureOf(outcome))));
        folder.Write(BatchFolder.Provenance, json => json.Write(ContractJson.Write(run.Finish(outcomes.Count(o => o?.IsKept == true)))));
        if (record.Totals!.NotTried > 0)
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"the batch ended early: --resume goes on with what was not tried, {record.Totals.NotTried} of {record.Totals.Clips}"));
        BatchText.Write(request.Format, request.Output, record, folder, BatchEvents.IsStandard(request.Events) ? screen with { Output = screen.Error } : screen);
        return cancel.IsCancellationRequested ? ExitCode.Interrupted : Conclude(record.Totals!, outcomes, request.FailOnSustained);
    }

    private static async Task<ImmutableArray<ClipOutcome?>> Analyze(ImmutableArray<ListedClip> clips, BatchFolder folder, BatchRequest request, RunOrigin origin, Screen screen, CancellationToken cancel)
    {
        var jobs = clips.Select(c => Job(c, folder, request, origin)).ToList();
        var workers = request.Jobs ?? JobCount.Fitting();
        using var events = BatchEvents.To(request.Events, screen.Output);
        using var progress = new BatchProgress(screen, clips.Length);
        var said = new Lock();
        void Say(Action what)
        {
            lock (said)
                what();
        }

        events.Say(new BatchEvent(BatchEvents.Started, 0, Clips: clips.Length, Jobs: workers));
        progress.Draw();
        var outcomes = await BatchWorkers.Run(
            jobs, workers, request.Limits,
            screen.Verbose && request.Pseudonyms is null ? line => Say(() => progress.Say(line)) : null,
            i => Say(() => events.Say(new BatchEvent("clip_started", progress.Elapsed.TotalSeconds, Id: clips[i].Id))),
            (i, outcome) => Say(() =>
            {
                var shown = Shown(outcome, clips[i]);
                progress.Ended(clips[i], shown);
                events.Say(EventOf(clips[i], shown, progress.Elapsed.TotalSeconds));
            }),
            cancel);
        events.Say(new BatchEvent("batch_ended", progress.Elapsed.TotalSeconds));

        // A batch that ends early may not have heard of a result that is there, or not have come to one of an earlier run.
        return [.. outcomes.Select((outcome, i) =>
            outcome is { } known ? Shown(known, clips[i]) : KeptResult.IsOf(jobs[i].Request, jobs[i].Folder) ? new ClipOutcome(null, IsKept: true, []) : null)];
    }

    private static ClipJob Job(ListedClip clip, BatchFolder folder, BatchRequest request, RunOrigin origin) =>
        new(clip.Path, clip.Id, folder.PathOf(clip.Id), clip.Request(request.Clip), origin, KeepsDone: request.Earlier == EarlierBatch.Resume);

    // Messages speak of files.
    private static ClipOutcome Shown(ClipOutcome outcome, ListedClip clip) => clip.File is not null ? outcome : outcome with
    {
        Failure = outcome.Failure is { } failure ? failure with { Message = Pseudonyms.Scrubbed(failure.Message, clip) } : null,
        Notes = [.. outcome.Notes.Select(note => Pseudonyms.Scrubbed(note, clip))],
    };

    private static ClipFailure? FailureOf(ClipOutcome? outcome) =>
        outcome is null ? new ClipFailure(FailureReason.NotTried, null, "the batch ended before this clip: run it again with --resume") : outcome.Failure;

    private static ClipStatus StatusOf(ClipOutcome? outcome) =>
        outcome is null ? ClipStatus.NotTried : outcome.Failure is null ? ClipStatus.Done : ClipStatus.Failed;

    private static BatchEvent EventOf(ListedClip clip, ClipOutcome outcome, double elapsedSeconds) => outcome.Failure is { } failure
        ? new BatchEvent("clip_failed", elapsedSeconds, Id: clip.Id, Reason: failure.Reason, Stage: failure.Stage is { } stage ? ContractNames.Word(stage) : null, Message: failure.Message)
        : new BatchEvent("clip_done", elapsedSeconds, Id: clip.Id, Kept: outcome.IsKept);

    /// <summary>Where some clips failed and others did not it is SomeFailed; where all failed it is their own.</summary>
    private static ExitCode Conclude(BatchTotals totals, ImmutableArray<ClipOutcome?> outcomes, bool failOnSustained)
    {
        var codes = new List<ExitCode>();
        var bad = totals.Clips - totals.Done - totals.NotAssessable;
        if (bad > 0)
            codes.AddRange(bad < totals.Clips ? [ExitCode.SomeFailed] : outcomes.Select(o => CodeOf(o?.Failure?.Reason)));
        if (failOnSustained && totals.Sustained > 0)
            codes.Add(ExitCode.Matched);
        if (bad == 0 && totals is { Done: 0, Clips: > 0 })
            codes.Add(ExitCode.NotAssessable);
        return ExitCodes.First(codes);
    }

    private static ExitCode CodeOf(FailureReason? reason) => reason switch
    {
        FailureReason.Settings or FailureReason.NotWritable => ExitCode.Usage,
        FailureReason.Unexpected => ExitCode.Unexpected,
        FailureReason.NotTried or null => ExitCode.SomeFailed,
        _ => ExitCode.Unreadable,
    };

    private static ExitCode Describe(ImmutableArray<ListedClip> clips, BatchRequest request, Screen screen)
    {
        CsvTable.WriteRow(screen.Output, ["id", "file", "folder"]);
        foreach (var clip in clips)
            CsvTable.WriteRow(screen.Output, [clip.Id, clip.File ?? "", Path.Combine(request.Output, clip.Id)]);
        return ExitCode.Done;
    }
}
