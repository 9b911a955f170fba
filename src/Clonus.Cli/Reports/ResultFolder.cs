using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clonus.Motion;

namespace Clonus.Cli.Reports;

/// <summary>
/// A result folder that comes into being whole or not at all: files are written to a hidden sibling, which takes the
/// folder's name in the end. What is not ours is never touched.
/// </summary>
internal sealed class ResultFolder : IDisposable
{
    public const string ProvenanceFile = "provenance.json";

    private const string Mend = "give another folder with -o";

    /// <summary>Every file that an analysis puts into a result folder.</summary>
    public static readonly IReadOnlySet<string> FileNames = new HashSet<string>(StringComparer.Ordinal)
    {
        "result.json", "beats.csv", "episodes.csv", "tracks.csv", "signal.csv", "signal.png", "overlay.mp4", ProvenanceFile,
        WalkTables.Events, WalkTables.Strides, WalkTables.Patterns,
        "markers.trc", "markers.c3d", "markers.deeplabcut.csv", "angles.mot", "events.srt",
    };

    /// <summary>What <c>verify</c> adds to a result that is recorded.</summary>
    private static readonly string[] RecordNames = [Verification.RecordedInput.FileName, Verification.TracksAlone.FileName];

    private readonly string _target;
    private readonly string _staging;
    private readonly List<string> _createdParents;
    private readonly string _mend;
    private bool _committed;

    private ResultFolder(string target, string staging, List<string> createdParents, string mend)
    {
        _target = target;
        _staging = staging;
        _createdParents = createdParents;
        _mend = mend;
    }

    /// <summary>Refuses a target that is not ours and makes room beside it, so that a place that cannot be written is known before the work.</summary>
    /// <param name="mayReplaceAnalysis">False: an earlier result that holds a result.json counts as not ours.</param>
    /// <param name="mend">What messages tell the user to do, who may have had no choice of the folder.</param>
    /// <exception cref="InputException">The target is taken, or cannot be written.</exception>
    public static ResultFolder Begin(string path, bool mayReplaceAnalysis = true, string mend = Mend)
    {
        if (path.Length == 0)
            throw new InputException(InputFault.Settings, "the name of the result folder is empty: give a folder with -o");

        var target = Resolved(path);
        Refuse(target, path, mayReplaceAnalysis, mend);
        var parent = Path.GetDirectoryName(target)
            ?? throw new InputException(InputFault.Settings, $"cannot write results to {path}: give a folder of its own");
        var staging = Path.Combine(parent, StagingName(Path.GetFileName(target), Environment.ProcessId));
        var createdParents = MissingParents(parent);
        try
        {
            Directory.CreateDirectory(staging);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write results to {path}: {FileFault.Reason(e)}; {mend}", e);
        }

        return new ResultFolder(target, staging, createdParents, mend);
    }

    /// <summary>Where a file of the result is to be written until <see cref="Commit"/>.</summary>
    public string PathOf(string fileName) => Path.Combine(_staging, fileName);

    /// <summary>The files that are there so far, by name.</summary>
    public IReadOnlyList<string> Written => [.. Directory.GetFiles(_staging).Order(StringComparer.Ordinal)];

    /// <summary>A UTF-8 text file of the result.</summary>
    public void Write(string fileName, Action<TextWriter> write) => WriteBytes(fileName, stream =>
    {
        using var writer = new StreamWriter(stream);
        write(writer);
    });

    /// <summary>A file of the result.</summary>
    public void WriteBytes(string fileName, Action<Stream> write)
    {
        try
        {
            using var stream = File.Create(PathOf(fileName));
            write(stream);
        }
        catch (IOException e)
        {
            throw new InputException(InputFault.Settings, $"cannot write {fileName} to {_target}: {FileFault.Reason(e)}; nothing of the result is left, {_mend}", e);
        }
    }

    /// <summary>Gives the folder its name; an earlier result of ours is gone after it, not before.</summary>
    /// <exception cref="InputException">An earlier result may not be removed; it stays.</exception>
    public void Commit()
    {
        if (Directory.Exists(_target))
        {
            Replace(_staging + ".old");
        }
        else
        {
            Directory.Move(_staging, _target);
        }

        _committed = true;
    }

