using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>All that is read of a native matrix, fetched in one call; true until the next call that may change the matrix.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MatHeader
{
    public int Flags;
    public int Rows;
    public int Cols;
    public int ElemSize;
    public nint Data;
    public long Step;
}
