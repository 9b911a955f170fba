using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>The one file that tells which pseudonym is which clip, written only where somebody asks for it.</summary>
internal static class PseudonymMap
{
    private static readonly string[] Columns = ["pseudonym", "file"];

    /// <exception cref="InputException">The file lies among the results, or holds something else.</exception>
    public static void Refuse(string path, string output)
    {
        var folder = Path.GetFullPath(output).TrimEnd('/') + "/";
        if (Path.GetFullPath(path).StartsWith(folder, StringComparison.Ordinal))
            throw new InputException(InputFault.Settings, $"--mapping {path} lies among the results, which are passed on without names: give a place outside of {output}");
        OutputFile.RefusePlace(path, "--mapping", string.Join(',', Columns) + "\n");
    }

    /// <summary>One row a clip: the id and the full path. Readable by its owner alone.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ImmutableArray<ListedClip> clips)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var csv = new StreamWriter(path, options);
            CsvTable.WriteRow(csv, Columns);
            foreach (var clip in clips)
                CsvTable.WriteRow(csv, [clip.Id, Path.GetFullPath(clip.Path)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write --mapping {path}: {FileFault.Reason(e)}", e);
        }
    }
}
