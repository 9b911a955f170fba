using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Verification;

/// <summary>A verification for people: a line for each case, and a table of what differs.</summary>
internal static class VerificationText
{
    private const int MostRows = 20;

    // A message may be long; JSON has the whole of it.
    private const int WidestValue = 36;

    public static void Write(TextWriter text, TextStyle style, CaseReport report)
    {
        text.Write($"{Outcome(style, report.Outcome)}  {style.Bold(report.Name)}{Reason(report)}\n");
        if (report.Differences.IsEmpty)
            return;

        text.Write(Table(report));
        if (report.Remeasured is { } again)
            text.Write($"    {Words(again)}\n");
    }

    public static void WriteTotals(TextWriter text, VerificationReport report)
    {
        var parts = new[] { (report.Agreeing, report.Agreeing == 1 ? "agrees" : "agree"), (report.Differing, report.Differing == 1 ? "differs" : "differ"), (report.Updated, "updated"), (report.Failed, "failed") };
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{report.Cases.Length} case{(report.Cases.Length == 1 ? "" : "s")}: "));
        text.Write(string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1} {p.Item2}"))) + "\n");
    }

    /// <summary>What differs in one case, a row each, without colours.</summary>
    public static string Table(CaseReport report)
    {
        var moved = report.Differences.RemoveAll(d => d.Stage == Stage.Settings);
        var rows = moved.IsEmpty ? report.Differences : moved;
        string[][] cells = [["stage", "field", "recorded", "now", "difference", "tolerance"], .. rows.Take(MostRows).Select(Cells)];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        var lines = cells.Select(row => "    " + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).ToList();
        if (rows.Length > MostRows)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"    and {rows.Length - MostRows} more: --format json has them all"));
        if (!moved.IsEmpty)
            lines.AddRange(report.ChangedSettings.Take(MostRows).Select(d => $"    a setting has changed: {d.Sentence}"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Reason(CaseReport report) => report switch
    {
        { Stage: Stage.Settings } => ": settings have changed, and no finding",
        { Stage: { } stage } => $": {ContractNames.Word(stage)} moved",
        _ => "",
    };

    private static string[] Cells(Difference d) =>
    [
        ContractNames.Word(d.Stage),
        d.Where + (d.Places > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {d.Places - 1} more") : ""),
        Cut(d.Recorded),
        Cut(d.Now),
        (d.Change is { } change ? Number(change, signed: true) : "") + (d is { Places: > 1, Largest: { } largest } ? $", at most {Number(largest)}" : ""),
        d.Tolerance is { } tolerance ? $"{Number(tolerance)} {d.Unit}" : "exact",
    ];

    private static string Words(Remeasured again) => again.Agrees
        ? "Measured again, the recorded tracks give what they gave: the tracks alone have moved."
        : $"Measured again, the recorded tracks give something else too: {ContractNames.Word(again.Stage!.Value)}: {again.First}";

    private static string Outcome(TextStyle style, CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Agrees => style.Good("agrees "),
        CaseOutcome.Differs => style.Alarm("DIFFERS"),
        CaseOutcome.Updated => style.Doubt("updated"),
        _ => style.Alarm("FAILED "),
    };

    private static string Number(decimal value, bool signed = false) => value.ToString(signed ? "+0.######;-0.######;0" : "0.######", CultureInfo.InvariantCulture);

    private static string Cut(string value) => value.Length <= WidestValue ? value : value[..(WidestValue - 1)] + "…";
}
