using Clonus.Cli.Batch;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Tests.Batch;

public sealed class ClipListTests
{
    [Fact]
    public void A_folder_gives_every_video_in_it_and_below_by_whatever_it_holds()
    {
        using var folder = new Folder();
        Touch(folder, "b.mp4", "a.MOV", "sub/deep/c.mkv", "notes.pdf", "sub/readme.txt", "._a.MOV", ".hidden/d.mp4");
        Directory.CreateDirectory(folder["folder.avi"]);
        Touch(folder, "visit.mov/d.mp4");

        var list = Of(folder.Path);

        Assert.Equal(["a", "b", "folder", "c", "d"], list.Clips.Select(c => c.Id));
        Assert.Equal("1 .pdf, 1 .txt, 2 hidden", Between(Assert.Single(list.Notes), "left out are ", ", which"));
    }

    [Fact]
    public void Tables_are_clips_where_they_hold_tracks()
    {
        using var folder = new Folder();
        Touch(folder, "ages.csv", "x.protocol.json", "broken.trc");
        File.Copy(Repository.Path("samples", "tracks", "sustained.deeplabcut.csv"), folder["network.csv"]);

        Assert.Equal(["broken", "network"], Of(folder.Path).Clips.Select(c => c.Id));
    }

    [Fact]
    public void A_table_that_is_neither_tracks_nor_a_manifest_is_refused_where_it_is_named()
    {
        using var folder = new Folder();

        Assert.Contains("neither a trajectory file nor a manifest", Assert.Throws<InputException>(() => Of(folder.Write("ages.csv", "name,age\nA,4\n"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_results_are_no_clips()
    {
        using var folder = new Folder();
        File.Copy(Tracks, folder["leg.trc"]);
        Assert.Equal(0, (await CliRun.Of("analyze", folder["leg.trc"], "-o", folder["leg.clonus"])).ExitCode);
        Assert.Equal(0, (await CliRun.Of("batch", folder["leg.trc"], "-o", folder["results"])).ExitCode);

        Assert.Equal(["leg"], Of(folder.Path).Clips.Select(c => c.Id));
    }

    [Fact]
    public void A_link_that_leads_back_ends_the_walk_and_one_that_leads_elsewhere_is_followed()
    {
        using var folder = new Folder();
        using var elsewhere = new Folder();
        Touch(folder, "sub/a.mp4");
        Touch(elsewhere, "b.mp4");
        Directory.CreateSymbolicLink(folder["sub/back"], folder.Path);
        Directory.CreateSymbolicLink(folder["away"], elsewhere.Path);
        Directory.CreateSymbolicLink(folder["again"], elsewhere.Path);
        File.CreateSymbolicLink(folder["d.mp4"], folder["sub/a.mp4"]);
        File.CreateSymbolicLink(folder["c.mp4"], folder["nowhere.mp4"]);

        Touch(folder, "inner/a.mp4");
        Directory.CreateSymbolicLink(folder["inner/up"], "..");

        Assert.Equal(["b", "c", "d", "a"], Of(folder.Path).Clips.Select(c => c.Id));
        Assert.Equal(["a", "b", "c", "d"], Of(folder["inner"]).Clips.Select(c => c.Id).Order());
    }

    [Fact]
    public void Globs_are_expanded_and_a_file_that_is_called_so_is_itself()
    {
        using var folder = new Folder();
        Touch(folder, "a1.mp4", "a2.mp4", "b.mp4", "sub/a3.mp4", "odd[1]*.mp4");

        Assert.Equal(["a1", "a2"], Of(folder["a*.mp4"]).Clips.Select(c => c.Id));
        Assert.Equal(["a1", "a2", "b", "odd[1]*", "a3"], Of(folder["**/*.mp4"]).Clips.Select(c => c.Id));
        Assert.Equal(["odd[1]*"], Of(folder["odd[1]*.mp4"]).Clips.Select(c => c.Id));
        Assert.Equal(InputFault.Unreadable, Assert.Throws<InputException>(() => Of(folder["x*.mp4"])).Fault);
        Assert.Equal(InputFault.Settings, Assert.Throws<InputException>(() => Of(folder["?.mp4"])).Fault);
    }

    [Fact]
    public void A_dash_reads_paths_line_by_line()
    {
        using var input = new StringReader("one.mp4\n\ntwo words.mp4\n");

        Assert.Equal(["one", "two words"], ClipList.Of(["-"], input, new RunSettings(), null).Clips.Select(c => c.Id));
    }

    [Fact]
    public void What_is_named_twice_is_taken_once()
    {
        using var folder = new Folder();
        Touch(folder, "a.mp4");

        var list = Of(folder["a.mp4"], folder.Path);

        Assert.Equal(["a"], list.Clips.Select(c => c.Id));
        Assert.Contains("named twice", Assert.Single(list.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_stems_and_the_names_of_the_tables_do_not_collide()
    {
        var list = Of("x/leg.mp4", "y/leg.mp4", "leg-2.mov", "leg.avi", "summary.csv.mp4", "batch.json.mp4");

        Assert.Equal(["leg", "leg-3", "leg-2", "leg-4", "summary.csv-2", "batch.json-2"], list.Clips.Select(c => c.Id));
    }

    [Fact]
    public void No_clip_at_all_is_said()
    {
        using var folder = new Folder();
        Touch(folder, "notes.pdf");

        var error = Assert.Throws<InputException>(() => Of(folder.Path));

        Assert.Equal(InputFault.Unreadable, error.Fault);
        Assert.Contains("1 .pdf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_as_long_as_names_can_be_keep_within_that()
    {
        var stem = new string('ä', 127) + "x";

        var ids = ClipIds.Distinct([stem, stem], []);

        Assert.Equal(stem, ids[0]);
        Assert.EndsWith("-2", ids[1], StringComparison.Ordinal);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(ids[1]) <= 255);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" ", "it is empty")]
    [InlineData("..", "it begins with a full stop")]
    [InlineData("a/b", "it holds a slash or a control character")]
    [InlineData("a\nb", "it holds a slash or a control character")]
    [InlineData("Übung 北京", null)]
    public void An_id_can_be_a_folders_name(string id, string? fault) => Assert.Equal(fault, ClipIds.Fault(id));

    [Fact]
    public void Shards_share_out_the_list_evenly_and_whole()
    {
        var positions = Enumerable.Range(0, 10).ToList();

        var parts = Enumerable.Range(1, 3).Select(i => positions.Where(new Shard(i, 3).Has).ToList()).ToList();

        Assert.Equal([4, 3, 3], parts.Select(p => p.Count));
        Assert.Equal(positions, parts.SelectMany(p => p).Order());
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("1/")]
    [InlineData("-1/3")]
    [InlineData("1/3/5")]
    public void A_shard_is_one_of_several(string text) => Assert.Throws<InputException>(() => Shard.Parse(text));

    internal static string Tracks => Repository.Path("samples", "tracks", "sustained.trc");

    private static ClipList Of(params string[] paths) => ClipList.Of(paths, TextReader.Null, new RunSettings(), null);

    private static void Touch(Folder folder, params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "x");
        }
    }

    private static string Between(string text, string before, string after) => text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..text.IndexOf(after, StringComparison.Ordinal)];
}
