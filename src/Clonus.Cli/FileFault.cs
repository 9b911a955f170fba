namespace Clonus.Cli;

/// <summary>Why a file could not be read or written, in a few plain words: the framework's own sentences name paths that nobody gave.</summary>
internal static class FileFault
{
    // Linux: a file stands where a folder should, another process holds it.
    private const int Exists = 17;
    private const int Held = 11;

    /// <param name="error">An <see cref="IOException"/> or an <see cref="UnauthorizedAccessException"/>; of others the first line.</param>
    /// <returns>Words to stand behind a colon, without a path and without a full stop, such as "permission denied" or "No space left on device".</returns>
    public static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        PathTooLongException => "its name is too long",
        IOException { HResult: Exists } => "a file is in its place",
        IOException { HResult: Held } => "another program is using it",

        // What the system says ends with the path: often a temporary name, which helps nobody.
        _ => error.Message.Split('\n')[0].Split(" : ")[0].TrimEnd('.', '\r', ' '),
    };

    /// <summary>As <see cref="Reason"/>, of a file that should have been read.</summary>
    public static string ReasonNotRead(string path, Exception error) => error switch
    {
        UnauthorizedAccessException => Directory.Exists(path) ? "it is a folder" : "this user may not read it",
        DirectoryNotFoundException => "there is no such file",
        _ => Reason(error),
    };
}
