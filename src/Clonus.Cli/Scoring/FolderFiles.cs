using Clonus.Motion;

namespace Clonus.Cli.Scoring;

/// <summary>The files of a name below a folder, but no hidden ones: what is hidden is being written, or was left by a run that was killed.</summary>
internal static class FolderFiles
{
    /// <param name="levels">How many levels of folders in it are looked into.</param>
    /// <returns>In order of their paths.</returns>
    /// <exception cref="InputException">The folder, or one in it, may not be read.</exception>
    public static string[] Find(string folder, string pattern, int levels)
    {
        try
        {
            var files = Directory.GetFiles(folder, pattern, new EnumerationOptions { RecurseSubdirectories = levels > 0, MaxRecursionDepth = levels, IgnoreInaccessible = false });
            return [.. files.Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the folder '{folder}': {FileFault.Reason(e)}", e);
        }
    }
}
