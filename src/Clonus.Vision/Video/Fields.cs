using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>
/// Takes interlaced frames apart. A frame holds two pictures half a frame apart, one in the even rows and one in the odd ones; looked at
/// as one, all that moves is combed. What stands still keeps all its rows; what moves has the rows between its own as the means of their
/// neighbours, so that nothing jumps up and down from field to field.
/// </summary>
/// <param name="rowsShareColour">
/// Whether the decoder gave rows 0 and 1, 2 and 3 and so on one row of colour differences. In an interlaced frame those rows belong to
/// the fields in turn, so that every other row of a field has the colour of the other one; it is given its own field's.
/// </param>
internal sealed class Fields(bool rowsShareColour) : IDisposable
{
    // A pixel moves when it differs by more levels than this from the frame before: above noise and compression, below a sticker's rim.
    private const byte StillLevels = 10;

    private Mat _frame = new();
    private Mat _before = new();

    /// <summary>Takes over the next frame; the one before it tells what moves.</summary>
    public void Load(Mat woven)
    {
        (_frame, _before) = (_before, _frame);
        _frame.Create(woven.Rows, woven.Cols, woven.Type());
        for (var y = 0; y < woven.Rows; y++)
        {
            // The colour of rows 4k and 4k+2 is right in the first, and of 4k+1 and 4k+3 in the second.
            var coloured = y % 4 == 2 ? y - 2 : y % 4 == 1 ? y + 2 : y;
            if (rowsShareColour && coloured != y && coloured < woven.Rows)
                Recolour(Row(woven, y), Row(woven, coloured), Row(_frame, y));
            else
                Row(woven, y).CopyTo(Row(_frame, y));
        }

        if (_before.Rows != woven.Rows || _before.Cols != woven.Cols)
            _before.Create(0, 0, woven.Type());
    }

    /// <summary>One field of the frame as a picture of the frame's size.</summary>
    /// <param name="parity">0 takes the even rows, 1 the odd ones.</param>
    public void Take(int parity, Mat picture)
    {
        picture.Create(_frame.Rows, _frame.Cols, _frame.Type());
        for (var y = 0; y < _frame.Rows; y++)
        {
            if (y % 2 == parity)
                Row(_frame, y).CopyTo(Row(picture, y));
            else
                Between(y > 0 ? y - 1 : y + 1, y, y < _frame.Rows - 1 ? y + 1 : y - 1, Row(picture, y));
        }
    }

    public void Dispose()
    {
        _frame.Dispose();
        _before.Dispose();
    }

    private void Between(int above, int between, int below, Span<byte> target)
    {
        ReadOnlySpan<byte> a = Row(_frame, above), b = Row(_frame, below), c = Row(_frame, between);
        if (_before.Empty())
        {
            Mean(a, b, target);
            return;
        }

        ReadOnlySpan<byte> oldA = Row(_before, above), oldB = Row(_before, below), oldC = Row(_before, between);
        for (var x = 0; x < target.Length; x++)
        {
            var change = Math.Max(Math.Abs(c[x] - oldC[x]), Math.Max(Math.Abs(a[x] - oldA[x]), Math.Abs(b[x] - oldB[x])));
            target[x] = change <= StillLevels ? c[x] : (byte)((a[x] + b[x] + 1) / 2);
        }
    }

    private static void Mean(ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, Span<byte> target)
    {
        for (var x = 0; x < target.Length; x++)
            target[x] = (byte)((above[x] + below[x] + 1) / 2);
    }

    // Blue, green and red are luma plus what the colour differences say: one row's luma and another's rest. BT.601, as the decoder has it.
    private static void Recolour(ReadOnlySpan<byte> row, ReadOnlySpan<byte> coloured, Span<byte> target)
    {
        for (var x = 0; x < target.Length; x += 3)
        {
            var brighter = Luma(row.Slice(x, 3)) - Luma(coloured.Slice(x, 3));
            for (var channel = x; channel < x + 3; channel++)
                target[channel] = (byte)Math.Clamp(coloured[channel] + brighter, 0, 255);
        }

        static int Luma(ReadOnlySpan<byte> pixel) => ((29 * pixel[0]) + (150 * pixel[1]) + (77 * pixel[2]) + 128) >> 8;
    }

    private static unsafe Span<byte> Row(Mat mat, int y) => new((void*)mat.Ptr(y, 0), mat.Cols * mat.ElemSize());
}
