using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Batch;

/// <summary>What became of a clip.</summary>
internal enum ClipStatus
{
    /// <summary>Its result is there, and clonus or a walk could be judged.</summary>
    Done,

    /// <summary>Its result is there and says why nothing could be judged.</summary>
    NotAssessable,
    Failed,

    /// <summary>The batch ended before it.</summary>
    NotTried,

    /// <summary>There is neither a result nor a reason, because the run that had it did not come to its end.</summary>
    Missing,
}

/// <param name="File">As it was given; null where nobody may know.</param>
internal sealed record RecordedClip(string Id, string? File, ClipStatus Status);

/// <summary>The list that a batch, or all shards of one, are of.</summary>
/// <param name="IdsSha256">Lower-case hexadecimal digest of the ids in order, each with a line break behind it: equal where lists are.</param>
internal sealed record ListDigest(int Clips, [property: JsonPropertyName("ids_sha256")] string IdsSha256)
{
    public static ListDigest Of(IReadOnlyCollection<string> ids) =>
        new(ids.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(ids.Select(id => id + "\n"))))));
}

/// <param name="Sustained">Clips with sustained clonus on at least one side.</param>
internal sealed record BatchTotals(int Clips, int Done, int NotAssessable, int Failed, int NotTried, int Missing, int Sustained);

/// <summary>What batch.json holds: the clips and what became of them.</summary>
/// <param name="List">The whole list, also of a shard.</param>
/// <param name="Totals">Null until the run has ended.</param>
/// <param name="Clips">In the list's order; of a shard its own ones.</param>
internal sealed record BatchRecord(string Schema, string Notice, Shard? Shard, ListDigest List, BatchTotals? Totals, ImmutableArray<RecordedClip> Clips)
{
    public const string CurrentSchema = "clonus.batch/1";
    public const string FileName = "batch.json";

    public static BatchRecord Of(Shard? shard, ListDigest list, BatchTotals? totals, IEnumerable<RecordedClip> clips) =>
        new(CurrentSchema, ResultDocument.IntendedUse, shard, list, totals, [.. clips]);

    public static bool IsIn(string folder) => TryRead(folder) is not null;

    /// <summary>The record in a folder; null where there is none of ours.</summary>
    public static BatchRecord? TryRead(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;

        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<BatchRecord>(stream, ContractJson.Options) is { Schema: CurrentSchema } record ? record : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
