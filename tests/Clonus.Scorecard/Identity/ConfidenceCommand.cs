using System.CommandLine;
using System.Globalization;

namespace Clonus.Scorecard.Identity;

/// <summary>Prints stated confidence beside the share of points that were as near to the truth as confidence means.</summary>
internal static class ConfidenceCommand
{
    private static readonly double[] Edges = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

    public static Command Create()
    {
        var clips = new Option<int>("--clips") { DefaultValueFactory = _ => 200, Description = "How many clips" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that settings may be chosen on, 1 to 99, instead of those that judge, from 2001 on" };
        var command = new Command("confidence", "Stated confidence beside the share of points within half a pixel or 5 % of the diameter") { clips, tuning };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(clips), parsed.GetValue(tuning), cancel)));
        return command;
    }

    private static int Run(int clips, bool tuning, CancellationToken cancel)
    {
        var seeds = tuning ? Enumerable.Range(IdentityRun.FirstTuningSeed, Math.Min(clips, 99)) : Enumerable.Range(IdentityRun.FirstScoreSeed, clips);
        var points = IdentityRun.Of(seeds, cancel).SelectMany(s => s.Points).ToArray();
        Console.WriteLine("| points | number | stated | true | RMS error, px |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        for (var i = 0; i + 1 < Edges.Length; i++)
        {
            var (low, high, isLast) = (Edges[i], Edges[i + 1], i + 2 == Edges.Length);
            Write(FormattableString.Invariant($"stated {low} to {high}"), [.. points.Where(p => p.Stated >= low && (p.Stated < high || isLast))]);
        }

        Write("whole in sight", [.. points.Where(p => p.Hidden <= 0.02)]);
        Write("2 to 10 % hidden", [.. points.Where(p => p.Hidden is > 0.02 and <= 0.1)]);
        Write("10 to 30 % hidden", [.. points.Where(p => p.Hidden is > 0.1 and <= 0.3)]);
        Write("30 to 50 % hidden", [.. points.Where(p => p.Hidden is > 0.3 and <= 0.5)]);
        Write("more hidden", [.. points.Where(p => p.Hidden > 0.5)]);
        Write("below 8 px", [.. points.Where(p => p.DiameterPixels < 8)]);
        Write("8 to 12 px", [.. points.Where(p => p.DiameterPixels is >= 8 and < 12)]);
        Write("from 12 px", [.. points.Where(p => p.DiameterPixels >= 12)]);
        Write("all", points);
        return 0;
    }

    private static void Write(string name, ScoredPoint[] points)
    {
        if (points.Length > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {points.Length} | {points.Average(p => p.Stated):0.000} | {(double)points.Count(p => p.IsRight) / points.Length:0.000} | {Math.Sqrt(points.Average(p => p.ErrorPixels * p.ErrorPixels)):0.00} |"));
        }
    }
}
