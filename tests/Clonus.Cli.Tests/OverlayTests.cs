namespace Clonus.Cli.Tests;

public sealed class OverlayTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("analyze", "")]
    [InlineData("track", "--blur-outside")]
    public async Task An_overlay_stands_beside_the_other_files(string command, string option)
    {
        string[] options = option.Length > 0 ? [option] : [];

        var run = await CliRun.Of([command, SampleClips.Path("unsustained.mp4"), "--time-range", "1:1.5", "--overlay", "-o", _folder["out"], .. options]);

        Assert.Equal("", run.Error);
        Assert.True(new FileInfo(Path.Combine(_folder["out"], "overlay.mp4")).Length > 10_000);
    }

    [Fact]
    public async Task A_protocol_may_ask_for_blur_for_good()
    {
        var protocol = _folder.Write("clinic.yaml", "schema: clonus.protocol/1\nblur_outside: true\n");

        var config = await CliRun.Of("analyze", "--protocol", protocol, "--print-config");
        await Tool.Run(_folder, "ffmpeg -v error -f lavfi -i nullsrc=size=320x240:duration=0.2,geq=lum='random(1)*255':cb=128:cr=128 grain.mp4");
        var sharp = await CliRun.Of("detect", _folder["grain.mp4"], "-o", _folder["sharp"]);
        var blurred = await CliRun.Of("detect", _folder["grain.mp4"], "--protocol", protocol, "-o", _folder["blurred"]);

        Assert.Contains("blur_outside: true", config.Output, StringComparison.Ordinal);
        Assert.Equal((4, 4), (sharp.ExitCode, blurred.ExitCode));

        // Without a marker all is blurred, and the picture holds little.
        Assert.True(PreviewBytes("blurred") < PreviewBytes("sharp") / 2);
    }

    [Fact]
    public async Task An_ffmpeg_without_H264_is_told_before_the_work()
    {
        Tool.Install(_folder);
        Directory.CreateDirectory(_folder["bin"]);
        _folder.Program("bin/ffmpeg", "echo 'Codec AVCodec is not recognized'");

        var run = await Tool.Run(_folder, "PATH=\"$PWD/bin:$PATH\" scripts/clonus analyze samples/clips/sustained.mp4 --overlay");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--overlay needs an ffmpeg with the encoder libx264", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["bin", "samples", "scripts"], _folder.Names());
    }

    [Fact]
    public async Task Interrupted_while_drawing_it_leaves_nothing()
    {
        Tool.Install(_folder);

        // Behind all else on a busy machine, so that it still draws when the interrupt comes.
        using var process = Tool.Start(_folder, Tool.Interruptible + "nice -n 19 scripts/clonus analyze samples/clips/sustained.mp4 --overlay -o out");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (Directory.GetFiles(_folder.Path, "overlay.mp4", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Length == 0)
        {
            Assert.False(process.HasExited);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Tool.Interrupt(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("clonus: interrupted; nothing half-written is left\n", await error);
        Assert.Equal(["samples", "scripts"], _folder.Names());
    }

    private long PreviewBytes(string folder) => new FileInfo(Path.Combine(_folder[folder], "grain.preview.png")).Length;
}
