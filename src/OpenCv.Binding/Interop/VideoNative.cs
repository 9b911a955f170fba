using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Reading videos.</summary>
internal static unsafe partial class VideoNative
{
    [LibraryImport(Shim.Library, EntryPoint = "capture_new")]
    public static partial Failure* CaptureNew(out CaptureHandle capture);

    [LibraryImport(Shim.Library, EntryPoint = "capture_delete")]
    public static partial void CaptureDelete(nint handle);

    [LibraryImport(Shim.Library, EntryPoint = "capture_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* CaptureOpen(CaptureHandle capture, string path, int api, out int opened);

    [LibraryImport(Shim.Library, EntryPoint = "capture_is_opened")]
    public static partial Failure* CaptureIsOpened(CaptureHandle capture, out int opened);

    [LibraryImport(Shim.Library, EntryPoint = "capture_grab")]
    public static partial Failure* CaptureGrab(CaptureHandle capture, out int grabbed);

    [LibraryImport(Shim.Library, EntryPoint = "capture_retrieve")]
    public static partial Failure* CaptureRetrieve(CaptureHandle capture, MatHandle image, int flag, out int retrieved);

    [LibraryImport(Shim.Library, EntryPoint = "capture_get")]
    public static partial Failure* CaptureGet(CaptureHandle capture, int property, out double value);

    [LibraryImport(Shim.Library, EntryPoint = "capture_set")]
    public static partial Failure* CaptureSet(CaptureHandle capture, int property, double value, out int done);
}
