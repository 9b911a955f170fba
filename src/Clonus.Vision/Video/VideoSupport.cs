using System.Collections.Immutable;
using Clonus.Motion;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>One thing that reading or writing videos needs.</summary>
/// <param name="Mend">The command that brings it; null when it is there.</param>
public sealed record VideoPart(string Name, bool IsThere, string? Mend);

/// <summary>What this machine can read and write.</summary>
/// <param name="OpenCvVersion">Null when OpenCV cannot be loaded.</param>
/// <param name="FfmpegVersion">Null when ffmpeg is not installed.</param>
public sealed record VideoSupport(string? OpenCvVersion, string? FfmpegVersion, ImmutableArray<VideoPart> Parts)
{
    private const string InstallFfmpeg = "apt-get install ffmpeg";
    private const string InstallOpenCv = "scripts/clonus doctor (it installs OpenCV's packages and builds)";

    private static readonly string[] Decoders = ["h264", "hevc", "mpeg4", "mjpeg", "vp9"];
    private static readonly string[] Encoders = ["libx264", "libvpx-vp9", "mpeg4", "mjpeg"];

    /// <summary>The two versions alone, as <see cref="Find"/> gives them, at the cost of one short call of ffmpeg.</summary>
    public static (string? OpenCv, string? Ffmpeg) FindVersions() =>
        (OpenCv(), Output("ffmpeg", "-version")?.Split(' ') is ["ffmpeg", "version", var version, ..] ? version : null);

    /// <summary>Looks; never fails.</summary>
    public static VideoSupport Find()
    {
        var (openCv, ffmpeg) = FindVersions();
        var decoders = CodecNames(Output("ffmpeg", "-decoders"));
        var encoders = CodecNames(Output("ffmpeg", "-encoders"));
        return new VideoSupport(openCv, ffmpeg,
        [
            Part("OpenCV", openCv is not null, InstallOpenCv),
            Part("ffmpeg", ffmpeg is not null, InstallFfmpeg),
            Part("ffprobe", Output("ffprobe", "-version") is not null, InstallFfmpeg),
            .. Decoders.Select(name => Part($"decoder {name}", decoders.Contains(name), InstallFfmpeg)),
            .. Encoders.Select(name => Part($"encoder {name}", encoders.Contains(name), InstallFfmpeg)),
        ]);
    }

    private static string? OpenCv()
    {
        try
        {
            return Cv2.GetVersionString();
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static string? Output(string tool, string argument)
    {
        try
        {
            return MediaTool.Output(tool, "-hide_banner", argument);
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>From lines such as " VFS..D h264   H.264 / AVC".</summary>
    private static HashSet<string> CodecNames(string? list) =>
        [.. (list ?? "").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 1).Select(words => words[1])];

    private static VideoPart Part(string name, bool isThere, string mend) => new(name, isThere, isThere ? null : mend);
}
