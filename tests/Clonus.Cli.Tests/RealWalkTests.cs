using System.Globalization;
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

    // The laboratory's model knows joint centres and a foot's own axes, and so do we not: beside a constant, the angles are the same within few degrees.
    [Theory]
    [InlineData("btk-pig-events.c3d", "LAnkleAnglesV", "left")]
    [InlineData("walk-events-MH0222_BP06.c3d", "RAnkleAngles", "right")]
    [InlineData("walk-events-bfnd_w1.c3d", "LAnkleAngles", "left")]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d", "LAnkleAngles", "left")]
    [InlineData("walk-events-cgm24-01.c3d", "RAnkleAngles", "right")]
    [InlineData("walk-events-overground.c3d", "LAnkleAngles", "left")]
    public async Task The_ankles_angle_is_that_of_the_laboratorys_own_model(string file, string label, string side)
    {
        var path = Path.GetFullPath(Repository.Path("..", "shared", "data", "mocap", file));
        Assert.SkipUnless(File.Exists(path), $"../shared/data/mocap/{file} is not here");
        using var folder = new Folder();
        Assert.Equal(0, (await CliRun.Of("analyze", path, "-o", folder["out"], "--quiet")).ExitCode);
        var recording = Formats.TrajectoryFile.Recognise(path)!.Read();
        var model = recording.Points.Single(p => p.Label == label);
        var ours = (await File.ReadAllLinesAsync(folder["out/signal.csv"], TestContext.Current.CancellationToken)).Select(line => line.Split(',')).Where(c => c[0] == side && c[2].Length > 0)
            .ToDictionary(c => Math.Round(double.Parse(c[1], CultureInfo.InvariantCulture), 3), c => double.Parse(c[2], CultureInfo.InvariantCulture));

        var pairs = Enumerable.Range(0, recording.FrameCount)
            .Select(frame => (Model: model.At(frame)?.X, Time: Math.Round(recording.TimesSeconds!.Value[frame] - recording.TimesSeconds.Value[0], 3)))
            .Where(p => p.Model is not null && ours.ContainsKey(p.Time))
            .Select(p => ours[p.Time] - p.Model!.Value).ToArray();

        Assert.InRange(pairs.Length, 100, recording.FrameCount);
        Assert.InRange(Math.Sqrt(pairs.Average(d => Math.Pow(d - pairs.Average(), 2))), 0, 3);
        Assert.InRange(Math.Abs(pairs.Average()), 0, 6);
    }
}
