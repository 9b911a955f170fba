using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Differences, means, turns.</summary>
internal static unsafe partial class ArithmeticNative
{
    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_absdiff")]
    public static partial Failure* Absdiff(MatHandle a, MatHandle b, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_mean")]
    public static partial Failure* Mean(MatHandle src, MatHandle mask, out Scalar mean);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_flip")]
    public static partial Failure* Flip(MatHandle src, MatHandle dst, int code);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_rotate")]
    public static partial Failure* Rotate(MatHandle src, MatHandle dst, int code);
}
