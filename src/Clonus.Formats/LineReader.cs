namespace Clonus.Formats;

/// <summary>The lines of a file as bytes, one at a time, without their ends. Only the longest line is held.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _done;

    /// <summary>Number of the last line that was given, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>False where the last line ended with the file, not with a line break.</summary>
    public bool IsClosed { get; private set; }

    /// <param name="line">Valid until the next call.</param>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        for (var from = _start; ;)
        {
            var at = _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = Trimmed(_start, from + at);
                _start = from + at + 1;
                IsClosed = true;
                Line++;
                return true;
            }

            from = _end;
            if (_done)
            {
                line = Trimmed(_start, _end);
                var any = _end > _start;
                _start = _end;
                IsClosed = false;
                Line += any ? 1 : 0;
                return any;
            }

            from -= Fill();
        }
    }

    private ReadOnlySpan<byte> Trimmed(int start, int end)
    {
        var line = _buffer.AsSpan(start, end - start);
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    // Moves what is left to the buffer's begin, and gives by how much.
    private int Fill()
    {
        var moved = _start;
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _done = read == 0;
        return moved;
    }
}
