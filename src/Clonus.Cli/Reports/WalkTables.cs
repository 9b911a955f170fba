using Clonus.Motion;
using Clonus.Motion.Gait;

namespace Clonus.Cli.Reports;

/// <summary>The tables of a walk, which stand in a result folder only where somebody walks.</summary>
internal static class WalkTables
{
    public const string Events = "events.csv";
    public const string Strides = "strides.csv";
    public const string Patterns = "patterns.csv";

    private const string Side = "side";

    /// <summary>What a walk adds to the row that <c>--format csv</c> prints.</summary>
    public static readonly string[] SummaryColumns = ["gait_status", "cadence_per_min", "patterns_present"];

    public static void Write(ResultFolder folder, ResultDocument result)
    {
        if (result.Walk is not { } walk)
            return;

        folder.Write(Events, csv => WriteEvents(csv, walk));
        folder.Write(Strides, csv => WriteStrides(csv, walk));
        folder.Write(Patterns, csv => WritePatterns(csv, walk));
    }

    public static void WriteEvents(TextWriter csv, GaitFindings gait) => WriteRows(csv, gait.Events);

    public static void WriteStrides(TextWriter csv, GaitFindings gait) => WriteRows(csv, gait.Strides);

    public static void WritePatterns(TextWriter csv, GaitFindings gait)
    {
        CsvTable.WriteRow(csv, PatternColumns);
        foreach (var row in PatternRows(gait))
            CsvTable.WriteRow(csv, row);
    }

    /// <summary>The side comes first as in all tables, and the criteria share the last cell.</summary>
    public static IEnumerable<string> PatternColumns => [Side, .. CsvTable.ColumnsOf<PatternFinding>().Where(column => column != Side), "criteria"];

    public static IEnumerable<IEnumerable<string>> PatternRows(GaitFindings gait)
    {
        var side = Array.IndexOf([.. CsvTable.ColumnsOf<PatternFinding>()], Side);
        foreach (var pattern in gait.Patterns)
        {
            var cells = CsvTable.CellsOf(pattern).ToArray();
            yield return [cells[side], .. cells.Where((_, i) => i != side), string.Join("; ", pattern.Criteria.Select(Held))];
        }
    }

    public static IEnumerable<string> SummaryCells(GaitFindings? gait) =>
    [
        gait is null ? "" : ContractNames.Word(gait.Status),
        CsvTable.Number(gait?.CadencePerMinute),
        string.Join(' ', (gait?.Patterns ?? []).Where(p => p.Verdict == PatternVerdict.Present).Select(Named)),
    ];

    private static string Named(PatternFinding pattern) =>
        (pattern.Side is { } side ? ContractNames.Word(side) + "." : "") + ContractNames.Word(pattern.Name);

    // Five words, so that a script can split them: knee_stance -7.1 <= -5 deg.
    private static string Held(Criterion criterion) =>
        $"{criterion.Name} {(criterion.Measured is { } value ? CsvTable.Number(value) : "not_measured")} {criterion.Comparison} {CsvTable.Number(criterion.Limit)} {criterion.Unit}".TrimEnd();

    private static void WriteRows<T>(TextWriter csv, IEnumerable<T> rows)
    {
        CsvTable.WriteRow(csv, CsvTable.ColumnsOf<T>());
        foreach (var row in rows)
            CsvTable.WriteRow(csv, CsvTable.CellsOf(row));
    }
}
