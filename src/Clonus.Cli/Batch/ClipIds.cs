using System.Globalization;
using System.Text;

namespace Clonus.Cli.Batch;

/// <summary>The names that results are known by, each of which can be a folder's.</summary>
internal static class ClipIds
{
    private const int MostBytes = 255;

    /// <summary>
    /// An id for each stem, in order: the stem itself, and STEM-2, STEM-3 for further ones of the same. Ids that are given or reserved are
    /// nobody else's.
    /// </summary>
    public static List<string> Distinct(IReadOnlyList<string> stems, IEnumerable<string> reserved)
    {
        var taken = reserved.ToHashSet(StringComparer.Ordinal);
        var all = stems.ToHashSet(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. stems.Select(stem =>
        {
            if (taken.Add(stem))
                return stem;
            for (var n = next.GetValueOrDefault(stem, 2); ; n++)
            {
                var id = Numbered(stem, n);
                if (!all.Contains(id) && taken.Add(id))
                {
                    next[stem] = n + 1;
                    return id;
                }
            }
        })];
    }

    /// <summary>Why a text cannot be an id; null when it can.</summary>
    public static string? Fault(string id) =>
        id.Trim().Length == 0 ? "it is empty"
        : id.StartsWith('.') ? "it begins with a full stop"
        : id.AsSpan().ContainsAny('/', '\0') || id.Any(char.IsControl) ? "it holds a slash or a control character"
        : Encoding.UTF8.GetByteCount(id) > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"it is longer than {MostBytes} bytes")
        : null;

    private static string Numbered(string stem, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        while (Encoding.UTF8.GetByteCount(stem) + suffix.Length > MostBytes)
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return stem + suffix;
    }
}
