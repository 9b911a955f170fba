using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>What to do with the results of an earlier batch in the output folder.</summary>
internal enum EarlierBatch
{
    Refuse,

    /// <summary>What is done stays, what failed or is missing is done.</summary>
    Resume,
    Overwrite,
}

/// <summary>
/// A batch's output folder: a result folder for each clip, and the tables of all. One run at a time works in it, every file takes its name when it
/// is whole, and nothing that is not ours is touched.
/// </summary>
internal sealed class BatchFolder : IDisposable
{
    public const string Summary = "summary.csv";
    public const string Patterns = "patterns.csv";
    public const string Failures = "failures.csv";
    public const string Provenance = "provenance.json";

    /// <summary>The files of the batch itself, whose names no clip can have.</summary>
    public static readonly string[] OwnNames = [Summary, Patterns, Failures, BatchRecord.FileName, ShardList.FileName, Provenance];

    private const string LockName = ResultFolder.StagingPrefix + "lock";

    private readonly FileStream _lock;

    private BatchFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public static bool IsOwnName(string name) => OwnNames.Contains(name, StringComparer.Ordinal);

    public string PathOf(string id) => System.IO.Path.Combine(Path, id);

    /// <summary>The folder, made where it is missing, locked, and free of what a run that was killed has left. <see cref="Refuse"/> comes first.</summary>
    /// <exception cref="InputException">It is in use, or cannot be written.</exception>
    public static BatchFolder Open(string path, EarlierBatch earlier)
    {
        try
        {
            Directory.CreateDirectory(path);
            var folder = new BatchFolder(path, Lock(path));
            folder.Clean();
            folder.RemoveEarlier(all: earlier == EarlierBatch.Overwrite);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write results to {path}: {FileFault.Reason(e)}; give another folder with -o", e);
        }
    }

    /// <param name="mends">What may be done about results that are there already, in words.</param>
    /// <exception cref="InputException">As <see cref="Open"/> would, without touching anything.</exception>
    public static void Refuse(string path, EarlierBatch earlier, string mends)
    {
        if (path.Length == 0)
            throw new InputException(InputFault.Settings, "the name of the output folder is empty: give a folder with -o");
        ResultFolder.RefuseFile(path, path);
        if (!Directory.Exists(path) || Entries(path).All(IsStaging))
            return;
        if (!BatchRecord.IsIn(path) && !HoldsOursAlone(path))
            throw new InputException(InputFault.Settings, $"{path} holds other files and stays untouched: give a new or empty folder with -o");
        if (earlier == EarlierBatch.Refuse)
            throw new InputException(InputFault.Settings, $"{path} holds results already: {mends}");
        if (earlier == EarlierBatch.Overwrite && Results(path).FirstOrDefault(result => !ResultFolder.HoldsOwnNamesAlone(result)) is { } mixed)
            throw new InputException(InputFault.Settings, $"{mixed} holds other files beside a result and stays untouched: move them away, or give another folder with -o");
    }

    /// <summary>Refuses to go on where there are results of clips that are not in the list: beside the new ones they would pass for results of this batch.</summary>
    /// <exception cref="InputException">Names the first of them.</exception>
    public static void RefuseOthers(string path, IReadOnlySet<string> ids)
    {
        var others = Directory.Exists(path) ? Results(path).Select(result => System.IO.Path.GetFileName(result)).Where(id => !ids.Contains(id)).Order(StringComparer.Ordinal).ToList() : [];
        if (others.Count > 0)
            throw new InputException(InputFault.Settings, string.Create(CultureInfo.InvariantCulture, $"{path} holds {others.Count} {(others.Count == 1 ? "result" : "results")} of clips that are not in the list, such as {others[0]}: give the list that it was made of (and more), move them away, or begin anew with --overwrite"));
    }

    /// <summary>A UTF-8 text file of the batch, whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(string name, Action<TextWriter> write) => WriteBytes(name, stream =>
    {
        using var text = new StreamWriter(stream);
        write(text);
    });

    /// <summary>A file of the batch, whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void WriteBytes(string name, Action<Stream> write)
    {
        var draft = PathOf(string.Create(CultureInfo.InvariantCulture, $"{ResultFolder.StagingPrefix}{Environment.ProcessId}-{name}.tmp"));
        try
        {
            using (var stream = File.Create(draft))
                write(stream);
            File.Move(draft, PathOf(name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write {name} to {Path}: {FileFault.Reason(e)}; make room and run again with --resume", e);
        }
        finally
        {
            if (File.Exists(draft))
                File.Delete(draft);
        }
    }

    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>Removes the unfinished work of processes that have ended.</summary>
    public void Clean()
    {
        foreach (var entry in Entries(Path).Where(entry => IsStaging(entry) && System.IO.Path.GetFileName(entry) != LockName))
        {
            if (Directory.Exists(entry))
                Directory.Delete(entry, recursive: true);
            else
                File.Delete(entry);
        }
    }

    public void Dispose()
    {
        // Gone before it is let go: whoever comes next makes his own.
        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    // Stale tables would speak of another run; the record and the list say what there is until this one has ended.
    private void RemoveEarlier(bool all)
    {
        foreach (var file in OwnNames.Where(name => all || name is not (BatchRecord.FileName or ShardList.FileName)))
            Remove(file);
        foreach (var result in all ? Results(Path) : [])
            Directory.Delete(result, recursive: true);
    }

    // A record may be damaged, and the night's results are there all the same.
    private static bool HoldsOursAlone(string path) =>
        Entries(path).All(entry => IsStaging(entry) || (Directory.Exists(entry) ? ResultFolder.IsOurs(entry) : IsOwnName(System.IO.Path.GetFileName(entry))))
        && (Results(path).Any() || File.Exists(System.IO.Path.Combine(path, BatchRecord.FileName)));

    private static IEnumerable<string> Results(string path) => Directory.EnumerateDirectories(path).Where(entry => !IsStaging(entry) && ResultFolder.IsMarked(entry));

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(System.IO.Path.Combine(path, LockName)))
        {
            throw new InputException(InputFault.Settings, $"another run is at work in {path}: wait for it, or give another folder with -o", e);
        }
    }

    private static IEnumerable<string> Entries(string path) => Directory.EnumerateFileSystemEntries(path);

    private static bool IsStaging(string entry) => System.IO.Path.GetFileName(entry).StartsWith(ResultFolder.StagingPrefix, StringComparison.Ordinal);
}
