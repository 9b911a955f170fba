using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Matrices: making, viewing, copying.</summary>
internal static unsafe partial class MatNative
{
    [LibraryImport(Shim.Library, EntryPoint = "mat_new")]
    public static partial Failure* New(out MatHandle mat);

    [LibraryImport(Shim.Library, EntryPoint = "mat_new_sized")]
    public static partial Failure* NewSized(int rows, int cols, int type, out MatHandle mat);

    [LibraryImport(Shim.Library, EntryPoint = "mat_new_filled")]
    public static partial Failure* NewFilled(int rows, int cols, int type, Scalar value, out MatHandle mat);

    [LibraryImport(Shim.Library, EntryPoint = "mat_new_view")]
    public static partial Failure* NewView(MatHandle source, Rect roi, out MatHandle mat);

    [LibraryImport(Shim.Library, EntryPoint = "mat_delete")]
    public static partial void Delete(nint handle);

    [LibraryImport(Shim.Library, EntryPoint = "mat_header")]
    public static partial void Header(MatHandle mat, out MatHeader header);

    [LibraryImport(Shim.Library, EntryPoint = "mat_create")]
    public static partial Failure* Create(MatHandle mat, int rows, int cols, int type);

    [LibraryImport(Shim.Library, EntryPoint = "mat_copy_to")]
    public static partial Failure* CopyTo(MatHandle mat, MatHandle target, MatHandle mask);

    [LibraryImport(Shim.Library, EntryPoint = "mat_convert_to")]
    public static partial Failure* ConvertTo(MatHandle mat, MatHandle target, int type, double alpha, double beta);

    [LibraryImport(Shim.Library, EntryPoint = "mat_set_to")]
    public static partial Failure* SetTo(MatHandle mat, Scalar value, MatHandle mask);
}
