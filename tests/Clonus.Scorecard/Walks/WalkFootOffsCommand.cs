using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Scorecard.Walks;

/// <summary>
/// How sure the choice of the foot-off's method is: each recorded file in turn is left out, the method is chosen on the others and judged on the one that it never saw.
/// All of them look at the same swings, and differ in where the foot leaves the floor. The reach of the whole foot was itself set after a look at these files, which no leaving out undoes.
/// </summary>
internal static class WalkFootOffsCommand
{
    private static readonly ImmutableArray<Method> Methods =
    [
        new("marker line", foot => foot with { FootSpeeds = foot.SoleSpeeds }, SpeedsUp),
        new("whole foot", foot => foot, SpeedsUp),
        new("fastest rise (O'Connor 2007)", foot => foot, FastestRise),
        new("furthest behind the pelvis (Zeni 2008)", foot => foot, FurthestBehind),
    ];

    /// <param name="By">What of the foot its speed is taken from.</param>
    /// <param name="Off">Seconds; null where the method finds none.</param>
    private sealed record Method(string Name, Func<FootMotion, FootMotion> By, Func<WalkBout, FootMotion, FootSwing, GaitSettings, double?> Off);

    /// <param name="Errors">Seconds, of each mark; null where nothing was found.</param>
    private sealed record Result(Method Method, RecordedWalk Walk, double?[] Errors);

    public static Command Create()
    {
        var command = new Command("walk-foot-offs", $"The method of the foot-offs, chosen on all but one of the recordings in {RecordedWalk.Folder} and judged on that one");
        command.SetAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var results = RecordedWalk.All().Where(walk => walk.Marks(GaitEventKind.FootOff).Length > 0).SelectMany(walk => Methods.Select(method => Judge(method, walk))).ToArray();
        if (results.Length == 0)
            return 0;

        Console.WriteLine("| method | file | marked | within 50 ms | median error ms | median size of error ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var method in Methods)
        {
            foreach (var result in results.Where(r => r.Method == method))
                Console.WriteLine($"| {method.Name} | {result.Walk.Name} {Columns(result.Errors)}");
            Console.WriteLine($"| {method.Name} | all {Columns(Pooled(results.Where(r => r.Method == method)))}");
        }

        Console.WriteLine();
        Console.WriteLine("| left out | chosen on the others | marked | within 50 ms | median error ms | median size of error ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var judged = new List<Result>();
        foreach (var leftOut in results.Select(r => r.Walk).Distinct())
        {
            var chosen = Methods.OrderByDescending(m => Near(Others(m))).ThenBy(m => MedianSize(Others(m))).First();
            judged.Add(results.Single(r => r.Method == chosen && r.Walk == leftOut));
            Console.WriteLine($"| {leftOut.Name} | {chosen.Name} {Columns(judged[^1].Errors)}");

            double?[] Others(Method method) => Pooled(results.Where(r => r.Method == method && r.Walk != leftOut));
        }

        Console.WriteLine($"| all |  {Columns(Pooled(judged))}");
        return 0;
    }

    private static Result Judge(Method method, RecordedWalk walk)
    {
        var settings = new GaitSettings();
        var found = new List<(BodySide Side, double TimeSeconds)>();
        foreach (var walked in walk.Steps.Bouts)
        {
            foreach (var foot in walked.Feet.Select(f => method.By(FootMotion.Of(walked.Bout, f.Side, walked.Floor, settings)!)))
                found.AddRange(SwingFinder.Find(walked.Bout, foot, settings).Select(swing => method.Off(walked.Bout, foot, swing, settings)).OfType<double>().Select(time => (foot.Side, time)));
        }

        return new Result(method, walk, [.. walk.Marks(GaitEventKind.FootOff).Select(mark => RecordedWalk.Error(mark, found))]);
    }

    private static double? SpeedsUp(WalkBout bout, FootMotion foot, FootSwing swing, GaitSettings settings) => swing.FootOff?.TimeSeconds;

    // Of the foot's middle, before it is fastest.
    private static double? FastestRise(WalkBout bout, FootMotion foot, FootSwing swing, GaitSettings settings)
    {
        var velocities = PointVelocity.Of(bout.TimesSeconds, foot.Places, settings);
        var from = bout.IndexAt(bout.TimesSeconds[swing.PeakFrame] - (2 * settings.HalfSwingSeconds));
        var rising = Enumerable.Range(from, swing.PeakFrame - from + 1).Where(i => velocities[i] is not null).ToArray();
        return rising.Length == 0 ? null : bout.TimesSeconds[rising.MaxBy(i => velocities[i]!.Value.Y)];
    }

    private static double? FurthestBehind(WalkBout bout, FootMotion foot, FootSwing swing, GaitSettings settings) =>
        ExtremeCheck.Of(bout, foot.Side, GaitEventKind.FootOff, bout.TimesSeconds[swing.PeakFrame] - settings.HalfSwingSeconds, settings);

    private static double?[] Pooled(IEnumerable<Result> results) => [.. results.SelectMany(r => r.Errors)];

    private static int Near(double?[] errors) => errors.Count(e => Math.Abs(e ?? 1) <= RecordedWalk.NearSeconds);

    private static double MedianSize(double?[] errors) => errors.OfType<double>().Select(Math.Abs).Median();

    private static string Columns(double?[] errors) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {errors.Length} | {Near(errors)} ({100.0 * Near(errors) / errors.Length:0} %) | {1000 * errors.OfType<double>().Median():0;-0;0} | {1000 * MedianSize(errors):0} |");
}
