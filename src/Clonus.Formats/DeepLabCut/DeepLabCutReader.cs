using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// DeepLabCut's CSV, and what other trackers write in its form: three header rows (scorer, bodyparts, coords) or four (individuals), then a row a
/// frame whose first cell is the frame's number. Pixels, y down, no times.
/// </summary>
public static class DeepLabCutReader
{
    private const string Separators = ",;\t";

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        var header = Header(table, name);
        var columns = Columns(header, table);
        var frames = new RisingColumn<int>(name, "frame");
        while (table.Next())
        {
            table.RequireCells(header.Coordinates.Length);
            frames.Add(table.Frame(0), table.Line);
            foreach (var column in columns)
                column.Add(table);
        }
        if (frames.Count == 0)
            throw FormatError.Of(name, "has no rows below its header");
        var isSpatial = columns.Any(c => c.Z >= 0);
        return new Trajectories(TrajectoryFormat.DeepLabCut, frames.ToArray(), null, [.. Labelled(columns)])
        {
            Unit = isSpatial ? LengthUnit.Unknown : LengthUnit.Pixel,
            IsSpatial = isSpatial,
        };
    }

    internal static bool Recognises(string head)
    {
        var rows = DelimitedTable.FirstRows(head, 2, DelimitedTable.Among(Separators));
        return rows.Count > 0 && Is(rows[0][0], "scorer") && (rows.Count == 1 || Is(rows[1][0], "bodyparts") || Is(rows[1][0], "individuals"));
    }

    private static HeaderRows Header(DelimitedTable table, string name)
    {
        string[]? individuals = null;
        string[]? bodyparts = null;
        while (table.Next())
        {
            var row = table.Row();
            if (Is(row[0], "coords"))
            {
                if (bodyparts is null)
                    throw table.Fault("the row 'bodyparts' must come before the row 'coords'");
                if (bodyparts.Length != row.Length || (individuals is not null && individuals.Length != row.Length))
                    throw table.Fault("the header's rows have different numbers of cells");
                return new HeaderRows(individuals, bodyparts, row);
            }
            if (Is(row[0], "individuals"))
                individuals = row;
            else if (Is(row[0], "bodyparts"))
                bodyparts = row;
            else if (!Is(row[0], "scorer"))
                throw table.Fault("is none of the header's rows 'scorer', 'individuals', 'bodyparts' and 'coords'");
        }
        throw FormatError.Of(name, "has no row 'coords'");
    }

    private static List<PointColumns> Columns(HeaderRows header, DelimitedTable table)
    {
        var points = new List<PointColumns>();
        var open = new Dictionary<(string Individual, string Bodypart), PointColumns>();
        for (var i = 1; i < header.Coordinates.Length; i++)
        {
            var key = (header.Individuals is null ? "" : header.Individuals[i], header.Bodyparts[i]);
            var coordinate = Array.FindIndex(Coordinates, c => Is(header.Coordinates[i], c));
            if (coordinate < 0)
                continue;

            // Two points may share a name: the second one begins where a coordinate comes again.
            if (!open.TryGetValue(key, out var point) || point.Cell[coordinate] >= 0)
            {
                point = new PointColumns(key.Item1, PointLabel.Of(key.Item2, points.Count));
                open[key] = point;
                points.Add(point);
            }
            point.Cell[coordinate] = i;
        }
        foreach (var point in points)
            point.Close(table);
        return points.Count > 0 ? points : throw table.Fault("no column is 'x' or 'y'");
    }

    // An animal's name is needed only where there are several; DeepLabCut writes columns for as many as it was trained for, seen or not.
    private static IEnumerable<PointTrack> Labelled(List<PointColumns> points)
    {
        var individuals = points.Where(p => p.Point.IsSeen).Select(p => p.Individual).Distinct().ToList();
        if (individuals.Count == 0)
            individuals = [points[0].Individual];
        return points.Where(p => individuals.Contains(p.Individual)).Select(p => p.Point.ToTrack() with
        {
            Label = individuals.Count > 1 && p.Individual.Length > 0 ? PointLabel.Of($"{p.Individual}.{p.Bodypart}", 0) : p.Bodypart,
            Owner = individuals.Count > 1 && p.Individual.Length > 0 ? p.Individual : null,
        });
    }

    private static readonly string[] Coordinates = ["x", "y", "z", "likelihood"];

    private static bool Is(string cell, string word) => cell.Equals(word, StringComparison.OrdinalIgnoreCase);

    private sealed record HeaderRows(string[]? Individuals, string[] Bodyparts, string[] Coordinates);

    private sealed class PointColumns(string individual, string bodypart)
    {
        public string Individual => individual;

        public string Bodypart => bodypart;

        /// <summary>Where x, y, z and likelihood stand; -1 for none.</summary>
        public int[] Cell { get; } = [-1, -1, -1, -1];

        public int Z => Cell[2];

        public GrowingPoint Point { get; private set; } = null!;

        public void Close(DelimitedTable table)
        {
            if (Cell[0] < 0 || Cell[1] < 0)
                throw table.Fault($"'{bodypart}' has no column '{Coordinates[Cell[0] < 0 ? 0 : 1]}'");
            Point = new GrowingPoint(bodypart, Z >= 0, Cell[3] >= 0);
        }

        public void Add(DelimitedTable table) => Point.Add(
            table.Number(Cell[0]), table.Number(Cell[1]), Z >= 0 ? table.Number(Z) : 0, Cell[3] >= 0 ? table.Number(Cell[3]) : double.NaN);
    }
}
