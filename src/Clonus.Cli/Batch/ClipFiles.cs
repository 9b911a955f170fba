using System.Runtime.InteropServices;
using Clonus.Cli.Reports;
using Clonus.Formats;

namespace Clonus.Cli.Batch;

/// <summary>The clips that lie in a folder and the folders in it.</summary>
/// <param name="Paths">In ordinal order, folder by folder.</param>
/// <param name="LeftOut">How many other files there are of each kind, in words.</param>
internal sealed partial record ClipFiles(IReadOnlyList<string> Paths, IReadOnlyDictionary<string, int> LeftOut)
{
    private static readonly HashSet<string> VideoExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".qt", ".avi", ".mkv", ".webm", ".mts", ".m2ts", ".mpg", ".mpeg", ".3gp", ".3g2", ".wmv", ".asf", ".flv", ".ogv", ".dv", ".mxf",
    };

    // Whatever is called so is meant as a clip, though it may be damaged.
    private static readonly HashSet<string> TrajectoryExtensions = new(StringComparer.OrdinalIgnoreCase) { ".trc", ".c3d" };

    // These may be anything: what they hold decides.
    private static readonly HashSet<string> TableExtensions = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".txt", ".json" };

    /// <summary>
    /// Whatever has a video's name is a clip, also where it cannot be one (a pipe, an empty folder called so), because a clip that is left out in
    /// silence is lost. Hidden names and results of ours are passed by, and a folder that links lead to twice is walked once.
    /// </summary>
    public static ClipFiles In(string folder)
    {
        var paths = new List<string>();
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Walk(folder, [], paths, leftOut);
        return new ClipFiles(paths, leftOut);
    }

    private static void Walk(string folder, HashSet<string> walked, List<string> paths, SortedDictionary<string, int> leftOut)
    {
        if (!walked.Add(Real(folder)))
            return;

        foreach (var path in Entries(folder, paths).Order(StringComparer.Ordinal))
        {
            var isFolder = Directory.Exists(path);
            if (Path.GetFileName(path).StartsWith('.'))
                LeaveOut(leftOut, "hidden");
            else if (isFolder && IsResult(path))
                continue;
            else if (isFolder && TrajectoryFile.Recognise(path) is null)
                WalkInto(path, walked, paths, leftOut);
            else if (isFolder || IsClip(path))
                paths.Add(path);
            else
                LeaveOut(leftOut, Path.GetExtension(path) is { Length: > 0 } extension ? extension : "without an extension");
        }
    }

    private static void WalkInto(string folder, HashSet<string> walked, List<string> paths, SortedDictionary<string, int> leftOut)
    {
        var before = paths.Count;
        Walk(folder, walked, paths, leftOut);
        if (paths.Count == before && VideoExtensions.Contains(Path.GetExtension(folder)))
            paths.Add(folder);
    }

    private static void LeaveOut(SortedDictionary<string, int> leftOut, string kind) => leftOut[kind] = leftOut.GetValueOrDefault(kind) + 1;

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
            || (TableExtensions.Contains(extension) && TrajectoryFile.Recognise(path) is not null);
    }

    private static bool IsResult(string folder) => BatchRecord.IsIn(folder) || (ResultFolder.IsMarked(folder) && ResultFolder.IsOurs(folder));

    /// <summary>The path without links, the same for the same file; of a file that is not there its full path.</summary>
    public static string Real(string path)
    {
        var real = RealPath(path, 0);
        try
        {
            return Marshal.PtrToStringUTF8(real) ?? Path.GetFullPath(path);
        }
        finally
        {
            Free(real);
        }
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint RealPath(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint pointer);
}
