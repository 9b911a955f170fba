namespace Clonus.Cli.Tests.Batch;

/// <summary>Shards of a batch, and what joins them.</summary>
public sealed class MergeTests
{
    private static string Tracks => ClipListTests.Tracks;

    [Fact]
    public async Task The_bytes_are_the_same_for_any_number_of_jobs_and_for_shards_that_were_merged()
    {
        using var folder = new Folder();
        await BatchTests.Fill(folder, hostile: true);

        await CliRun.Of("batch", folder["in"], "-o", folder["one"], "--jobs", "1");
        await CliRun.Of("batch", folder["in"], "-o", folder["three"], "--jobs", "3");
        foreach (var i in Enumerable.Range(1, 4))
            await CliRun.Of("batch", folder["in"], "-o", folder[$"shard{i}"], "--shard", $"{i}/4");
        var merged = await CliRun.Of("merge", folder["shard4"], folder["shard2"], folder["shard1"], folder["shard3"], "-o", folder["merged"]);

        Assert.Equal(5, merged.ExitCode);
        Assert.Equal("9 clips: 3 assessed (2 with sustained clonus), 6 failed. Files: " + folder["merged"] + "\n", merged.Output);
        BatchTests.AssertSame(folder["one"], folder["three"]);
        BatchTests.AssertSame(folder["one"], folder["merged"]);
    }

    [Fact]
    public async Task A_merge_names_what_is_missing()
    {
        using var folder = new Folder();
        await BatchTests.Fill(folder, hostile: false);
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
    public async Task Shards_of_different_settings_are_not_joined()
    {
        using var folder = new Folder();
        await BatchTests.Fill(folder, hostile: false);
        await CliRun.Of("batch", folder["in"], "-o", folder["first"], "--shard", "1/2");
        await CliRun.Of("batch", folder["in"], "-o", folder["second"], "--shard", "2/2", "--rule", "at-least-3");

        var run = await CliRun.Of("merge", folder["first"], folder["second"], "-o", folder["out"]);

        Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains("made with different settings", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_merge_can_be_completed_later()
    {
        using var folder = new Folder();
        await BatchTests.Fill(folder, hostile: true);
        await CliRun.Of("batch", folder["in"], "-o", folder["whole"]);
        foreach (var i in Enumerable.Range(1, 3))
            await CliRun.Of("batch", folder["in"], "-o", folder[$"shard{i}"], "--shard", $"{i}/3");
        await CliRun.Of("merge", folder["shard1"], folder["shard3"], "-o", folder["part"]);

        var run = await CliRun.Of("merge", folder["part"], folder["shard2"], "-o", folder["merged"]);

        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        BatchTests.AssertSame(folder["whole"], folder["merged"]);
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
        BatchTests.AssertSame(folder["whole"], folder["merged"]);
    }
}
