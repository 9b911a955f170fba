using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests;

/// <summary>However a scene is stored, its beats are the same.</summary>
public sealed class StorageTests
{
    private const double ToleranceSeconds = 0.010;

    [Theory]
    [InlineData("-c copy", "scene.mkv")]
    [InlineData("-c copy", "scene.mov")]
    [InlineData("-c copy", "scene.ts")]
    [InlineData("-c:v mpeg4 -q:v 2", "scene.avi")]
    [InlineData("-c:v mjpeg -q:v 2 -pix_fmt yuvj420p", "scene.mov")]
    [InlineData("-c:v libvpx-vp9 -crf 20 -b:v 0 -deadline realtime -cpu-used 8", "scene.webm")]
    [InlineData("-vf transpose=cclock -crf 14 -metadata:s:v rotate=270", "turned.mp4")]
    [InlineData("-vf transpose=clock -crf 14 -metadata:s:v rotate=90", "turned.mp4")]
    [InlineData("-vf hflip,vflip -crf 14 -metadata:s:v rotate=180", "turned.mp4")]
    [InlineData("-vf select='not(eq(mod(n\\,7)\\,3))' -vsync vfr -crf 14", "uneven.mp4")]
    [InlineData("-output_ts_offset 12.5 -c copy", "late.mkv")]
    public async Task Beats_do_not_depend_on_how_a_scene_is_stored(string how, string name)
    {
        using var folder = new Folder();
        Tool.Install(folder);
        var made = await Tool.Run(folder, $"ffmpeg -v error -noautorotate -i samples/clips/unsustained.mp4 {how} {name}");
        Assert.Equal("", made.Error);

        var original = await Clonus(SampleClips.Path("unsustained.mp4"), folder["a"]);
        var stored = await Clonus(folder[name], folder["b"]);

        Assert.Equal((string?)original["status"], (string?)stored["status"]);
        var expected = Times(original);
        var times = Times(stored);
        Assert.Equal(expected.Length, times.Length);
        Assert.All(expected.Zip(times), pair => Assert.InRange(pair.Second - pair.First, -ToleranceSeconds, ToleranceSeconds));
    }

    private static async Task<JsonNode> Clonus(string path, string output)
    {
        var run = await CliRun.Of("analyze", path, "-o", output, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        return JsonNode.Parse(run.Output)!["sides"]!.AsObject().Select(s => s.Value).OfType<JsonObject>().Single()["clonus"]!;
    }

    private static double[] Times(JsonNode clonus) => [.. clonus["beats"]!.AsArray().Select(b => (double)b!["time_s"]!)];
}
