using System.Text.RegularExpressions;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// The text export of OSP Tracker: a line "#multi:" where there are several tracks, a line with their names, a line with column names, rows. Y grows
/// upward and lengths are the user's; only pixelx and pixely are the picture's own.
/// </summary>
public static partial class TrackerReader
{
    private const string Separators = "\t,; ";

    // Its picture's origin is the first pixel's corner.
    private const double PixelCentre = 0.5;

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, SeparatorOf);
        var (names, header) = Header(table, name);
        var time = FindFirst(header, "t", "time");
        var frameColumns = Enumerable.Range(0, header.Length).Where(i => Word(header[i]).Equals("frame", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (time < 0 && frameColumns.Length == 0)
            throw table.Fault("has no column 't' or 'frame'");
        var (tracks, isPixel) = Tracks(names, header, table);
        var times = new RisingColumn<double>(name, "time");
        var frames = new RisingColumn<int>(name, "frame");
        var rows = 0;
        for (; table.Next(); rows++)
        {
            table.RequireCells(header.Length);
            if (time >= 0)
                times.Add(Time(table, time), table.Line);

            // Each track may have a column of its own for the frame, empty where the track is.
            var frameColumn = Array.FindIndex(frameColumns, c => table[c].Length > 0);
            if (frameColumn >= 0)
                frames.Add(table.Frame(frameColumns[frameColumn]), table.Line);
            else if (time < 0)
                throw table.Fault("has no frame number");
            foreach (var track in tracks)
                track.Point.Add(table.Number(track.X) - (isPixel ? PixelCentre : 0), table.Number(track.Y) - (isPixel ? PixelCentre : 0));
        }
        if (rows == 0)
            throw FormatError.Of(name, "has no rows below its header");
        return new Trajectories(TrajectoryFormat.Tracker, frames.Count == rows ? frames.ToArray() : [.. Enumerable.Range(0, rows)], time >= 0 ? times.ToArray() : null, [.. tracks.Select(t => t.Point.ToTrack())])
        {
            Unit = isPixel ? LengthUnit.Pixel : Unit(header[tracks[0].X]),
            YPointsUp = !isPixel,
        };
    }

    internal static bool Recognises(string head)
    {
        var rows = DelimitedTable.FirstRows(head, 3, SeparatorOf);
        return Array.FindIndex([.. rows], IsHeader) is 1 or 2;
    }

    private static char SeparatorOf(string head)
    {
        // The line of column names is the surest: a lone track's name holds no separator.
        foreach (var line in DelimitedTable.Lines(head).Take(3))
        {
            foreach (var separator in Separators)
            {
                if (IsHeader([.. line.Split(separator).Select(c => c.Trim())]))
                    return separator;
            }
        }
        return Separators[0];
    }

    private static bool IsHeader(string[] row) =>
        row.Length >= 3 && Word(row[0]) is "t" or "frame" or "time" && ((FindFirst(row, "x") >= 0 && FindFirst(row, "y") >= 0) || (FindFirst(row, "pixelx") >= 0 && FindFirst(row, "pixely") >= 0));

    private static (string[] Names, string[] Header) Header(DelimitedTable table, string name)
    {
        string[] names = [];
        for (var i = 0; i < 3 && table.Next(); i++)
        {
            var row = table.Row();
            if (IsHeader(row))
                return (names, row);
            if (!row[0].StartsWith("#multi", StringComparison.OrdinalIgnoreCase))
                names = row;
        }
        throw FormatError.Of(name, "has no line with the column names 't' or 'frame', 'x' and 'y'");
    }

    /// <summary>A track begins in the column in which its name stands, and ends before the next one; a lone name may stand anywhere.</summary>
    private static (List<Track> Tracks, bool IsPixel) Tracks(string[] names, string[] header, DelimitedTable table)
    {
        var isPixel = FindFirst(header, "x") < 0 || FindFirst(header, "y") < 0;
        var (xName, yName) = isPixel ? ("pixelx", "pixely") : ("x", "y");
        var starts = Enumerable.Range(0, names.Length).Where(i => names[i].Length > 0).ToArray();
        var tracks = new List<Track>();
        for (var i = 0; i < Math.Max(starts.Length, 1); i++)
        {
            var first = starts.Length > 1 ? starts[i] : 0;
            var end = starts.Length > 1 && i + 1 < starts.Length ? starts[i + 1] : header.Length;
            var label = PointLabel.Of(starts.Length > 0 ? names[starts[i]] : "", i);
            var columns = header.Select((cell, column) => (Word: Word(cell), Column: column)).Where(c => c.Column >= first && c.Column < end).ToList();
            var x = columns.Where(c => c.Word == xName).Select(c => c.Column).ToList();
            var y = columns.Where(c => c.Word == yName).Select(c => c.Column).ToList();
            if (x.Count != 1 || y.Count != 1)
                throw table.Fault($"the track '{label}' has {x.Count} columns '{xName}' and {y.Count} columns '{yName}', not one of each");
            tracks.Add(new Track(x[0], y[0], new GrowingPoint(label, isSpatial: false, hasConfidence: false)));
        }
        return (tracks, isPixel);
    }

    private static double Time(DelimitedTable table, int column) => table.Number(column) is var time && double.IsNaN(time) ? throw table.Fault("has no time") : time;

    private static LengthUnit Unit(string cell) => UnitInBrackets().Match(cell).Groups[1].Value switch
    {
        "px" or "pixels" => LengthUnit.Pixel,
        "mm" => LengthUnit.Millimetre,
        "cm" => LengthUnit.Centimetre,
        "dm" => LengthUnit.Decimetre,
        "m" => LengthUnit.Metre,
        _ => LengthUnit.Unknown,
    };

    private static string Word(string cell) => UnitInBrackets().Replace(cell, "").Trim();

    private static int FindFirst(string[] header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Array.FindIndex(header, cell => Word(cell).Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found)
                return found;
        }
        return -1;
    }

    private sealed record Track(int X, int Y, GrowingPoint Point);

    [GeneratedRegex(@"\s*[\(\[]([^\)\]]*)[\)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitInBrackets();
}
