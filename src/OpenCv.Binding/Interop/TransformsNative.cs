using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Colours and sizes.</summary>
internal static unsafe partial class TransformsNative
{
    [LibraryImport(Shim.Library, EntryPoint = "transforms_color")]
    public static partial Failure* Color(MatHandle src, MatHandle dst, int code, int channels);

    [LibraryImport(Shim.Library, EntryPoint = "transforms_resize")]
    public static partial Failure* Resize(MatHandle src, MatHandle dst, Size size, double fx, double fy, int interpolation);

    [LibraryImport(Shim.Library, EntryPoint = "transforms_lut")]
    public static partial Failure* Lut(MatHandle src, MatHandle table, MatHandle dst);

    [LibraryImport(Shim.Library, EntryPoint = "transforms_linear")]
    public static partial Failure* Linear(MatHandle src, MatHandle dst, MatHandle matrix);
}
