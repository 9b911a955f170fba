using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace OpenCvSharp.Interop;

internal static class Shim
{
    /// <summary>File name of the shim without prefix and suffix of the system.</summary>
    public const string Library = "clonus_opencv";
}
