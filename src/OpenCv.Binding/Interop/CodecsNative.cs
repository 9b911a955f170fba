using System.Runtime.InteropServices;

namespace OpenCvSharp.Interop;

/// <summary>Images as files and bytes.</summary>
internal static unsafe partial class CodecsNative
{
    [LibraryImport(Shim.Library, EntryPoint = "codecs_read", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* Read(string path, int flags, out MatHandle image);

    [LibraryImport(Shim.Library, EntryPoint = "codecs_write", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* Write(string path, MatHandle image, int* parameters, int count, out int written);

    [LibraryImport(Shim.Library, EntryPoint = "codecs_encode", StringMarshalling = StringMarshalling.Utf8)]
    public static partial Failure* Encode(string extension, MatHandle image, MatHandle bytes, int* parameters, int count, out int encoded);

    [LibraryImport(Shim.Library, EntryPoint = "codecs_decode")]
    public static partial Failure* Decode(byte* bytes, int length, int flags, out MatHandle image);
}
