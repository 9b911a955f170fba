using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Reports;

/// <summary>The tables of a result folder. They begin with the side.</summary>
internal static class ResultTables
{
    public static void WriteBeats(TextWriter csv, ResultDocument result) =>
        WriteFindings(csv, result, clonus => clonus.Beats);

    public static void WriteEpisodes(TextWriter csv, ResultDocument result) =>
        WriteFindings(csv, result, clonus => clonus.Episodes);

    /// <summary>The signal on its even grid. In a hole the cells are empty.</summary>
    public static void WriteSignal(TextWriter csv, ClipFindings findings)
    {
        CsvTable.WriteRow(csv, ["side", "time_s", "value", "filtered", "bridged"]);
        foreach (var side in findings.Sides)
        {
            var word = ContractNames.Word(side.Side);
            foreach (var sample in side.Samples)
            {
                CsvTable.WriteRow(
                    csv,
                    [word, CsvTable.Number(sample.TimeSeconds), CsvTable.Number(sample.Value), CsvTable.Number(sample.Filtered), CsvTable.Flag(sample.Bridged)]);
            }
        }
    }

    /// <summary>A row for each clip and side: what <c>--format csv</c> prints.</summary>
    public static void WriteSummary(TextWriter csv, IEnumerable<ResultDocument> results)
    {
        WriteSummaryHeader(csv);
        foreach (var result in results)
            WriteSummaryRows(csv, result);
    }

    public static void WriteSummaryHeader(TextWriter csv) =>
        CsvTable.WriteRow(csv, ["id", "side", "frames_read", "duration_s", "signal_kind", "unit", .. CsvTable.ColumnsOf<ClonusFinding>(), "rule", "frequency_hz", "amplitude_mean", "issues", .. WalkTables.SummaryColumns]);

    /// <summary>A row for each side; one without a side where nothing was measured of any, because every clip has its row.</summary>
    public static void WriteSummaryRows(TextWriter csv, ResultDocument result)
    {
        foreach (var (side, found) in result.Sides.Present)
            CsvTable.WriteRow(csv, SummaryRow(result, ContractNames.Word(side), found));
        if (!result.Sides.Present.Any())
            CsvTable.WriteRow(csv, SummaryRow(result, side: "", found: null));
    }

    private static void WriteFindings<T>(TextWriter csv, ResultDocument result, Func<ClonusFinding, IEnumerable<T>> rowsOf)
    {
        CsvTable.WriteRow(csv, ["side", .. CsvTable.ColumnsOf<T>()]);
        foreach (var (side, found) in result.Sides.Present)
        {
            foreach (var row in rowsOf(found.Clonus))
                CsvTable.WriteRow(csv, [ContractNames.Word(side), .. CsvTable.CellsOf(row)]);
        }
    }

    private static IEnumerable<string> SummaryRow(ResultDocument result, string side, SideResult? found)
    {
        var longest = found?.Clonus.Episodes.MaxBy(e => e.Beats);
        return
        [
            result.Clip.Id,
            side,
            CsvTable.Number(result.Clip.FramesRead),
            CsvTable.Number(result.Clip.DurationSeconds),
            found?.Signal is { } signal ? ContractNames.Word(signal.Kind) : "",
            found?.Signal is { } measured ? ContractNames.Word(measured.Unit) : "",
            .. found is null ? CsvTable.ColumnsOf<ClonusFinding>().Select(_ => "") : CsvTable.CellsOf(found.Clonus),
            found?.Clonus.Rule.Id ?? "",
            CsvTable.Number(longest?.FrequencyHz),
            CsvTable.Number(longest?.AmplitudeMean),
            string.Join(' ', result.Issues.Select(i => i.Code).Distinct()),
            .. WalkTables.SummaryCells(result.Gait),
        ];
    }
}
