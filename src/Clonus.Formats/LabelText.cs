using System.Text;
using System.Text.Unicode;

namespace Clonus.Formats;

/// <summary>Labels as bytes. Most formats name no encoding: what is no UTF-8 is read as Latin, so that nothing is refused for an accent.</summary>
internal static class LabelText
{
    /// <summary>Without blanks and zero bytes around it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes).Trim(' ', '\0');

    /// <summary>The labels with a number behind those that stood before: RKNE, RKNE_2.</summary>
    public static string[] Unique(IEnumerable<string> labels)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. labels.Select(label =>
        {
            var unique = label;
            var number = next.GetValueOrDefault(label, 2);
            for (; !used.Add(unique); number++)
                unique = $"{label}_{number}";
            next[label] = number;
            return unique;
        })];
    }
}
