using System.Collections.Immutable;
using System.CommandLine;

namespace Clonus.Scorecard.Counting;

/// <summary>scorecard count: the count of trains and look-alikes from tracks or video, clean and degraded.</summary>
internal static class CountCommand
{
    // A limit is never chosen on the clips that judge it.
    private const long FirstTuningSeed = 1;
    private const long FirstScoreSeed = 20001;

    private const int FilmedClips = 100;

    // Where another counter is held against this one. It knows nothing of holes that end an episode.
    public static readonly ImmutableArray<CountCondition> Compared = [CountCondition.Clean, CountCondition.Degraded];

    public static Command Create()
    {
        var tuning = new Option<bool>("--tuning") { Description = "The seeds for tuning instead of those for the score" };
        var trains = new Option<int>("--trains") { Description = "How many trains", DefaultValueFactory = _ => 600 };
        var lookAlikes = new Option<int>("--look-alikes") { Description = "How many look-alikes", DefaultValueFactory = _ => 400 };
        var rates = new Option<bool>("--rates") { Description = "Also by frame rate" };
        var worst = new Option<int>("--worst") { Description = "How many wrong clips are listed in each table", DefaultValueFactory = _ => 15 };
        var export = new Option<string?>("--export") { HelpName = "FILE", Description = "Write the trains' band-passed signals for scripts/find-peaks, and count nothing" };
        var baseline = new Option<string?>("--baseline") { HelpName = "FILE", Description = "Also score the peaks that scripts/find-peaks wrote, of the same trains" };
        var video = new Option<int?>("--video")
        {
            HelpName = "N", Arity = ArgumentArity.ZeroOrOne, Description = $"So many clips, seven trains in ten, drawn, stored and tracked instead of tracks alone [{FilmedClips}]",
        };
        var command = new Command("count", "Beats of simulated trains and look-alikes, from tracks or from video") { tuning, trains, lookAlikes, rates, worst, export, baseline, video };
        command.SetAction((parsed, cancel) =>
        {
            var seeds = Seeds(parsed.GetValue(tuning), parsed.GetValue(trains));
            if (parsed.GetResult(video) is not null)
            {
                Film(Console.Out, FilmedCount.Clips(seeds[0], parsed.GetValue(video) ?? FilmedClips), parsed.GetValue(worst), cancel);
            }
            else if (parsed.GetValue(export) is { } path)
            {
                SignalFile.Write(path, Compared.SelectMany(condition => seeds.Select(seed => (seed, condition))));
            }
            else
            {
                var peaks = parsed.GetValue(baseline) is { } file ? PeakFile.Read(file) : null;
                Run(Console.Out, seeds, Seeds(parsed.GetValue(tuning), parsed.GetValue(lookAlikes)), peaks, parsed.GetValue(rates), parsed.GetValue(worst));
            }

            return Task.CompletedTask;
        });
        return command;
    }

    public static ImmutableArray<long> Seeds(bool tuning, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (tuning ? FirstTuningSeed : FirstScoreSeed) + i)];

    private static void Run(TextWriter output, ImmutableArray<long> trains, ImmutableArray<long> lookAlikes, PeakFile? peaks, bool rates, int worst)
    {
        output.WriteLine($"Trains {trains[0]}-{trains[^1]}, look-alikes {lookAlikes[0]}-{lookAlikes[^1]} (for tuning from {FirstTuningSeed} on, for the score from {FirstScoreSeed} on).");
        var all = new List<CountResult>();
        foreach (var condition in Compared.Add(CountCondition.LongHoles))
        {
            output.WriteLine($"\n## Trains, {condition.Name}\n");
            var results = CountRun.Trains(trains, condition);
            CountTable.WriteTrains(output, results, Compared.Contains(condition) ? peaks?.Score(trains, condition) ?? [] : [], worst);
            output.WriteLine();
            CountTable.WriteReliability(output, results);
            all.AddRange(results);
            if (Compared.Contains(condition))
            {
                output.WriteLine($"\n## Look-alikes, {condition.Name}\n");
                CountTable.WriteLookAlikes(output, CountRun.LookAlikes(lookAlikes, condition), worst);
            }
        }

        if (rates)
        {
            output.WriteLine($"\n## By frame rate\n\n{CountTable.Head}");
            foreach (var condition in CountCondition.Rates)
            {
                var results = CountRun.Trains(trains, condition);
                output.WriteLine(CountTable.Row(condition.Name, results));
                all.AddRange(results);
            }
        }

        output.WriteLine("\n## Confidence of all these counts\n");
        CountTable.WriteReliability(output, all);
    }

    private static void Film(TextWriter output, ImmutableArray<FilmedClip> clips, int worst, CancellationToken cancel)
    {
        foreach (var quality in FilmQuality.All)
        {
            var results = FilmedCount.Results(clips, quality, cancel);
            output.WriteLine($"\n## Filmed trains, {quality.Name}\n");
            CountTable.WriteTrains(output, [.. results.Where(r => r.LookAlike is null)], [], worst);
            output.WriteLine($"\n## Filmed look-alikes, {quality.Name}\n");
            CountTable.WriteLookAlikes(output, [.. results.Where(r => r.LookAlike is not null)], worst);
        }
    }
}
