using System.Text;

namespace Clonus.Cli.Tests.Batch;

/// <summary>With --anonymize nothing that is written or printed tells what a clip, a folder or the machine is called.</summary>
public sealed class AnonymousBatchTests
{
    private const string Patient = "Mustermann";

    [Fact]
    public async Task No_name_and_no_path_is_in_any_file_or_stream()
    {
        using var folder = new Folder();
        Fill(folder);

        var run = await CliRun.Of("batch", folder[Patient], folder[$"{Patient}-gone.mp4"], "-o", folder["out"], "--anonymize", "--key-file", folder["key"], "--events", folder["events"], "-v", "--also", "trc,c3d,deeplabcut,mot,srt", "--plot");

        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith("5 clips: 2 assessed", run.Output, StringComparison.Ordinal);
        var written = Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Append(folder["events"]).ToList();
        Assert.True(written.Count > 20);
        Assert.All(written, file =>
        {
            AssertTellsNothing(folder, Path.GetRelativePath(folder.Path, file));
            AssertTellsNothing(folder, Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        });
        AssertTellsNothing(folder, run.Error);
        Assert.All(written.Where(f => f.EndsWith("provenance.json", StringComparison.Ordinal)), file => Assert.Contains("\"name\": \"\"", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(5, Directory.GetDirectories(folder["out"]).Length + File.ReadAllLines(Path.Combine(folder["out"], "failures.csv")).Length - 1);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_ids_and_another_one_others_and_the_mapping_is_written_when_asked_for()
    {
        using var folder = new Folder();
        Fill(folder);

        await CliRun.Of("batch", folder[Patient], "-o", folder["one"], "--anonymize", "--key-file", folder["key"]);
        await CliRun.Of("batch", folder[Patient], "-o", folder["two"], "--anonymize", "--key-file", folder["key"], "--mapping", folder["map.csv"]);
        await CliRun.Of("batch", folder[Patient], "-o", folder["three"], "--anonymize", "--key-file", folder.Write("other", "another key of sixteen characters"));

        BatchTests.AssertSame(folder["one"], folder["two"]);
        Assert.Empty(Ids(folder["one"]).Intersect(Ids(folder["three"])));
        var map = File.ReadAllLines(folder["map.csv"]).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => c[1]);
        Assert.All(Ids(folder["two"]), id => Assert.Contains(Patient, map[id], StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["map.csv"]));
    }

    [Fact]
    public async Task It_can_be_resumed_and_merged()
    {
        using var folder = new Folder();
        Fill(folder);
        string[] anonymous = ["--anonymize", "--key-file", folder["key"]];
        await CliRun.Of(["batch", folder[Patient], "-o", folder["whole"], .. anonymous]);
        foreach (var i in new[] { 1, 2 })
            await CliRun.Of(["batch", folder[Patient], "-o", folder[$"part{i}"], "--shard", $"{i}/2", .. anonymous]);

        await CliRun.Of("merge", folder["part1"], folder["part2"], "-o", folder["merged"]);
        await CliRun.Of(["batch", folder[Patient], "-o", folder["whole"], "--resume", .. anonymous]);

        BatchTests.AssertSame(folder["whole"], folder["merged"]);
        AssertTellsNothing(folder, File.ReadAllText(Path.Combine(folder["merged"], "provenance.json")));
    }

    [Theory]
    [InlineData("", "needs a secret key")]
    [InlineData("short", "shorter than 16 characters")]
    public async Task A_key_that_can_be_guessed_is_refused(string key, string expected)
    {
        using var folder = new Folder();

        var run = await CliRun.Of("batch", ClipListTests.Tracks, "-o", folder["out"], "--anonymize", "--key-file", folder.Write("key", key));

        Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_mapping_does_not_lie_among_the_results()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("batch", ClipListTests.Tracks, "-o", folder["out"], "--anonymize", "--key-file", folder.Write("key", new string('k', 20)), "--mapping", folder["out/map.csv"]);

        Assert.Equal((2, true), (run.ExitCode, run.ErrorLine.Contains("among the results", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Ids(string folder) => Directory.GetDirectories(folder).Select(f => Path.GetFileName(f));

    private static void AssertTellsNothing(Folder folder, string text)
    {
        Assert.DoesNotContain(Patient, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(folder.Path, text, StringComparison.Ordinal);
    }

    private static void Fill(Folder folder)
    {
        Directory.CreateDirectory(folder[Patient]);
        File.Copy(SampleClips.Path("unsustained.mp4"), folder[$"{Patient}/{Patient} left.mp4"]);
        File.Copy(ClipListTests.Tracks, folder[$"{Patient}/{Patient}.trc"]);
        folder.Write($"{Patient}/{Patient}-empty.mp4", "");
        folder.Write($"{Patient}/{Patient}.c3d", "damaged");
        folder.Write("key", "a secret of enough letters");
    }
}
