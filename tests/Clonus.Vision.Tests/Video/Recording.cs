using System.Diagnostics;
using System.Globalization;

namespace Clonus.Vision.Tests.Video;

/// <summary>A folder of tiny clips made by ffmpeg, gone with the test.</summary>
internal sealed class Recording : IDisposable
{
    public static readonly string[] H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12", "-pix_fmt", "yuv420p"];

    private readonly string _folder = Directory.CreateTempSubdirectory("clonus-video-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A 64 x 48 picture whose luma counts the frames, twenty levels round from 40 in steps of 9, encoded.</summary>
    public string Count(string name, int fps, double seconds, params string[] encoding) => Make(name,
    [
        "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture,
            $"color=black:size=64x48:rate={fps}:duration={seconds},format=yuv420p,geq=lum='40+9*mod(N,20)':cb=128:cr=128"),
        .. encoding,
    ]);

    /// <summary>ffmpeg's moving test picture, encoded.</summary>
    public string Picture(string name, string size, double seconds, params string[] encoding) =>
        Make(name, ["-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"testsrc2=size={size}:rate=30:duration={seconds}"), .. encoding]);

    public string Make(string name, params string[] arguments)
    {
        var path = Path(name);
        Run("ffmpeg", ["-v", "error", "-y", "-nostdin", .. arguments, "file:" + path]);
        return path;
    }

    public static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} {string.Join(' ', arguments)}: {errors.Result}");
        return text;
    }
}
