using System.Security.Cryptography;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

/// <summary>What is said of an input file without decoding it. Whether it is a video at all is the reader's to say.</summary>
internal static class InputReading
{
    // What no video is called.
    private static readonly string[] TrajectoryExtensions = [".csv", ".trc", ".c3d", ".json", ".tsv", ".mot", ".txt"];

    /// <summary>The trajectory file that this is; null where it is a video, or nothing, which is the video reader's to say.</summary>
    /// <exception cref="InputException">By its name it should be one, and is none that is known.</exception>
    public static TrajectoryFile? Trajectories(string path)
    {
        try
        {
            if (TrajectoryFile.Recognise(path) is { } file)
                return file;
            if (Directory.Exists(path))
            {
                throw new InputException(InputFault.Unreadable, Directory.EnumerateFiles(path).Any()
                    ? $"'{path}' is a folder, and none of OpenPose's, which hold one JSON file a frame: name a file in it"
                    : $"'{path}' is a folder with nothing in it: name a file");
            }
        }
        catch (UnauthorizedAccessException e) when (Directory.Exists(path))
        {
            throw new InputException(InputFault.Unreadable, $"'{path}' is a folder that this user may not read: change its permissions (chmod +rx)", e);
        }

        if (!TrajectoryExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            return null;
        throw new InputException(InputFault.Unreadable, File.Exists(path)
            ? $"'{path}' is no trajectory file that is known: there are {TrajectoryFile.Formats}"
            : $"cannot read '{path}': there is no such file");
    }

    /// <exception cref="InputException">It is a trajectory file.</exception>
    public static void RefuseTrajectory(string path)
    {
        if (Trajectories(path) is not null)
            throw new InputException(InputFault.Settings, $"'{path}' holds tracks already: analyze them, or convert them to another format");
    }

    /// <summary>The size and digest of a file, for provenance. Of a folder they are those of its files, by name, one after the other.</summary>
    /// <exception cref="InputException">It is missing, or may not be read.</exception>
    public static FileDigest Identify(string path)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var files = Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
            var bytes = files.Sum(file => Append(digest, file));
            return new FileDigest(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), bytes, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read '{path}': {FileFault.ReasonNotRead(path, e)}; check the name", e);
        }
    }

    /// <returns>How many bytes the file has.</returns>
    private static long Append(IncrementalHash digest, string path)
    {
        // Opening a named pipe would wait for a writer.
        if (new FileInfo(path).Length == 0)
            return 0;

        using var file = File.OpenRead(path);
        var bytes = 0L;
        var chunk = new byte[1 << 16];
        for (int read; (read = file.Read(chunk)) > 0; bytes += read)
            digest.AppendData(chunk, 0, read);
        return bytes;
    }
}
