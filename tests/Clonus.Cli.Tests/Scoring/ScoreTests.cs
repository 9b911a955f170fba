using System.Text.Json;
using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Reports;

namespace Clonus.Cli.Tests.Scoring;

/// <summary>What <c>clonus score</c> makes of results and annotations.</summary>
public sealed class ScoreTests
{
    [Fact]
    public async Task Beats_counts_and_verdicts_are_compared()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(
            folder,
            CountedResults.Result("one", left: CountedResults.Beats(1.00, 1.20, 1.40, 1.60)),
            CountedResults.Result("two", right: CountedResults.Beats(7)));
        var truth = folder.Write("truth.csv", "file,side,beat_times_s,sustained\none.mp4,left,1.01 1.19 1.47,no\ntwo,right,1 1.25 1.5 1.75 2 2.25 2.5 2.75,true\n");

        var score = await Json(results, truth);

        var comparison = score["comparisons"]![0]!;
        Assert.Equal(("clonus", "annotation"), ((string?)comparison["rater"], (string?)comparison["reference"]));
        var beats = comparison["beats"]!;
        Assert.Equal((2, 11, 11, 9), ((int)beats["clips"]!, (int)beats["rater_beats"]!, (int)beats["reference_beats"]!, (int)beats["matched"]!));
        Assert.Equal((0.818182, 0.818182, 0.818182), ((double)beats["precision"]!, (double)beats["recall"]!, (double)beats["f1"]!));
        Assert.Equal(0.752381, (double)beats["f1_mean_of_clips"]!);
        Assert.Equal((0.0, 0.01), ((double)beats["timing"]!["mean_s"]!, (double)beats["timing"]!["max_absolute_s"]!));
        var counts = comparison["beats_total"]!;
        Assert.Equal((2, 0.0, 1.0, 1.0), ((int)counts["n"]!, (double)counts["exact"]!, (double)counts["within_one"]!, (double)counts["mean_absolute_difference"]!));
        Assert.Equal(1, (int)comparison["sustained"]!["both"]!);
        Assert.Equal(1, (int)comparison["sustained"]!["neither"]!);
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(Schemas.Find("score")!), score));
    }

    [Fact]
    public async Task The_tolerance_can_be_set()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(1.00, 2.00)));
        var truth = folder.Write("truth.csv", "file,beat_times_s\none,1.05 2.02\n");

        Assert.Equal(1, Matched(await Json(results, truth)));
        Assert.Equal(2, Matched(await Json(results, truth, "--tolerance", "50ms")));
        Assert.Equal(0, Matched(await Json(results, truth, "--tolerance", "0.01s")));
    }

    [Fact]
    public async Task What_could_not_be_assessed_is_no_count_of_zero()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(
            folder, CountedResults.Result("seen", left: CountedResults.Beats(3)), CountedResults.Result("dark", unknown: CountedResults.NotAssessable), CountedResults.Result("empty"), CountedResults.Result("nobody"));
        var truth = folder.Write("truth.csv", "file,count\nseen,3\ndark,4\nempty,2\n");

        var run = await CliRun.Of("score", results, "--truth", truth, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("dark (unknown) could not be assessed", run.Error, StringComparison.Ordinal);
        var comparison = JsonNode.Parse(run.Output)!["comparisons"]![0]!;
        Assert.Equal((3, 1, 2, 0), ((int)comparison["annotated"]!, (int)comparison["compared"]!, (int)comparison["not_assessed"]!, (int)comparison["without_result"]!));
        Assert.Equal(1, (int)comparison["beats_total"]!["n"]!);
        Assert.Equal(JsonValueKind.Null, JsonNode.Parse(run.Output)!["without_annotation"]![0]!.AsObject()["side"]?.GetValueKind() ?? JsonValueKind.Null);
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(Schemas.Find("score")!), JsonNode.Parse(run.Output)));
        Assert.Equal(["compared", "not_assessed", "not_assessed"], comparison["clips"]!.AsArray().Select(c => (string?)c!["status"]));

        Assert.Equal(4, (await CliRun.Of("score", Path.Combine(results, "dark"), "--truth", folder.Write("dark.csv", "file,count\ndark,4\n"))).ExitCode);
    }

    [Fact]
    public async Task A_clip_without_a_result_is_named_and_a_result_that_nobody_annotated_is_not_counted()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)), CountedResults.Result("extra", left: CountedResults.Beats(3)));
        var truth = folder.Write("truth.csv", "file,side,count\none,left,3\ngone,left,4\none,right,2\n");

        var run = await CliRun.Of("score", results, "--truth", truth);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("truth.csv, line 3: there is no result of gone (left)", run.Error, StringComparison.Ordinal);
        Assert.Contains("truth.csv, line 4: there is no result of one (right)", run.Error, StringComparison.Ordinal);
        Assert.Contains("not counted: extra", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("clonus and annotation: 3 annotated, 1 compared, 2 without a result\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 side\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_raters_are_compared_with_the_tool_and_with_one_another()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("a", left: CountedResults.Beats(3)), CountedResults.Result("b", left: CountedResults.Beats(9)));
        var truth = folder.Write("truth.csv", "rater,file,count\nÄnne,a,3\nÄnne,b,8\nBo,a,4\nBo,b,8\nCy,a,3\n");

        var score = await Json(results, truth);

        Assert.Equal(
            [("clonus", "Änne", 2), ("clonus", "Bo", 2), ("clonus", "Cy", 1), ("Änne", "Bo", 2), ("Änne", "Cy", 1), ("Bo", "Cy", 1)],
            score["comparisons"]!.AsArray().Select(c => ((string)c!["rater"]!, (string)c["reference"]!, (int)c["compared"]!)));
        Assert.Equal([-1, 0], score["comparisons"]![3]!["clips"]!.AsArray().Select(c => (int)c!["difference"]!));
    }

    [Fact]
    public async Task The_truth_of_a_rendered_clip_is_read_and_that_of_a_walk_left_out()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("sustained", unknown: CountedResults.Beats(12)), CountedResults.Result("walk"));

        var run = await CliRun.Of("score", results, "--truth", SampleClips.Path("sustained.truth.json"), "--truth", SampleClips.Path("walk.truth.json"), "--format", "csv");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("walk.truth.json: the truth of a walk has no beats", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            "rater,reference,id,side,status,rater_beats_total,reference_beats_total,difference,rater_longest_episode_beats,reference_longest_episode_beats,matched,missed,extra,rater_sustained,reference_sustained",
            run.Output.Split('\n')[0]);
        Assert.StartsWith("clonus,annotation,sustained,unknown,compared,12,12,0,12,12,", run.Output.Split('\n')[1], StringComparison.Ordinal);
        Assert.EndsWith(",true,true", run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_damaged_result_does_not_stop_the_others()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)), CountedResults.Result("two", left: CountedResults.Beats(3)));
        folder.Write(Path.Combine("results", "two", "result.json"), "{");
        var truth = folder.Write("truth.csv", "file,count\none,3\n");

        var run = await CliRun.Of("score", results, "--truth", truth);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("cannot read the result", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("1 compared", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_found_in_folders_of_folders_and_each_once()
    {
        using var folder = new Folder();
        CountedResults.Write(folder, Path.Combine("study", "may", "one"), CountedResults.Result("one", left: CountedResults.Beats(3)));
        CountedResults.Write(folder, Path.Combine("study", "june", "two"), CountedResults.Result("two", left: CountedResults.Beats(4)));
        CountedResults.Write(folder, Path.Combine("study", "june", ".three.1.tmp"), CountedResults.Result("three", left: CountedResults.Beats(5)));
        var truth = folder.Write("truth.csv", "file,count\none,3\ntwo,4\n");

        var run = await CliRun.Of("score", folder["study"], Path.Combine(folder["study"], "may", "one", "result.json"), "--truth", truth, "--format", "csv");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["one,left,compared,3,3,0", "two,left,compared,4,4,0"], run.Output.Split('\n')[1..3].Select(row => string.Join(',', row.Split(',')[2..8])));
    }

    [Fact]
    public async Task Quiet_prints_no_table()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)), CountedResults.Result("extra"));
        var truth = folder.Write("truth.csv", "file,count\none,3\n");

        Assert.Equal(new CliRun(0, "", ""), await CliRun.Of("score", results, "--truth", truth, "--quiet"));
    }

    private static int Matched(JsonNode score) => (int)score["comparisons"]![0]!["beats"]!["matched"]!;

    private static async Task<JsonNode> Json(string results, string truth, params string[] options)
    {
        var run = await CliRun.Of(["score", results, "--truth", truth, "--format", "json", .. options]);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        return JsonNode.Parse(run.Output)!;
    }
}
