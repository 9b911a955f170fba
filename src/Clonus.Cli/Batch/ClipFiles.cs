using Clonus.Cli.Reports;
using Clonus.Formats;

namespace Clonus.Cli.Batch;

/// <summary>The clips that lie in a folder and the folders in it.</summary>
/// <param name="Paths">In ordinal order, folder by folder.</param>
/// <param name="LeftOut">How many other files of each extension there are.</param>
internal sealed record ClipFiles(IReadOnlyList<string> Paths, IReadOnlyDictionary<string, int> LeftOut)
{
    private static readonly HashSet<string> VideoExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".qt", ".avi", ".mkv", ".webm", ".mts", ".m2ts", ".ts", ".mpg", ".mpeg", ".3gp", ".3g2", ".wmv", ".asf", ".flv", ".ogv", ".dv", ".mxf",
    };

    // Whatever is called so is meant as a clip, though it may be damaged.
    private static readonly HashSet<string> TrajectoryExtensions = new(StringComparer.OrdinalIgnoreCase) { ".trc", ".c3d" };

    // These may be anything: what they hold decides.
    private static readonly HashSet<string> TableExtensions = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".txt", ".json" };

    /// <summary>
    /// Whatever has a video's name is a clip, also where it cannot be one (a pipe, a folder called so), because a clip that is left out in silence
    /// is lost. Hidden names, results of ours and folders that link back to where the walk came from are passed by.
    /// </summary>
    public static ClipFiles In(string folder)
    {
        var paths = new List<string>();
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Walk(folder, [], paths, leftOut);
        return new ClipFiles(paths, leftOut);
    }

    private static void Walk(string folder, HashSet<string> within, List<string> paths, SortedDictionary<string, int> leftOut)
    {
        if (!within.Add(RealPath(folder)))
            return;

        foreach (var path in Entries(folder, paths).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith('.'))
                continue;
            if (IsClip(path))
                paths.Add(path);
            else if (!Directory.Exists(path))
                leftOut[Path.GetExtension(name)] = leftOut.GetValueOrDefault(Path.GetExtension(name)) + 1;
            else if (!IsResult(path))
                Walk(path, within, paths, leftOut);
        }

        within.Remove(RealPath(folder));
    }

    // A folder that may not be read is a clip that fails: what lies in it would be lost in silence.
    private static string[] Entries(string folder, List<string> paths)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            paths.Add(folder);
            return [];
        }
    }

    private static bool IsClip(string path)
    {
        var extension = Path.GetExtension(path);
        return VideoExtensions.Contains(extension)
            || TrajectoryExtensions.Contains(extension)
            || ((Directory.Exists(path) || TableExtensions.Contains(extension)) && TrajectoryFile.Recognise(path) is not null);
    }

    private static bool IsResult(string folder) => BatchRecord.IsIn(folder) || (ResultFolder.IsMarked(folder) && ResultFolder.IsOurs(folder));

    private static string RealPath(string folder) =>
        new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
}
