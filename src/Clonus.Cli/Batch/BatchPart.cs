using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>A folder with results: a shard's, a whole batch's, or one that <c>analyze</c> made of several clips.</summary>
/// <param name="List">What the folder, or all shards together, are of.</param>
/// <param name="Clips">The folder's own; what it has a result of is Done.</param>
internal sealed record BatchPart(string Folder, Shard? Shard, ListDigest List, ImmutableArray<RecordedClip> Clips)
{
    public string PathOf(string id) => Path.Combine(Folder, id);

    /// <summary>
    /// Every clip once, with the part that has its result or knows why there is none. Shards of one list are joined in the list's order; different
    /// lists follow one another.
    /// </summary>
    /// <exception cref="InputException">Two parts have different results under one id, or shards were split from different lists.</exception>
    public static ImmutableArray<(RecordedClip Clip, BatchPart? Part)> Joined(ImmutableArray<BatchPart> parts)
    {
        RefuseMixedSplits(parts);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = new List<(RecordedClip Clip, BatchPart? Part)>();
        var firstShard = parts.FirstOrDefault(p => p.Shard is not null);
        foreach (var clip in parts.SelectMany(part => part == firstShard ? ShardList.Read(part.Folder) : part.Shard is null ? part.Clips : []))
        {
            if (places.TryAdd(clip.Id, joined.Count))
                joined.Add((RecordedClip.Unknown(clip.Id, clip.File), null));
        }

        foreach (var (part, clip) in parts.SelectMany(part => part.Clips.Select(clip => (part, clip))))
        {
            var (known, other) = joined[places[clip.Id]];
            if (other is null || Knows(clip.Status) > Knows(known.Status))
                joined[places[clip.Id]] = (clip, part);
            else if (clip.Status == ClipStatus.Done && known.Status == ClipStatus.Done && !AreSame(part, other, clip.Id))
                throw new InputException(InputFault.Settings, $"'{clip.Id}' is in {other.Folder} and in {part.Folder}, with different results: merge one of them, or give ids of their own in a manifest");
        }

        return [.. joined];
    }

    /// <exception cref="InputException">There is no such folder, or nothing of ours in it.</exception>
    public static BatchPart Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': there is no such folder");

        if (BatchRecord.TryRead(folder) is { } record)
            return new BatchPart(folder, record.Shard, record.List, [.. record.Clips.Select(c => AsItIs(c, folder))]);

        string[] found = [.. Directory.EnumerateDirectories(folder).Where(f => File.Exists(Path.Combine(f, "result.json"))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        return new BatchPart(folder, null, ListDigest.Of(found), [.. found.Select(id => new RecordedClip(id, null, ClipStatus.Done, null))]) is { Clips.Length: > 0 } part
            ? part
            : throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': it holds neither {BatchRecord.FileName} nor result folders");
    }

    // A result is worth more than a reason, and a reason more than nothing.
    private static int Knows(ClipStatus status) => status switch
    {
        ClipStatus.Done => 3,
        ClipStatus.Failed => 2,
        ClipStatus.NotTried => 1,
        _ => 0,
    };

    // A run that was killed has results that its record does not tell of.
    private static RecordedClip AsItIs(RecordedClip clip, string folder) =>
        File.Exists(Path.Combine(folder, clip.Id, "result.json")) ? clip with { Status = ClipStatus.Done, Failure = null }
        : clip.Status is ClipStatus.Done or ClipStatus.NotAssessable ? RecordedClip.Unknown(clip.Id, clip.File)
        : clip;

    private static bool AreSame(BatchPart a, BatchPart b, string id) =>
        File.ReadAllBytes(Path.Combine(a.PathOf(id), "result.json")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(b.PathOf(id), "result.json")));

    private static void RefuseMixedSplits(ImmutableArray<BatchPart> parts)
    {
        var shards = parts.Where(p => p.Shard is not null).ToList();
        foreach (var other in shards.Skip(1))
        {
            if (other.Shard!.Count != shards[0].Shard!.Count || other.List != shards[0].List)
                throw new InputException(InputFault.Settings, $"{shards[0].Folder} (shard {shards[0].Shard}) and {other.Folder} (shard {other.Shard}) were split from different lists of clips, or made with different settings or versions: run one of them anew as the other");
        }
    }
}
