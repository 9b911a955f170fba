using System.Runtime.InteropServices;
using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>The library itself: its version.</summary>
public static unsafe partial class Cv2
{
    public static string GetVersionString() => Marshal.PtrToStringUTF8((nint)SystemNative.Version()) ?? "";
}
