using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using CsvHelper;

namespace Clonus.Formats;

/// <summary>Reads our own tracks.csv, of a picture and of a room, with and without the camera's columns.</summary>
public static class TracksCsvReader
{
    private static readonly CsvReaderOptions Format = new() { Separator = ',', HasHeader = false, TrackLineNumbers = true };

    internal static bool Recognises(string head) => head.StartsWith($"{TracksColumn.Frame},{TracksColumn.Time}", StringComparison.Ordinal);

    /// <exception cref="InputException">It is no tracks.csv, or a damaged one; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        stream.Position = 0;
        using var csv = CsvReader.Create(stream, Format, leaveOpen: true);
        if (!csv.Read() || Record(csv) is not { } header || header is not [TracksColumn.Frame, TracksColumn.Time, ..])
            throw FormatError.AtLine(name, 1, $"no tracks.csv: it does not begin with {TracksColumn.Frame},{TracksColumn.Time}");

        if (header.Length != header.Distinct(StringComparer.Ordinal).Count())
            throw FormatError.AtLine(name, 1, $"the column {header.GroupBy(h => h).First(g => g.Count() > 1).Key} stands twice");

        var rows = Rows(csv, header.Length, name);
        if (rows.Frames.Count == 0)
            throw FormatError.AtLine(name, csv.LineNumber, "the file ends before its first row of numbers");

        var index = header.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
        var points = Points(header, rows.Columns, index, name);
        var isSpatial = points.Any(p => p.Point.Z is not null);
        return new Trajectories(TrajectoryFormat.Tracks, [.. rows.Frames], [.. rows.Columns[1]], [.. points.Select(p => p.Point)])
        {
            Unit = points.Select(p => p.Unit).FirstOrDefault(unit => unit != LengthUnit.Unknown),
            IsSpatial = isSpatial,
            Camera = isSpatial || !TracksColumn.Camera.All(index.ContainsKey) ? [] : Camera([.. TracksColumn.Camera.Select(c => rows.Columns[index[c]])]),
        };
    }

    private static string[] Record(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static (List<int> Frames, List<double>[] Columns) Rows(CsvReader csv, int width, string name)
    {
        var frames = new List<int>();
        var columns = Enumerable.Range(0, width).Select(_ => new List<double>()).ToArray();
        while (csv.Read())
        {
            var line = csv.LineNumber;
            if (csv.FieldCount != width)
                throw FormatError.AtLine(name, line, string.Create(CultureInfo.InvariantCulture, $"{csv.FieldCount} cells where the header has {width}"));
            if (!int.TryParse(csv.GetString(0), NumberStyles.None, CultureInfo.InvariantCulture, out var frame) || (frames.Count > 0 && frame <= frames[^1]))
                throw FormatError.AtLine(name, line, "the frame is no whole number from 0 on, above the one before it");

            frames.Add(frame);
            for (var column = 1; column < width; column++)
                columns[column].Add(Number(csv.GetSpan(column), name, line, column));
            if (!(columns[1][^1] > (frames.Count > 1 ? columns[1][^2] : double.NegativeInfinity)))
                throw FormatError.AtLine(name, line, "the time does not rise");
        }

        return (frames, columns);
    }

    private static double Number(ReadOnlySpan<byte> cell, string name, long line, int column) =>
        cell.IsEmpty ? double.NaN
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw FormatError.AtLine(name, line, string.Create(CultureInfo.InvariantCulture, $"cell {column + 1} is no number"));

    private static List<(PointTrack Point, LengthUnit Unit)> Points(string[] header, List<double>[] columns, Dictionary<string, int> index, string name)
    {
        var points = new List<(PointTrack, LengthUnit)>();
        foreach (var (label, axis, unit) in header.Where(h => !TracksColumn.Camera.Contains(h)).Select(TracksColumn.Parse).OfType<(string, char, string)>().Where(c => c.Item2 == 'x'))
        {
            var y = Column(TracksColumn.Of(label, 'y', unit)) ?? throw FormatError.AtLine(name, 1, $"the column {TracksColumn.Of(label, 'y', unit)} is missing");
            var point = new PointTrack(PointLabel.Of(label, points.Count), Column(TracksColumn.Of(label, axis, unit))!.Value, y, Column(TracksColumn.Of(label, 'z', unit)), Column(label + TracksColumn.ConfidenceSuffix));
            points.Add((point with { Kind = TracksColumn.KindOf(unit) }, UnitText.Parse(unit)));
        }

        return points.Count > 0 ? points : throw FormatError.AtLine(name, 1, "no column is a marker's, such as left.ankle_x_px");

        Series? Column(string column) => index.TryGetValue(column, out var at) ? Series.Of([.. columns[at]]) : null;
    }

    private static ImmutableArray<CameraPose?> Camera(List<double>[] columns) =>
        [.. Enumerable.Range(0, columns[0].Count).Select(i => columns.Any(c => double.IsNaN(c[i]))
            ? (CameraPose?)null
            : new CameraPose(columns[0][i], columns[1][i], double.DegreesToRadians(columns[2][i]), columns[3][i]))];
}
