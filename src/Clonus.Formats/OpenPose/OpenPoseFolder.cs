using System.Globalization;
using System.Text.RegularExpressions;

namespace Clonus.Formats;

/// <summary>The files of a folder that differ in one number only: one recording, a file a frame.</summary>
/// <param name="Files">By their numbers, rising; two may share one.</param>
internal sealed partial record OpenPoseFolder(string Pattern, IReadOnlyList<(int Number, string Path)> Files)
{
    private const string Suffix = "_keypoints";

    /// <summary>The recordings of a folder in the order of their names; other files than *.json and those without a number are no part of one.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public static IReadOnlyList<OpenPoseFolder> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            .Select(path => (Path: path, Match: Split(path)))
            .Where(file => file.Match.Success && int.TryParse(file.Match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(file => $"{file.Match.Groups["before"].Value}*{file.Match.Groups["after"].Value}", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OpenPoseFolder(group.Key, [.. group.Select(Numbered).OrderBy(f => f.Number).ThenBy(f => f.Path, StringComparer.Ordinal)])),
    ];

    private static (int Number, string Path) Numbered((string Path, Match Match) file) =>
        (int.Parse(file.Match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), file.Path);

    private static Match Split(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        return LastNumber().Match(stem.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? stem[..^Suffix.Length] : stem);
    }

    [GeneratedRegex(@"^(?<before>.*?)(?<number>[0-9]+)(?<after>[^0-9]*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LastNumber();
}
