using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>The tables of a whole batch, made from its result folders: the same for one run, a run that was resumed, and shards that were merged.</summary>
internal static class BatchTables
{
    private static readonly ClipFailure Unexplained = new(FailureReason.Missing, null, "there is neither a whole result nor a reason: run it, or its shard, again with --resume");

    private static readonly string[] FailureColumns = ["id", "file", "reason", "stage", "message"];

    /// <summary>Writes summary.csv, patterns.csv, failures.csv and batch.json, in the order of the list.</summary>
    /// <param name="clips">In the list's order; of those whose status is Done or NotAssessable the result decides which of the two it is.</param>
    /// <returns>The record as it was written, with totals.</returns>
    /// <exception cref="InputException">A table cannot be written.</exception>
    public static BatchRecord Write(BatchFolder folder, Shard? shard, ListDigest list, IEnumerable<RecordedClip> clips)
    {
        var judged = new List<RecordedClip>();
        var sustained = 0;
        folder.Write(BatchFolder.Summary, summary => folder.Write(BatchFolder.Patterns, patterns =>
        {
            ResultTables.WriteSummaryHeader(summary);
            CsvTable.WriteRow(patterns, ["id", .. WalkTables.PatternColumns]);
            foreach (var clip in clips)
            {
                var isThere = clip.Status is ClipStatus.Done or ClipStatus.NotAssessable;
                if (!isThere || ResultOf(clip, folder) is not { } result)
                {
                    judged.Add(isThere || clip.Status == ClipStatus.Missing ? clip with { Status = ClipStatus.Missing, Failure = Unexplained } : clip);
                    continue;
                }

                judged.Add(clip with { Status = result.IsAssessable ? ClipStatus.Done : ClipStatus.NotAssessable });
                sustained += result.IsSustained ? 1 : 0;
                ResultTables.WriteSummaryRows(summary, result);
                foreach (var row in result.Walk is { } walk ? WalkTables.PatternRows(walk) : [])
                    CsvTable.WriteRow(patterns, [clip.Id, .. row]);
            }
        }));

        folder.Write(BatchFolder.Failures, csv =>
        {
            CsvTable.WriteRow(csv, FailureColumns);
            foreach (var (clip, failure) in judged.Where(c => c.Failure is not null).Select(c => (c, c.Failure!)))
                CsvTable.WriteRow(csv, [clip.Id, clip.File ?? "", ContractNames.Word(failure.Reason), failure.Stage is { } stage ? ContractNames.Word(stage) : "", failure.Message]);
        });

        var record = BatchRecord.Of(shard, list, Totals(judged, sustained), judged);
        folder.Write(BatchRecord.FileName, json => json.Write(ContractJson.Write(record)));
        return record;
    }

    // Somebody may have taken it away, or half of it.
    private static ResultDocument? ResultOf(RecordedClip clip, BatchFolder folder)
    {
        try
        {
            return ResultDocument.Read(Path.Combine(folder.PathOf(clip.Id), "result.json"));
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static BatchTotals Totals(List<RecordedClip> clips, int sustained)
    {
        int Count(ClipStatus status) => clips.Count(c => c.Status == status);
        return new BatchTotals(
            clips.Count, Count(ClipStatus.Done), Count(ClipStatus.NotAssessable), Count(ClipStatus.Failed), Count(ClipStatus.NotTried), Count(ClipStatus.Missing), sustained);
    }
}
