using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace Clonus.Scorecard.Identity;

/// <summary>Prints how well equal stickers keep their names through crossings and occlusions.</summary>
internal static class IdentityCommand
{
    private const int ComplaintsShown = 40;

    public static Command Create()
    {
        var clips = new Option<int>("--clips") { DefaultValueFactory = _ => 200, Description = "How many clips" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that settings may be chosen on, 1 to 99, instead of those that judge, from 2001 on" };
        var seed = new Option<int?>("--seed") { Description = "Only the clip of this seed" };
        var command = new Command("identity", "Crossing and occlusion clips: swaps, invented points, missing points, time until found again") { clips, tuning, seed };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(clips), parsed.GetValue(tuning), parsed.GetValue(seed), cancel)));
        return command;
    }

    private static int Run(int clips, bool tuning, int? seed, CancellationToken cancel)
    {
        var seeds = seed is { } one ? [one] : tuning ? Enumerable.Range(IdentityRun.FirstTuningSeed, Math.Min(clips, 99)) : Enumerable.Range(IdentityRun.FirstScoreSeed, clips);
        var scores = IdentityRun.Of(seeds, cancel);
        Console.WriteLine($"Seeds {scores[0].Scene.Seed} to {scores[^1].Scene.Seed}; every fifth clip through a compressed file.\n");
        Console.WriteLine("| clips | number | swaps | clips with one | points | invented | missing while visible | returns | within 2 frames | slowest 1 % |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in scores.GroupBy(s => s.Scene.Kind))
        {
            WriteRow(kind.Key, [.. kind]);
        }

        WriteRow("all", scores);
        foreach (var complaint in scores.SelectMany(s => s.Complaints.Select(text => $"- {s.Scene.Kind}, seed {s.Scene.Seed}: {text}")).Take(seed is null ? ComplaintsShown : int.MaxValue))
        {
            Console.WriteLine(complaint);
        }

        return 0;
    }

    private static void WriteRow(string name, ImmutableArray<IdentityScore> scores)
    {
        var returns = scores.SelectMany(s => s.ReturnFrames).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {scores.Length} | {scores.Sum(s => s.Swaps)} | {scores.Count(s => s.Swaps > 0)} | {scores.Sum(s => s.Points.Length)} | {scores.Sum(s => s.Invented)} "
            + $"| {100.0 * scores.Sum(s => s.Missing) / scores.Sum(s => s.Visible):0.0} % | {returns.Length} | {(returns.Length == 0 ? "" : $"{100.0 * returns.Count(d => d <= 2) / returns.Length:0.0} %")} "
            + $"| {(returns.Length == 0 ? "" : returns[(int)(0.99 * (returns.Length - 1))])} |"));
    }
}
