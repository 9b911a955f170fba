using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests;

/// <summary>Recordings that others made, with the truth of ../shared/data/README.md. Without that folder these tests skip.</summary>
public sealed class RealRecordingTests
{
    [Theory]
    [InlineData("fork-3.20hz.mp4", "293,93", 110, 3.20)]
    [InlineData("fork-toy-6.40hz.mp4", "531,154", 221, 6.40)]
    public async Task A_tuning_forks_cycles_are_counted(string file, string at, int cycles, double hertz)
    {
        var clonus = await Analyze(file, "--site", "point", "--marker", "point=at:" + at);

        Assert.Equal("rhythmic_only", (string?)clonus["status"]);
        Assert.Null(clonus["sustained"]);
        Assert.InRange((int)clonus["beats_total"]!, cycles - 1, cycles + 1);
        Assert.InRange((double)clonus["episodes"]![0]!["frequency_hz"]!, hertz - 0.02, hertz + 0.02);
    }

    [Theory]
    [InlineData("fork-toy-12.80hz.mp4", "576,154")]
    [InlineData("fork-toy-1.60hz.mp4", "514,140")]
    public async Task A_tuning_fork_outside_the_band_has_no_beats(string file, string at)
    {
        var clonus = await Analyze(file, "--site", "point", "--marker", "point=at:" + at);

        Assert.Equal("not_detected", (string?)clonus["status"]);
        Assert.Equal(0, (int)clonus["beats_total"]!);
    }

    [Theory]
    [InlineData("portrait-vp9.mp4")]
    [InlineData("walk-side-view.mp4")]
    public async Task A_person_without_markers_is_never_called_clonus(string file)
    {
        var clonus = await Analyze(file);

        Assert.Equal("not_assessable", (string?)clonus["status"]);
        Assert.Null(clonus["beats_total"]);
    }

    private static async Task<JsonNode> Analyze(string file, params string[] options)
    {
        var path = Path.GetFullPath(Repository.Path("..", "shared", "data", "video", file));
        Assert.SkipUnless(File.Exists(path), $"../shared/data/video/{file} is not here");
        using var folder = new Folder();

        var run = await CliRun.Of(["analyze", path, "-o", folder["out"], "--format", "json", .. options]);

        Assert.Empty(run.Error);
        return JsonNode.Parse(run.Output)!["sides"]!["unknown"]!["clonus"]!;
    }
}
