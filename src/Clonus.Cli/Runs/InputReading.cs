using System.Security.Cryptography;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

/// <summary>What is said of an input file without decoding it. Whether it is a video at all is the reader's to say.</summary>
internal static class InputReading
{
    private static readonly string[] TrajectoryExtensions = [".csv", ".trc", ".c3d", ".json", ".tsv", ".mot"];

    /// <exception cref="InputException">The file is of a kind whose reading is still to come.</exception>
    public static void RefuseTrajectory(string path)
    {
        if (TrajectoryExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw SettingCatalogue.NotYet($"reading trajectory files ({path})");
    }

    /// <summary>The size and digest of a file that was read before, for provenance.</summary>
    public static InputFile Identify(string path)
    {
        using var file = File.OpenRead(path);
        return new InputFile(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
