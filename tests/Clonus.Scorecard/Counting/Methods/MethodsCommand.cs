using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Clips;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>scorecard methods: other ways to find beats beside the one that is used, on the same tracks and the same truth.</summary>
internal static class MethodsCommand
{
    private static readonly ImmutableArray<(string Name, TroughFinder Find)> Others =
    [
        ("dips, judged as the others", PlainDips.Find),
        ("matched filter", MatchedFilter.Find),
        ("analytic signal", AnalyticSignal.Find),
        ("dynamic programming", BeatChain.Find),
    ];

    public static Command Create()
    {
        var tuning = new Option<bool>("--tuning") { Description = "The seeds for tuning instead of those for the score" };
        var trains = new Option<int>("--trains") { Description = "How many trains", DefaultValueFactory = _ => 600 };
        var command = new Command("methods", "Ways to find beats, compared on the count's trains, from tracks") { tuning, trains };
        command.SetAction(parsed => Run(Console.Out, CountCommand.Seeds(parsed.GetValue(tuning), parsed.GetValue(trains))));
        return command;
    }

    private static void Run(TextWriter output, ImmutableArray<long> seeds)
    {
        output.WriteLine($"Trains {seeds[0]}-{seeds[^1]}.");
        foreach (var condition in CountCommand.Compared)
        {
            ImmutableArray<(string Kind, ImmutableArray<CountScore> Scores)> clips = [.. seeds.AsParallel().AsOrdered().Select(seed => Scores(seed, condition))];
            ImmutableArray<string> names = ["dips, as it is used", .. Others.Select(m => m.Name)];
            output.WriteLine($"\n## {condition.Name}\n\n{CountTable.Head}");
            for (var m = 0; m < names.Length; m++)
            {
                output.WriteLine(CountTable.Row(names[m], [.. clips.Select(c => c.Scores[m])]));
            }

            WriteKinds(output, names, clips);
        }
    }

    private static (string Kind, ImmutableArray<CountScore> Scores) Scores(long seed, CountCondition condition)
    {
        var (kind, plan, tracks) = CountRun.TrainTracks(seed, condition);
        var truth = CountRun.TruthOf(plan, condition.NoiseDegrees);
        var used = CountRun.BestSide(ClipAnalyzer.Analyze(tracks, new AnalysisSettings())).Clonus;
        return (kind, [.. Others.Select(m => MethodCount.Of(tracks, m.Find)).Prepend(used).Select(found => CountResult.Of(seed, kind, plan, truth, found, null).Score)]);
    }

    private static void WriteKinds(TextWriter output, ImmutableArray<string> names, ImmutableArray<(string Kind, ImmutableArray<CountScore> Scores)> clips)
    {
        var kinds = clips.GroupBy(c => c.Kind).OrderBy(g => g.Key).ToArray();
        output.WriteLine($"\n| exact % | {string.Join(" | ", kinds.Select(k => k.Key))} |\n|---|{string.Concat(kinds.Select(_ => "---:|"))}");
        for (var m = 0; m < names.Length; m++)
        {
            output.WriteLine($"| {names[m]} | {string.Join(" | ", kinds.Select(k => string.Create(CultureInfo.InvariantCulture, $"{100.0 * k.Count(c => c.Scores[m].Exact) / k.Count():0.0}")))} |");
        }
    }
}
