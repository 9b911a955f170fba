using System.Text;
using System.Text.Json;

namespace Clonus.Cli.Reports;

/// <summary>
/// The names that users script against, made from the records' own: snake_case, with the units in short.
/// StartSeconds is start_s, JitterPixels jitter_px, MoreThan5 more_than_5, OscillationsFirst10s oscillations_first_10s.
/// </summary>
internal sealed class ContractNames : JsonNamingPolicy
{
    public static readonly ContractNames Policy = new();

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["seconds"] = "s",
        ["second"] = "s",
        ["minute"] = "min",
        ["degrees"] = "deg",
        ["millimetres"] = "mm",
        ["pixels"] = "px",
        ["pixel"] = "px",
    };

    public override string ConvertName(string name) =>
        string.Join('_', Words(name).Select(word => Units.GetValueOrDefault(word, word)));

    /// <summary>An enum value's word in result files: NotAssessable is not_assessable.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Policy.ConvertName(value.ToString());

    // A word starts at a capital and at the first of several digits; "10s" stays one word.
    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && i > 0 && !char.IsAsciiDigit(name[i - 1]));
            if (starts && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(char.ToLowerInvariant(name[i]));
        }

        yield return word.ToString();
    }
}
