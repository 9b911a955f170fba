using Clonus.Motion.Clips;
using Clonus.Vision.Drawing;

namespace Clonus.Cli.Reports;

/// <summary>signal.png: each side's signal under a line with its count and verdict.</summary>
internal static class SignalPicture
{
    public static void Write(string path, ResultDocument result, ClipFindings findings) =>
        SignalPlot.Write(path, [.. findings.Sides.Select(side => new SignalPanel(Title(result, side), side))]);

    private static string Title(ResultDocument result, SideFindings side)
    {
        var subject = TextSummary.Subject(result.Settings.Analysis.Signal.Site, side.Side);
        return $"{result.Clip.Id}: {subject}, {TextSummary.Headline(TextStyle.Plain, side.Clonus)}";
    }
}
