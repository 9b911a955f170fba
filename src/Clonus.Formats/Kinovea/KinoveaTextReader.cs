using System.Globalization;
using System.Text;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Kinovea's text of trajectories for gnuplot: a block of lines "time x y" for each track, blocks parted by empty lines, each with its own times. A
/// decimal comma is possible, and older versions write a clock reading for a time and no names.
/// </summary>
public static class KinoveaTextReader
{
    private const string FirstLine = "#Kinovea Trajectory data export";

    /// <exception cref="InputException">The file is no such text; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var points = new ScatteredPoints(name, "time", hasConfidence: false);
        var time = new KinoveaTime(name);
        var block = new Block(null, 0, 0);
        for (var line = 1L; reader.ReadLine() is { } text; line++)
        {
            text = text.Trim();
            if (line == 1 && !text.StartsWith(FirstLine, StringComparison.OrdinalIgnoreCase))
                throw FormatError.AtLine(name, line, $"must be '{FirstLine}'");
            if (text.Length == 0)
                block = block.Cells > 0 ? new Block(null, block.Number + 1, 0) : block;
            else if (text[0] != '#')
                block = Row(text, block, points, time, name, line);
            else if (line > 1 && !IsAxes(text))
                block = new Block(text[1..].Trim(), block.Cells > 0 ? block.Number + 1 : block.Number, 0);
        }
        if (points.IsEmpty)
            throw FormatError.Of(name, "has no rows");
        var times = points.Keys();
        return time.Over(times, points.ToTracks(times), LengthUnit.Unknown);
    }

    internal static bool Recognises(string head) => head.TrimStart().StartsWith(FirstLine, StringComparison.OrdinalIgnoreCase);

    private static Block Row(string text, Block block, ScatteredPoints points, KinoveaTime time, string name, long line)
    {
        // A negative clock reading has a blank behind its sign.
        var cells = (text.StartsWith("- ", StringComparison.Ordinal) ? "-" + text[1..].TrimStart() : text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 3 || cells.Length % 2 == 0 || (block.Cells > 0 && cells.Length != block.Cells))
            throw FormatError.AtLine(name, line, "is not a time with an x and a y for each point");
        var t = time.Read(cells[0], line);
        var label = PointLabel.Of(block.Name ?? "", block.Number);
        for (var i = 1; i < cells.Length; i += 2)
        {
            if (!CellNumber.TryRead(cells[i], out var x) || !CellNumber.TryRead(cells[i + 1], out var y))
                throw FormatError.AtLine(name, line, string.Create(CultureInfo.InvariantCulture, $"the cells {i + 1} and {i + 2} are not both numbers"));
            points.Add(cells.Length == 3 ? label : string.Create(CultureInfo.InvariantCulture, $"{label}/{i / 2}"), t, x, y, double.NaN, line);
        }
        return block with { Cells = cells.Length };
    }

    private static bool IsAxes(string text) => text[1..].Trim().Equals("T X Y", StringComparison.OrdinalIgnoreCase);

    /// <param name="Name">As its line gives it; null where it has none.</param>
    /// <param name="Cells">How many cells its rows have; 0 before the first.</param>
    private sealed record Block(string? Name, int Number, int Cells);
}
