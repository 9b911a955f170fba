using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Tests.Reports;

public sealed class ResultFolderTests
{
    [Fact]
    public void Nothing_is_there_until_all_is_there()
    {
        using var root = new Folder();

        using (var result = ResultFolder.Begin(root["out"]))
        {
            result.Write("beats.csv", csv => csv.Write("a\n"));
            Assert.False(Directory.Exists(root["out"]));
            result.Commit();
        }

        Assert.Equal(["out"], root.Names());
        Assert.Equal("a\n", File.ReadAllText(Path.Combine(root["out"], "beats.csv")));
    }

    [Fact]
    public void What_was_not_committed_leaves_no_trace_not_even_the_folders_made_for_it()
    {
        using var root = new Folder();

        using (var result = ResultFolder.Begin(Path.Combine(root["deep"], "deeper", "out")))
            result.Write("beats.csv", csv => csv.Write("a\n"));

        Assert.Empty(root.Names());
    }

    [Fact]
    public void An_empty_folder_is_used()
    {
        using var root = new Folder();
        Directory.CreateDirectory(root["out"]);

        Commit(root["out"], "beats.csv");

        Assert.True(File.Exists(Path.Combine(root["out"], "beats.csv")));
        Assert.Equal(["out"], root.Names());
    }

    [Fact]
    public void Our_own_earlier_result_is_replaced_whole()
    {
        using var root = new Folder();
        Commit(root["out"], "provenance.json", "signal.png");

        Commit(root["out"], "provenance.json");

        Assert.Equal(["provenance.json"], Directory.GetFiles(root["out"]).Select(Path.GetFileName));
        Assert.Equal(["out"], root.Names());
    }

    [Fact]
    public void The_tables_of_a_walk_come_with_it_and_go_when_the_next_result_has_none()
    {
        using var root = new Folder();
        foreach (var gait in new[] { Walks.Standing, Walks.Unseen, null })
        {
            Commit(root["out"], Walks.Result(Walks.Walk));
            Assert.Equal(["events.csv", "patterns.csv", "provenance.json", "strides.csv"], Files());
            Commit(root["out"], Walks.Result(gait));
            Assert.Equal(["provenance.json"], Files());
        }

        IEnumerable<string?> Files() => Directory.GetFiles(root["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void An_earlier_result_stays_when_the_new_one_is_not_committed()
    {
        using var root = new Folder();
        Commit(root["out"], "provenance.json");

        ResultFolder.Begin(root["out"]).Dispose();

        Assert.True(File.Exists(Path.Combine(root["out"], "provenance.json")));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("result.json")]
    [InlineData("provenance.json")]
    public void A_folder_with_anything_else_stays_untouched(string file)
    {
        using var root = new Folder();
        Directory.CreateDirectory(root["out"]);
        File.WriteAllText(Path.Combine(root["out"], file), "{\"schema\": \"someone.else/1\"}");

        var error = Assert.Throws<InputException>(() => ResultFolder.Begin(root["out"]));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("stays untouched", error.Message, StringComparison.Ordinal);
        Assert.Equal(["out"], root.Names());
    }

    [Fact]
    public void A_note_of_the_user_inside_our_result_keeps_it_from_being_replaced()
    {
        using var root = new Folder();
        Commit(root["out"], "provenance.json");
        File.WriteAllText(Path.Combine(root["out"], "notes.txt"), "mine");

        Assert.Throws<InputException>(() => ResultFolder.Begin(root["out"]));
    }

    [Fact]
    public void A_file_in_the_folders_place_stays()
    {
        using var root = new Folder();
        var file = root.Write("out", "mine");

        Assert.Throws<InputException>(() => ResultFolder.Begin(file));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Tracks_alone_do_not_replace_an_analysis()
    {
        using var root = new Folder();
        Commit(root["out"], "provenance.json", "result.json");

        Assert.Throws<InputException>(() => ResultFolder.Begin(root["out"], mayReplaceAnalysis: false));
    }

    [Fact]
    public void A_link_to_a_folder_is_followed()
    {
        using var root = new Folder();
        Directory.CreateDirectory(root["real"]);
        Directory.CreateSymbolicLink(root["link"], root["real"]);

        Commit(root["link"], "beats.csv");

        Assert.True(File.Exists(Path.Combine(root["real"], "beats.csv")));
        Assert.NotNull(new DirectoryInfo(root["link"]).LinkTarget);
    }

    private static void Commit(string path, ResultDocument document)
    {
        using var result = ResultFolder.Begin(path);
        WalkTables.Write(result, document);
        Fill(result, "provenance.json");
        result.Commit();
    }

    private static void Commit(string path, params string[] files)
    {
        using var result = ResultFolder.Begin(path);
        Fill(result, files);
        result.Commit();
    }

    private static void Fill(ResultFolder result, params string[] files)
    {
        foreach (var file in files)
            result.Write(file, text => text.Write($$"""{"schema": "clonus.{{Path.GetFileNameWithoutExtension(file)}}/1"}"""));
    }
}
