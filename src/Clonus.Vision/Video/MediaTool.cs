using System.ComponentModel;
using System.Diagnostics;
using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>FFmpeg's programs, run quietly.</summary>
internal static class MediaTool
{
    public const string Install = "install the package ffmpeg (apt-get install ffmpeg), or run 'clonus doctor' to see all that is missing";

    /// <summary>Starts ffmpeg or ffprobe with its output to be read; it says nothing by itself and reads no keyboard.</summary>
    /// <exception cref="InputException">The program is not installed.</exception>
    public static Process Start(string tool, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, ["-v", "quiet", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new InputException(InputFault.Unreadable, $"{tool} was not found, which reads the times of a video: {Install}", e);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>All that it wrote.</returns>
    /// <exception cref="InputException">The program is not installed.</exception>
    public static string Output(string tool, params IEnumerable<string> arguments)
    {
        using var process = Start(tool, arguments);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
