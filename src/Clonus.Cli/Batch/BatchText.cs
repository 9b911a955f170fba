using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Batch;

/// <summary>What a batch, or a merge, prints in the end.</summary>
internal static class BatchText
{
    /// <param name="format">Null: the totals line, unless it is to be quiet.</param>
    public static void Write(OutputFormat? format, string output, BatchRecord record, BatchFolder folder, Screen screen)
    {
        if (format == OutputFormat.Json)
            screen.Output.Write(ContractJson.Write(record));
        else if (format == OutputFormat.Csv)
            screen.Output.Write(File.ReadAllText(folder.PathOf(BatchFolder.Summary)));
        else if (format == OutputFormat.Text || !screen.Quiet)
            screen.Output.Write($"{Totals(record.Totals!)}. Files: {output}\n");
    }

    /// <summary>One line with every number that is not zero.</summary>
    private static string Totals(BatchTotals totals)
    {
        (int Count, string Words)[] parts =
        [
            (totals.NotAssessable, "not assessable"), (totals.Failed, "failed"), (totals.NotTried, "not tried"), (totals.Missing, "missing"),
        ];
        var others = string.Concat(parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $", {p.Count} {p.Words}")));
        return string.Create(CultureInfo.InvariantCulture, $"{totals.Clips} {(totals.Clips == 1 ? "clip" : "clips")}: {totals.Done} assessed ({totals.Sustained} with sustained clonus){others}");
    }
}
