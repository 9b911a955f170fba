using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>The path of a video that is there, has content and may be read.</summary>
internal static class VideoPath
{
    /// <returns>The full path: FFmpeg then sees neither an option nor a URL in it, whatever the file is called.</returns>
    /// <exception cref="InputException">There is no such file, or nothing can be read from it.</exception>
    public static string Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
            throw Unreadable(path, "the name is empty; name a recorded video file");
        if (path.Contains('\0', StringComparison.Ordinal))
            throw Unreadable(path, "the name holds a zero character; name a recorded video file");
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw Unreadable(path, "it is a directory; name a video file in it");
        if (!File.Exists(full))
            throw Unreadable(path, "there is no such file; check the name");

        if (new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false })
            throw Unreadable(path, "it is a link to something that is not there; check where it leads");

        // Asked before it is opened: opening a named pipe would wait for a writer.
        if (new FileInfo(full).Length == 0)
            throw Unreadable(path, "it holds 0 bytes; give a recorded file (a pipe or a device cannot be read)");
        try
        {
            using var handle = File.OpenHandle(full);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unreadable(path, "it may not be read by this user; change its permissions (chmod +r)", e);
        }
        catch (IOException e)
        {
            throw Unreadable(path, $"the system refuses to read it ({OneLine(e.Message)}); copy it to a local disk", e);
        }

        return full;
    }

    public static InputException Unreadable(string path, string reason, Exception? inner = null) =>
        new(InputFault.Unreadable, $"cannot read '{OneLine(path)}' as a video: {reason}", inner);

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
