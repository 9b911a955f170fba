using Clonus.Motion.Beats;
using Clonus.Motion.Signals;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>
/// Troughs are the best chain of the signal's dips after a stretch, by dynamic programming (after Ellis's beat tracker): each is worth one, less what it
/// lacks in depth and in return, less what its interval differs from the one before. Nothing is known of the rate beforehand; after a pause a train may
/// begin anew.
/// </summary>
internal static class BeatChain
{
    private const double ShortestSeconds = 0.08;
    private const double LongestSeconds = 0.8;

    // Half of the longest interval of the band: how far away a crest may lie from its trough.
    private const double LongestSideSeconds = 0.25;

    // Dips of less than this share of the gate are none, whatever chain they fit into.
    private const double LeastDepth = 0.25;

    // What a trough without any depth costs, and intervals that differ by a factor of e. Chosen on tuning seeds.
    private const double DepthCost = 2;
    private const double UnevenCost = 3;

    public static IEnumerable<double> Find(MethodInput input)
    {
        var dips = TurningPoints.Find(input.Smooth, LeastDepth * input.Gate.Value).Where(p => !p.IsCrest && !p.AtEdge).ToArray();
        return input.Spans.SelectMany(span => Best(input, span, [.. dips.Where(d => d.TimeSeconds > span.From && d.TimeSeconds < span.To)]));
    }

    private static List<double> Best(MethodInput input, (double From, double To) span, TurningPoint[] dips)
    {
        // Of the chains that end with two dips, or with one after a pause.
        var ends = new List<Link>[dips.Length];
        Link? best = null;
        for (var i = 0; i < dips.Length; i++)
        {
            var paused = ends.Take(i).SelectMany(links => links).Where(link => dips[i].TimeSeconds - link.Seconds > LongestSeconds).MaxBy(link => link.Value);
            ends[i] = [new Link(paused, dips[i].TimeSeconds, null, Math.Max(paused?.Value ?? 0, 0) + Worth(input, span.From, dips[i]))];
            for (var j = i - 1; j >= 0 && dips[i].TimeSeconds - dips[j].TimeSeconds <= LongestSeconds; j--)
            {
                var interval = dips[i].TimeSeconds - dips[j].TimeSeconds;
                if (interval >= ShortestSeconds)
                {
                    var before = ends[j].MaxBy(link => link.Value - Uneven(link.Interval, interval))!;
                    ends[i].Add(new Link(before, dips[i].TimeSeconds, interval, before.Value - Uneven(before.Interval, interval) + Worth(input, dips[j].TimeSeconds, dips[i])));
                }
            }

            best = ends[i].Append(best).MaxBy(link => link?.Value ?? 0);
        }

        var chain = new List<double>();
        for (var link = best is { Value: > 0 } ? best : null; link is not null; link = link.Before)
        {
            chain.Add(link.Seconds);
        }

        return chain;
    }

    // The swing on its smaller side, where twice the return is as good as the depth: half of a beat comes back.
    private static double Worth(MethodInput input, double after, TurningPoint dip)
    {
        double Crest(double from, double to) => input.Smooth.Values.AsSpan(input.Smooth.IndexAt(from)..(input.Smooth.IndexAt(to) + 1)).ToArray().Max();
        var depth = Crest(Math.Max(after, dip.TimeSeconds - LongestSideSeconds), dip.TimeSeconds) - dip.Value;
        var rise = Crest(dip.TimeSeconds, dip.TimeSeconds + LongestSideSeconds) - dip.Value;
        return 1 - (DepthCost * Math.Max(0, 1 - (input.Gate.WithoutNoise(Math.Min(depth, 2 * rise)) / input.Gate.Value)));
    }

    private static double Uneven(double? before, double interval) => before is { } b ? UnevenCost * Math.Pow(Math.Log(interval / b), 2) : 0;

    private sealed record Link(Link? Before, double Seconds, double? Interval, double Value);
}
