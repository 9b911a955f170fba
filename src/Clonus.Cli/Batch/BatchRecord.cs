using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;

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
/// <param name="Failure">Why there is no result; null where there is one, or the run has not ended.</param>
internal sealed record RecordedClip(string Id, string? File, ClipStatus Status, ClipFailure? Failure)
{
    /// <summary>A clip of which nothing is known, yet.</summary>
    public static RecordedClip Unknown(string id, string? file) => new(id, file, ClipStatus.Missing, null);
}

/// <summary>The list that a batch, or all shards of one, are of.</summary>
/// <param name="Sha256">Lower-case hexadecimal digest of the ids in order and of what was asked for of each: equal where lists, settings and the tool's versions are.</param>
internal sealed record ListDigest(int Clips, [property: JsonPropertyName("sha256")] string Sha256)
{
    /// <param name="forAll">What the batch asks for.</param>
    public static ListDigest Of(ImmutableArray<ListedClip> clips, ClipRequest forAll)
    {
        // Most clips share their settings.
        var requests = new Dictionary<RunSettings, string>(ReferenceEqualityComparer.Instance);
        return Of([.. clips.Select(clip =>
        {
            if (!requests.TryGetValue(clip.Settings, out var request))
                requests.Add(clip.Settings, request = (clip.Request(forAll) with { TimesFrom = null }).Digest());
            return $"{clip.Id}\t{request}\t{clip.TimesFrom is not null}";
        })]);
    }

    public static ListDigest Of(IReadOnlyCollection<string> lines) =>
        new(lines.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))))));
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
