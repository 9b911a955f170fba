using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Motion;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Clonus.Cli.Batch;

/// <summary>What a batch works on.</summary>
/// <param name="Notes">What the user should know of how the list came about.</param>
internal sealed record ClipList(ImmutableArray<ListedClip> Clips, ImmutableArray<string> Notes)
{
    private const string FromInput = "-";
    private static readonly char[] Wild = ['*', '?', '['];

    /// <summary>
    /// Files, folders, globs, manifests and <c>-</c> (paths on <paramref name="input"/>, one a line), in the order in which they are given.
    /// The list is the same for the same files, wherever and how often it is made.
    /// </summary>
    /// <param name="settings">What holds for every clip that a manifest says nothing else of.</param>
    /// <exception cref="InputException">A manifest with an error, a glob that nothing matches, or no clip at all.</exception>
    public static ClipList Of(IEnumerable<string> paths, TextReader input, RunSettings settings, Pseudonyms? pseudonyms)
    {
        var entries = new List<ManifestRow>();
        var notes = new List<string>();
        foreach (var path in paths.SelectMany(path => path == FromInput ? Lines(input) : [path]))
            Add(entries, notes, path, settings);
        if (entries.Count == 0)
            throw new InputException(InputFault.Unreadable, $"there is no clip in what was given: name videos, folders that hold some, or a manifest with the column 'file'{(notes.Count > 0 ? $" ({string.Join("; ", notes)})" : "")}");

        var once = entries.DistinctBy(e => (ClipFiles.Real(e.Path), e.Id, e.Settings)).ToList();
        if (once.Count < entries.Count)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{entries.Count - once.Count} of the clips were named twice and are taken once"));
        return new ClipList(pseudonyms is null ? Named(once) : Pseudonymous(once, pseudonyms), [.. notes]);
    }

    private static void Add(List<ManifestRow> entries, List<string> notes, string path, RunSettings settings)
    {
        if (Manifest.IsOne(path))
        {
            entries.AddRange(Manifest.Read(path, settings));
        }
        else if (Directory.Exists(path) && TrajectoryFile.Recognise(path) is null)
        {
            var files = ClipFiles.In(path);
            entries.AddRange(files.Paths.Select(file => Plain(file, settings)));
            if (files.LeftOut.Count > 0)
                notes.Add($"{path}: left out are {string.Join(", ", files.LeftOut.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Value} {l.Key}")))}, which are no videos or trajectories; name a file to take it all the same");
        }
        else if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && File.Exists(path) && TrajectoryFile.Recognise(path) is null)
        {
            throw new InputException(InputFault.Settings, $"'{path}' is neither a trajectory file nor a manifest, whose first line names the column 'file'");
        }
        else if (path.IndexOfAny(Wild) >= 0 && !Path.Exists(path))
        {
            entries.AddRange(Matching(path).Select(file => Plain(file, settings)));
        }
        else
        {
            // What is not there is a clip that fails, and not the end of a night's work.
            entries.Add(Plain(path, settings));
        }
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }

    private static List<string> Matching(string glob)
    {
        if (glob.AsSpan().ContainsAny('?', '['))
            throw new InputException(InputFault.Settings, $"'{glob}' is no file, and as a glob it may hold * and ** alone: let the shell expand it");

        // The folder before the first wildcard is where the search begins.
        var parts = glob.Split('/');
        var fixedParts = parts.TakeWhile(part => part.IndexOfAny(Wild) < 0).ToArray();
        var root = fixedParts.Length == 0 ? "." : fixedParts is [""] ? "/" : string.Join('/', fixedParts);
        var pattern = string.Join('/', parts[fixedParts.Length..]);
        var found = new Matcher(StringComparison.Ordinal).AddInclude(pattern).GetResultsInFullPath(root)
            .Select(path => Path.Combine(fixedParts.Length == 0 ? "" : root, Path.GetRelativePath(root, path)))
            .Order(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new InputException(InputFault.Unreadable, $"no file matches '{glob}'");
    }

    private static ManifestRow Plain(string path, RunSettings settings) => new(path, path, Id: null, settings, TimesFrom: null);

    private static ImmutableArray<ListedClip> Named(List<ManifestRow> entries)
    {
        var given = entries.Where(e => e.Id is not null).Select(e => e.Id!).ToHashSet(StringComparer.Ordinal);
        if (given.FirstOrDefault(BatchFolder.IsOwnName) is { } reserved)
            throw new InputException(InputFault.Settings, $"no clip can have the id '{reserved}', which is the name of a file of the batch");

        var free = ClipIds.Distinct([.. entries.Where(e => e.Id is null).Select(e => FolderName(e.Path))], given.Concat(BatchFolder.OwnNames));
        var next = 0;
        return [.. entries.Select(e => new ListedClip(e.Path, Printable(e.File), e.Id ?? free[next++], e.Settings, e.TimesFrom))];
    }

    private static string FolderName(string path) => Printable(PlannedClip.Stem(path));

    // A terminal would obey what it should show.
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '_' : c));

    // In the order of the pseudonyms, because an order by name would tell of the names.
    private static ImmutableArray<ListedClip> Pseudonymous(List<ManifestRow> entries, Pseudonyms pseudonyms)
    {
        var ids = ClipIds.Distinct([.. entries.Select(e => pseudonyms.Of(e.Id ?? Path.GetFullPath(e.Path)))], []);
        return [.. entries.Zip(ids, (e, id) => new ListedClip(e.Path, File: null, id, e.Settings, e.TimesFrom)).OrderBy(c => c.Id, StringComparer.Ordinal)];
    }
}
