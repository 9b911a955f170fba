using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using MathNet.Numerics.Statistics;

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
        var first = tuning ? 1 : 1001;
        foreach (var mode in new[] { "room", "side" })
        foreach (var fps in new[] { 30, 60 })
        {
            var rows = new SortedDictionary<string, (int Truth, int Found, int Hit, List<double> Errors)>(StringComparer.Ordinal);
            for (var seed = first; seed < first + walkers; seed++)
            {
                var random = new SeededRandom(seed, "walk events");
                var pattern = seed % 2 == 0 ? (WalkPatternName?)null : (WalkPatternName)((seed / 2) % 16);
                var scene = new WalkScene
                {
                    Seed = seed,
                    Motion = new WalkMotion
                    {
                        MetresPerSecond = pattern == WalkPatternName.StepTo ? 0.3 + (0.4 * random.NextUnit()) : 0.3 + (1.2 * random.NextUnit()), Treadmill = mode == "room" || seed % 3 == 0,
                        Patterns = pattern is { } p ? [new WalkPattern(p, 2.2 * random.NextUnit())] : [],
                        AffectedSide = seed % 4 < 2 ? BodySide.Left : BodySide.Right,
                    },
                    Subject = new WalkSubject { WalksTo = seed % 2 == 0 ? BodySide.Left : BodySide.Right },
                    Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate(fps, 1), DurationSeconds = mode == "room" || seed % 3 == 0 ? 8 : null },
                };
                WalkScript script;
                try { script = WalkScript.Of(scene); } catch (Exception e) { Console.WriteLine($"seed {seed}: {e.Message}"); continue; }
                var truthLegs = script;
                TrackSet tracks;
                tracks = mode == "room" ? WalkTracks.InRoom(script, new LabAxes(LabUp.Z, seed * 37), 0.7, seed) : WalkTracks.InPicture(WalkTruth.Of(script), 0.3, seed);
                var found = GaitAnalyzer.FindSteps(tracks, tracks, new GaitSettings());
                var last = tracks.FrameTimesSeconds[^1];
                foreach (var side in new[] { BodySide.Left, BodySide.Right })
                foreach (var kind in new[] { GaitEventKind.InitialContact, GaitEventKind.FootOff })
                {
                    var prints = script.Walker.Plan.Prints.Where(q => q.Side == side);
                    double[] times = [.. (kind == GaitEventKind.InitialContact ? prints.Where(q => q.Landed).Select(q => q.ContactSeconds) : prints.Where(q => q.Leaves).Select(q => q.FootOffSeconds)).Where(x => x > 0.15 && x < last - 0.15)];
                    var own = found.Events.Where(e => e.Kind == kind && e.Side == side).Select(e => e.TimeSeconds).ToArray();
                    foreach (var name in new[] { $"{kind} all", $"{kind} {pattern?.ToString() ?? "normal"}" })
                    {
                        if (!rows.TryGetValue(name, out var row)) row = (0, 0, 0, []);
                        var hits = 0;
                        foreach (var x in times)
                        {
                            if (own.Length == 0) { if (verbose) Console.WriteLine($"{mode} {fps} {seed} {pattern} {side} {kind} {x:0.000} none"); continue; }
                            var best = own.MinBy(o => Math.Abs(o - x));
                            if (Math.Abs(best - x) < 0.15) row.Errors.Add(1000 * (best - x));
                            if (Math.Abs(best - x) <= 1.0 / fps) hits++;
                            else if (verbose && name.EndsWith("all", StringComparison.Ordinal)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mode} {fps} seed {seed} v {scene.Motion.MetresPerSecond:0.00} {pattern} {(pattern is null ? 0 : scene.Motion.Patterns[0].Severity):0.0} aff {scene.Motion.AffectedSide} {side} {kind} {x:0.000} best {best:0.000}"));
                        }

                        rows[name] = (row.Truth + times.Length, row.Found + own.Count(x => x > 0.15 && x < last - 0.15), row.Hit + hits, row.Errors);
                    }
                }
            }

            foreach (var (name, row) in rows)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mode} {fps} {name,-45} truth {row.Truth,4} recall {row.Hit / (double)row.Truth:0.000} precision {row.Hit / (double)Math.Max(row.Found, 1):0.000} err ms p5 {row.Errors.Quantile(.05):0.0} p50 {row.Errors.Median():0.0} p95 {row.Errors.Quantile(.95):0.0}"));
            }
        }

        return 0;
    }
}
