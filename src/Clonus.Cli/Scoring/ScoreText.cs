using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>Agreement as tables: in columns for a console, or in Markdown for a manuscript.</summary>
internal static class ScoreText
{
    private static readonly string[] Headings = ["Measure", "Value", "95 % CI", "n"];

    public static void Write(TextWriter text, ScoreDocument score)
    {
        foreach (var comparison in score.Comparisons)
        {
            WriteHead(text, comparison, score);
            var rows = MeasureRow.Of(comparison).Select(Cells).Prepend(Headings).ToArray();
            var widths = Headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in rows)
                text.Write($"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}".TrimEnd() + "\n");
            WriteFoot(text, comparison);
        }

        text.Write($"{score.Notice}\n");
    }

    public static void WriteMarkdown(TextWriter text, ScoreDocument score)
    {
        foreach (var comparison in score.Comparisons)
        {
            WriteHead(text, comparison, score);
            text.Write($"| {string.Join(" | ", Headings)} |\n|---|---:|---|---|\n");
            foreach (var row in MeasureRow.Of(comparison))
                text.Write($"| {string.Join(" | ", Cells(row).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
            WriteFoot(text, comparison);
        }

        text.Write($"{score.Notice}\n");
    }

    private static string[] Cells(MeasureRow row) => [row.Measure, row.Value, row.Interval.Length > 0 || row.Remark.Length == 0 ? row.Interval : "-", row.N];

    private static void WriteHead(TextWriter text, Comparison comparison, ScoreDocument score)
    {
        string[] told =
        [
            Invariant($"{comparison.Annotated} annotated"),
            Invariant($"{comparison.Compared} compared"),
            .. comparison.NotAssessed == 0 ? [] : new[] { Invariant($"{comparison.NotAssessed} not assessed") },
            .. comparison.WithoutResult == 0 ? [] : new[] { Invariant($"{comparison.WithoutResult} without a result") },
        ];
        var rule = comparison.First == ScoreDocument.Tool && score.Rules.Length > 0 ? $"; sustained by the rule {string.Join(", ", score.Rules)}" : "";
        text.Write($"{comparison.First} and {comparison.Second}: {string.Join(", ", told)}\n");
        text.Write($"Beats within {TextNumber.Short(1000 * score.ToleranceSeconds, 3)} ms are the same; differences are {comparison.First} minus {comparison.Second}{rule}.\n\n");
    }

    private static void WriteFoot(TextWriter text, Comparison comparison)
    {
        ImmutableArray<MeasureRow> rows = MeasureRow.Of(comparison);
        var notes = rows.Where(row => row.Remark.Length > 0).Select(row => $"{row.Measure}: {row.Remark}.").ToList();
        var sustained = comparison.Sustained;
        if (sustained.N > 0)
            notes.Insert(0, Invariant($"Sustained: {sustained.Both} by both, {sustained.FirstOnly} by {comparison.First} alone, {sustained.SecondOnly} by {comparison.Second} alone, {sustained.Neither} by neither."));
        if (sustained.NotJudged > 0)
            notes.Insert(0, Invariant($"Sustained: {sustained.NotJudged} judged by one of the two alone and left out."));
        if (notes.Count > 0)
            text.Write("\n" + string.Join("\n", notes.Select(note => "- " + note)) + "\n");
        text.Write("\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
