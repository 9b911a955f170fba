using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Owns one native video writer.</summary>
internal sealed class WriterHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        VideoNative.WriterDelete(handle);
        return true;
    }
}
