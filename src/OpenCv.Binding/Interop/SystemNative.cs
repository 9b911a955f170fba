using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>The version.</summary>
internal static unsafe partial class SystemNative
{
    [LibraryImport(Shim.Library, EntryPoint = "system_version")]
    public static partial byte* Version();
}
