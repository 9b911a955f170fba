using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Reports;

namespace Clonus.Cli.Tests.Verification;

/// <summary>The command itself, with cases of a small tracks file, which takes no time to analyse.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Suite => _folder["suite"];

    private string Input => _folder["über uns 1.trc"];

    public VerifyTests() => File.Copy(Repository.Path("samples", "tracks", "sustained.trc"), Input);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_case_is_added_by_one_command_and_agrees()
    {
        var added = await Add("ankle/sustained", "--rule", "at-least-10", "--mirror", "--marker", "left.ankle=label:left.ankle");

        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.Contains("12 beats", added.Output, StringComparison.Ordinal);
        Assert.Equal(
            "schema: clonus.case/1\ninput: \"../../../über uns 1.trc\"\noptions:\n  mirror: true\n  rule: at-least-10\n  markers:\n    left.ankle: \"label:left.ankle\"\n",
            File.ReadAllText(Path.Combine(Suite, "ankle", "sustained", "case.yaml")));
        Assert.Equal(
            ["beats.csv", "episodes.csv", "input.json", "result.json", "signal.csv", "tracks-alone.json", "tracks.csv"],
            Directory.EnumerateFiles(Expected("ankle/sustained")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var verified = await Verify();

        Assert.Equal(new CliRun(0, "agrees   ankle/sustained\n1 case: 1 agrees\n", ""), verified);
    }

    [Theory]
    [InlineData("", "--add cannot be ''")]
    [InlineData("../out", "--add cannot be '../out'")]
    [InlineData("/tmp/out", "--add cannot be '/tmp/out'")]
    [InlineData("a/../../out", "--add cannot be")]
    [InlineData("a/expected", "--add cannot be")]
    [InlineData("a\\b", "--add cannot be")]
    public async Task A_name_that_leads_out_is_refused(string name, string expected)
    {
        var run = await Add(name);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.ErrorLine, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Suite));
    }

    [Fact]
    public async Task A_case_that_is_there_stays()
    {
        await Add("one");

        var run = await Add("one", "--band", "3:9");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the case 'one' is there already", run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("band", File.ReadAllText(Path.Combine(Suite, "one", "case.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_input_that_cannot_be_read_no_case_is_left()
    {
        var run = await CliRun.Of("verify", Suite, _folder["missing.mp4"], "--add", "one");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"clonus: error: cannot read '{_folder["missing.mp4"]}' as a video: there is no such file", run.ErrorLine, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Suite));
    }

    [Theory]
    [InlineData("no folder given", "verify")]
    [InlineData("there is no case in 'DIR': add one with clonus verify DIR --add NAME INPUT", "verify DIR")]
    [InlineData("--band goes with --add", "verify DIR --band 3:9")]
    [InlineData("--times-from goes with --add", "verify DIR --times-from a.mp4")]
    [InlineData("'a.mp4' is one argument too many: an input goes with --add NAME", "verify DIR a.mp4")]
    [InlineData("--update does not go with --add", "verify DIR a.mp4 --add a --update")]
    [InlineData("no input given: name the file that the case is made of", "verify DIR --add a")]
    [InlineData("--format cannot be 'csv': give text or json", "verify DIR --format csv")]
    [InlineData("--junit DIR is a folder", "verify DIR --junit DIR")]
    [InlineData("cannot write DIR/gone/a.xml: there is no such folder; give another place with --junit", "verify DIR --junit DIR/gone/a.xml")]
    public async Task Misuse_is_exit_code_2(string expected, string arguments)
    {
        Directory.CreateDirectory(Suite);

        var run = await CliRun.Of([.. arguments.Split(' ').Select(a => a.Replace("DIR", Suite, StringComparison.Ordinal))]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected.Replace("DIR", Suite, StringComparison.Ordinal).Replace($"verify {Suite}", "verify DIR", StringComparison.Ordinal), run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_exit_code_3() => Assert.Equal(3, (await Verify()).ExitCode);

    [Theory]
    [InlineData("min_amplitude: 9.5deg", "beats", "sides.left.clonus.beats_total was 12, is ")]
    [InlineData("band: \"3:9\"", "filter", "signal.csv filtered line ")]
    [InlineData("merge_gap: 0.15", "beats", "sides.left.clonus.beats_total was 12, is 2")]
    [InlineData("rule: at-least-5", "judgement", "sides.left.clonus.rule.id was more-than-5, is at-least-5")]
    [InlineData("affected: left", "patterns", "gait.affected.")]
    [InlineData("mirror: true", "tracking", "markers[0].name was left.knee, is right.knee")]
    [InlineData("time_range: \":4\"", "reading", "clip.frames_read was 301, is ")]
    public async Task A_deliberate_change_fails_and_names_the_stage_that_moved(string setting, string stage, string first)
    {
        await Add("one");
        File.AppendAllText(Path.Combine(Suite, "one", "case.yaml"), $"options:\n  {setting}\n");

        var run = await Verify();

        Assert.Equal(6, run.ExitCode);
        Assert.StartsWith($"clonus: error: 1 of 1 cases differs; first: one: {stage}: {first}", run.ErrorLine, StringComparison.Ordinal);
        Assert.StartsWith($"DIFFERS  one: {stage} moved\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("a setting has changed: settings.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_moves_nothing_differs_as_a_setting()
    {
        await Add("one");
        File.AppendAllText(Path.Combine(Suite, "one", "case.yaml"), "options:\n  min_amplitude: 1.5deg\n");

        var run = await Verify();

        Assert.Equal(6, run.ExitCode);
        Assert.StartsWith("DIFFERS  one: settings have changed, and no finding\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_input_is_named_as_such()
    {
        await Add("one");
        File.Copy(Repository.Path("samples", "tracks", "sustained.c3d"), Input, overwrite: true);

        Assert.Contains("first: one: input: input.json input.bytes was 33203, is 20992", (await Verify()).ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s: 0.5", 0)]
    [InlineData("s: 0.05", 6)]
    [InlineData("px: 0.5", 6)]
    public async Task A_case_may_have_its_own_tolerances(string tolerance, int exitCode)
    {
        await Add("one");
        Alter("one", "beats.csv", "left,1.1", "left,1.2");
        File.AppendAllText(Path.Combine(Suite, "one", "case.yaml"), $"tolerances:\n  {tolerance}\n");

        Assert.Equal(exitCode, (await Verify()).ExitCode);
    }

    [Fact]
    public async Task Update_records_again_what_differs_and_shows_it_and_touches_nothing_else()
    {
        await Add("one");
        await Add("two");
        var recorded = File.ReadAllText(Path.Combine(Expected("two"), "result.json"));
        Alter("one", "beats.csv", "left,1.114557", "left,1.114999");
        Alter("two", "result.json", "\"beats_total\": 12", "\"beats_total\": 11");
        File.Delete(Path.Combine(Expected("two"), "beats.csv"));

        var updated = await CliRun.Of("verify", Suite, "--update");

        Assert.Equal((0, ""), (updated.ExitCode, updated.Error));
        Assert.StartsWith("agrees   one\nupdated  two: beats moved\n", updated.Output, StringComparison.Ordinal);
        Assert.Contains("sides.left.clonus.beats_total  11", updated.Output, StringComparison.Ordinal);
        Assert.Contains("2 cases: 1 agrees, 1 updated\n", updated.Output, StringComparison.Ordinal);
        Assert.Contains("left,1.114999", File.ReadAllText(Path.Combine(Expected("one"), "beats.csv")), StringComparison.Ordinal);
        Assert.Equal(recorded, File.ReadAllText(Path.Combine(Expected("two"), "result.json")));
        Assert.Equal(["case.yaml", "expected"], Directory.EnumerateFileSystemEntries(Path.Combine(Suite, "two")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Verify()).ExitCode);
    }

    [Fact]
    public async Task An_update_that_is_interrupted_leaves_the_record_as_it_was()
    {
        await Add("one");
        Alter("one", "result.json", "\"beats_total\": 12", "\"beats_total\": 11");
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(130, await CommandLine.RunAsync(["verify", Suite, "--update"], output, error, interrupted.Token));
        Assert.Contains("\"beats_total\": 11", File.ReadAllText(Path.Combine(Expected("one"), "result.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_recorded_fails_until_update_records_it()
    {
        await Add("one");
        Directory.Delete(Expected("one"), recursive: true);

        Assert.Contains("one: report: expected was not recorded", (await Verify()).ErrorLine, StringComparison.Ordinal);
        Assert.Equal(0, (await CliRun.Of("verify", Suite, "--update")).ExitCode);
        Assert.Equal(0, (await Verify()).ExitCode);
    }

    [Theory]
    [InlineData("result.json")]
    [InlineData("signal.csv")]
    [InlineData("input.json")]
    public async Task A_damaged_record_fails_until_update_mends_it(string file)
    {
        await Add("one");
        File.WriteAllText(Path.Combine(Expected("one"), file), "{");

        Assert.Equal(6, (await Verify()).ExitCode);
        Assert.Equal(0, (await CliRun.Of("verify", Suite, "--update")).ExitCode);
        Assert.Equal(0, (await Verify()).ExitCode);
    }

    [Fact]
    public async Task What_is_not_ours_beside_a_record_fails_and_is_not_removed()
    {
        await Add("one");
        var notes = Path.Combine(Expected("one"), "notes.txt");
        File.WriteAllText(notes, "");

        Assert.Contains("one: report: notes.txt was there, is (none)", (await Verify()).ErrorLine, StringComparison.Ordinal);
        var update = await CliRun.Of("verify", Suite, "--update");
        Assert.Equal(2, update.ExitCode);
        Assert.Contains("notes.txt is no file of a recorded result and stays untouched", update.ErrorLine, StringComparison.Ordinal);
        Assert.True(File.Exists(notes));
    }

    [Fact]
    public async Task A_case_that_cannot_be_analysed_does_not_stop_the_others()
    {
        await Add("b");
        await Add("c");
        Alter("c", "result.json", "\"beats_total\": 12", "\"beats_total\": 11");
        Directory.CreateDirectory(Path.Combine(Suite, "a"));
        File.WriteAllText(Path.Combine(Suite, "a", "case.yaml"), "schema: clonus.case/1\ninput: gone.trc\n");

        var run = await Verify();

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("clonus: error: a: case.yaml line 2: input: cannot read 'gone.trc': there is no such file; paths are relative to case.yaml\n", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("FAILED   a\nagrees   b\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("clonus: error: 1 of 3 cases differs; first: c: beats:", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("3 cases: 1 agrees, 1 differs, 1 failed\n", run.Output, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(Suite, "a", "case.yaml"), "schema: clonus.case/1\n");
        Assert.Equal(2, (await Verify()).ExitCode);
    }

    [Fact]
    public async Task Recorded_tracks_tell_whether_the_later_stages_moved_by_themselves()
    {
        await Add("one");
        Alter("one", "tracks.csv", ",1\n", ",0.5\n");

        Assert.Contains("the tracks alone have moved", (await Verify()).Output, StringComparison.Ordinal);

        Alter("one", "tracks-alone.json", "\"beats_total\": 12", "\"beats_total\": 11");
        Assert.Contains("the recorded tracks give something else too: beats: sides.left.clonus.beats_total was 11, is 12", (await Verify()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_the_same_and_keeps_to_its_schema()
    {
        await Add("one");
        Alter("one", "result.json", "\"beats_total\": 12", "\"beats_total\": 11");

        var run = await CliRun.Of("verify", Suite, "--format", "json");

        Assert.Equal(run, await CliRun.Of("verify", Suite, "--format", "json"));
        var report = JsonNode.Parse(run.Output)!;
        Assert.Empty(SchemaCheck.Complaints((JsonObject)JsonNode.Parse(Schemas.Find("verification")!)!, report));
        Assert.Equal("clonus.verification/1", (string?)report["schema"]);
        var difference = report["cases"]![0]!["differences"]![0]!;
        Assert.Equal(("beats", "result.json", "sides.left.clonus.beats_total", "11", "12"), ((string?)difference["stage"], (string?)difference["file"], (string?)difference["field"], (string?)difference["recorded"], (string?)difference["now"]));
    }

    [Theory]
    [MemberData(nameof(CultureTests.Cultures), MemberType = typeof(CultureTests))]
    public async Task Another_culture_says_the_same(string culture)
    {
        await Add("one", "--min-amplitude", "1.5deg");
        File.AppendAllText(Path.Combine(Suite, "one", "case.yaml"), "tolerances:\n  hz: 0.03\n");
        Alter("one", "result.json", "\"duration_s\": 5.0", "\"duration_s\": 6.5");
        var expected = await Verify();

        Assert.Equal(6, expected.ExitCode);
        Assert.Equal(expected, await CultureTests.In(culture, Verify));
    }

    private string Expected(string name) => Path.Combine(Suite, name, "expected");

    private Task<CliRun> Add(string name, params string[] options) => CliRun.Of(["verify", Suite, Input, "--add", name, .. options]);

    private Task<CliRun> Verify() => CliRun.Of("verify", Suite);

    private void Alter(string name, string file, string now, string then)
    {
        var path = Path.Combine(Expected(name), file);
        var text = File.ReadAllText(path);
        Assert.Contains(now, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(now, then, StringComparison.Ordinal));
    }
}
