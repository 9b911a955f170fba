using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Clonus.Motion;
using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Encoding;

/// <summary>A picture file, or a video's first frame, in place of a drawn room: read by ffmpeg, which knows every format.</summary>
internal static class BackgroundPicture
{
    /// <param name="box">To be filled: the picture is scaled until it covers it, and what is over is cut off.</param>
    /// <exception cref="InputException">No such file, not a picture, or ffmpeg is missing.</exception>
    public static Picture Read(string path, PixelBox box)
    {
        if (!File.Exists(path))
        {
            throw new InputException(InputFault.Unreadable, $"--background {path}: no such file");
        }

        var picture = new Picture(box);
        var bytes = Decode(path, box);
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = new Vector3(Light.Linear(bytes[3 * i]), Light.Linear(bytes[(3 * i) + 1]), Light.Linear(bytes[(3 * i) + 2]));
        }

        return picture;
    }

    private static byte[] Decode(string path, PixelBox box)
    {
        var cover = string.Create(
            CultureInfo.InvariantCulture,
            $"scale={box.Width}:{box.Height}:force_original_aspect_ratio=increase:flags=bicubic+accurate_rnd+bitexact,crop={box.Width}:{box.Height}");
        var start = new ProcessStartInfo("ffmpeg", ["-v", "quiet", "-i", Path.GetFullPath(path), "-frames:v", "1", "-vf", cover, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            using var ffmpeg = Process.Start(start)!;
            var bytes = new byte[3 * box.Width * box.Height];
            var read = ffmpeg.StandardOutput.BaseStream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            ffmpeg.StandardOutput.Close();
            ffmpeg.WaitForExit();
            return read == bytes.Length ? bytes : throw new InputException(InputFault.Unreadable, $"--background {path}: not a picture that ffmpeg can read");
        }
        catch (Win32Exception e)
        {
            throw new InputException(InputFault.Settings, "the program ffmpeg is needed to read a picture and is not installed: apt-get install ffmpeg", e);
        }
    }
}
