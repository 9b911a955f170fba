using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Verification;

/// <summary>A verification as JUnit XML, which build servers show. It holds no times, so that equal runs give equal bytes.</summary>
internal static class JUnitReport
{
    private const string Option = "--junit";

    /// <exception cref="Motion.InputException">The file is a folder, has none to lie in, or is there already and not ours.</exception>
    public static void Refuse(string path)
    {
        OutputFile.RefuseFolder(path, Option);
        OutputFile.RefusePlace(path, Option);
    }

    /// <exception cref="Motion.InputException">It cannot be written.</exception>
    public static void Write(string path, VerificationReport report) => OutputFile.Write(
        path,
        stream =>
        {
            using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
            Document(report).Save(xml);
        },
        Option);

    private static XDocument Document(VerificationReport report) => new(new XElement(
        "testsuite",
        new XAttribute("name", "clonus verify"),
        Count("tests", report.Cases.Length),
        Count("failures", report.Differing),
        Count("errors", report.Failed),
        Count("skipped", 0),
        report.Cases.Select(TestCase)));

    private static XElement TestCase(CaseReport report) => new(
        "testcase",
        new XAttribute("classname", "clonus.verify"),
        new XAttribute("name", Allowed(report.Name)),
        report switch
        {
            { Outcome: CaseOutcome.Differs, Differences: [var first, ..] } => new XElement(
                "failure",
                new XAttribute("message", Allowed(first.Sentence)),
                new XAttribute("type", ContractNames.Word(first.Stage)),
                Allowed(VerificationText.Table(report))),
            { Error: { } error } => new XElement("error", new XAttribute("message", Allowed(error))),
            _ => null,
        });

    private static XAttribute Count(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));

    // XML has no place for control characters, not even escaped ones.
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsAllowed(rune) ? rune.ToString() : "\uFFFD"));

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
