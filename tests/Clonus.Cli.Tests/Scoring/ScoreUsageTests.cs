namespace Clonus.Cli.Tests.Scoring;

/// <summary>Wrong calls of <c>clonus score</c>: one line that says what is wrong, and the contract's exit code.</summary>
public sealed class ScoreUsageTests
{
    [Theory]
    [InlineData(2, "no results given: name at least one result folder", "score", "--truth", "truth.csv")]
    [InlineData(2, "no truth given: name a CSV or a .truth.json with --truth", "score", "results")]
    [InlineData(2, "--tolerance cannot be '40': give a time with its unit, such as 40ms or 0.04s", "score", "results", "--truth", "truth.csv", "--tolerance", "40")]
    [InlineData(2, "--tolerance cannot be '-3ms': give a time with its unit, such as 40ms or 0.04s", "score", "results", "--truth", "truth.csv", "--tolerance", "-3ms")]
    [InlineData(2, "--format cannot be 'html': give text, markdown, json or csv", "score", "results", "--truth", "truth.csv", "--format", "html")]
    [InlineData(2, "--plot cannot be 'a.png': the picture is an SVG, give a name that ends with .svg", "score", "results", "--truth", "truth.csv", "--plot", "a.png")]
    [InlineData(3, "cannot read 'FOLDER/gone': there is no such folder", "score", "FOLDER/gone", "--truth", "FOLDER/truth.csv")]
    [InlineData(3, "there is no result.json in 'FOLDER/bare': give a folder that clonus analyze wrote, or one that holds such folders", "score", "FOLDER/bare", "--truth", "FOLDER/truth.csv")]
    [InlineData(3, "cannot read the truth 'FOLDER/gone.csv': there is no such file", "score", "FOLDER/results", "--truth", "FOLDER/gone.csv")]
    [InlineData(3, "there is no *.truth.json in 'FOLDER/bare': of tables, name the file", "score", "FOLDER/results", "--truth", "FOLDER/bare")]
    [InlineData(2, "typo.csv, line 1: unknown column 'sustaned', did you mean sustained?", "score", "FOLDER/results", "--truth", "FOLDER/typo.csv")]
    [InlineData(3, "none of the annotated clips has a result: the annotations name other.mp4, the results are of one", "score", "FOLDER/results", "--truth", "FOLDER/other.csv")]
    [InlineData(2, "no clip is annotated in what --truth names", "score", "FOLDER/results", "--truth", "FOLDER/header.csv")]
    [InlineData(2, "count.csv, line 2: 'three' is no count of beats: give a whole number from 0, or leave it empty", "score", "FOLDER/results", "--truth", "FOLDER/count.csv")]
    [InlineData(2, "bare.csv, line 1: nothing is annotated: beside file there must be one of count, longest_episode_count, beat_times_s, time_s, sustained", "score", "FOLDER/results", "--truth", "FOLDER/bare.csv")]
    [InlineData(2, "twice.csv, line 2 and twice.csv, line 3 are both about one (left): give one row for a clip and side, or, where several people watched, the column rater", "score", "FOLDER/results", "--truth", "FOLDER/twice.csv")]
    [InlineData(2, "tool.csv, line 3: rater cannot be 'Clonus', which is what the tool itself is called: give another name", "score", "FOLDER/results", "--truth", "FOLDER/tool.csv")]
    [InlineData(2, "cannot write FOLDER/gone/a.svg: there is no such folder; give another place with --plot", "score", "FOLDER/results", "--truth", "FOLDER/truth.csv", "--plot", "FOLDER/gone/a.svg")]
    public async Task A_wrong_call_is_told_in_one_line(int exitCode, string error, params string[] arguments)
    {
        using var folder = new Folder();
        CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)));
        Directory.CreateDirectory(folder["bare"]);
        folder.Write("truth.csv", "file,count\none,3\n");
        folder.Write("typo.csv", "file,count,sustaned\none,3,yes\n");
        folder.Write("other.csv", "file,count\nother.mp4,3\n");
        folder.Write("count.csv", "file,count\none,three\n");
        folder.Write("bare.csv", "file,side\none,left\n");
        folder.Write("twice.csv", "file,count\none,3\none,3\n");
        folder.Write("tool.csv", "file,rater,count\none,Ann,3\none,Clonus,3\n");
        folder.Write("header.csv", "file,count\n");

        var run = await CliRun.Of([.. arguments.Select(a => a.Replace("FOLDER", folder.Path, StringComparison.Ordinal))]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Equal("clonus: error: " + error.Replace("FOLDER", folder.Path, StringComparison.Ordinal), run.ErrorLine);
    }

    [Theory]
    [InlineData("not json", "cannot read the truth 'FOLDER/a.truth.json': ")]
    [InlineData("{}", "cannot read the truth 'FOLDER/a.truth.json': not a clonus.truth/1 file")]
    [InlineData("{\"schema\": \"clonus.result/1\"}", "cannot read the truth 'FOLDER/a.truth.json': not a clonus.truth/1 file")]
    public async Task A_truth_that_is_none_is_named(string text, string error)
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("a", left: CountedResults.Beats(3)));
        folder.Write("a.truth.json", text);

        var run = await CliRun.Of("score", results, "--truth", folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("clonus: error: " + error.Replace("FOLDER", folder.Path, StringComparison.Ordinal), run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_behind_the_clips_end_and_columns_that_are_not_read_are_pointed_out()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)));
        var truth = folder.Write("truth.csv", "file,beat_times_s,comment\none,1000 1250 1500,in milliseconds\n");

        var run = await CliRun.Of("score", results, "--truth", truth);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "clonus: truth.csv: columns that are not looked at: comment\nclonus: truth.csv, line 2: 3 beats lie behind the end of one (6 s): times are seconds from the clip's first frame\n",
            run.Error);
    }

    [Fact]
    public async Task Results_by_different_rules_are_pointed_out()
    {
        using var folder = new Folder();
        var lower = CountedResults.Beats(3) with { Rule = new("at-least-3", 3, "Three."), Sustained = true };
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: lower), CountedResults.Result("two", left: CountedResults.Beats(9)));

        var run = await CliRun.Of("score", results, "--truth", folder.Write("truth.csv", "file,sustained\none,yes\ntwo,yes\n"));

        Assert.Contains("different rules (at-least-3, more-than-5)", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("clonus calls sustained by the rule at-least-3, more-than-5", run.Output, StringComparison.Ordinal);
    }
}
