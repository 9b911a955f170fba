using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Owns one native video reader.</summary>
internal sealed class CaptureHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        VideoNative.CaptureDelete(handle);
        return true;
    }
}
