using System.Text;

namespace Clonus.Formats;

/// <summary>Labels as bytes. Most formats name no encoding: what is no UTF-8 is read as Latin, so that nothing is refused for an accent.</summary>
internal static class LabelText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Without blanks and zero bytes around it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes).Trim(' ', '\0');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).Trim(' ', '\0');
        }
    }

    /// <summary>The labels with a number behind those that stood before: RKNE, RKNE_2.</summary>
    public static string[] Unique(IEnumerable<string> labels)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. labels.Select(label =>
        {
            var unique = label;
            for (var number = 2; !used.Add(unique); number++)
                unique = $"{label}_{number}";
            return unique;
        })];
    }
}
