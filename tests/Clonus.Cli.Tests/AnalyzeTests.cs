using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Reports;

namespace Clonus.Cli.Tests;

/// <summary>From a sample clip to the files and the answer.</summary>
public sealed class AnalyzeTests
{
    [Theory]
    [InlineData("sustained.mp4", "detected", true, null)]
    [InlineData("unsustained.mp4", "detected", false, 3)]
    [InlineData("borderline.mp4", "detected", false, 5)]
    [InlineData("none.mp4", "not_detected", false, 0)]
    [InlineData("rotated.mp4", "detected", null, null)]
    [InlineData("vfr.mp4", "detected", null, null)]
    public async Task Every_sample_gets_its_true_count_and_status_without_an_option(string clip, string status, bool? sustained, int? beats)
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", SampleClips.Path(clip), "-o", folder["out"], "--format", "json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var truth = JsonNode.Parse(await File.ReadAllTextAsync(SampleClips.Path(Path.ChangeExtension(clip, ".truth.json")), TestContext.Current.CancellationToken))!;
        var sides = JsonNode.Parse(run.Output)!["sides"]!.AsObject().Select(s => s.Value).OfType<JsonObject>();
        var clonus = Assert.Single(sides)["clonus"]!;
        Assert.Equal(status, (string?)clonus["status"]);
        Assert.Equal((int?)truth["longest_episode_beats"], (int?)clonus["longest_episode_beats"]);
        Assert.Equal(beats ?? (int?)truth["beats_total"], (int?)clonus["beats_total"]);
        Assert.Equal(sustained ?? (bool?)truth["sustained"], (bool?)clonus["sustained"]);
        Assert.Equal(beats == 5, (bool)clonus["borderline"]!);
    }

    // Nobody walks there.
    private static IEnumerable<string> OfAStretch => ResultFolder.FileNames.Except([WalkTables.Events, WalkTables.Strides, WalkTables.Patterns]);

    [Fact]
    public async Task A_result_folder_holds_all_files_and_they_agree_with_their_schemas()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", SampleClips.Path("unsustained.mp4"), "-o", folder["out"], "--plot", "--overlay", "--also", "trc,c3d,deeplabcut,mot,srt");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(OfAStretch.Order(StringComparer.Ordinal), Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var name in new[] { "result", "provenance" })
        {
            var json = await File.ReadAllTextAsync(Path.Combine(folder["out"], name + ".json"), TestContext.Current.CancellationToken);
            Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(Schemas.Find(name)!), JsonNode.Parse(json)));
        }

        var result = await File.ReadAllTextAsync(Path.Combine(folder["out"], "result.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(folder.Path, result, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, result, StringComparison.Ordinal);
        Assert.Equal(["out"], folder.Names());
    }

    [Fact]
    public async Task Equal_runs_give_equal_bytes()
    {
        using var folder = new Folder();
        foreach (var name in new[] { "first", "second" })
            Assert.Equal(0, (await CliRun.Of("analyze", SampleClips.Path("unsustained.mp4"), "-o", folder[name], "--plot", "--overlay", "--also", "trc,c3d,deeplabcut,mot,srt")).ExitCode);

        foreach (var file in OfAStretch.Where(f => f != "provenance.json"))
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(folder["first"], file), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(Path.Combine(folder["second"], file), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Json_on_stdout_is_result_json_itself()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", SampleClips.Path("none.mp4"), "-o", folder["out"], "--format", "json");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder["out"], "result.json"), TestContext.Current.CancellationToken), run.Output);
    }

    [Fact]
    public async Task Several_inputs_of_one_stem_have_a_folder_each_and_json_is_an_array()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["elsewhere"]);
        File.Copy(SampleClips.Path("unsustained.mp4"), Path.Combine(folder["elsewhere"], "none.mp4"));

        var run = await CliRun.Of(
            "analyze", SampleClips.Path("none.mp4"), Path.Combine(folder["elsewhere"], "none.mp4"), "-o", folder["out"], "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["none", "none-2"], JsonNode.Parse(run.Output)!.AsArray().Select(r => (string?)r!["clip"]!["id"]));
        Assert.Equal(["none", "none-2"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sustained_clonus_fails_the_run_when_that_was_asked_for()
    {
        using var folder = new Folder();

        Assert.Equal(7, (await CliRun.Of("analyze", SampleClips.Path("sustained.mp4"), "-o", folder["a"], "--fail-on", "sustained")).ExitCode);
        Assert.Equal(0, (await CliRun.Of("analyze", SampleClips.Path("unsustained.mp4"), "-o", folder["b"], "--fail-on", "sustained")).ExitCode);
    }

    [Fact]
    public async Task Quiet_says_nothing_and_a_format_that_was_asked_for_is_still_printed()
    {
        using var folder = new Folder();

        var silent = await CliRun.Of("analyze", SampleClips.Path("none.mp4"), "-o", folder["a"], "--quiet");
        var csv = await CliRun.Of("analyze", SampleClips.Path("none.mp4"), "-o", folder["b"], "--quiet", "--format", "csv");

        Assert.Equal("", silent.Output + silent.Error);
        Assert.StartsWith("id,side,", csv.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_without_markers_is_exit_code_4_with_a_result_that_says_why()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        await Tool.Run(folder, "ffmpeg -v error -f lavfi -i color=gray:s=320x240:r=30:d=2 -pix_fmt yuv420p blank.mp4");

        var run = await CliRun.Of("analyze", folder["blank.mp4"], "-o", folder["out"]);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("cannot be assessed", run.Output, StringComparison.Ordinal);
        var result = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder["out"], "result.json"), TestContext.Current.CancellationToken))!;
        Assert.Contains(result["issues"]!.AsArray(), issue => (string?)issue!["severity"] == "error");
    }

    [Fact]
    public async Task Track_writes_the_tracks_alone_and_spares_an_analysis()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("track", SampleClips.Path("none.mp4"), "-o", folder["tracks"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["provenance.json", "tracks.csv"], Directory.GetFiles(folder["tracks"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("% of the frames", run.Output, StringComparison.Ordinal);

        await CliRun.Of("analyze", SampleClips.Path("none.mp4"), "-o", folder["analysis"]);
        Assert.Equal(2, (await CliRun.Of("track", SampleClips.Path("none.mp4"), "-o", folder["analysis"])).ExitCode);
    }

    [Fact]
    public async Task An_interrupt_leaves_nothing_half_written()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        await Tool.Run(folder, "ffmpeg -v error -f lavfi -i testsrc2=s=1920x1080:r=30:d=30 -preset ultrafast -pix_fmt yuv420p long.mp4");
        var before = folder.Names();

        using var process = Tool.Start(folder, Tool.Interruptible + "scripts/clonus analyze long.mp4 -o out");
        while (folder.Names().Length == before.Length && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Tool.Interrupt(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, folder.Names());
    }
}
