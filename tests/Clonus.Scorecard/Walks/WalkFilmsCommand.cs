using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard.Walks;

/// <summary>The same walks as rendered, stored and tracked films, and as files of motion capture: the same patterns and events?</summary>
internal static class WalkFilmsCommand
{
    private const double NearSeconds = 0.25;
    private const double FilmSeconds = 9;

    public static Command Create()
    {
        var walkers = new Option<int>("--walkers") { DefaultValueFactory = _ => 24, Description = "Each is rendered from the side and from the front" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
        var seen = new Option<Seen?>("--seen") { Description = "Only from there" };
        var command = new Command("walk-films", "Walks rendered, tracked and analysed without any option, against the same walks as trajectories") { walkers, tuning, seen };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(walkers), parsed.GetValue(tuning), parsed.GetValue(seen), cancel)));
        return command;
    }

    private static int Run(int walkers, bool tuning, Seen? only, CancellationToken cancel)
    {
        var first = tuning ? WalkerCase.FirstTuningSeed : WalkerCase.FirstScoreSeed;
        Console.WriteLine($"Seeds {first} to {first + (2 * walkers) - 1}, odd ones: walkers with a pattern.");
        Console.WriteLine("\n| walker | seen from | patterns told by both | alike | events of the trajectories | within a frame in the film | too many in the film |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var folder = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            var total = new Sum();
            for (var seed = first | 1; seed < first + (2 * walkers); seed += 2)
            {
                foreach (var seen in new[] { Seen.Side, Seen.Front }.Where(s => only is null || s == only))
                {
                    var walker = new WalkerCase(seed, seen, Fps: 60);
                    total += Compare(walker, Path.Combine(folder.FullName, $"{seen}-{seed}.mp4"), cancel);
                }
            }

            Console.WriteLine($"| all | | {total.Told} | {total.Alike} | {total.Events} | {total.Near} | {total.Extra} |");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private readonly record struct Sum(int Told, int Alike, int Events, int Near, int Extra)
    {
        public static Sum operator +(Sum a, Sum b) => new(a.Told + b.Told, a.Alike + b.Alike, a.Events + b.Events, a.Near + b.Near, a.Extra + b.Extra);
    }

    private static Sum Compare(WalkerCase walker, string path, CancellationToken cancel)
    {
        var scene = walker.Script().Scene;
        scene = scene with { Camera = scene.Camera with { DurationSeconds = FilmSeconds } };
        var script = WalkScript.Of(scene);
        ClipWriter.Write(scene, path, null, cancel);
        var film = ClipTracker.Track(path, "clip", new VideoSettings(), new TrackingSettings(), null, cancel);
        File.Delete(path);
        var filmed = ClipAnalyzer.Analyze(film.Tracks, new AnalysisSettings().ForPicture(film.Clip)).Gait!;
        var measured = ClipAnalyzer.Analyze(WalkTracks.InRoom(script, new LabAxes(LabUp.Z, 0), 0.7, walker.Seed), new AnalysisSettings()).Gait!;
        var pairs = measured.Patterns.Join(filmed.Patterns, p => (p.Name, p.Side), p => (p.Name, p.Side), (room, picture) => (room, picture))
            .Where(p => p.room.Verdict != PatternVerdict.NotAssessable && p.picture.Verdict != PatternVerdict.NotAssessable).ToArray();
        var unlike = pairs.Where(p => p.room.Verdict != p.picture.Verdict).ToArray();
        var events = walker.Seen == Seen.Side ? measured.Events.Select(e => filmed.Events
            .Where(f => f.Side == e.Side && f.Kind == e.Kind).Select(f => (double?)Math.Abs(f.TimeSeconds - e.TimeSeconds)).Where(d => d < NearSeconds).Min()).ToArray() : [];
        var extra = walker.Seen == Seen.Side ? filmed.Events.Count(f => !measured.Events.Any(e => f.Side == e.Side && f.Kind == e.Kind && Math.Abs(f.TimeSeconds - e.TimeSeconds) < NearSeconds)) : 0;
        var sum = new Sum(pairs.Length, pairs.Length - unlike.Length, events.Length, events.Count(d => d <= 1.0 / walker.Fps), extra);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {walker.Words(scene.Motion)} | {walker.Seen} | {sum.Told} | {sum.Alike}{string.Concat(unlike.Select(u => $" {u.picture.Side} {u.picture.Name} {u.picture.Verdict}"))} | {sum.Events} | {sum.Near} | {sum.Extra} |"));
        return sum;
    }
}
