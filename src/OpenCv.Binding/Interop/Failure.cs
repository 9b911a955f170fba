using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>The shim's account of a failed call; null pointer when the call succeeded. It lasts until the thread's next failure.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Failure
{
    public int Code;
    public int Line;
    public byte* Function;
    public byte* Message;
    public byte* File;

    /// <exception cref="OpenCVException">The call failed.</exception>
    public static void Check(Failure* failure)
    {
        if (failure is not null)
            throw new OpenCVException((ErrorCode)failure->Code, Text(failure->Function), Text(failure->Message), Text(failure->File), failure->Line);
    }

    private static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
