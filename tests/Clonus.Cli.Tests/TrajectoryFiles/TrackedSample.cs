using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>samples/clips/sustained.mp4, tracked and analysed once for all tests, with every file that other programs read.</summary>
internal static class TrackedSample
{
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Files = new(Analyze);

    public static string Video => SampleClips.Path("sustained.mp4");

    /// <summary>A file of the result, under its own name or another.</summary>
    public static async Task<string> Put(Folder folder, string file, string? name = null)
    {
        var path = folder[name ?? file];
        await File.WriteAllBytesAsync(path, (await Files.Value)[file], TestContext.Current.CancellationToken);
        return path;
    }

    public static async Task<JsonNode> Result() => JsonNode.Parse((await Files.Value)["result.json"])!;

    private static async Task<Dictionary<string, byte[]>> Analyze()
    {
        using var folder = new Folder();
        var run = await CliRun.Of("analyze", Video, "-o", folder["out"], "--also", "trc,c3d,deeplabcut,srt,mot", "--quiet");
        Assert.Equal(0, run.ExitCode);
        return Directory.GetFiles(folder["out"]).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
    }
}
