using System.Collections.Immutable;
using System.IO.Compression;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>
/// The whole list that a shard is of, in a file beside its results: what is missing can be named though its own shard is lost. It is compressed,
/// because every one of a thousand shards has it.
/// </summary>
internal static class ShardList
{
    public const string FileName = "list.csv.gz";

    private static readonly string[] Columns = ["id", "file"];

    public static void Write(Stream file, ImmutableArray<ListedClip> clips)
    {
        using var csv = new StreamWriter(new GZipStream(file, CompressionLevel.Optimal));
        CsvTable.WriteRow(csv, Columns);
        foreach (var clip in clips)
            CsvTable.WriteRow(csv, [clip.Id, clip.File ?? ""]);
    }

    /// <summary>Every clip of the list as one that is missing.</summary>
    /// <exception cref="InputException">There is no such file in the folder, or another one.</exception>
    public static IEnumerable<RecordedClip> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InputException(InputFault.Unreadable, $"cannot merge '{folder}': its {FileName} is gone, which names all clips of the list; run the shard again with --resume");

        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var table = DelimitedTable.Open(stream, path, _ => ',');
        if (!table.Next() || !table.Row().SequenceEqual(Columns))
            throw table.Fault($"is no list of clips: its columns are not {string.Join(", ", Columns)}");
        while (table.Next())
            yield return new RecordedClip(table[0], table[1].Length > 0 ? table[1] : null, ClipStatus.Missing);
    }
}
