using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>A folder with results: a shard's, a whole batch's, or one that <c>analyze</c> made of several clips.</summary>
/// <param name="Clips">The whole list that the folder is of, which for a shard is longer than what it has; what it has results of is Done.</param>
/// <param name="Failures">By id.</param>
internal sealed record BatchPart(string Folder, Shard? Shard, ImmutableArray<RecordedClip> Clips, ImmutableDictionary<string, FailureRow> Failures)
{
    public string PathOf(string id) => Path.Combine(Folder, id);

    /// <summary>The parts in the folders. Every shard knows the whole list: what they say alike is held once, for 100,000 clips in a thousand shards.</summary>
    /// <exception cref="InputException">There is no such folder, or nothing of ours in it.</exception>
    public static ImmutableArray<BatchPart> Read(IEnumerable<string> folders)
    {
        var said = new HashSet<RecordedClip>();
        RecordedClip Once(RecordedClip clip) => said.Add(clip) ? clip : said.TryGetValue(clip, out var same) ? same : clip;
        return [.. folders.Select(Read).Select(part => part with { Clips = [.. part.Clips.Select(Once)] })];
    }

    /// <summary>
    /// Every clip once, with the part that has its result or knows why there is none. Shards of one list are joined in the list's order; different
    /// lists follow one another.
    /// </summary>
    /// <exception cref="InputException">Two parts have different results under one id, or shards were split from different lists.</exception>
    public static ImmutableArray<(RecordedClip Clip, BatchPart? Part)> Joined(ImmutableArray<BatchPart> parts)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = new List<(RecordedClip Clip, BatchPart? Part)>();
        RefuseMixedSplits(parts);
        foreach (var part in parts)
        {
            foreach (var clip in part.Clips)
            {
                if (places.TryAdd(clip.Id, joined.Count))
                    joined.Add((clip with { Status = clip.Status ?? ClipStatus.Missing }, clip.Status is null ? null : part));
                else if (Knows(clip.Status) > Knows(joined[places[clip.Id]].Clip.Status))
                    joined[places[clip.Id]] = (clip, part);
                else if (clip.Status == ClipStatus.Done && joined[places[clip.Id]].Part is { } other && !AreSame(part, other, clip.Id))
                    throw new InputException(InputFault.Settings, $"'{clip.Id}' is in {other.Folder} and in {part.Folder}, with different results: merge one of them, or give ids of their own in a manifest");
            }
        }

        return [.. joined];
    }

    private static BatchPart Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': there is no such folder");

        var failures = BatchTables.ReadFailures(Path.Combine(folder, BatchFolder.Failures)).ToImmutableDictionary(f => f.Id, StringComparer.Ordinal);
        if (BatchRecord.TryRead(folder) is { } record)
            return new BatchPart(folder, record.Shard, [.. record.Clips.Select((c, i) => c with { Status = StatusOf(folder, c, failures, isOwn: record.Shard?.Has(i) != false) })], failures);

        var found = Directory.EnumerateDirectories(folder).Where(f => File.Exists(Path.Combine(f, "result.json"))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
        return new BatchPart(folder, null, [.. found.Select(id => new RecordedClip(id, null, ClipStatus.Done))], failures) is { Clips.Length: > 0 } part
            ? part
            : throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': it holds neither {BatchRecord.FileName} nor result folders");
    }

    // A result is worth more than a reason, and a reason more than nothing.
    private static int Knows(ClipStatus? status) => status switch
    {
        ClipStatus.Done => 3,
        ClipStatus.Failed => 2,
        ClipStatus.NotTried => 1,
        _ => 0,
    };

    private static ClipStatus? StatusOf(string folder, RecordedClip clip, ImmutableDictionary<string, FailureRow> failures, bool isOwn) =>
        !isOwn ? null
        : File.Exists(Path.Combine(folder, clip.Id, "result.json")) ? ClipStatus.Done
        : !failures.TryGetValue(clip.Id, out var failure) || failure.Is(FailureReason.Missing) ? ClipStatus.Missing
        : failure.Is(FailureReason.NotTried) ? ClipStatus.NotTried
        : ClipStatus.Failed;

    private static bool AreSame(BatchPart a, BatchPart b, string id) =>
        File.ReadAllBytes(Path.Combine(a.PathOf(id), "result.json")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(b.PathOf(id), "result.json")));

    private static void RefuseMixedSplits(ImmutableArray<BatchPart> parts)
    {
        var shards = parts.Where(p => p.Shard is not null).ToList();
        foreach (var other in shards.Skip(1))
        {
            if (other.Shard!.Count != shards[0].Shard!.Count || !other.Clips.Select(c => c.Id).SequenceEqual(shards[0].Clips.Select(c => c.Id)))
                throw new InputException(InputFault.Settings, $"{shards[0].Folder} (shard {shards[0].Shard}) and {other.Folder} (shard {other.Shard}) were split from different lists of clips: run one of them anew over the list of the other");
        }
    }
}
