using System.Globalization;
using System.Xml.Linq;
using Clonus.Cli.Scoring;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Scoring;

public sealed class BlandAltmanPlotTests
{
    [Fact]
    public void Clips_in_one_place_are_one_larger_circle_with_their_number()
    {
        var drawn = XDocument.Parse(BlandAltmanPlot.Draw(Score((5, 5), (5, 5), (5, 5), (9, 7))));

        var circles = Named(drawn, "circle").ToArray();
        Assert.Equal(2, circles.Length);
        Assert.True(Number(circles[0], "r") > Number(circles[1], "r"));
        Assert.Contains("3", Texts(drawn));
    }

    [Fact]
    public void What_is_drawn_says_what_it_is()
    {
        var texts = Texts(XDocument.Parse(BlandAltmanPlot.Draw(Score((5, 4), (6, 6), (9, 7))))).ToArray();

        Assert.Contains("Beats of the clip: clonus and A <&> B, n = 3", texts);
        Assert.Contains("Difference, clonus - A <&> B (beats)", texts);
        Assert.Contains("Mean of both counts (beats)", texts);
        Assert.Contains("bias: 1.00", texts);
        Assert.Contains("+1.96 SD: 2.96", texts);
        Assert.Contains("-1.96 SD: -0.96", texts);
    }

    [Fact]
    public void All_lies_within_the_picture_and_no_label_over_another_one()
    {
        foreach (var counts in new (int, int)[][] { [(0, 0)], [(0, 0), (0, 0)], [(40, 3), (2, 900), (7, 7)], [(5, 5), (6, 6), (7, 8)] })
        {
            var drawn = XDocument.Parse(BlandAltmanPlot.Draw(Score(counts)));

            Assert.All(Named(drawn, "circle"), circle =>
            {
                Assert.InRange(Number(circle, "cx"), 70, 530);
                Assert.InRange(Number(circle, "cy"), 50, 380);
            });
            var labels = Named(drawn, "text").Where(t => t.Attribute("fill") is not null).Select(t => Number(t, "y")).Order().ToArray();
            Assert.All(labels, y => Assert.InRange(y, 40, 420));
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14, $"{pair}"));
        }
    }

    [Fact]
    public void Where_nobody_counted_it_says_so()
    {
        Assert.Equal(["No clip was counted by both."], Texts(XDocument.Parse(BlandAltmanPlot.Draw(Score()))));
    }

    [Fact]
    public async Task The_command_draws_it_and_touches_no_file_that_is_not_its_own()
    {
        using var folder = new Folder();
        var results = CountedResults.Write(folder, CountedResults.Result("one", left: CountedResults.Beats(3)));
        var truth = folder.Write("truth.csv", "file,count\none,3\n");
        var foreign = folder.Write("mine.svg", "<svg/>");

        string[] arguments = ["score", results, "--truth", truth, "--plot"];
        Assert.Equal(0, (await CliRun.Of([.. arguments, folder["new.svg"]])).ExitCode);
        Assert.Equal(0, (await CliRun.Of([.. arguments, folder["new.svg"]])).ExitCode);
        var refused = await CliRun.Of([.. arguments, foreign]);

        Assert.Equal(2, refused.ExitCode);
        Assert.EndsWith("give another name with --plot", refused.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("<svg/>", await File.ReadAllTextAsync(foreign, TestContext.Current.CancellationToken));
        Assert.StartsWith(BlandAltmanPlot.Beginning, await File.ReadAllTextAsync(folder["new.svg"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    internal static ScoreDocument Score(params (int Rater, int Reference)[] counts)
    {
        var sides = counts.Select((c, i) => new ObservedSide(
            "clip" + i.ToString(CultureInfo.InvariantCulture), BodySide.Left, ComparisonStatus.Compared,
            new Observation(c.Rater, null, null, c.Rater > 5), new Observation(c.Reference, null, null, c.Reference > 5)));
        return new ScoreDocument(ScoreDocument.CurrentSchema, "A notice.", 0.04, Estimate.ConfidenceLevel, ["more-than-5"], [Comparison.Of("clonus", "A <&> B", sides, 0.04)], []);
    }

    private static IEnumerable<XElement> Named(XDocument drawn, string name) => drawn.Descendants().Where(e => e.Name.LocalName == name);

    private static IEnumerable<string> Texts(XDocument drawn) => Named(drawn, "text").Select(t => t.Value);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
