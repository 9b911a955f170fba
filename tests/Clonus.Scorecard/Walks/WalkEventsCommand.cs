using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Scorecard.Walks;

/// <summary>Contacts and foot-offs of simulated walkers against their truth.</summary>
internal static class WalkEventsCommand
{
    public static Command Create()
    {
        var walkers = new Option<int>("--walkers") { DefaultValueFactory = _ => 40 };
        var tuning = new Option<bool>("--tuning");
        var verbose = new Option<bool>("--verbose");
        var command = new Command("walk-events", "Events") { walkers, tuning, verbose };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(walkers), parsed.GetValue(tuning), parsed.GetValue(verbose))));
        return command;
    }

    private static int Run(int walkers, bool tuning, bool verbose)
    {
        foreach (var view in new[] { WalkView.Side, WalkView.Front, WalkView.Back })
        foreach (var fps in new[] { 30.0, 60 })
        foreach (var kind in new[] { GaitEventKind.InitialContact, GaitEventKind.FootOff })
        {
            int truth = 0, found = 0, hit = 0;
            var errors = new List<double>();
            for (var seed = tuning ? 1 : 1001; seed < (tuning ? 1 : 1001) + walkers; seed++)
            {
                var random = new SeededRandom(seed, "walk events");
                var speed = 0.5 + (1.0 * random.NextUnit());
                var scene = new WalkScene
                {
                    Seed = seed,
                    Motion = new WalkMotion { MetresPerSecond = speed, CadencePerMinute = 60 * Math.Sqrt(speed / 0.0065 / 60) , Treadmill = seed % 5 == 0 },
                    Subject = new WalkSubject { View = view, WalksTo = seed % 2 == 0 ? BodySide.Left : BodySide.Right },
                    Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate((int)fps, 1) },
                };
                var script = WalkScript.Of(scene);
                var t = WalkTruth.Of(script);
                var tracks = new TrackSet(t.FrameTimesSeconds, [.. t.Markers.Select(m => new MarkerTrack(
                    MarkerName.TryParse(m.Name, out var name) ? name : default, "green",
                    [.. m.Positions.Select(p => p is { } q ? new MarkerSample(new ImagePoint(q.X + (0.3 * random.NextNormal()), q.Y + (0.3 * random.NextNormal())), 1) : (MarkerSample?)null)]))]);
                var bouts = WalkBouts.Find(tracks, tracks, new GaitSettings());
                var events = bouts.Bouts.SelectMany(b => GaitEventDetector.Detect(b, new GaitSettings()).Feet).SelectMany(f => f.Events).Where(e => e.Kind == kind).ToList();
                if (verbose && kind == GaitEventKind.InitialContact && seed < 3)
                {
                    foreach (var b in bouts.Bouts)
                    {
                        var floor = FootMotion.Floor(b, new GaitSettings());
                        Console.WriteLine($"floor {floor}");
                        var m = FootMotion.Of(b, BodySide.Left, floor, new GaitSettings())!;
                        for (var i = 0; i < b.FrameCount; i++) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{b.TimesSeconds[i]:0.000} {m.SoleSpeeds[i]:0.00} {m.Heel?[i]:0.00} {m.Toe?[i]:0.00} scale {1 / b.FootScales[i]:0}"));
                    }
                }
                foreach (var leg in t.Legs)
                {
                    var own = events.Where(e => e.Side == leg.Side).Select(e => e.TimeSeconds).ToList();
                    var times = kind == GaitEventKind.InitialContact ? leg.ContactsSeconds : leg.ToeOffsSeconds;
                    double[] inner = [.. times.Where(x => x > 0.15 && x < t.FrameTimesSeconds[^1] - 0.15)];
                    truth += inner.Length;
                    found += own.Count(x => x > 0.15 && x < t.FrameTimesSeconds[^1] - 0.15);
                    foreach (var x in inner)
                    {
                        if (own.Count > 0)
                        {
                            var best = own.MinBy(o => Math.Abs(o - x));
                            if (Math.Abs(best - x) < 0.15) errors.Add(best - x);
                            if (Math.Abs(best - x) <= 1 / fps) hit++;
                            else if (verbose) Console.WriteLine($"{view} {fps} seed {seed} v {speed:0.00} {leg.Side} {kind} {x:0.000} best {best:0.000}");
                        }
                        else if (verbose) Console.WriteLine($"{view} {fps} seed {seed} v {speed:0.00} {leg.Side} {kind} none; bouts {bouts.View} {bouts.Bouts.Length}");
                    }
                }
            }

            errors.Sort();
            double Q(double q) => errors.Count == 0 ? 0 : 1000 * errors[(int)(q * (errors.Count - 1))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{view,-6} {fps} {kind,-15} truth {truth} recall {hit / (double)truth:0.000} precision {hit / (double)Math.Max(found, 1):0.000} err ms p5 {Q(.05):0.0} p50 {Q(.5):0.0} p95 {Q(.95):0.0}"));
        }

        return 0;
    }
}
