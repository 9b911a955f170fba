using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Version, build, threads.</summary>
internal static unsafe partial class SystemNative
{
    [LibraryImport(Shim.Library, EntryPoint = "system_version")]
    public static partial byte* Version();

    [LibraryImport(Shim.Library, EntryPoint = "system_build_information")]
    public static partial byte* BuildInformation();

    [LibraryImport(Shim.Library, EntryPoint = "system_set_threads")]
    public static partial Failure* SetThreads(int count);

    [LibraryImport(Shim.Library, EntryPoint = "system_get_threads")]
    public static partial Failure* GetThreads(out int count);
}
