using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Formats;

/// <summary>The rows of a TRC, column by column. Room is made by what the file holds, never by what its header promises.</summary>
internal sealed class TrcRows(TrcHeader header, long fileBytes, string name)
{
    private const int LeadingCells = 2;

    // A row has a delimiter for each of its cells.
    private readonly int _leastRowBytes = LeadingCells + (3 * header.Labels.Length);

    private readonly double[][] _columns = new double[3 * header.Labels.Length][];
    private readonly List<double> _times = [];
    private readonly List<int?> _frames = [];
    private long _firstLine;
    private int _capacity;

    public int Count => _times.Count;

    /// <summary>The last line, where it is cut off in the middle.</summary>
    public long? CutLine { get; private set; }

    /// <exception cref="Motion.InputException">A row that is none; the message names the line.</exception>
    public void Read(LineReader lines)
    {
        if (header.FirstRow is { } row)
            Add(row, lines.Line, isClosed: true);
        while (lines.TryRead(out var line))
        {
            if (line.IndexOfAnyExcept(" ,\t"u8) >= 0)
                Add(line, lines.Line, lines.IsClosed);
            else if (Count > 0)
                break;
        }

        for (var i = 0; i < _columns.Length && Count < _capacity; i++)
            Array.Resize(ref _columns[i], Count);
    }

    public Series Column(int index) => Series.Of(_columns[index]);

    public ImmutableArray<double> Times() => [.. _times];

    /// <summary>From 0; by the file's own numbers, from 0 or 1 on, where they rise, else simply counted.</summary>
    public ImmutableArray<int> Frames()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_frames[i] is null or < 0 || (i > 0 && _frames[i] <= _frames[i - 1]))
                return [.. Enumerable.Range(0, Count)];
        }

        return [.. _frames.Select(frame => frame!.Value - NumbersFrom)];
    }

    /// <summary>1, or 0 where the file's first frame is called so.</summary>
    public int NumbersFrom => _frames[0] == 0 ? 0 : 1;

    public long LineOf(int row) => _firstLine + row;

    private void Add(ReadOnlySpan<byte> line, long number, bool isClosed)
    {
        if (Count == 0)
        {
            _firstLine = number;
            Grow((int)Math.Min(Math.Min(header.Frames ?? int.MaxValue, fileBytes / Math.Max(line.Length / 2, _leastRowBytes)), Array.MaxLength));
        }
        else if (Count == _capacity)
        {
            Grow((int)Math.Min(Math.Max(16L, _capacity + (_capacity / 2)), Array.MaxLength));
        }

        // A whole row has a delimiter for every column: far shorter ones would cost more room than the file has.
        if ((long)Count * _columns.Length > fileBytes)
            throw FormatError.AtLine(name, number, "the rows are too short for the markers that are named");

        var frame = NextCell(ref line, out _);
        var time = NextCell(ref line, out _);
        _frames.Add(Number(frame, number, 1) is var f && f == Math.Floor(f) && f is > int.MinValue and <= int.MaxValue ? (int)f : null);
        _times.Add(Number(time, number, LeadingCells));

        var row = Count - 1;
        var column = 0;
        for (var ended = line.IsEmpty; column < _columns.Length && !ended; column++)
            _columns[column][row] = Number(NextCell(ref line, out ended), number, LeadingCells + column + 1);
        if (column < _columns.Length && !isClosed)
        {
            CutLine = number;
            _times.RemoveAt(row);
            _frames.RemoveAt(row);
            return;
        }

        for (; column < _columns.Length; column++)
            _columns[column][row] = double.NaN;
        if (line.IndexOfAnyExcept(" ,\t"u8) >= 0)
            throw FormatError.AtLine(name, number, string.Create(CultureInfo.InvariantCulture, $"more cells than the {_columns.Length + LeadingCells} of the named markers"));
    }

    private void Grow(int capacity)
    {
        _capacity = Math.Max(capacity, 1);
        for (var i = 0; i < _columns.Length; i++)
            Array.Resize(ref _columns[i], _capacity);
    }

    // Up to the next delimiter, which is taken off too.
    private ReadOnlySpan<byte> NextCell(ref ReadOnlySpan<byte> line, out bool isLast)
    {
        var at = line.IndexOf(header.Delimiter);
        isLast = at < 0;
        var cell = isLast ? line : line[..at];
        line = isLast ? default : line[(at + 1)..];
        return cell;
    }

    // An empty cell is NaN here: no position.
    private double Number(ReadOnlySpan<byte> cell, long line, int column)
    {
        if (!cell.IsEmpty && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return double.IsFinite(value) ? value : double.NaN;

        cell = cell.Trim(" \""u8);
        if (cell.IsEmpty || cell.IndexOf("nan"u8) >= 0 || cell.IndexOf("NaN"u8) >= 0 || cell.IndexOf("NAN"u8) >= 0)
            return double.NaN;

        // A decimal comma, where the comma parts nothing.
        Span<byte> pointed = stackalloc byte[Math.Min(cell.Length, 64)];
        cell[..pointed.Length].CopyTo(pointed);
        pointed.Replace((byte)',', (byte)'.');
        return cell.Length == pointed.Length && double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            ? double.IsFinite(value) ? value : double.NaN
            : throw FormatError.AtLine(name, line, string.Create(CultureInfo.InvariantCulture, $"cell {column} is no number: '{FormatError.Quoted(LabelText.Decode(cell))}'"));
    }
}
