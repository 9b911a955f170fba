using System.Globalization;
using System.Text;
using Clonus.Motion;
using CsvHelper;

namespace Clonus.Formats;

/// <summary>
/// A text file of separated cells, row by row, so that a long one needs no more room than its numbers. UTF-8 with or without its mark, or UTF-16
/// with it; bytes that are neither become replacement characters. Empty lines are skipped.
/// </summary>
public sealed class DelimitedTable : IDisposable
{
    private const int Head = 16 * 1024;
    private const int LongestLine = 16 * 1024 * 1024;

    private readonly CsvReader _rows;
    private readonly string _name;

    private DelimitedTable(TextReader text, string name, char separator)
    {
        _name = name;

        // A quotation mark that nobody closed ends with its line and cannot pull the rest of the file into one cell.
        _rows = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestLine,
            TrackLineNumbers = true,
        });
    }

    /// <param name="stream">Stays open.</param>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="separatorOf">Tells the separator from the file's beginning.</param>
    public static DelimitedTable Open(Stream stream, string name, Func<string, char> separatorOf)
    {
        var source = stream;
        if (!stream.CanSeek)
        {
            source = new MemoryStream();
            stream.CopyTo(source);
            source.Position = 0;
        }
        var start = source.Position;
        string head;
        using (var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true))
        {
            var first = new char[Head];
            head = new string(first, 0, reader.ReadBlock(first));
        }
        source.Position = start;
        return new DelimitedTable(new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: source == stream), name, separatorOf(head));
    }

    /// <summary>The cells of the first lines that hold any, of a text that may end in the middle of a line; fewer where there are no more.</summary>
    public static List<string[]> FirstRows(string head, int count, Func<string, char> separatorOf)
    {
        using var table = new DelimitedTable(new StringReader(head), "", separatorOf(head));
        var rows = new List<string[]>();
        try
        {
            while (rows.Count < count && table.Next())
                rows.Add(table.Row());
        }
        catch (InputException)
        {
            // What cannot be read is nothing to recognise.
        }
        return rows;
    }

    /// <summary>The one that occurs most in the first line with text, outside of quotation marks; the first candidate where none occurs.</summary>
    public static Func<string, char> Among(string candidates) => head => Separator(Lines(head).FirstOrDefault(""), candidates);

    public static char Separator(string line, string candidates)
    {
        var counts = new int[candidates.Length];
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (!quoted && candidates.IndexOf(c, StringComparison.Ordinal) is >= 0 and var candidate)
                counts[candidate]++;
        }
        return candidates[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The lines that hold more than blanks.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n', '\r').Where(line => !string.IsNullOrWhiteSpace(line));

    /// <summary>Line of the file in which the current row stands, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many cells the current row has.</summary>
    public int Count => _rows.FieldCount;

    /// <summary>A cell of the current row without blanks around it; empty behind its end.</summary>
    public string this[int column] => column < _rows.FieldCount ? _rows.GetString(column).Trim() : "";

    /// <summary>Goes on to the next row; false at the end.</summary>
    /// <exception cref="InputException">A line is longer than any table's.</exception>
    public bool Next()
    {
        try
        {
            if (!_rows.Read())
                return false;
        }
        catch (CsvFormatException)
        {
            throw FormatError.AtLine(_name, Line, "what follows is no line of a table");
        }
        Line = _rows.LineNumber;
        return true;
    }

    public string[] Row()
    {
        var row = new string[Count];
        for (var i = 0; i < row.Length; i++)
            row[i] = this[i];
        return row;
    }

    /// <summary>Refuses a row that is cut or has cells without a header. Some programs end each line with a separator: empty cells behind the last one are fine.</summary>
    public void RequireCells(int count)
    {
        var used = Count;
        while (used > count && this[used - 1].Length == 0)
            used--;
        if (used != count)
            throw Fault(string.Create(CultureInfo.InvariantCulture, $"has {Count} cells where the header has {count}"));
    }

    /// <summary>The number in a cell, NaN where there is none.</summary>
    public double Number(int column) => CellNumber.TryRead(this[column], out var value) ? value
        : throw Fault(string.Create(CultureInfo.InvariantCulture, $"'{FormatError.Quoted(this[column])}' in column {column + 1} is no number"));

    /// <summary>A frame's number, from 0.</summary>
    public int Frame(int column) => CellNumber.TryWhole(this[column], out var frame) && frame >= 0 ? frame
        : throw Fault(string.Create(CultureInfo.InvariantCulture, $"'{FormatError.Quoted(this[column])}' in column {column + 1} is no frame number"));

    public InputException Fault(string what) => FormatError.AtLine(_name, Line, what);

    public void Dispose() => _rows.Dispose();
}
