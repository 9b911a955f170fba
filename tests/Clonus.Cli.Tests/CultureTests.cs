using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Scoring;
using Clonus.Formats;
using Clonus.Formats.Export;

namespace Clonus.Cli.Tests;

/// <summary>A German or Turkish machine gives the same bytes. The cultures are made by hand, because the tool runs with invariant data.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Cultures => ["de-DE", "tr-TR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Results_are_the_same_bytes(string name)
    {
        var result = Legs.Result(Legs.Stretched(8));
        var expected = Everything(result);

        Assert.Equal(expected, In(name, () => Everything(Legs.Result(Legs.Stretched(8)))));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Settings_are_read_and_printed_alike(string name)
    {
        string[] arguments = ["analyze", "--band", "2.75:9.5", "--min-amplitude", "1.5deg", "--neutral", "1.25s", "--side", "right", "--site", "ankle", "--print-config"];
        var expected = await CliRun.Of(arguments);

        var run = await In(name, () => CliRun.Of(arguments));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.Output, run.Output);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Help_is_the_same(string name)
    {
        Assert.Equal((await CliRun.Of("analyze", "--help")).Output, (await In(name, () => CliRun.Of("analyze", "--help"))).Output);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task A_score_is_the_same(string name)
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)), CountedResults.Result("two", left: CountedResults.Beats(9)), CountedResults.Result("three", left: CountedResults.Beats(6)));
        var truth = folder.Write("truth.csv", "file;beat_times_s;sustained\none;1,01 1.25;no\ntwo;1,02 1,5 1,75 2;yes\nthree;1,01;no\n");
        foreach (var format in new[] { "text", "markdown", "json", "csv" })
        {
            string[] arguments = ["score", results, "--truth", truth, "--tolerance", "40.5ms", "--format", format, "--plot", folder["plot.svg"]];
            var expected = await CliRun.Of(arguments);
            var drawn = await File.ReadAllBytesAsync(folder["plot.svg"], TestContext.Current.CancellationToken);

            Assert.Equal(expected, await In(name, () => CliRun.Of(arguments)));
            Assert.Equal(drawn, await File.ReadAllBytesAsync(folder["plot.svg"], TestContext.Current.CancellationToken));
        }
    }

    private static string Everything(ResultDocument result)
    {
        using var text = new StringWriter(CultureInfo.CurrentCulture);
        text.Write(ContractJson.Write(result));
        ResultTables.WriteBeats(text, result);
        ResultTables.WriteEpisodes(text, result);
        ResultTables.WriteSummary(text, [result]);
        TracksCsvWriter.Write(text, Legs.Stretched(8).ToTrajectories());
        ResultTables.WriteSignal(text, Legs.Findings(Legs.Stretched(8)));
        TextSummary.Write(text, TextStyle.Plain, result, "leg.clonus");
        return text.ToString();
    }

    internal static T In<T>(string name, Func<T> run)
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)new CultureInfo(name).Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
