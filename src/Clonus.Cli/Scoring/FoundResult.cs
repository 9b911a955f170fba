using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Scoring;

/// <summary>A result and the folder that it was found in.</summary>
internal sealed record FoundResult(string Folder, ResultDocument Document)
{
    // A batch's folder, a folder a clip, and one level for who sorts his batches.
    private const int Levels = 3;
    private const string FileName = "result.json";

    /// <summary>The result.json files that are meant by result folders, folders of these, or their own names; in order of their paths.</summary>
    /// <exception cref="InputException">There is no such folder, or no result in it.</exception>
    public static ImmutableArray<string> Files(IEnumerable<string> paths) => [.. paths.SelectMany(In).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];

    /// <exception cref="InputException">The file cannot be read.</exception>
    public static FoundResult Read(string file) => new(Path.GetDirectoryName(Path.GetFullPath(file))!, ResultDocument.Read(file));

    private static IEnumerable<string> In(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new InputException(InputFault.Unreadable, $"cannot read '{path}': there is no such folder");

        var files = FolderFiles.Find(path, FileName, Levels);
        return files.Length > 0
            ? files
            : throw new InputException(InputFault.Unreadable, $"there is no {FileName} in '{path}': give a folder that clonus analyze wrote, or one that holds such folders");
    }
}
