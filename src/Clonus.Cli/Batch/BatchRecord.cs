using System.Collections.Immutable;
using System.Text.Json;
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
/// <param name="Status">Null for a clip of another shard.</param>
internal sealed record RecordedClip(string Id, string? File, ClipStatus? Status);

/// <param name="Sustained">Clips with sustained clonus on at least one side.</param>
internal sealed record BatchTotals(int Clips, int Done, int NotAssessable, int Failed, int NotTried, int Missing, int Sustained);

/// <summary>What batch.json holds: the whole list, and what became of it.</summary>
/// <param name="Totals">Of this run's own clips; null until it has ended.</param>
internal sealed record BatchRecord(string Schema, string Notice, Shard? Shard, BatchTotals? Totals, ImmutableArray<RecordedClip> Clips)
{
    public const string CurrentSchema = "clonus.batch/1";
    public const string FileName = "batch.json";

    public static BatchRecord Begun(ImmutableArray<ListedClip> clips, Shard? shard) =>
        new(CurrentSchema, ResultDocument.IntendedUse, shard, Totals: null, [.. clips.Select((c, i) => new RecordedClip(c.Id, c.File, shard?.Has(i) == false ? null : ClipStatus.Missing))]);

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
