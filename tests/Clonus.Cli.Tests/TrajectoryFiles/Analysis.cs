using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>What an analysis wrote and said.</summary>
internal sealed record Analysis(CliRun Run, JsonNode Result)
{
    public JsonNode Clip => Result["clip"]!;

    /// <summary>Of the one side that there is.</summary>
    public JsonNode Clonus => ClonusOf(Result);

    public IEnumerable<string> Issues => Result["issues"]!.AsArray().Select(issue => (string)issue!["code"]!);

    public double[] BeatTimes => [.. Clonus["beats"]!.AsArray().Select(beat => (double)beat!["time_s"]!)];

    public string MarkerSpec(string name) => (string)Result["markers"]!.AsArray().Single(marker => (string?)marker!["name"] == name)!["spec"]!;

    public static JsonNode ClonusOf(JsonNode result) => Assert.Single(result["sides"]!.AsObject().Select(s => s.Value).OfType<JsonObject>())["clonus"]!;

    /// <summary>Into the folder "out".</summary>
    public static async Task<Analysis> Of(Folder folder, string input, params string[] options)
    {
        var run = await CliRun.Of(["analyze", input, "-o", folder["out"], .. options]);
        Assert.Equal("", run.Error);
        Assert.True(run.ExitCode is 0 or 4);
        return new Analysis(run, JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder["out"], "result.json"), TestContext.Current.CancellationToken))!);
    }

    /// <summary>The one line of a wrong setting, with nothing written.</summary>
    public static async Task<string> Refused(Folder folder, string input, params string[] options)
    {
        var before = folder.Names();
        var run = await CliRun.Of(["analyze", input, "-o", folder["out"], .. options]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(before, folder.Names());
        return run.ErrorLine;
    }
}
