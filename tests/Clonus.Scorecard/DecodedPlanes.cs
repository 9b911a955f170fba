using System.Diagnostics;

namespace Clonus.Scorecard;

/// <summary>The frames of a clip as the codec gives them: luma and half-resolution chroma in 8 bits, one after another in a frame (I420).</summary>
internal static class DecodedPlanes
{
    /// <exception cref="InvalidOperationException">ffmpeg failed.</exception>
    public static List<byte[]> Read(string path, int width, int height)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = ["-v", "error", "-nostdin", "-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var ffmpeg = Process.Start(start)!;
        var frames = new List<byte[]>();
        while (true)
        {
            var frame = new byte[width * height * 3 / 2];
            if (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) < frame.Length)
            {
                break;
            }

            frames.Add(frame);
        }

        ffmpeg.WaitForExit();
        return ffmpeg.ExitCode == 0 ? frames : throw new InvalidOperationException($"ffmpeg could not decode {Path.GetFileName(path)}");
    }
}
