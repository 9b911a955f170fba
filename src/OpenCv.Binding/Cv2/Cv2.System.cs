using System.Runtime.InteropServices;
using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>The library itself: version, build, threads.</summary>
public static unsafe partial class Cv2
{
    public static string GetVersionString() => Marshal.PtrToStringUTF8((nint)SystemNative.Version()) ?? "";

    public static string GetBuildInformation() => Marshal.PtrToStringUTF8((nint)SystemNative.BuildInformation()) ?? "";

    public static void SetNumThreads(int nThreads) => Failure.Check(SystemNative.SetThreads(nThreads));

    public static int GetNumThreads()
    {
        Failure.Check(SystemNative.GetThreads(out var count));
        return count;
    }
}
