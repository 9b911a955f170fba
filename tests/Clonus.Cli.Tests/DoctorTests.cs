using Clonus.Cli.Commands;
using Clonus.Vision.Video;

namespace Clonus.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public void What_is_missing_is_named_with_its_mend()
    {
        using var output = new StringWriter();
        var support = new VideoSupport("4.6.0", null, [new VideoPart("OpenCV", true, null), new VideoPart("ffmpeg", false, "apt-get install ffmpeg")]);

        Assert.Equal(ExitCode.Unexpected, DoctorCommand.Write(output, support));
        Assert.Contains("OpenCV 4.6.0, FFmpeg missing\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  missing  ffmpeg: apt-get install ffmpeg\n", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("1 missing.\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_tests_run_all_is_there()
    {
        var run = await CliRun.Of("doctor");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("All is there.\n", run.Output, StringComparison.Ordinal);
    }
}
