using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>One clip of the list that shards are of.</summary>
internal sealed record ShardListEntry(string Id, string? File);

/// <summary>
/// The whole list that a shard is of, in a file beside its results: what is missing can be named though its own shard is lost. It is compressed,
/// because every one of a thousand shards has it.
/// </summary>
internal static class ShardList
{
    public const string FileName = "list.json.gz";

    public static void Write(Stream file, ImmutableArray<ListedClip> clips)
    {
        using var packed = new GZipStream(file, CompressionLevel.Optimal);
        JsonSerializer.Serialize(packed, clips.Select(c => new ShardListEntry(c.Id, c.File)), ContractJson.Exact);
    }

    /// <summary>Every clip of the list as one of which nothing is known.</summary>
    /// <exception cref="InputException">There is no such file in the folder, or it is damaged.</exception>
    public static IEnumerable<RecordedClip> Read(string folder)
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, FileName)), CompressionMode.Decompress);
            return [.. JsonSerializer.Deserialize<ImmutableArray<ShardListEntry>>(packed, ContractJson.Exact).Select(c => RecordedClip.Unknown(c.Id, c.File))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': its {FileName}, which names all clips of the list, is gone or damaged; run the shard again with --resume", e);
        }
    }
}
