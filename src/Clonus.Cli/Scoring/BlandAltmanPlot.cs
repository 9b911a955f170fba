using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>
/// The differences of two observers' counts over their means, with bias and limits of agreement and their 95 % intervals as bands: an SVG with a
/// panel for each comparison. Where several clips lie on one place the circle is larger and says how many.
/// </summary>
internal static class BlandAltmanPlot
{
    /// <summary>How every such file begins.</summary>
    public const string Beginning = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"clonus-score\"";

    private const double Width = 720, PanelHeight = 440;
    private const double Left = 70, Right = 530, Top = 50, Bottom = 380;
    private const double LabelHeight = 34, LineHeight = 15;
    private const double SmallestCircle = 5;
    private const string Blue = "#1f5fa8", Red = "#b0413e";

    /// <summary>The picture's text. Where nobody counted it says so.</summary>
    public static string Draw(ScoreDocument score)
    {
        var panels = score.Comparisons.Where(c => c.BeatsTotal.N > 0).ToArray();
        var height = Math.Max(1, panels.Length) * PanelHeight;
        var svg = new StringBuilder();
        svg.Append(Invariant($"{Beginning} width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">\n"));
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        if (panels.Length == 0)
            svg.Append(Invariant($"<text x=\"{Left}\" y=\"28\">No clip was counted by both.</text>\n"));
        for (var i = 0; i < panels.Length; i++)
        {
            svg.Append(Invariant($"<g transform=\"translate(0 {i * PanelHeight})\">\n"));
            DrawPanel(svg, panels[i]);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawPanel(StringBuilder svg, Comparison comparison)
    {
        var counts = Comparison.Counts(comparison.Clips, c => (c.RaterBeatsTotal, c.ReferenceBeatsTotal));
        var found = comparison.BeatsTotal.BlandAltman;
        var x = PlotAxis.Over([0, .. counts.Select(c => 0.5 + ((c.Rater + c.Reference) / 2.0))], Left, Right);
        var y = PlotAxis.Over([-1, 1, .. counts.Select(c => (double)(c.Rater - c.Reference)), .. Ends(found)], Bottom, Top);
        var (rater, reference) = (WebUtility.HtmlEncode(comparison.Rater), WebUtility.HtmlEncode(comparison.Reference));

        svg.Append(Invariant($"<text x=\"{Left}\" y=\"28\" font-size=\"15\" font-weight=\"bold\">Beats of the clip: {rater} and {reference}, n = {counts.Length}</text>\n"));
        (Estimate Of, string Name, string Colour)[] lines = [(found.UpperLimit, "+1.96 SD", Red), (found.Bias, "bias", Blue), (found.LowerLimit, "-1.96 SD", Red)];
        foreach (var (line, _, colour) in lines.Where(l => l.Of.Low is not null))
            svg.Append(Invariant($"<rect x=\"{Left}\" y=\"{y.At(line.High!.Value)}\" width=\"{Right - Left}\" height=\"{y.At(line.Low!.Value) - y.At(line.High!.Value):0.##}\" fill=\"{colour}\" fill-opacity=\"0.1\"/>\n"));
        DrawAxes(svg, x, y, rater, reference);
        foreach (var (line, _, colour) in lines.Where(l => l.Of.Value is not null))
            svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{y.At(line.Value!.Value)}\" y2=\"{y.At(line.Value!.Value)}\" stroke=\"{colour}\" stroke-width=\"1.5\"{(colour == Red ? " stroke-dasharray=\"7 4\"" : "")}/>\n"));
        DrawLabels(svg, [.. lines.Where(l => l.Of.Value is not null)], y);
        DrawClips(svg, counts, x, y);
    }

    private static IEnumerable<double> Ends(BlandAltman found) =>
        new[] { found.Bias, found.LowerLimit, found.UpperLimit }.SelectMany(e => new[] { e.Value, e.Low, e.High }).OfType<double>();

    private static void DrawAxes(StringBuilder svg, PlotAxis x, PlotAxis y, string rater, string reference)
    {
        svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{y.At(0)}\" y2=\"{y.At(0)}\" stroke=\"#999999\"/>\n"));
        svg.Append(Invariant($"<path d=\"M{Left} {Top}V{Bottom}H{Right}\" fill=\"none\" stroke=\"black\"/>\n"));
        foreach (var tick in x.Ticks)
            svg.Append(Invariant($"<path d=\"M{x.At(tick)} {Bottom}v5\" stroke=\"black\"/><text x=\"{x.At(tick)}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{tick}</text>\n"));
        foreach (var tick in y.Ticks)
            svg.Append(Invariant($"<path d=\"M{Left} {y.At(tick)}h-5\" stroke=\"black\"/><text x=\"{Left - 9}\" y=\"{y.At(tick) + 4.5:0.##}\" text-anchor=\"end\">{tick}</text>\n"));
        svg.Append(Invariant($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 44}\" text-anchor=\"middle\">Mean of both counts (beats)</text>\n"));
        svg.Append(Invariant($"<text transform=\"translate(22 {(Top + Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">Difference, {rater} - {reference} (beats)</text>\n"));
    }

    // From the top down, each at its line or below the one above; from the bottom up again, so that none is pushed out of the panel.
    private static void DrawLabels(StringBuilder svg, ImmutableArray<(Estimate Of, string Name, string Colour)> lines, PlotAxis y)
    {
        var places = lines.Select(l => y.At(l.Of.Value!.Value)).ToArray();
        for (var i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + LabelHeight);
        for (var (i, lowest) = (places.Length - 1, Bottom); i >= 0; i--, lowest -= LabelHeight)
            places[i] = Math.Min(places[i], lowest);
        foreach (var ((line, name, colour), place) in lines.Zip(places))
        {
            svg.Append(Invariant($"<text x=\"{Right + 10}\" y=\"{place + 4.5:0.##}\" fill=\"{colour}\">{name}: {Number(line.Value!.Value)}</text>\n"));
            if (line is { Low: { } low, High: { } high })
                svg.Append(Invariant($"<text x=\"{Right + 10}\" y=\"{place + 4.5 + LineHeight:0.##}\" fill=\"{colour}\" font-size=\"12\">95 % CI {Number(low)} to {Number(high)}</text>\n"));
        }
    }

    private static void DrawClips(StringBuilder svg, ImmutableArray<(int Rater, int Reference)> counts, PlotAxis x, PlotAxis y)
    {
        foreach (var place in counts.GroupBy(c => c).OrderBy(g => g.Key))
        {
            var (atX, atY) = (x.At((place.Key.Rater + place.Key.Reference) / 2.0), y.At(place.Key.Rater - place.Key.Reference));
            var clips = place.Count();
            svg.Append(Invariant($"<circle cx=\"{atX}\" cy=\"{atY}\" r=\"{(clips == 1 ? SmallestCircle : Math.Min(14, 7 + clips)):0.##}\" fill=\"white\" fill-opacity=\"0.8\" stroke=\"black\" stroke-width=\"1.3\"/>"));
            svg.Append(clips == 1 ? "\n" : Invariant($"<text x=\"{atX}\" y=\"{atY + 4:0.##}\" text-anchor=\"middle\" font-size=\"11\">{clips}</text>\n"));
        }
    }

    private static string Number(double value) => TextNumber.Fixed(Math.Round(value, 2) + 0.0, 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
