namespace Clonus.Cli.Tests;

public sealed class DetectTests
{
    [Fact]
    public async Task What_it_writes_can_be_analysed_with_and_gives_the_same_beats()
    {
        using var folder = new Folder();

        var detect = await CliRun.Of("detect", SampleClips.Path("unsustained.mp4"), "-o", folder.Path);
        var analyze = await CliRun.Of(
            "analyze", SampleClips.Path("unsustained.mp4"), "--protocol", folder["unsustained.protocol.yaml"], "-o", folder["out"], "--format", "csv");

        Assert.Equal(0, detect.ExitCode);
        Assert.Contains(".ankle ", detect.Output, StringComparison.Ordinal);
        Assert.Equal(["out", "unsustained.preview.png", "unsustained.protocol.yaml"], folder.Names());
        Assert.Contains(",detected,3,3,", analyze.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_is_a_png()
    {
        using var folder = new Folder();

        await CliRun.Of("detect", SampleClips.Path("none.mp4"), "-o", folder["new"]);

        var png = await File.ReadAllBytesAsync(Path.Combine(folder["new"], "none.preview.png"), TestContext.Current.CancellationToken);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
    }

    [Fact]
    public async Task A_protocol_that_was_worked_on_stays()
    {
        using var folder = new Folder();
        await CliRun.Of("detect", SampleClips.Path("none.mp4"), "-o", folder.Path);
        Assert.Equal(0, (await CliRun.Of("detect", SampleClips.Path("none.mp4"), "-o", folder.Path)).ExitCode);
        folder.Write("none.protocol.yaml", "mine");

        var run = await CliRun.Of("detect", SampleClips.Path("none.mp4"), "-o", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("stays untouched", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder["none.protocol.yaml"], TestContext.Current.CancellationToken));
        Assert.Equal(["none.preview.png", "none.protocol.yaml"], folder.Names());
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_refused_before_the_clip_is_read()
    {
        using var folder = new Folder();
        folder.Write("mine.yaml", "mine");

        var run = await CliRun.Of("detect", SampleClips.Path("none.mp4"), "-o", folder["mine.yaml"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("mine.yaml is a file: results need a folder, give another folder with -o", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["mine.yaml"], folder.Names());
    }
}
