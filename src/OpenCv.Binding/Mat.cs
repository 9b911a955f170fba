using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>A matrix of numbers, or an image: rows, columns and channels in native memory. Two-dimensional only.</summary>
/// <remarks>Views share the memory of their source; what OpenCV writes to may move elsewhere when its size or type changes.</remarks>
public partial class Mat : DisposableObject
{
    private const int TypeMask = 0xFFF;
    private const int ContinuousFlag = 1 << 14;

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

    public unsafe Mat(int rows, int cols, MatType type, Scalar s)
    {
        Failure.Check(MatNative.NewFilled(rows, cols, type.Value, s, out var handle));
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

    internal MatHandle Handle { get; }

    public int Rows => Header.Rows;

    public int Cols => Header.Cols;

    public int Height => Header.Rows;

    public int Width => Header.Cols;

    public IntPtr Data => Header.Data;

    internal MatHeader Header
    {
        get
        {
            MatNative.Header(Handle, out var header);
            return header;
        }
    }

    public MatType Type() => new(Header.Flags & TypeMask);

    public int Channels() => Type().Channels;

    public Size Size()
    {
        var header = Header;
        return new Size(header.Cols, header.Rows);
    }

    public bool Empty()
    {
        var header = Header;
        return header.Data == 0 || header.Rows == 0 || header.Cols == 0;
    }

    public bool IsContinuous() => (Header.Flags & ContinuousFlag) != 0;

    /// <summary>Bytes from row to row.</summary>
    public long Step() => Header.Step;

    /// <summary>Bytes of one element with all its channels.</summary>
    public int ElemSize() => Header.ElemSize;

    public Mat SubMat(Rect roi) => new(this, roi);

    public Mat SubMat(int rowStart, int rowEnd, int colStart, int colEnd) =>
        new(this, new Rect { X = colStart, Y = rowStart, Width = colEnd - colStart, Height = rowEnd - rowStart });

    public Mat Clone()
    {
        var copy = new Mat();
        CopyTo(copy);
        return copy;
    }

    public unsafe void CopyTo(Mat m, InputArray? mask = null)
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

    public override string ToString()
    {
        if (IsDisposed)
            return "Mat [disposed]";
        var header = Header;
        return $"Mat [ {header.Rows}*{header.Cols}*{Type()}, IsContinuous={IsContinuous()}, Data=0x{header.Data:x} ]";
    }

    private protected override void ReleaseNative() => Handle.Dispose();
}
