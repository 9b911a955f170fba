using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>A row for each two observers, clip and side.</summary>
internal static class ScoreCsv
{
    public static void Write(TextWriter csv, ScoreDocument score)
    {
        CsvTable.WriteRow(csv, ["rater", "reference", .. CsvTable.ColumnsOf<ComparedClip>()]);
        foreach (var comparison in score.Comparisons)
        {
            foreach (var clip in comparison.Clips)
                CsvTable.WriteRow(csv, [comparison.Rater, comparison.Reference, .. CsvTable.CellsOf(clip)]);
        }
    }
}
