using System.Collections.Immutable;
using Clonus.Motion;

namespace Clonus.Cli.Verification;

/// <summary>A folder with a case.yaml and, once it was recorded, its result.</summary>
/// <param name="Name">The folder's path below the suite, with "/" between its parts; of a suite that is a case itself its own name.</param>
internal sealed record GoldenCase(string Name, string Folder)
{
    private const string ExpectedFolder = "expected";

    /// <summary>The recorded result's folder.</summary>
    public string Expected => Path.Combine(Folder, ExpectedFolder);

    /// <summary>Every case below a folder, by name.</summary>
    /// <exception cref="InputException">There is no such folder, or no case in it.</exception>
    public static ImmutableArray<GoldenCase> Find(string suite)
    {
        if (!Directory.Exists(suite))
            throw new InputException(InputFault.Unreadable, $"cannot read '{suite}': there is no such folder; --add NAME INPUT makes it with its first case");

        ImmutableArray<GoldenCase> cases =
        [
            .. Folders(suite).Where(folder => File.Exists(Path.Combine(folder, CaseFile.Name)))
                .Select(folder => new GoldenCase(NameOf(suite, folder), folder))
                .OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
        return cases.IsEmpty
            ? throw new InputException(InputFault.Settings, $"there is no case in '{suite}': add one with clonus verify DIR --add NAME INPUT")
            : cases;
    }

    /// <summary>A case that is to be made.</summary>
    /// <exception cref="InputException">The name leads out of the suite or is none, or there is such a case.</exception>
    public static GoldenCase New(string suite, string name)
    {
        if (name.Split('/').Any(part => part.Trim().Length == 0 || part is "." or ".." or ExpectedFolder) || name.Any(c => char.IsControl(c) || c == '\\'))
            throw new InputException(InputFault.Settings, $"--add cannot be '{name}': give a name such as sustained or ankle/sustained, which becomes a folder");

        var made = new GoldenCase(name, Path.Combine(suite, name));
        return File.Exists(Path.Combine(made.Folder, CaseFile.Name)) || Path.Exists(made.Expected)
            ? throw new InputException(InputFault.Settings, $"the case '{name}' is there already: give another name, or record it again with --update")
            : made;
    }

    // A suite may be one case.
    private static string NameOf(string suite, string folder) =>
        folder == suite ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(suite))) : Path.GetRelativePath(suite, folder).Replace(Path.DirectorySeparatorChar, '/');

    // Links to folders may lead in a circle.
    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder).Where(d => new DirectoryInfo(d).LinkTarget is null).SelectMany(Folders).Prepend(folder);
}
