using System.Text.RegularExpressions;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Kinovea's CSV of trajectories: one column of times for all, two columns for each point, every cell in quotation marks and missing ones empty. The
/// separator and the decimal sign are those of the user's country. Y grows upward; lengths are the calibration's.
/// </summary>
public static partial class KinoveaCsvReader
{
    private const string Separators = ",;\t";

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        if (!table.Next())
            throw FormatError.Of(name, "is empty");
        var cells = table.Count;
        var (points, unit) = Points(table);
        var time = new KinoveaTime(name);
        var times = new RisingColumn<double>(name, "time");
        while (table.Next())
        {
            table.RequireCells(cells);
            times.Add(time.Read(table[0], table.Line), table.Line);
            foreach (var point in points)
                point.Track.Add(table.Number(point.X), table.Number(point.X + 1));
        }
        if (times.Count == 0)
            throw FormatError.Of(name, "has no rows below its header");
        return time.Over(times.ToArray(), [.. points.Select(p => p.Track.ToTrack())], unit);
    }

    internal static bool Recognises(string head) =>
        DelimitedTable.FirstRows(head, 1, DelimitedTable.Among(Separators)) is [{ Length: >= 3 } header]
        && Axis(header[1]) is { Success: true } x && x.Groups["axis"].Value == "X" && Axis(header[2]) is { Success: true } y && y.Groups["axis"].Value == "Y";

    private static (List<Point> Points, LengthUnit Unit) Points(DelimitedTable table)
    {
        var header = table.Row();
        while (header.Length > 0 && header[^1].Length == 0)
            header = header[..^1];
        var found = new List<(string Series, string Name, int X)>();
        var units = new HashSet<LengthUnit>();
        for (var i = 1; i < header.Length; i += 2)
        {
            var x = Axis(header[i]);
            var y = i + 1 < header.Length ? Axis(header[i + 1]) : Match.Empty;
            if (!x.Success || !y.Success || x.Groups["axis"].Value != "X" || y.Groups["axis"].Value != "Y" || x.Groups["point"].Value != y.Groups["point"].Value)
                throw table.Fault($"the columns {i + 1} and {i + 2} are not X and Y of one point");
            units.Add(UnitOf(x.Groups["unit"].Value));
            found.Add((x.Groups["series"].Value, x.Groups["name"].Value, i));
        }
        if (found.Count == 0)
            throw table.Fault("the header has no columns such as 'ankle/0/X' and 'ankle/0/Y'");
        var count = found.GroupBy(f => f.Series).ToDictionary(g => g.Key, g => g.Count());

        // The only point of a simple track is called 0, which says nothing.
        var points = found.Select((f, i) => new Point(f.X, new GrowingPoint(
            PointLabel.Of(f.Name == "0" && count[f.Series] == 1 ? f.Series : $"{f.Series}/{f.Name}", i), isSpatial: false, hasConfidence: false)));
        return ([.. points], units.Count == 1 ? units.Single() : LengthUnit.Unknown);
    }

    private static LengthUnit UnitOf(string text) => text switch
    {
        "px" => LengthUnit.Pixel,
        "mm" => LengthUnit.Millimetre,
        "cm" => LengthUnit.Centimetre,
        "m" => LengthUnit.Metre,
        _ => LengthUnit.Unknown,
    };

    private static Match Axis(string cell) => AxisCell().Match(cell);

    private sealed record Point(int X, GrowingPoint Track);

    [GeneratedRegex(@"^(?<point>(?<series>.*)/(?<name>[^/]*))/(?<axis>[XY])(?:\s*[\(\[](?<unit>[a-z]{1,3})[\)\]])?$", RegexOptions.CultureInvariant)]
    private static partial Regex AxisCell();
}
