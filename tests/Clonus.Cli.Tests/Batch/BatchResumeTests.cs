using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests.Batch;

/// <summary>A batch in a folder that holds results already.</summary>
public sealed class BatchResumeTests
{
    private static string Tracks => ClipListTests.Tracks;

    [Fact]
    public async Task Resume_keeps_what_is_done_repeats_what_failed_and_makes_anew_what_has_changed()
    {
        using var folder = new Folder();
        await BatchTests.Fill(folder, hostile: false);
        File.WriteAllText(folder["in/late.trc"], "not yet");
        await CliRun.Of("batch", folder["in"], "-o", folder["out"]);
        File.Copy(Tracks, folder["in/late.trc"], overwrite: true);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(folder["out"], "film one", "result.json"));

        var resumed = await CliRun.Of("batch", folder["in"], "-o", folder["out"], "--resume", "--events", folder["events"]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(folder["out"], "film one", "result.json")));
        Assert.Equal(["film one", "tracks"], BatchTests.Events(folder["events"]).Where(e => (bool?)e["kept"] == true).Select(e => (string)e["id"]!).Order());
        Assert.Equal("2", JsonNode.Parse(File.ReadAllText(Path.Combine(folder["out"], "provenance.json")))!["kept"]!.ToJsonString());

        await CliRun.Of("batch", folder["in"], "-o", folder["fresh"]);
        BatchTests.AssertSame(folder["fresh"], folder["out"]);

        await CliRun.Of("batch", folder["in"], "-o", folder["out"], "--resume", "--rule", "at-least-3", "--events", folder["events"]);
        Assert.DoesNotContain(BatchTests.Events(folder["events"]), e => (bool?)e["kept"] == true);
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
        BatchTests.AssertSame(folder["whole"], folder["out"]);
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
        BatchTests.AssertSame(folder["whole"], folder["out"]);
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
        BatchTests.AssertSame(folder["whole"], folder["out"]);
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
}
