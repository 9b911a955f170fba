using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Owns one native matrix header.</summary>
internal sealed class MatHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <summary>Stands for an argument that was left out.</summary>
    public static readonly MatHandle None = new();

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        MatNative.Delete(handle);
        return true;
    }
}
