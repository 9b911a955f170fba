using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests;

/// <summary>Healthy people who walk in laboratories, of ../shared/data/README.md. Without that folder these tests skip.</summary>
public sealed class RealWalkTests
{
    [Theory]
    [InlineData("bmc-walk1.trc")]
    [InlineData("btk-pig-events.c3d")]
    [InlineData("markers_walk.trc")]
    [InlineData("subject01_walk1.trc")]
    [InlineData("walk_free_01.trc")]
    [InlineData("walk-events-MH0222_BP06.c3d")]
    [InlineData("walk-events-bfnd_w1.c3d")]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d")]
    [InlineData("walk-events-cgm24-01.c3d")]
    [InlineData("walk-events-overground.c3d")]
    [InlineData("walk-hybrid-2.c3d")]
    public async Task A_healthy_walk_is_named_by_its_labels_and_never_called_clonus(string file)
    {
        var path = Path.GetFullPath(Repository.Path("..", "shared", "data", "mocap", file));
        Assert.SkipUnless(File.Exists(path), $"../shared/data/mocap/{file} is not here");
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", path, "-o", folder["out"], "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal("tracks", (string?)result["clip"]!["kind"]);
        foreach (var side in new[] { "left", "right" })
        {
            Assert.Equal("not_detected", (string?)result["sides"]![side]!["clonus"]!["status"]);
            Assert.Equal(0, (int)result["sides"]![side]!["clonus"]!["beats_total"]!);
        }

        Assert.Contains(result["issues"]!.AsArray(), issue => (string?)issue!["code"] == "steps_seen");
    }
}
