using System.Globalization;
using System.Text.RegularExpressions;

namespace Clonus.Cli.Verification;

/// <summary>Says whether two values of one field are equal, by the field's unit.</summary>
internal static partial class FieldComparison
{
    // What is measured stands as a field of its own, so that sentences are compared by their words.
    private static readonly string[] Sentences = ["message", "reason", "rejected", "criteria"];

    /// <param name="unit">Null: compared exactly.</param>
    /// <returns>Null where they are equal; otherwise the difference without its place.</returns>
    public static Difference? Compare(string name, string recorded, string now, string? unit, Tolerances tolerances)
    {
        if (recorded == now || (Sentences.Contains(name) && Words(recorded) == Words(now)))
            return null;
        if (tolerances.For(unit) is not { } tolerance || Number(recorded) is not { } before || Number(now) is not { } after)
            return Difference.Exact(default, "", name, Shown(recorded), Shown(now));
        var change = after - before;
        return Math.Abs(change) <= tolerance ? null : new Difference(default, "", name, recorded, now, change, tolerance, unit) { Largest = Math.Abs(change) };
    }

    // Decimals, so that a difference of exactly the tolerance is one.
    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Shown(string text) => text.Length == 0 ? Difference.Absent : text;

    private static string Words(string sentence) => AnyNumber().Replace(sentence, "#");

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex AnyNumber();
}
