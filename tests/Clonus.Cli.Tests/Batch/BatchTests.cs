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
    public async Task The_bytes_are_the_same_for_any_number_of_jobs_and_for_shards_that_were_merged()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: true);

        await CliRun.Of("batch", folder["in"], "-o", folder["one"], "--jobs", "1");
        await CliRun.Of("batch", folder["in"], "-o", folder["three"], "--jobs", "3");
        foreach (var i in Enumerable.Range(1, 4))
            await CliRun.Of("batch", folder["in"], "-o", folder[$"shard{i}"], "--shard", $"{i}/4");
        var merged = await CliRun.Of("merge", folder["shard4"], folder["shard2"], folder["shard1"], folder["shard3"], "-o", folder["merged"]);

        Assert.Equal(5, merged.ExitCode);
        Assert.Equal("9 clips: 3 assessed (2 with sustained clonus), 6 failed. Files: " + folder["merged"] + "\n", merged.Output);
        AssertSame(folder["one"], folder["three"]);
        AssertSame(folder["one"], folder["merged"]);
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
    public async Task A_merge_names_what_is_missing()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: false);
        await CliRun.Of("batch", folder["in"], "-o", folder["first"], "--shard", "1/2");
        await CliRun.Of("batch", folder["in"], "-o", folder["second"], "--shard", "2/2");
        Directory.Delete(Path.Combine(folder["second"], "tracks"), recursive: true);
        await CliRun.Of("merge", folder["second"], "-o", folder["second"]);

        var half = await CliRun.Of("merge", folder["first"], "-o", folder["half"]);
        var holed = await CliRun.Of("merge", folder["first"], folder["second"], "-o", folder["holed"]);

        Assert.Equal((5, 5), (half.ExitCode, holed.ExitCode));
        Assert.Equal("clonus: error: shard 2/2 is missing with 1 clip, which failures.csv names: run it, and merge again", half.ErrorLine);
        Assert.StartsWith("clonus: error: tracks is missing", holed.ErrorLine, StringComparison.Ordinal);
        Assert.StartsWith("tracks,", File.ReadAllLines(Path.Combine(folder["half"], "failures.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_of_different_lists_are_joined_unless_their_ids_meet()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["a.trc"]);
        File.Copy(Tracks, folder["b.trc"]);
        await CliRun.Of("batch", folder["a.trc"], "-o", folder["monday"]);
        await CliRun.Of("batch", folder["b.trc"], "-o", folder["tuesday"]);
        await CliRun.Of("batch", folder["a.trc"], "-o", folder["again"], "--rule", "at-least-3");
        await CliRun.Of("batch", folder["a.trc"], folder["b.trc"], "-o", folder["part"], "--shard", "1/2");
        await CliRun.Of("batch", folder["b.trc"], folder["a.trc"], "-o", folder["other"], "--shard", "2/2");

        Assert.Equal(0, (await CliRun.Of("merge", folder["monday"], folder["tuesday"], "-o", folder["week"])).ExitCode);
        Assert.Equal(["a", "b"], Directory.GetDirectories(folder["week"]).Select(Path.GetFileName).Order());

        var collision = await CliRun.Of("merge", folder["monday"], folder["again"], "-o", folder["never"]);
        var mixed = await CliRun.Of("merge", folder["part"], folder["other"], "-o", folder["never"]);
        Assert.Equal((2, 2), (collision.ExitCode, mixed.ExitCode));
        Assert.Contains("with different results", collision.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("split from different lists", mixed.ErrorLine, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["never"]));
    }

    [Fact]
    public async Task Resume_keeps_what_is_done_repeats_what_failed_and_makes_anew_what_has_changed()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: false);
        File.WriteAllText(folder["in/late.trc"], "not yet");
        await CliRun.Of("batch", folder["in"], "-o", folder["out"]);
        File.Copy(Tracks, folder["in/late.trc"], overwrite: true);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(folder["out"], "film one", "result.json"));

        var resumed = await CliRun.Of("batch", folder["in"], "-o", folder["out"], "--resume", "--events", folder["events"]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(folder["out"], "film one", "result.json")));
        Assert.Equal(["film one", "tracks"], Events(folder["events"]).Where(e => (bool?)e["kept"] == true).Select(e => (string)e["id"]!).Order());
        Assert.Equal("2", JsonNode.Parse(File.ReadAllText(Path.Combine(folder["out"], "provenance.json")))!["kept"]!.ToJsonString());

        await CliRun.Of("batch", folder["in"], "-o", folder["fresh"]);
        AssertSame(folder["fresh"], folder["out"]);

        await CliRun.Of("batch", folder["in"], "-o", folder["out"], "--resume", "--rule", "at-least-3", "--events", folder["events"]);
        Assert.DoesNotContain(Events(folder["events"]), e => (bool?)e["kept"] == true);
    }

    [Theory]
    [InlineData("result.json", "")]
    [InlineData("result.json", "{\"schema\":")]
    [InlineData("signal.csv", null)]
    [InlineData("tracks.csv", "")]
    [InlineData("provenance.json", "")]
    public async Task A_result_that_was_damaged_is_made_again(string file, string? content)
    {
        using var folder = new Folder();
        await CliRun.Of("batch", Tracks, "-o", folder["whole"]);
        await CliRun.Of("batch", Tracks, "-o", folder["out"]);
        File.Delete(folder[$"out/sustained/{file}"]);
        if (content is not null)
            folder.Write($"out/sustained/{file}", content);

        Assert.Equal(0, (await CliRun.Of("batch", Tracks, "-o", folder["out"], "--resume")).ExitCode);
        AssertSame(folder["whole"], folder["out"]);
    }

    [Theory]
    [InlineData("--resume")]
    [InlineData("--overwrite")]
    public async Task A_result_whose_files_are_all_empty_is_made_again(string mode)
    {
        using var folder = new Folder();
        await CliRun.Of("batch", Tracks, "-o", folder["whole"]);
        await CliRun.Of("batch", Tracks, "-o", folder["out"]);
        foreach (var file in Directory.GetFiles(folder["out/sustained"]))
            File.WriteAllText(file, "");

        Assert.Equal(0, (await CliRun.Of("batch", Tracks, "-o", folder["out"], mode)).ExitCode);
        AssertSame(folder["whole"], folder["out"]);
    }

    [Theory]
    [InlineData("--resume")]
    [InlineData("--overwrite")]
    public async Task A_record_that_was_damaged_does_not_lock_the_results(string mode)
    {
        using var folder = new Folder();
        await CliRun.Of("batch", Tracks, "-o", folder["whole"]);
        await CliRun.Of("batch", Tracks, "-o", folder["out"]);
        folder.Write("out/batch.json", "");

        Assert.Equal(0, (await CliRun.Of("batch", Tracks, "-o", folder["out"], mode)).ExitCode);
        AssertSame(folder["whole"], folder["out"]);
    }

    [Fact]
    public async Task A_list_may_grow_and_not_lose_clips_that_have_results()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["a.trc"]);
        File.Copy(Tracks, folder["b.trc"]);
        await CliRun.Of("batch", folder["a.trc"], "-o", folder["out"]);

        Assert.Equal(0, (await CliRun.Of("batch", folder["a.trc"], folder["b.trc"], "-o", folder["out"], "--resume")).ExitCode);
        var lost = await CliRun.Of("batch", folder["b.trc"], "-o", folder["out"], "--resume");
        Assert.Equal((2, true), (lost.ExitCode, lost.ErrorLine.Contains("1 result of clips that are not in the list, such as a:", StringComparison.Ordinal)));

        folder.Write("key", new string('k', 20));
        Assert.Equal(2, (await CliRun.Of("batch", folder["a.trc"], "-o", folder["out"], "--resume", "--anonymize", "--key-file", folder["key"])).ExitCode);
        Assert.Equal(["a", "b"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName).Order());
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
    public async Task Shards_of_different_settings_are_not_joined()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: false);
        await CliRun.Of("batch", folder["in"], "-o", folder["first"], "--shard", "1/2");
        await CliRun.Of("batch", folder["in"], "-o", folder["second"], "--shard", "2/2", "--rule", "at-least-3");

        var run = await CliRun.Of("merge", folder["first"], folder["second"], "-o", folder["out"]);

        Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains("made with different settings", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_merge_can_be_completed_later()
    {
        using var folder = new Folder();
        await Fill(folder, hostile: true);
        await CliRun.Of("batch", folder["in"], "-o", folder["whole"]);
        foreach (var i in Enumerable.Range(1, 3))
            await CliRun.Of("batch", folder["in"], "-o", folder[$"shard{i}"], "--shard", $"{i}/3");
        await CliRun.Of("merge", folder["shard1"], folder["shard3"], "-o", folder["part"]);

        var run = await CliRun.Of("merge", folder["part"], folder["shard2"], "-o", folder["merged"]);

        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        AssertSame(folder["whole"], folder["merged"]);
    }

    [Fact]
    public async Task A_result_of_other_settings_does_not_stand_for_a_clip_that_failed()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["leg.trc"]);
        await CliRun.Of("batch", folder["leg.trc"], "-o", folder["out"]);
        File.WriteAllText(folder["leg.trc"], "damaged");

        var run = await CliRun.Of("batch", folder["leg.trc"], "-o", folder["out"], "--resume");

        Assert.Equal(3, run.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(folder["out"], "leg")));
        Assert.Single(File.ReadAllLines(Path.Combine(folder["out"], "summary.csv")));
    }

    [Fact]
    public async Task An_earlier_batch_is_neither_mixed_nor_lost_by_accident_and_strangers_files_stay()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["leg.trc"]);
        File.Copy(Tracks, folder["arm.trc"]);
        await CliRun.Of("batch", folder["leg.trc"], "-o", folder["out"]);

        var again = await CliRun.Of("batch", folder["leg.trc"], "-o", folder["out"]);
        Assert.Equal((2, true), (again.ExitCode, again.ErrorLine.Contains("--resume goes on with them, --overwrite makes them anew", StringComparison.Ordinal)));

        folder.Write("out/leg/notes.txt", "mine");
        Assert.Contains("holds other files beside a result", (await CliRun.Of("batch", folder["arm.trc"], "-o", folder["out"], "--overwrite")).ErrorLine, StringComparison.Ordinal);
        File.Delete(folder["out/leg/notes.txt"]);
        Assert.Equal(0, (await CliRun.Of("batch", folder["arm.trc"], "-o", folder["out"], "--overwrite")).ExitCode);
        Assert.Equal(["arm"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName));

        folder.Write("notes.txt", "mine");
        foreach (var mode in new string[][] { [], ["--resume"], ["--overwrite"] })
        {
            var foreign = await CliRun.Of(["batch", folder["leg.trc"], "-o", folder.Path, .. mode]);
            Assert.Equal((2, true), (foreign.ExitCode, foreign.ErrorLine.Contains("stays untouched", StringComparison.Ordinal)));
        }

        Assert.Equal("mine", File.ReadAllText(folder["notes.txt"]));
    }

    [Fact]
    public async Task One_run_at_a_time_works_in_a_folder()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["out"]);
        using (new FileStream(Path.Combine(folder["out"], ".clonus-lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var run = await CliRun.Of("batch", Tracks, "-o", folder["out"]);
            Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains("another run is at work", StringComparison.Ordinal)));
        }

        Assert.Equal(0, (await CliRun.Of("batch", Tracks, "-o", folder["out"])).ExitCode);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder["out"]), e => Path.GetFileName(e).StartsWith('.'));
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

    [Fact]
    public async Task Names_with_blanks_quotes_and_commas_survive_shards_and_their_merge()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["in"]);
        foreach (var name in new[] { " two  blanks ", "a,b", "say \"ah\"", "Übung 北京", "-dash" })
        {
            File.Copy(Tracks, folder[$"in/{name}.trc"]);
            folder.Write($"in/{name} broken.trc", "x");
        }

        await CliRun.Of("batch", folder["in"], "-o", folder["whole"]);
        foreach (var i in new[] { 1, 2 })
            await CliRun.Of("batch", folder["in"], "-o", folder[$"shard{i}"], "--shard", $"{i}/2");
        var part = await CliRun.Of("merge", folder["shard1"], "-o", folder["part"]);
        var run = await CliRun.Of("merge", folder["part"], folder["shard2"], "-o", folder["merged"]);

        Assert.Equal((5, 5), (part.ExitCode, run.ExitCode));
        Assert.Equal("10 clips: 5 assessed (5 with sustained clonus), 5 failed. Files: " + folder["merged"] + "\n", run.Output);
        AssertSame(folder["whole"], folder["merged"]);
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

    private static List<JsonNode> Events(string path) => [.. File.ReadAllLines(path).Select(l => JsonNode.Parse(l)!)];
}
