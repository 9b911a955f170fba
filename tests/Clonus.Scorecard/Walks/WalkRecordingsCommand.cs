using System.CommandLine;
using System.Globalization;
using Clonus.Formats;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>Recorded walks against what the laboratories say of them in the files themselves: contacts and foot-offs, strides, and the legs' angles.</summary>
internal static class WalkRecordingsCommand
{
    public static Command Create()
    {
        var list = new Option<bool>("--list") { Description = "Also each marked event with what was found" };
        var command = new Command("walk-recordings", $"Events, strides and angles of the recordings in {RecordedWalk.Folder} against the files' own") { list };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(list))));
        return command;
    }

    private static int Run(bool list)
    {
        var walks = RecordedWalk.All();
        if (walks.IsEmpty)
            return 0;

        Console.WriteLine("| file | fps | event | marked | within 50 ms | median error ms | median size of error ms | largest ms | found between marks |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var all = new List<(GaitEventKind Kind, double? Error)>();
        foreach (var (walk, kind) in walks.SelectMany(walk => Enum.GetValues<GaitEventKind>().Select(kind => (walk, kind))))
        {
            var found = walk.Found(kind);
            var marked = walk.Marks(kind);
            if (marked.Length == 0)
                continue;

            var errors = marked.Select(mark => (Mark: mark, Error: RecordedWalk.Error(mark, found))).ToArray();
            all.AddRange(errors.Select(e => (kind, e.Error)));
            Console.WriteLine(Row(walk.Name, walk.Clip.Clip.FpsMeasured, kind, [.. errors.Select(e => e.Error)], Between(marked, found)));
            foreach (var (mark, error) in list ? errors : [])
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {mark.Context,-5} {mark.Label} at {mark.TimeSeconds:0.000} s: {(error is { } e ? $"{1000 * e:+0;-0} ms" : "not found")}"));
        }

        foreach (var kind in all.GroupBy(e => e.Kind))
            Console.WriteLine(Row("all", null, kind.Key, [.. kind.Select(e => e.Error)], null));
        foreach (var write in new Action<IEnumerable<RecordedWalk>>[] { RecordedStrides.WriteTimes, RecordedStrides.WriteParameters, RecordedAngles.Write })
        {
            Console.WriteLine();
            write(walks);
        }

        return 0;
    }

    // Laboratories mark a few strides of a trial: only between their first and last mark of a foot could something be too much.
    private static int Between(TrialEvent[] marked, (BodySide Side, double TimeSeconds)[] found) => marked.GroupBy(m => m.Context).Sum(side =>
        found.Count(e => e.Side.ToString() == side.Key && e.TimeSeconds > side.Min(m => m.TimeSeconds) - RecordedWalk.NearSeconds && e.TimeSeconds < side.Max(m => m.TimeSeconds) + RecordedWalk.NearSeconds));

    private static string Row(string name, double? fps, GaitEventKind kind, double?[] errors, int? between)
    {
        double[] known = [.. errors.OfType<double>().Select(e => 1000 * e)];
        var within = errors.Count(e => Math.Abs(e ?? 1) <= RecordedWalk.NearSeconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {fps:0} | {(kind == GaitEventKind.InitialContact ? "contact" : "foot-off")} | {errors.Length} | {within} ({100.0 * within / errors.Length:0} %) | {known.Median():0} | {known.Select(Math.Abs).Median():0} | {known.Select(Math.Abs).DefaultIfEmpty(double.NaN).Max():0} | {between} |");
    }
}
