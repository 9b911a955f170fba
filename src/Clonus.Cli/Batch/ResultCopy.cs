using System.Runtime.InteropServices;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>Puts a result folder into another batch: by hard links, which take no room, or as a copy where the file system has none.</summary>
internal static partial class ResultCopy
{
    /// <exception cref="InputException">It is no result of ours, or cannot be written.</exception>
    public static void Put(string source, BatchFolder target, string id)
    {
        if (!ResultFolder.IsOurs(source))
            throw new InputException(InputFault.Unreadable, $"cannot merge '{source}': it holds files that are not of a result");

        using var folder = ResultFolder.Begin(target.PathOf(id));
        foreach (var file in Directory.EnumerateFiles(source))
        {
            var copy = folder.PathOf(Path.GetFileName(file));
            if (Link(file, copy) != 0)
                folder.WriteBytes(Path.GetFileName(file), stream => Copy(file, stream));
        }

        folder.Commit();
    }

    private static void Copy(string file, Stream target)
    {
        using var source = File.OpenRead(file);
        source.CopyTo(target);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string added);
}
