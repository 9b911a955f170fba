using System.Runtime.InteropServices;
using OpenCvSharp.Aruco;

namespace OpenCvSharp.Interop;

/// <summary>Square fiducials.</summary>
internal static unsafe partial class ArucoNative
{
    [LibraryImport(Shim.Library, EntryPoint = "aruco_dictionary_new")]
    public static partial Failure* NewDictionary(int name, out DictionaryHandle dictionary);

    [LibraryImport(Shim.Library, EntryPoint = "aruco_dictionary_delete")]
    public static partial void DeleteDictionary(nint dictionary);

    [LibraryImport(Shim.Library, EntryPoint = "aruco_dictionary_bytes")]
    public static partial Failure* Bytes(DictionaryHandle dictionary, out MatHandle bytes);

    [LibraryImport(Shim.Library, EntryPoint = "aruco_default_parameters")]
    public static partial Failure* DefaultParameters(out ArucoParameters parameters);

    [LibraryImport(Shim.Library, EntryPoint = "aruco_detect")]
    public static partial Failure* Detect(
        MatHandle image, DictionaryHandle dictionary, ArucoParameters* parameters, MatHandle corners, MatHandle ids, MatHandle rejected);
}

/// <summary>The parameters that cross the border, in the shim's order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ArucoParameters
{
    public double MinMarkerPerimeterRate;
    public double MaxErroneousBitsInBorderRate;
    public double ErrorCorrectionRate;
    public int CornerRefinementMethod;
    public int CornerRefinementWinSize;
}

/// <summary>Owns one native dictionary.</summary>
internal sealed class DictionaryHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ArucoNative.DeleteDictionary(handle);
        return true;
    }
}
