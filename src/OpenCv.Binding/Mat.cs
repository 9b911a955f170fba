using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>A matrix of numbers, or an image: rows, columns and channels in native memory. Two-dimensional only.</summary>
/// <remarks>Views share the memory of their source; what OpenCV writes to may move elsewhere when its size or type changes.</remarks>
public partial class Mat : DisposableObject
{
    private const int TypeMask = 0xFFF;
    private const int ContinuousFlag = 1 << 14;
    private const int SubmatrixFlag = 1 << 15;

    public unsafe Mat()
    {
        Failure.Check(MatNative.New(out var handle));
        Handle = handle;
    }

    public unsafe Mat(int rows, int cols, MatType type)
    {
        Failure.Check(MatNative.NewSized(rows, cols, type.Value, out var handle));
        Handle = handle;
    }

    public Mat(Size size, MatType type)
        : this(size.Height, size.Width, type)
    {
    }

    public unsafe Mat(int rows, int cols, MatType type, Scalar s)
    {
        Failure.Check(MatNative.NewFilled(rows, cols, type.Value, s, out var handle));
        Handle = handle;
    }

    public Mat(Size size, MatType type, Scalar s)
        : this(size.Height, size.Width, type, s)
    {
    }

    /// <summary>A matrix over memory that the caller owns and keeps in place until the matrix is disposed.</summary>
    /// <param name="step">Bytes from row to row; 0 when rows follow each other without a gap.</param>
    public unsafe Mat(int rows, int cols, MatType type, IntPtr data, long step = 0)
    {
        Failure.Check(MatNative.NewOver(rows, cols, type.Value, data, step, out var handle));
        Handle = handle;
    }

    /// <summary>A view of a part of another matrix.</summary>
    public unsafe Mat(Mat m, Rect roi)
    {
        ArgumentNullException.ThrowIfNull(m);
        Failure.Check(MatNative.NewView(m.Handle, roi, out var handle));
        Handle = handle;
    }

    internal Mat(MatHandle handle) => Handle = handle;

    /// <summary>A view of a part, or the copying of another matrix of the same size and type into it.</summary>
    public Mat this[Rect roi]
    {
        get => new(this, roi);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            using var part = new Mat(this, roi);
            if (part.Size() is var size && !size.Equals(value.Size()))
                throw new OpenCvSharpException($"a part of {size} cannot take a matrix of {value.Size()}");
            value.CopyTo(part);
        }
    }

    internal MatHandle Handle { get; }

    public int Flags => Header.Flags;

    public int Dims => Header.Dims;

    public int Rows => Header.Rows;

    public int Cols => Header.Cols;

    public int Height => Header.Rows;

    public int Width => Header.Cols;

    public IntPtr Data => Header.Data;

    public unsafe byte* DataPointer => (byte*)Header.Data;

    public IntPtr DataStart => Header.DataStart;

    public IntPtr DataEnd => Header.DataEnd;

    internal MatHeader Header
    {
        get
        {
            MatNative.Header(Handle, out var header);
            return header;
        }
    }

    public MatType Type() => new(Header.Flags & TypeMask);

    public int Depth() => Type().Depth;

    public int Channels() => Type().Channels;

    public Size Size()
    {
        var header = Header;
        return new Size(header.Cols, header.Rows);
    }

    public long Total()
    {
        var header = Header;
        return (long)header.Rows * header.Cols;
    }

    public bool Empty() => Header.Data == 0 || Total() == 0;

    public bool IsContinuous() => (Header.Flags & ContinuousFlag) != 0;

    public bool IsSubmatrix() => (Header.Flags & SubmatrixFlag) != 0;

    /// <summary>Bytes from row to row.</summary>
    public long Step() => Header.Step;

    /// <summary>Bytes of one element with all its channels.</summary>
    public int ElemSize() => Header.ElemSize;

    /// <summary>Bytes of one channel of an element.</summary>
    public int ElemSize1() => Header.ElemSize1;

    public Mat SubMat(Rect roi) => new(this, roi);

    public Mat SubMat(int rowStart, int rowEnd, int colStart, int colEnd) =>
        new(this, new Rect { X = colStart, Y = rowStart, Width = colEnd - colStart, Height = rowEnd - rowStart });

    public Mat Row(int y) => RowRange(y, y + 1);

    public Mat Col(int x) => ColRange(x, x + 1);

    public Mat RowRange(int startRow, int endRow) => SubMat(startRow, endRow, 0, Cols);

    public Mat ColRange(int startCol, int endCol) => SubMat(0, Rows, startCol, endCol);

    /// <summary>The same memory seen with another number of channels (0: as it is) and rows (0: as they are).</summary>
    public unsafe Mat Reshape(int cn, int rows = 0)
    {
        Failure.Check(MatNative.Reshape(Handle, cn, rows, out var result));
        return new Mat(result);
    }

    public Mat Clone()
    {
        var copy = new Mat();
        CopyTo(copy);
        return copy;
    }

    public void CopyTo(Mat m, InputArray? mask = null) => CopyTo((OutputArray)m, mask);

    public unsafe void CopyTo(OutputArray m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        Failure.Check(MatNative.CopyTo(Handle, m.Handle, InputArray.HandleOf(mask)));
    }

    /// <summary>Converts each number to <paramref name="rtype"/> after times alpha plus beta, rounding and saturating.</summary>
    public unsafe void ConvertTo(OutputArray m, MatType rtype, double alpha = 1, double beta = 0)
    {
        ArgumentNullException.ThrowIfNull(m);
        Failure.Check(MatNative.ConvertTo(Handle, m.Handle, rtype.Value, alpha, beta));
    }

    /// <summary>Fills the matrix, where the mask is not zero, and gives it back.</summary>
    public unsafe Mat SetTo(Scalar value, Mat? mask = null)
    {
        Failure.Check(MatNative.SetTo(Handle, value, mask?.Handle ?? MatHandle.None));
        return this;
    }

    /// <summary>Gives the matrix this size and type; its memory is kept when it has them already.</summary>
    public unsafe void Create(int rows, int cols, MatType type) => Failure.Check(MatNative.Create(Handle, rows, cols, type.Value));

    /// <inheritdoc cref="Create(int, int, MatType)"/>
    public void Create(Size size, MatType type) => Create(size.Height, size.Width, type);

    /// <summary>Lets go of the memory; the matrix is empty afterwards and may be used again.</summary>
    public unsafe void Release() => Failure.Check(MatNative.Release(Handle));

    public override string ToString()
    {
        if (IsDisposed)
            return "Mat [disposed]";
        var header = Header;
        return $"Mat [ {header.Rows}*{header.Cols}*{Type()}, IsContinuous={IsContinuous()}, IsSubmatrix={IsSubmatrix()}, Data=0x{header.Data:x} ]";
    }

    private protected override void ReleaseNative() => Handle.Dispose();
}
