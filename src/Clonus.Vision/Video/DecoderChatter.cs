using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clonus.Vision.Video;

/// <summary>Keeps the decoders' own messages off our error stream, and playlists from opening anything but files.</summary>
/// <remarks>
/// OpenCV reads these variables of the native environment when it is loaded or opens its first video, so they are set before the first call
/// from this assembly; .NET's own Environment does not reach the native one. What the user has set himself stays.
/// </remarks>
internal static partial class DecoderChatter
{
#pragma warning disable CA2255 // It must come before the library that reads it is loaded, whichever type is used first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Silence()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _ = SetEnvironment("OPENCV_LOG_LEVEL", "SILENT", overwrite: 0);
        _ = SetEnvironment("OPENCV_FFMPEG_LOGLEVEL", "-8", overwrite: 0);
        _ = SetEnvironment("OPENCV_FFMPEG_CAPTURE_OPTIONS", "protocol_whitelist;file", overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
