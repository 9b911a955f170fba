using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Reports;

namespace Clonus.Cli.Tests.Batch;

/// <summary>The command as its users run it, with worker processes of the built tool.</summary>
public sealed class BatchTests
{
    private static string Tracks => ClipListTests.Tracks;

    [Fact]
    public async Task Each_clip_gets_the_result_that_analyze_gives_whatever_its_neighbours_are()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: true);

        // Numbers that six decimals do not hold.
        string[] settings = ["--scale", "411.7px:380.3", "--band", "2.7:9.3"];

        var run = await CliRun.Of(["batch", folder["in"], "-o", folder["out"], "--jobs", "2", .. settings]);
        await CliRun.Of(["analyze", folder["in/film one.mp4"], "-o", folder["alone"], .. settings]);

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("9 clips: 3 assessed (2 with sustained clonus), 6 failed. Files: " + folder["out"] + "\n", run.Output);
        AssertSame(folder["alone"], Path.Combine(folder["out"], "film one"));
        Assert.Equal(
            ["audio,unreadable,opening", "cut,unreadable,opening", "empty,unreadable,opening", "folder,unreadable,opening", "pipe,unreadable,opening", "text,unreadable,opening"],
            File.ReadAllLines(Path.Combine(folder["out"], "failures.csv")).Skip(1).Select(l => l.Split(',')).Select(c => $"{c[0]},{c[2]},{c[3]}"));
        Assert.Equal(6, run.Error.Split('\n').Count(l => l.StartsWith("clonus: error: ", StringComparison.Ordinal)));
        Assert.Equal(["film one", "tracks", "tracks-2"], File.ReadAllLines(Path.Combine(folder["out"], "summary.csv")).Skip(1).Select(l => l.Split(',')[0]));
    }

    [Fact]
    public async Task Its_records_are_as_their_schemas_say()
    {
        using var folder = new Folder();
        await CliRun.Of("batch", Tracks, folder["gone.mp4"], "-o", folder["out"], "--shard", "1/2");

        foreach (var (file, schema) in new[] { ("batch.json", "batch"), ("provenance.json", "batch-provenance") })
            Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(Schemas.Find(schema)!)!, JsonNode.Parse(File.ReadAllText(Path.Combine(folder["out"], file)))));
    }

    [Fact]
    public async Task Nobodys_file_is_written_over()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["a.trc"]);
        folder.Write("key", new string('k', 20));
        string[] batch = ["batch", folder["a.trc"], "-o", folder["out"]];

        foreach (var run in new[]
        {
            await CliRun.Of([.. batch, "--events", folder["a.trc"]]),
            await CliRun.Of([.. batch, "--anonymize", "--key-file", folder["key"], "--mapping", folder["key"]]),
        })
        {
            Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains("stays untouched", StringComparison.Ordinal)));
        }

        Assert.Equal(File.ReadAllBytes(Tracks), File.ReadAllBytes(folder["a.trc"]));
        Assert.Equal(["a.trc", "key"], folder.Names());
    }

    [Fact]
    public async Task A_clip_that_takes_too_long_or_too_much_is_ended_and_named()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: false);

        var slow = await CliRun.Of("batch", folder["in"], "-o", folder["slow"], "--time-limit", "0.05", "--jobs", "1");
        var large = await CliRun.Of("batch", folder["in"], "-o", folder["large"], "--memory-limit", "20");

        Assert.Equal((3, 3), (slow.ExitCode, large.ExitCode));
        Assert.Equal(["time_limit", "time_limit"], Reasons(folder["slow"]));
        Assert.Equal(["memory_limit", "memory_limit"], Reasons(folder["large"]));
        Assert.Contains("took longer than 0.05 s and was ended; --time-limit allows more", slow.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder["slow"]));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("batch", Tracks, "x/sustained.mp4", "-o", folder["out"], "--dry-run", "--shard", "2/2");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"id,file,folder\nsustained-2,x/sustained.mp4,{folder["out/sustained-2"]}\n", run.Output);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public async Task Programs_can_follow_it_line_by_line()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("batch", Tracks, folder["gone.mp4"], "-o", folder["out"], "--events", "-", "--jobs", "1");

        var events = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["batch_started", "clip_started", "clip_done", "clip_started", "clip_failed", "batch_ended"], events.Select(e => (string)e["event"]!));
        Assert.Contains("2 clips: 1 assessed", run.Error, StringComparison.Ordinal);
        Assert.Equal((2, "gone", "unreadable"), ((int)events[0]["clips"]!, (string)events[4]["id"]!, (string)events[4]["reason"]!));
    }

    [Theory]
    [InlineData("json", "\"schema\": \"clonus.batch/1\"")]
    [InlineData("csv", "id,side,frames_read")]
    public async Task The_whole_can_be_printed(string format, string expected)
    {
        using var folder = new Folder();

        var run = await CliRun.Of("batch", Tracks, "-o", folder["out"], "--format", format);

        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sustained_clonus_can_be_asked_to_fail()
    {
        using var folder = new Folder();

        Assert.Equal(7, (await CliRun.Of("batch", Tracks, "-o", folder["out"], "--fail-on", "sustained")).ExitCode);
    }

    [Theory]
    [InlineData("--jobs", "0", "--jobs cannot be '0'")]
    [InlineData("--time-limit", "x", "--time-limit cannot be 'x'")]
    [InlineData("--memory-limit", "1.5", "--memory-limit cannot be '1.5'")]
    [InlineData("--shard", "3/2", "--shard cannot be '3/2'")]
    [InlineData("--mapping", "map.csv", "belong to --anonymize")]
    [InlineData("--events", "-", "both print on stdout", "--format", "json")]
    [InlineData("--band", "9:3", "--band cannot be '9:3'")]
    public async Task A_wrong_value_is_said_before_anything_starts(string option, string value, string expected, params string[] others)
    {
        using var folder = new Folder();

        var run = await CliRun.Of(["batch", Tracks, "-o", folder["out"], option, value, .. others]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    /// <summary>Two folders hold the same bytes under the same names, provenance aside.</summary>
    internal static void AssertSame(string expected, string actual)
    {
        Assert.Equal(Files(expected), Files(actual));
        Assert.NotEmpty(Files(expected));
        foreach (var name in Files(expected))
            Assert.True(File.ReadAllBytes(Path.Combine(expected, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, name))), name);
    }

    /// <summary>in/ with a film, tracks, and where wanted what is no clip.</summary>
    internal static async Task Fill(Folder folder, bool hostile)
    {
        Directory.CreateDirectory(folder["in"]);
        File.Copy(SampleClips.Path("unsustained.mp4"), folder["in/film one.mp4"]);
        File.Copy(Tracks, folder["in/tracks.trc"]);
        if (!hostile)
            return;

        Directory.CreateDirectory(folder["in/sub"]);
        File.Copy(Tracks, folder["in/sub/tracks.trc"]);
        Directory.CreateDirectory(folder["in/folder.mp4"]);
        folder.Write("in/empty.mp4", "");
        folder.Write("in/text.mp4", string.Concat(Enumerable.Repeat("no video\n", 100_000)));
        File.WriteAllBytes(folder["in/cut.mp4"], File.ReadAllBytes(SampleClips.Path("none.mp4"))[..4000]);
        await Tool.Run(folder, "mkfifo in/pipe.mp4; ffmpeg -v error -f lavfi -i sine=440:d=1 -c:a aac in/audio.mp4");
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(f => Path.GetFileName(f) != "provenance.json").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Reasons(string folder) => File.ReadAllLines(Path.Combine(folder, "failures.csv")).Skip(1).Select(l => l.Split(',')[2]);

    internal static List<JsonNode> Events(string path) => [.. File.ReadAllLines(path).Select(l => JsonNode.Parse(l)!)];
}
