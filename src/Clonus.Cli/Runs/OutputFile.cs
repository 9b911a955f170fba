using System.Globalization;
using System.Text;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

/// <summary>One file that a command writes: whole or not at all, and never over what is not ours.</summary>
internal static class OutputFile
{
    // What our own files say of themselves near their beginning.
    private static readonly string[] OwnMarks = ["\tmarkers.trc\n", "SOFTWARE", "frame,time_s", "scorer,clonus-cli"];
    private const int MarkBytes = 150_000;

    /// <exception cref="InputException">The file is the input, or is there already and not ours.</exception>
    public static void Refuse(string path, string input)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(input))
            throw new InputException(InputFault.Settings, $"-o {path} is the input itself: give another name");
        if (Directory.Exists(path))
            throw new InputException(InputFault.Settings, $"-o {path} is a folder: name a file in it");
        if (File.Exists(path) && !IsOurs(path))
            throw new InputException(InputFault.Settings, $"{path} is there already, was not written by this tool and stays untouched: give another name with -o");
    }

    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var draft = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp";
        try
        {
            using (var stream = File.Create(draft))
                write(stream);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write {path}: {e.Message.Split(" : ")[0].TrimEnd('.')}; give another place with -o", e);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static bool IsOurs(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[MarkBytes];
        var text = Encoding.Latin1.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return OwnMarks.Any(mark => text.Contains(mark, StringComparison.Ordinal)) && (!text.Contains("SOFTWARE", StringComparison.Ordinal) || text.Contains("clonus-cli", StringComparison.Ordinal));
    }
}
