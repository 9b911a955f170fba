using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>Everything that <c>clonus merge</c> was asked for.</summary>
internal sealed record MergeRequest(ImmutableArray<string> Folders, string Output, EarlierBatch Earlier, OutputFormat? Format, ImmutableArray<string> Arguments);

/// <summary>
/// Folders of shards, or of several batches, in; the folder that one run over all their clips would have made out. What no folder has is named.
/// </summary>
internal static class MergeRun
{
    public static ExitCode Execute(MergeRequest request, Screen screen, CancellationToken cancel)
    {
        var parts = request.Folders.Select(BatchPart.Read).ToImmutableArray();
        var isInPlace = parts.Any(p => Path.GetFullPath(p.Folder) == Path.GetFullPath(request.Output));
        if (isInPlace && parts.Length > 1)
            throw new InputException(InputFault.Settings, $"-o {request.Output} is one of the folders that are merged: give another one, or merge it alone to make its tables anew");

        // A shard that is merged with nothing stays a shard.
        var shard = isInPlace ? parts[0].Shard : null;
        var clips = shard is null ? BatchPart.Joined(parts) : [.. parts[0].Clips.Select(clip => (clip, (BatchPart?)parts[0]))];
        var lists = parts.Select(p => p.List).Distinct().ToList();
        var list = lists is [var one] ? one : ListDigest.Of([.. clips.Select(c => c.Clip.Id)]);
        var run = new BatchProvenance(new RunOrigin(request.Arguments, IsAnonymous: clips.All(c => c.Clip.File is null)));
        var earlier = isInPlace ? EarlierBatch.Resume : request.Earlier;
        BatchFolder.Refuse(request.Output, earlier, "--overwrite makes them anew");
        using var folder = BatchFolder.Open(request.Output, earlier);
        foreach (var (clip, part) in clips)
        {
            cancel.ThrowIfCancellationRequested();
            if (!isInPlace && part is not null && clip.Status == ClipStatus.Done)
                ResultCopy.Put(part.PathOf(clip.Id), folder, clip.Id);
        }

        var record = BatchTables.Write(folder, shard, list, clips.Select(c => c.Clip));
        folder.Write(BatchFolder.Provenance, json => json.Write(ContractJson.Write(run.Finish(kept: 0))));
        NameMissing(isInPlace ? [] : parts, record, screen);
        BatchText.Write(request.Format, request.Output, record, folder, screen);
        var totals = record.Totals!;
        return totals.Done + totals.NotAssessable < totals.Clips ? ExitCode.SomeFailed : ExitCode.Done;
    }

    // Shards as a whole first: what a thousand lines would tell is one fact.
    private static void NameMissing(ImmutableArray<BatchPart> parts, BatchRecord record, Screen screen)
    {
        var counts = parts.Where(p => p.Shard is not null).Select(p => p.Shard!.Count).Distinct().ToList();
        var absent = new HashSet<string>(StringComparer.Ordinal);
        if (counts is [var count])
        {
            var given = parts.Select(p => p.Shard).OfType<Shard>().Select(s => s.Index).ToHashSet();
            foreach (var shard in Enumerable.Range(1, count).Where(i => !given.Contains(i)).Select(i => new Shard(i, count)))
            {
                var ids = record.Clips.Where((c, i) => shard.Has(i) && c.Status == ClipStatus.Missing).Select(c => c.Id).ToList();
                absent.UnionWith(ids);
                if (ids.Count > 0)
                    screen.Error.Write(string.Create(CultureInfo.InvariantCulture, $"clonus: error: shard {shard} is missing with {ids.Count} {(ids.Count == 1 ? "clip" : "clips")}, which failures.csv names: run it, and merge again\n"));
            }
        }

        foreach (var clip in record.Clips.Where(c => c.Status == ClipStatus.Missing && !absent.Contains(c.Id)))
            screen.Error.Write($"clonus: error: {clip.Id} is missing: its run has neither a result nor a reason; run it again with --resume, and merge again\n");
    }
}
