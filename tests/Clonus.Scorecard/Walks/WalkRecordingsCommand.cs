using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Formats;
using Clonus.Formats.Import;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>Contacts and foot-offs of recorded walks against those that the laboratories marked, file by file.</summary>
internal static class WalkRecordingsCommand
{
    private const string Folder = "../shared/data/mocap";
    private const double NearSeconds = 0.05;

    // Two marks further apart are not of one event.
    private const double FarSeconds = 0.3;

    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = "Also each marked event with what was found" };
        var command = new Command("walk-recordings", $"Contacts and foot-offs of the recordings in {Folder} against the marks in the files") { list };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(list))));
        return command;
    }

    private static int Run(bool list)
    {
        if (!Directory.Exists(Folder))
        {
            Console.WriteLine($"{Folder} is not there: nothing to compare.");
            return 0;
        }

        Console.WriteLine("| file | fps | event | marked | within 50 ms | median error ms | median size of error ms | largest ms | found between marks |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var all = new List<(GaitEventKind Kind, double? Error)>();
        foreach (var path in Directory.GetFiles(Folder, "*.c3d").Order(StringComparer.Ordinal))
        {
            var file = TrajectoryFile.Recognise(path)?.Read();
            if (file is null || file.Events.IsEmpty)
                continue;

            var clip = TrackImport.Import(file, Path.GetFileName(path), new ImportSettings(), new ImportRequest([], BodySide.Unknown));
            var steps = GaitAnalyzer.FindSteps(clip.Tracks, clip.Tracks, new GaitSettings());
            foreach (var (kind, label) in new[] { (GaitEventKind.InitialContact, TrialEvent.FootStrike), (GaitEventKind.FootOff, TrialEvent.FootOff) })
            {
                var found = steps.Events.Where(e => e.Kind == kind).ToArray();
                var marked = clip.Events.Where(e => e.Label == label && e.Context is "Left" or "Right" && e.Label == label)
                    .Where(e => e.TimeSeconds >= clip.Tracks.FrameTimesSeconds[0] && e.TimeSeconds <= clip.Tracks.FrameTimesSeconds[^1]).ToArray();
                if (marked.Length == 0)
                    continue;

                var errors = marked.Select(mark => (Mark: mark, Error: Error(mark, found))).ToArray();
                all.AddRange(errors.Select(e => (kind, e.Error)));
                Console.WriteLine(Row(Path.GetFileName(path), clip.Clip.FpsMeasured, kind, [.. errors.Select(e => e.Error)], Between(marked, found)));
                foreach (var (mark, error) in list ? errors : [])
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {mark.Context,-5} {label} at {mark.TimeSeconds:0.000} s: {(error is { } e ? $"{1000 * e:+0;-0} ms" : "not found")}"));
            }
        }

        foreach (var kind in all.GroupBy(e => e.Kind))
            Console.WriteLine(Row("all", null, kind.Key, [.. kind.Select(e => e.Error)], null));
        return 0;
    }

    private static double? Error(TrialEvent mark, GaitEvent[] found) =>
        found.Where(e => e.Side.ToString() == mark.Context).Select(e => (double?)(e.TimeSeconds - mark.TimeSeconds)).Where(e => Math.Abs(e!.Value) < FarSeconds).MinBy(e => Math.Abs(e!.Value));

    // Laboratories mark a few strides of a trial: only between their first and last mark of a foot could something be too much.
    private static int Between(TrialEvent[] marked, GaitEvent[] found) => marked.GroupBy(m => m.Context).Sum(side =>
        found.Count(e => e.Side.ToString() == side.Key && e.TimeSeconds > side.Min(m => m.TimeSeconds) - NearSeconds && e.TimeSeconds < side.Max(m => m.TimeSeconds) + NearSeconds));

    private static string Row(string name, double? fps, GaitEventKind kind, double?[] errors, int? between)
    {
        double[] known = [.. errors.OfType<double>().Select(e => 1000 * e)];
        var within = errors.Count(e => Math.Abs(e ?? 1) <= NearSeconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {fps:0} | {(kind == GaitEventKind.InitialContact ? "contact" : "foot-off")} | {errors.Length} | {within} ({100.0 * within / errors.Length:0} %) | {known.Median():0} | {known.Select(Math.Abs).Median():0} | {known.Select(Math.Abs).DefaultIfEmpty(double.NaN).Max():0} | {between} |");
    }
}
