using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats;

/// <summary>
/// Reads annotations that somebody typed into a table: a row for each clip and side, with all beats in one cell, or a row for each beat. The
/// separator is a comma, a semicolon or a tab; where it is not the comma, numbers may have a decimal comma.
/// </summary>
public static class AnnotationCsv
{
    /// <summary>The columns that are read.</summary>
    public static ImmutableArray<string> Columns => [.. AnnotationColumns.Names];

    /// <exception cref="InputException">It is no such table, or a cell cannot be what it should; the message names the line.</exception>
    public static AnnotationTable Read(Stream stream, string name)
    {
        var separator = ',';
        using var table = DelimitedTable.Open(stream, name, head => separator = DelimitedTable.Among(",;\t")(head));
        if (!table.Next())
            throw FormatError.AtLine(name, 1, $"the table is empty: its first line names the columns, file and some of {string.Join(", ", AnnotationColumns.Names[1..])}");

        var columns = AnnotationColumns.Of(table);
        var rows = new List<Row>();
        while (table.Next())
            rows.Add(ReadRow(table, columns, decimalComma: separator != ','));

        var annotations = columns.Time < 0
            ? [.. rows.Select(row => Whole([row], name))]
            : rows.GroupBy(row => (row.Said.File, row.Said.Side, row.Said.Rater)).Select(beats => Whole([.. beats], name)).ToArray();
        var told = annotations.Where(a => a is not { Count: null, LongestEpisodeCount: null, BeatTimesSeconds: null, Sustained: null });
        return new AnnotationTable([.. told], [.. columns.Ignored], annotations.Length - told.Count());
    }

    private static Row ReadRow(DelimitedTable table, AnnotationColumns columns, bool decimalComma)
    {
        table.RequireCells(columns.Width);
        string Cell(int column) => column < 0 ? "" : table[column];
        var file = Cell(columns.File);
        if (file.Length == 0)
            throw table.Fault("the file is not named");
        if (file.Contains('\uFFFD', StringComparison.Ordinal))
            throw table.Fault($"'{FormatError.Quoted(file)}' is not UTF-8: save the table as CSV UTF-8");

        var rater = Cell(columns.Rater);
        return new Row(
            new Annotation(
                file,
                Side(Cell(columns.Side), table),
                rater.Length == 0 ? null : rater,
                Count(Cell(columns.Count), table),
                Count(Cell(columns.LongestEpisodeCount), table),
                BeatTimesSeconds: null,
                Flag(Cell(columns.Sustained), table),
                Place: ""),
            Times(Cell(Math.Max(columns.BeatTimes, columns.Time)), decimalComma, single: columns.Time >= 0, table),
            table.Line);
    }

    /// <summary>The rows of one clip and side as one. What several rows say must be the same.</summary>
    private static Annotation Whole(ImmutableArray<Row> rows, string name)
    {
        InputException Fault(string what) => FormatError.AtLine(name, rows[^1].Line, what);
        T? Agreed<T>(Func<Annotation, T?> part, string column) where T : struct
        {
            var said = rows.Select(row => part(row.Said)).Where(value => value is not null).Distinct().ToArray();
            return said.Length <= 1 ? said.FirstOrDefault() : throw Fault($"{column} differs from what an earlier line says of this clip and side");
        }

        var (count, longest) = (Agreed(a => a.Count, "count"), Agreed(a => a.LongestEpisodeCount, "longest_episode_count"));
        ImmutableArray<double> times = [.. rows.SelectMany(row => row.Times).Order()];
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] == times[i - 1])
                throw Fault(string.Create(CultureInfo.InvariantCulture, $"the beat at {times[i]} s stands twice"));
        }
        if (times.Length > 0 && count is { } said && said != times.Length)
            throw Fault(string.Create(CultureInfo.InvariantCulture, $"count is {said} and the beat times are {times.Length}: leave count empty, or name every beat"));
        if (longest > (count ?? (times.Length > 0 ? times.Length : longest)))
            throw Fault("longest_episode_count is more than the beats of the whole clip");

        return rows[0].Said with
        {
            Count = count ?? (times.Length > 0 ? times.Length : null),
            LongestEpisodeCount = longest,
            BeatTimesSeconds = times.Length > 0 || count == 0 ? times : null,
            Sustained = Agreed(a => a.Sustained, "sustained"),
            Place = string.Create(CultureInfo.InvariantCulture, $"{name}, line {rows[0].Line}"),
        };
    }

    private static BodySide? Side(string cell, DelimitedTable table) => cell.ToLowerInvariant() switch
    {
        "" => null,
        "left" => BodySide.Left,
        "right" => BodySide.Right,
        "unknown" => BodySide.Unknown,
        _ => throw table.Fault($"side cannot be '{FormatError.Quoted(cell)}': give left, right or unknown, or leave it empty"),
    };

    private static bool? Flag(string cell, DelimitedTable table) => cell.ToLowerInvariant() switch
    {
        "" => null,
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => throw table.Fault($"sustained cannot be '{FormatError.Quoted(cell)}': give true or false, yes or no, 1 or 0, or leave it empty"),
    };

    private static int? Count(string cell, DelimitedTable table) =>
        cell.Length == 0 ? null
        : CellNumber.TryWhole(cell, out var count) && count >= 0 ? count
        : throw table.Fault($"'{FormatError.Quoted(cell)}' is no count of beats: give a whole number from 0, or leave it empty");

    private static ImmutableArray<double> Times(string cell, bool decimalComma, bool single, DelimitedTable table)
    {
        ImmutableArray<double> times = [.. cell.Split([' ', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(word => Time(word, decimalComma, table))];
        return single && times.Length > 1 ? throw table.Fault("time_s holds several times: give each beat a row, or call the column beat_times_s") : times;
    }

    // "1.25, 1.44" has its commas before blanks; a comma inside of a number is a decimal sign only where it separates no cells.
    private static double Time(string word, bool decimalComma, DelimitedTable table)
    {
        var number = word.TrimEnd(',');
        return (decimalComma || !number.Contains(',', StringComparison.Ordinal)) && CellNumber.TryRead(number, out var time) && time >= 0
            ? time
            : throw table.Fault($"'{FormatError.Quoted(word)}' is no time: give seconds from the clip's first frame, such as 1.25, with blanks or semicolons between several");
    }

    private sealed record Row(Annotation Said, ImmutableArray<double> Times, long Line);
}