    private void Replace(string old)
    {
        try
        {
            Directory.Move(_target, old);
            Directory.Move(_staging, _target);
            Directory.Delete(old, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(old) && Directory.Exists(_target))
                Directory.Move(_target, _staging);
            if (Directory.Exists(old))
                Directory.Move(old, _target);
            throw new InputException(InputFault.Settings, $"cannot replace {_target}: {FileFault.Reason(e)}; {_mend}", e);
        }
    }

    /// <summary>Removes every trace of a result that was not committed.</summary>
    public void Dispose()
    {
        if (_committed)
            return;

        if (Directory.Exists(_staging))
            Directory.Delete(_staging, recursive: true);
        foreach (var parent in _createdParents.Where(p => Directory.Exists(p) && !Directory.EnumerateFileSystemEntries(p).Any()))
            Directory.Delete(parent);
    }

    public static bool IsOwnName(string fileName) => FileNames.Contains(fileName) || RecordNames.Contains(fileName);

    /// <summary>What the hidden names begin with of folders and files that are not finished.</summary>
    public const string StagingPrefix = ".clonus-";

    // The folder's own name may be as long as names can be, so that nothing can be added to it.
    private static string StagingName(string name, int process) =>
        string.Create(CultureInfo.InvariantCulture, $"{StagingPrefix}{process}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8))}.tmp");

    /// <summary>True where a folder has the mark by which ours are told: a quick look, before <see cref="IsOurs"/>.</summary>
    public static bool IsMarked(string folder) => File.Exists(Path.Combine(folder, ProvenanceFile)) || File.Exists(Path.Combine(folder, "result.json"));

    /// <summary>True for a folder that holds nothing but what this tool wrote.</summary>
    public static bool IsOurs(string folder) =>
        HoldsOwnNamesAlone(folder)
        && (HasSchema(Path.Combine(folder, ProvenanceFile), Provenance.CurrentSchema)
            || HasSchema(Path.Combine(folder, "result.json"), ResultDocument.CurrentSchema)
            || HasSchema(Path.Combine(folder, Verification.RecordedInput.FileName), Verification.RecordedInput.CurrentSchema));

    /// <summary>True for a folder in which nothing has a name that this tool does not give: where it is known to be ours, though a power cut may have emptied its files.</summary>
    public static bool HoldsOwnNamesAlone(string folder) =>
        Directory.GetDirectories(folder).Length == 0 && Directory.GetFiles(folder).All(f => IsOwnName(Path.GetFileName(f)));

    private static string Resolved(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <param name="path">What the user called it.</param>
    /// <exception cref="InputException">There is a file in the folder's place.</exception>
    public static void RefuseFile(string target, string path, string mend = Mend)
    {
        if (File.Exists(target))
            throw new InputException(InputFault.Settings, $"{path} is a file: results need a folder, {mend}");
    }

    private static void Refuse(string target, string path, bool mayReplaceAnalysis, string mend)
    {
        RefuseFile(target, path, mend);
        if (!Directory.Exists(target))
            return;

        try
        {
            if (!Directory.EnumerateFileSystemEntries(target).Any())
                return;
            if (!IsOurs(target))
                throw new InputException(InputFault.Settings, $"{path} holds other files and stays untouched: {mend}");
            if (!mayReplaceAnalysis && File.Exists(Path.Combine(target, "result.json")))
                throw new InputException(InputFault.Settings, $"{path} holds an analysis and stays untouched: {mend}");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException(InputFault.Settings, $"{path} cannot be read: {mend}", e);
        }
    }

    // Deepest first, so that they can be removed in this order.
    private static List<string> MissingParents(string parent)
    {
        var missing = new List<string>();
        for (var folder = parent; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing.Add(folder);
        return missing;
    }

    private static bool HasSchema(string file, string schema)
    {
        if (!File.Exists(file))
            return false;

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("schema", out var found)
                && found.ValueKind == JsonValueKind.String
                && found.GetString() == schema;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
