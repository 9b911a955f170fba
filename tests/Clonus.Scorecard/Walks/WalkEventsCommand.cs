using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>Contacts and foot-offs of simulated walkers against their truth.</summary>
internal static class WalkEventsCommand
{
    // At the very ends of a clip a foot may stop or start unseen.
    private const double EdgeSeconds = 0.15;
    private const double NearSeconds = 0.25;

    public static Command Create()
    {
        var walkers = new Option<int>("--walkers") { DefaultValueFactory = _ => 320, Description = "Half of them normal" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
        var list = new Option<bool>("--list") { Description = "Also each event that was missed by more than a frame" };
        var seen = new Option<Seen?>("--seen") { Description = "Only walkers measured from there" };
        var command = new Command("walk-events", "Contacts and foot-offs of simulated walkers against their truth, within a frame") { walkers, tuning, list, seen };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(walkers), parsed.GetValue(tuning), parsed.GetValue(list), parsed.GetValue(seen), cancel)));
        return command;
    }

    private sealed class Row
    {
        public int True { get; set; }

        public int Found { get; set; }

        public int Hit { get; set; }

        public List<double> Milliseconds { get; } = [];
    }

    private static int Run(int walkers, bool tuning, bool list, Seen? only, CancellationToken cancel)
    {
        var first = tuning ? WalkerCase.FirstTuningSeed : WalkerCase.FirstScoreSeed;
        Console.WriteLine($"Seeds {first} to {first + walkers - 1}.");
        foreach (var (seen, fps) in Enum.GetValues<Seen>().Where(s => only is null || s == only).SelectMany(s => new[] { (s, 30), (s, 60) }))
        {
            Console.WriteLine($"\n## {seen}, {fps} frames a second\n");
            Console.WriteLine("| event | walkers | true | recall | precision | error ms: 5 %, median, 95 % |");
            Console.WriteLine("|---|---|---|---|---|---|");
            var rows = new SortedDictionary<(GaitEventKind Kind, string Who), Row>();
            for (var seed = first; seed < first + walkers; seed++)
            {
                cancel.ThrowIfCancellationRequested();
                Compare(new WalkerCase(seed, seen, fps), rows, list);
            }

            foreach (var ((kind, who), row) in rows)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind} | {who} | {row.True} | {(double)row.Hit / row.True:0.000} | {(double)row.Hit / Math.Max(row.Found, 1):0.000} | {row.Milliseconds.Quantile(0.05):0}, {row.Milliseconds.Median():0}, {row.Milliseconds.Quantile(0.95):0} |"));
            }
        }

        return 0;
    }

    private static void Compare(WalkerCase walker, SortedDictionary<(GaitEventKind Kind, string Who), Row> rows, bool list)
    {
        var script = walker.Script();
        var truth = WalkTruth.Of(script);
        var tracks = walker.Tracks(script, truth);
        var found = GaitAnalyzer.FindSteps(tracks, tracks, new GaitSettings()).Events.ToArray();
        bool IsInside(double time) => time > EdgeSeconds && time < tracks.FrameTimesSeconds[^1] - EdgeSeconds;
        foreach (var leg in truth.Legs)
        {
            foreach (var (kind, all) in new[] { (GaitEventKind.InitialContact, leg.ContactsSeconds), (GaitEventKind.FootOff, leg.ToeOffsSeconds) })
            {
                double[] times = [.. all.Where(IsInside)], own = [.. found.Where(e => e.Kind == kind && e.Side == leg.Side).Select(e => e.TimeSeconds)];
                var errors = times.Select(t => own.Select(o => (double?)(o - t)).Where(e => Math.Abs(e!.Value) < NearSeconds).MinBy(e => Math.Abs(e!.Value))).ToArray();
                foreach (var who in walker.Patterns.Select(name => name.ToString()).DefaultIfEmpty("normal").Prepend(" all"))
                {
                    var row = rows.TryGetValue((kind, who), out var old) ? old : rows[(kind, who)] = new Row();
                    row.True += times.Length;
                    row.Found += own.Count(IsInside);
                    row.Hit += errors.Count(e => Math.Abs(e ?? 1) <= 1.0 / walker.Fps);
                    row.Milliseconds.AddRange(errors.OfType<double>().Select(e => 1000 * e));
                }

                foreach (var (time, error) in list ? times.Zip(errors).Where(p => !(Math.Abs(p.Second ?? 1) <= 1.0 / walker.Fps)) : [])
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {walker.Words(script.Scene.Motion)}: {leg.Side} {kind} at {time:0.000} s: {1000 * error:0} ms"));
            }
        }
    }
}
