using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Clonus.Cli.Verification;

/// <summary>Compares two tables cell by cell; what differs in one column is one difference.</summary>
internal static class TableDiff
{
    private static readonly CsvReaderOptions Format = new() { Separator = ',', HasHeader = false };

    /// <param name="file">The table's name in the result folder.</param>
    /// <param name="signalUnits">The unit of each side's signal.</param>
    /// <exception cref="CsvFormatException">One of them is no table.</exception>
    public static ImmutableArray<Difference> Compare(string file, string recorded, string now, IReadOnlyDictionary<string, string> signalUnits, Tolerances tolerances)
    {
        var (before, after) = (Rows(recorded), Rows(now));
        var (was, isThere) = (before[0], after[0]);
        var found = was.Union(isThere).Where(column => !was.Contains(column) || !isThere.Contains(column))
            .Select(column => Difference.Exact(StageOf.Column(file, column), file, column, Presence(was, column), Presence(isThere, column)))
            .ToImmutableArray();
        if (before.Count != after.Count)
            return found.Add(Difference.Exact(StageOf.Column(file, null), file, "", RowCount(before), RowCount(after)));

        var columns = was.Intersect(isThere).Select(column => Column(column, Array.IndexOf(was, column), Array.IndexOf(isThere, column)));
        return [.. found, .. columns.OfType<Difference>()];

        Difference? Column(string column, int at, int nowAt) => Fold.Of(before.Zip(after).Select((rows, i) =>
            FieldComparison.Compare(column, Cell(rows.First, at), Cell(rows.Second, nowAt), FieldUnit.Of(column, UnitOf(rows.First), null), tolerances) is { } difference
                ? difference with { Stage = StageOf.Column(file, column), File = file, Field = string.Create(CultureInfo.InvariantCulture, $"{column} line {i + 1}") }
                : null));

        // The side stands first in every table that has one.
        string? UnitOf(string[] row) => signalUnits.GetValueOrDefault(row[0]);
    }

    private static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        using var csv = CsvReader.Create(new StringReader(text), Format);
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return rows.Count > 0 ? rows : [[]];
    }

    private static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";

    private static string Presence(string[] header, string column) => header.Contains(column) ? "there" : Difference.Absent;

    private static string RowCount(List<string[]> rows) => string.Create(CultureInfo.InvariantCulture, $"{rows.Count - 1} rows");
}
