using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Sums, products, bits, statistics, channels, turns.</summary>
internal static unsafe partial class ArithmeticNative
{
    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_absdiff")]
    public static partial Failure* Absdiff(MatHandle a, MatHandle b, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_add")]
    public static partial Failure* Add(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask, int dtype);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_subtract")]
    public static partial Failure* Subtract(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask, int dtype);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_multiply")]
    public static partial Failure* Multiply(MatHandle a, MatHandle b, MatHandle dst, double scale, int dtype);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_add_weighted")]
    public static partial Failure* AddWeighted(MatHandle a, double alpha, MatHandle b, double beta, double gamma, MatHandle dst, int dtype);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_and")]
    public static partial Failure* And(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_or")]
    public static partial Failure* Or(MatHandle a, MatHandle b, MatHandle dst, MatHandle mask);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_not")]
    public static partial Failure* Not(MatHandle src, MatHandle dst, MatHandle mask);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_in_range")]
    public static partial Failure* InRange(MatHandle src, Scalar low, Scalar high, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_lut")]
    public static partial Failure* Lut(MatHandle src, MatHandle lut, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_mean")]
    public static partial Failure* Mean(MatHandle src, MatHandle mask, out Scalar mean);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_mean_stddev")]
    public static partial Failure* MeanStddev(MatHandle src, MatHandle mask, out Scalar mean, out Scalar stddev);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_min_max")]
    public static partial Failure* MinMax(MatHandle src, MatHandle mask, out double low, out double high, out Point lowAt, out Point highAt);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_sum")]
    public static partial Failure* Sum(MatHandle src, out Scalar sum);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_count_non_zero")]
    public static partial Failure* CountNonZero(MatHandle src, out int count);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_split")]
    public static partial Failure* Split(MatHandle src, nint* channels, int count);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_merge")]
    public static partial Failure* Merge(nint* channels, int count, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_transpose")]
    public static partial Failure* Transpose(MatHandle src, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_flip")]
    public static partial Failure* Flip(MatHandle src, MatHandle dst, int code);

    [LibraryImport(Shim.Library, EntryPoint = "arithmetic_rotate")]
    public static partial Failure* Rotate(MatHandle src, MatHandle dst, int code);
}
