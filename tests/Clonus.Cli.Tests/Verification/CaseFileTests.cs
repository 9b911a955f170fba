using Clonus.Cli.Settings;
using Clonus.Cli.Verification;
using Clonus.Motion;

namespace Clonus.Cli.Tests.Verification;

public sealed class CaseFileTests
{
    [Fact]
    public void Paths_are_relative_to_the_case()
    {
        var read = Read("input: ../clips/a.csv\ntimes_from: b.mp4\n");

        Assert.Equal((Path.Combine("case", "../clips/a.csv"), Path.Combine("case", "b.mp4")), (read.Input, read.TimesFrom));
    }

    [Fact]
    public void Options_are_a_protocols_keys_and_override_the_protocol()
    {
        using var folder = new Folder();
        folder.Write("room.yaml", "schema: clonus.protocol/1\nband: \"3:9\"\nrule: at-least-3\n");

        var settings = CaseFile.Parse(new StringReader("schema: clonus.case/1\ninput: a.mp4\nprotocol: room.yaml\noptions:\n  band: \"4:8\"\n  markers:\n    left.ankle: green\n"), folder.Path).Settings;

        Assert.Equal(["band: \"4:8\"", "rule: at-least-3", "  left.ankle: green"], Protocol.Print(settings).Split('\n').Where(l => l.StartsWith("band", StringComparison.Ordinal) || l.StartsWith("rule", StringComparison.Ordinal) || l.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tolerances_override_the_defaults_unit_by_unit()
    {
        var tolerances = Read("input: a.mp4\ntolerances: {s: 0.5, deg/s: 0}\n").Tolerances;

        Assert.Equal((0.5m, 0m, Tolerances.Default.For("px")), (tolerances.For("s"), tolerances.For("deg/s"), tolerances.For("px")));
    }

    [Theory]
    [InlineData("case.yaml line 2: unknown key 'inputs': allowed are schema, input,", "inputs: a.mp4\n")]
    [InlineData("case.yaml line 1: input is missing", "options: {}\n")]
    [InlineData("case.yaml line 2: input takes one path", "input: [a, b]\n")]
    [InlineData("case.yaml line 4: unknown key 'bandd': allowed are", "input: a\noptions:\n  bandd: 3\n")]
    [InlineData("case.yaml line 4: unknown key 'min-amplitude': write min_amplitude", "input: a\noptions:\n  min-amplitude: 3deg\n")]
    [InlineData("case.yaml line 4: band cannot be '9:3': give LOW:HIGH", "input: a\noptions:\n  band: \"9:3\"\n")]
    [InlineData("case.yaml line 3: options is a map", "input: a\noptions: fast\n")]
    [InlineData("case.yaml line 3: unknown unit 'minutes': there are s 0.001, hz 0.02,", "input: a\ntolerances: {minutes: 1}\n")]
    [InlineData("case.yaml line 4: the tolerance of s cannot be '-1': give a number from 0, in s", "input: a\ntolerances:\n  s: -1\n")]
    [InlineData("case.yaml line 4: the tolerance of s cannot be '0,5'", "input: a\ntolerances:\n  s: \"0,5\"\n")]
    [InlineData("--rule infant needs --age-months", "input: a\noptions: {rule: infant}\n")]
    public void What_a_case_cannot_say_is_refused_with_its_line(string expected, string yaml) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("case.yaml line 1: the first key must be 'schema: clonus.case/1'", "schema: clonus.protocol/1\ninput: a\n")]
    [InlineData("case.yaml: a case is one map of names to values", "- a\n")]
    [InlineData("case.yaml line 2: not YAML", "schema: clonus.case/1\n{")]
    public void What_is_no_case_is_refused(string expected, string yaml) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => CaseFile.Parse(new StringReader(yaml), "case")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_printed_case_reads_back_to_itself()
    {
        var printed = CaseFile.Print("../Gänge/walk \"1\".mp4", "b c.mp4", null, [("band", "3:9"), ("mirror", "true")], [("left.toe", "at:320,240@1.5")]);

        var read = CaseFile.Parse(new StringReader(printed), "case");

        Assert.Equal((Path.Combine("case", "../Gänge/walk \"1\".mp4"), Path.Combine("case", "b c.mp4")), (read.Input, read.TimesFrom));
        Assert.Contains("mirror: true\nband: \"3:9\"\n", Protocol.Print(read.Settings), StringComparison.Ordinal);
        Assert.Contains("left.toe: \"at:320,240@1.5\"", Protocol.Print(read.Settings), StringComparison.Ordinal);
    }

    private static CaseFile Read(string yaml) => CaseFile.Parse(new StringReader("schema: clonus.case/1\n" + yaml), "case");
}
