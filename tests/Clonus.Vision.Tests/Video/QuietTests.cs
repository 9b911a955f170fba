using System.Runtime.InteropServices;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>Decoders keep their complaints to themselves, and what is missing on the machine is named with its mend.</summary>
public sealed partial class QuietTests
{
    [Fact]
    public void The_decoders_are_silenced_before_they_are_loaded()
    {
        _ = new VideoSettings();

        Assert.Equal("SILENT", Marshal.PtrToStringUTF8(NativeVariable("OPENCV_LOG_LEVEL")));
        Assert.Equal("-8", Marshal.PtrToStringUTF8(NativeVariable("OPENCV_FFMPEG_LOGLEVEL")));
    }

    [Fact]
    public void This_machine_has_what_reading_and_writing_needs()
    {
        var support = VideoSupport.Find();

        Assert.Matches(@"^\d+\.\d+", support.OpenCvVersion!);
        Assert.Matches(@"^\S*\d", support.FfmpegVersion!);
        Assert.All(support.Parts, part => Assert.True(part.IsThere && part.Mend is null, part.Name));
        Assert.Contains(support.Parts, part => part.Name == "decoder hevc");
        Assert.Contains(support.Parts, part => part.Name == "encoder libx264");
    }

    [Fact]
    public void A_missing_program_is_named_with_its_package()
    {
        var error = Assert.Throws<Motion.InputException>(() => MediaTool.Start("ffprobe-that-is-not-installed"));

        Assert.Contains("install the package ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.Contains("clonus doctor", error.Message, StringComparison.Ordinal);
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NativeVariable(string name);
}
