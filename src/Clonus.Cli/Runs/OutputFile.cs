using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

/// <summary>One file that a command writes: whole or not at all, and never over what is not ours.</summary>
internal static partial class OutputFile
{
    // A C3D names its software behind the labels of its points.
    private const int MarkBytes = 150_000;

    /// <exception cref="InputException">It is a folder.</exception>
    public static void RefuseFolder(string path, string option = "-o")
    {
        if (Directory.Exists(path))
            throw new InputException(InputFault.Settings, $"{option} {path} is a folder: name a file in it");
    }

    /// <exception cref="InputException">The file is the input, has no folder, or is there already and not ours.</exception>
    public static void Refuse(string path, string input)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(input))
            throw new InputException(InputFault.Settings, $"-o {path} is the input itself: give another name");
        RefusePlace(path);
    }

    /// <param name="option">By which the file was named.</param>
    /// <param name="beginning">What files of this one kind begin with; null takes all kinds that this tool writes for ours.</param>
    /// <exception cref="InputException">The file's folder does not exist, or the file is there already and not ours. One that is empty, a pipe and a device have nothing to lose.</exception>
    public static void RefusePlace(string path, string option = "-o", string? beginning = null)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new InputException(InputFault.Settings, $"cannot write {path}: there is no such folder; give another place with {option}");
        if (File.Exists(path) && new FileInfo(path).Length > 0 && !IsOurs(path, beginning))
            throw new InputException(InputFault.Settings, $"{path} is there already, was not written by this tool and stays untouched: give another name with {option}");
    }

    /// <param name="option">By which the file was named.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write, string option = "-o")
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
            throw new InputException(InputFault.Settings, $"cannot write {path}: {FileFault.Reason(e)}; give another place with {option}", e);
        }
        finally
        {
            // Where there is no such folder, deleting fails as well.
            if (File.Exists(draft))
                File.Delete(draft);
        }
    }

    private static bool IsOurs(string path, string? beginning)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var head = new byte[MarkBytes];
            var text = Encoding.Latin1.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
            return beginning is null ? OwnBeginning().IsMatch(text) : text.StartsWith(beginning, StringComparison.Ordinal);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException(InputFault.Settings, $"cannot write {path}: it is there already, and {FileFault.ReasonNotRead(path, e)}", e);
        }
    }

    // TRC, our tracks.csv, DeepLabCut's table, C3D, the SVG of a score, the JUnit XML of verify.
    [GeneratedRegex("""\A(?:PathFileType\t4\t\(X/Y/Z\)\tmarkers\.trc\n|frame,time_s,[^\n]*_x(?:_[a-z]+)?,|scorer,clonus-cli,|\x02P.*SOFTWARE.{0,20}clonus-cli|<svg xmlns="http://www\.w3\.org/2000/svg" class="clonus-score"|<\?xml [^>]*>\n<testsuite name="clonus verify" )""", RegexOptions.Singleline)]
    private static partial Regex OwnBeginning();
}
