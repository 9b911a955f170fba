using System.Diagnostics;
using System.Globalization;

namespace Clonus.Synthesis.Tests.Encoding;

/// <summary>What the programs ffprobe and ffmpeg say of a file.</summary>
internal static class Ffmpeg
{
    public static double[] FrameTimes(string path) =>
        [.. Lines(Probe(path, "-show_entries", "frame=pts_time")).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture))];

    public static string Entry(string path, string entry) => Lines(Probe(path, "-select_streams", "v:0", "-show_entries", entry))[0].TrimEnd(',');

    /// <summary>One frame as ffmpeg shows it, upright: red, green and blue, row after row.</summary>
    public static byte[] Picture(string path, int frame) =>
        Run("ffmpeg", "-v", "error", "-i", path, "-vf", $"select=eq(n\\,{frame}),scale=sws_flags=bicubic+accurate_rnd+full_chroma_int", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-");

    private static string Probe(string path, params string[] what) => System.Text.Encoding.UTF8.GetString(Run("ffprobe", ["-v", "error", .. what, "-of", "csv=p=0", path]));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static byte[] Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
