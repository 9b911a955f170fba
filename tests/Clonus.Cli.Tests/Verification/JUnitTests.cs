using System.Xml.Linq;
using Clonus.Cli.Verification;
using Clonus.Motion;

namespace Clonus.Cli.Tests.Verification;

public sealed class JUnitTests : IDisposable
{
    private static readonly Difference Beats = Difference.Exact(Stage.Beats, "result.json", "sides.left.clonus.beats_total", "12", "11");

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_counts_and_names_what_became_of_each_case()
    {
        var suite = Written(
            CaseReport.Of("a", CaseOutcome.Agrees, []), CaseReport.Of("b", CaseOutcome.Differs, [Beats]), CaseReport.Failure("c", "cannot read 'c.mp4'"), CaseReport.Of("d", CaseOutcome.Updated, [Beats]));

        Assert.Equal(("4", "1", "1", "0"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("errors"), (string?)suite.Attribute("skipped")));
        Assert.Equal(["a", "b", "c", "d"], suite.Elements("testcase").Select(c => (string?)c.Attribute("name")));
        var failure = Assert.Single(suite.Descendants("failure"));
        Assert.Equal(("b", "beats", "sides.left.clonus.beats_total was 12, is 11"), ((string?)failure.Parent!.Attribute("name"), (string?)failure.Attribute("type"), (string?)failure.Attribute("message")));
        Assert.Contains("beats  sides.left.clonus.beats_total  12        11", failure.Value, StringComparison.Ordinal);
        Assert.Equal("cannot read 'c.mp4'", (string?)Assert.Single(suite.Descendants("error")).Attribute("message"));
    }

    [Fact]
    public void What_XML_has_no_place_for_is_replaced_and_the_rest_is_escaped()
    {
        const string hostile = "<a> & \"b\" 'c' \u0001\u001b[31m \uFFFF \ud800 \U0001F9B5 ä";

        var suite = Written(CaseReport.Of(hostile, CaseOutcome.Differs, [Beats with { Recorded = hostile }]));

        const string kept = "<a> & \"b\" 'c' \uFFFD\uFFFD[31m \uFFFD \uFFFD \U0001F9B5 ä";
        Assert.Equal(kept, (string?)suite.Element("testcase")!.Attribute("name"));
        Assert.Contains(kept, suite.Element("testcase")!.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_report_is_replaced_and_another_file_is_not()
    {
        var path = _folder.Write("other.xml", "<testsuite name=\"mine\" />");
        Assert.Contains("other.xml is there already, was not written by this tool and stays untouched: give another name with --junit", Assert.Throws<InputException>(() => JUnitReport.Refuse(path)).Message, StringComparison.Ordinal);

        Written(CaseReport.Of("a", CaseOutcome.Agrees, []));
        var before = File.ReadAllBytes(_folder["junit.xml"]);
        JUnitReport.Refuse(_folder["junit.xml"]);
        Written(CaseReport.Of("a", CaseOutcome.Agrees, []));
        Assert.Equal(before, File.ReadAllBytes(_folder["junit.xml"]));
    }

    private XElement Written(params CaseReport[] cases)
    {
        JUnitReport.Write(_folder["junit.xml"], VerificationReport.Of([.. cases]));
        return XDocument.Load(_folder["junit.xml"]).Root!;
    }
}
