using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>Agreement as tables: in columns for a console, or in Markdown for a manuscript.</summary>
internal static class ScoreText
{
    private static readonly string[] Headings = ["Measure", "Value", "95 % CI", "n"];

    private const string Indent = "  ";

    public static void Write(TextWriter text, ScoreDocument score) => Write(text, score, Columns);

    public static void WriteMarkdown(TextWriter text, ScoreDocument score) => Write(text, score, Markdown);

    private static void Write(TextWriter text, ScoreDocument score, Func<IReadOnlyCollection<MeasureRow>, IEnumerable<string>> table)
    {
        foreach (var comparison in score.Comparisons)
        {
            var rows = MeasureRow.Of(comparison);
            string[] lines = [.. Head(comparison, score), "", .. table(rows), "", .. Foot(comparison, rows), ""];
            text.Write(string.Join('\n', lines) + "\n");
        }

        text.Write($"{score.Notice}\n");
    }

    private static IEnumerable<string> Columns(IReadOnlyCollection<MeasureRow> rows)
    {
        var cells = rows.Select(Cells).Prepend(Headings).ToArray();
        var widths = Headings.Select((_, column) => cells.Max(row => row[column].Length)).ToArray();
        string Line(string[] row, string indent) =>
            $"  {indent}{row[0].PadRight(widths[0] + Indent.Length - indent.Length)}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}".TrimEnd();
        return
        [
            Line(Headings, ""),
            .. rows.GroupBy(row => row.Group).SelectMany(group => group.Select(row => Line(Cells(row), Indent)).Prepend("  " + group.Key)),
        ];
    }

    private static IEnumerable<string> Markdown(IReadOnlyCollection<MeasureRow> rows) =>
    [
        $"| {string.Join(" | ", Headings)} |",
        "|---|---:|---|---|",
        .. rows.GroupBy(row => row.Group).SelectMany(group => group
            .Select(row => $"| {string.Join(" | ", Cells(row).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |")
            .Prepend($"| **{group.Key}** | | | |")),
    ];

    private static string[] Cells(MeasureRow row) => [row.Measure, row.Value, row.Interval.Length > 0 || row.Remark.Length == 0 ? row.Interval : "-", row.N];

    private static string[] Head(Comparison comparison, ScoreDocument score)
    {
        string[] told =
        [
            Invariant($"{comparison.Annotated} annotated"),
            Invariant($"{comparison.Compared} compared"),
            .. comparison.NotAssessed == 0 ? [] : new[] { Invariant($"{comparison.NotAssessed} not assessed") },
            .. comparison.WithoutResult == 0 ? [] : new[] { Invariant($"{comparison.WithoutResult} without a result") },
        ];
        var rule = comparison.Rater == ScoreDocument.Tool && score.Rules.Length > 0 ? $"; {ScoreDocument.Tool} calls sustained by the rule {string.Join(", ", score.Rules)}" : "";
        return
        [
            $"{comparison.Rater} and {comparison.Reference}: {string.Join(", ", told)}",
            $"Beats within {TextNumber.Short(1000 * score.ToleranceSeconds, 3)} ms are the same; differences are {comparison.Rater} minus {comparison.Reference}{rule}.",
        ];
    }

    private static IEnumerable<string> Foot(Comparison comparison, IReadOnlyCollection<MeasureRow> rows)
    {
        var sustained = comparison.Sustained;
        if (sustained.N > 0)
            yield return Invariant($"- Sustained clonus: {sustained.Both} by both, {sustained.RaterOnly} by {comparison.Rater} alone, {sustained.ReferenceOnly} by {comparison.Reference} alone, {sustained.Neither} by neither.");
        if (sustained.NotJudged > 0)
            yield return Invariant($"- Sustained clonus: {sustained.NotJudged} judged by one of the two alone and left out.");
        foreach (var remark in rows.Where(row => row.Remark.Length > 0).GroupBy(row => (row.Group, row.Remark)))
            yield return $"- {remark.Key.Group}, {string.Join(", ", remark.Select(row => row.Measure))}: {remark.Key.Remark}.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
