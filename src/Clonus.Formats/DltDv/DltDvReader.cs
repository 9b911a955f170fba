using System.Globalization;
using System.Text.RegularExpressions;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// The xypts table of DLTdv: two columns for each point and camera, a row a frame, NaN where a point was not marked. Pixels, y down, and no times.
/// Its first pixel is (1, 1); here it is (0, 0).
/// </summary>
public static partial class DltDvReader
{
    private const string Separators = ",\t;";
    private const double FirstPixel = 1;

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        if (!table.Next())
            throw FormatError.Of(name, "is empty");
        var cells = table.Count;
        var points = Points(table);
        var rows = 0;
        for (; table.Next(); rows++)
        {
            table.RequireCells(cells);
            foreach (var point in points)
                point.Track.Add(table.Number(point.X) - FirstPixel, table.Number(point.Y) - FirstPixel);
        }
        if (rows == 0)
            throw FormatError.Of(name, "has no rows below its header");

        // Cameras see different pictures: points of several stay apart by their names, and those of a camera that saw nothing are dropped.
        var cameras = points.Where(p => p.Track.IsSeen).Select(p => p.Camera).Distinct().ToList();
        if (cameras.Count == 0)
            cameras = [points[0].Camera];
        return new Trajectories(
            TrajectoryFormat.DltDv,
            [.. Enumerable.Range(0, rows)],
            null,
            [.. points.Where(p => cameras.Contains(p.Camera)).Select(p => p.Track.ToTrack() with { Label = cameras.Count > 1 ? $"pt{p.Number}_cam{p.Camera}" : $"pt{p.Number}" })])
        {
            Unit = LengthUnit.Pixel,
        };
    }

    internal static bool Recognises(string head) =>
        DelimitedTable.FirstRows(head, 1, DelimitedTable.Among(Separators)) is [{ Length: > 1 } header]
        && Column().Match(header[0]) is { Success: true } && Column().Match(header[1]) is { Success: true };

    private static List<Point> Points(DelimitedTable table)
    {
        var columns = new Dictionary<(int Number, int Camera, char Axis), int>();
        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].Length == 0 && i > 0)
                continue;
            var match = Column().Match(table[i]);
            if (!match.Success || !int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var camera))
            {
                throw table.Fault(string.Create(CultureInfo.InvariantCulture, $"the header of column {i + 1} is not like pt1_cam1_X"));
            }
            if (!columns.TryAdd((number, camera, char.ToUpperInvariant(match.Groups[3].ValueSpan[0])), i))
                throw table.Fault($"{match.Value} is there twice");
        }
        var points = new List<Point>();
        foreach (var (key, x) in columns.Where(c => c.Key.Axis == 'X'))
        {
            if (!columns.TryGetValue((key.Number, key.Camera, 'Y'), out var y))
                throw table.Fault($"pt{key.Number}_cam{key.Camera} has no column Y");
            points.Add(new Point(key.Number, key.Camera, x, y, new GrowingPoint($"pt{key.Number}", isSpatial: false, hasConfidence: false)));
        }
        return points.Count > 0 ? points : throw table.Fault("no column is like pt1_cam1_X");
    }

    private sealed record Point(int Number, int Camera, int X, int Y, GrowingPoint Track);

    [GeneratedRegex(@"^pt_?(\d{1,9})_cam_?(\d{1,9})_([XY])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
