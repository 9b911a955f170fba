using System.Diagnostics;
using System.Globalization;
using Clonus.Cli.Batch;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;

namespace Clonus.Cli.Tests.Batch;

/// <summary>A batch outlives its workers, its workers do not outlive it, and a batch that was killed can be finished.</summary>
public sealed class BatchSurvivalTests
{
    private static readonly ClipLimits Limits = new(TimeSpan.FromMinutes(1), 2L << 30);

    [Fact]
    public async Task A_worker_that_is_killed_costs_its_clip_and_the_next_one_is_analysed()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        Directory.CreateDirectory(folder["in"]);
        File.Copy(SampleClips.Path("normal-walk.mp4"), folder["in/a-walk.mp4"]);
        File.Copy(ClipListTests.Tracks, folder["in/tracks.trc"]);

        using var batch = Tool.Start(folder, "exec scripts/clonus batch in -o out --jobs 1");
        await Until(() => Directory.Exists(folder["out"]) && Directory.GetDirectories(folder["out"], ".clonus-*").Length > 0);
        Kill(Assert.Single(WorkersOf(batch.Id)));
        await batch.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(5, batch.ExitCode);
        Assert.Equal(["tracks"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName));
        var failure = File.ReadAllLines(folder["out/failures.csv"])[1];
        Assert.StartsWith("a-walk,in/a-walk.mp4,crashed,", failure, StringComparison.Ordinal);
        Assert.Contains("was killed (signal 9)", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_worker_takes_many_clips()
    {
        using var folder = new Folder();
        using var worker = ClipWorker.Start(chatter: null);

        foreach (var id in new[] { "a", "b", "c" })
            Assert.Null((await worker.Run(Job(folder, ClipListTests.Tracks, id), Limits, TestContext.Current.CancellationToken)).Failure);
        Assert.Equal(["a", "b", "c"], folder.Names());
        Assert.True(worker.IsUsable);
    }

    [Fact]
    public async Task A_batch_that_was_killed_leaves_no_process_and_is_finished_to_the_same_bytes()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        await BatchTests.Fill(folder, hostile: true);
        await Tool.Run(folder, "scripts/clonus batch in -o whole");

        foreach (var seconds in new[] { 0.4, 1.2 })
        {
            using var batch = Tool.Start(folder, "exec scripts/clonus batch in -o out --jobs 2");
            await Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
            var workers = WorkersOf(batch.Id);
            Kill(batch.Id);
            await batch.WaitForExitAsync(TestContext.Current.CancellationToken);
            await UntilGone(workers);

            Assert.Equal(5, (await Tool.Run(folder, "scripts/clonus batch in -o out --resume")).ExitCode);
            BatchTests.AssertSame(folder["whole"], folder["out"]);
            Directory.Delete(folder["out"], recursive: true);
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_tables_of_what_is_done_and_nothing_half_written()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        Directory.CreateDirectory(folder["in"]);
        File.Copy(ClipListTests.Tracks, folder["in/a.trc"]);
        File.Copy(SampleClips.Path("normal-walk.mp4"), folder["in/walk.mp4"]);

        using var batch = Tool.Start(folder, Tool.Interruptible + "scripts/clonus batch in -o out --jobs 1");
        await Until(() => Directory.Exists(folder["out/a"]));
        var workers = WorkersOf(batch.Id);
        Tool.Interrupt(batch);
        var output = await batch.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await batch.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, batch.ExitCode);
        Assert.Equal("2 clips: 1 assessed (1 with sustained clonus), 1 not tried. Files: out\n", output);
        await UntilGone(workers);
        Assert.Equal(["a", "batch.json", "failures.csv", "patterns.csv", "provenance.json", "summary.csv"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order());
        Assert.StartsWith("walk,in/walk.mp4,not_tried,", File.ReadAllLines(folder["out/failures.csv"])[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_fills_up_is_said_and_counted_and_after_room_is_made_the_rest_is_done()
    {
        using var folder = new Folder();
        Tool.Install(folder);
        Directory.CreateDirectory(folder["in"]);
        foreach (var i in Enumerable.Range(0, 12))
            File.Copy(ClipListTests.Tracks, folder[$"in/c{i.ToString("00", CultureInfo.InvariantCulture)}.trc"]);
        Directory.CreateDirectory(folder["small"]);
        if ((await Tool.Run(folder, "mount -t tmpfs -o size=500k tmpfs small")).ExitCode != 0)
            Assert.Skip("a small file system cannot be mounted here: it takes root");
        try
        {
            await Tool.Run(folder, "scripts/clonus batch in -o whole");

            var full = await Tool.Run(folder, "scripts/clonus batch in -o small/out --jobs 1");
            Assert.Equal(5, full.ExitCode);
            Assert.Contains("No space left on device", full.Error, StringComparison.Ordinal);
            Assert.InRange(Directory.GetDirectories(folder["small/out"]).Length, 1, 11);

            await Tool.Run(folder, "mount -o remount,size=50m small");
            Assert.Equal(0, (await Tool.Run(folder, "scripts/clonus batch in -o small/out --resume")).ExitCode);
            BatchTests.AssertSame(folder["whole"], folder["small/out"]);
        }
        finally
        {
            await Tool.Run(folder, "umount small");
        }
    }

    private static ClipJob Job(Folder folder, string path, string id) =>
        new(path, id, folder[id], new ClipRequest(new RunSettings(), Plot: false, Overlay: false, TimesFrom: null, []), new Clonus.Cli.Reports.RunOrigin([], IsAnonymous: false), KeepsDone: false);

    private static Task UntilGone(List<int> processes) => Until(() => !processes.Any(process => Directory.Exists($"/proc/{process}")));

    private static async Task Until(Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "what was waited for did not come");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static List<int> WorkersOf(int parent) =>
        [.. Directory.EnumerateDirectories($"/proc/{parent}/task").SelectMany(t => Children(Path.Combine(t, "children"))).Where(p => CommandOf(p).Contains("worker", StringComparison.Ordinal))];

    private static IEnumerable<int> Children(string path) => File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void Kill(int process)
    {
        using var kill = Process.Start("kill", ["-9", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
