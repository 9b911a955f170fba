using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Scorecard.Walks;

/// <summary>What was found of one pattern on one side, and what is true.</summary>
/// <param name="Way">How far the truth has gone, see <see cref="PatternWay"/>.</param>
internal sealed record PatternCase(PatternName Name, bool IsNormalWalker, double Way, PatternVerdict Verdict, string Text);

/// <summary>Patterns of simulated walkers against their truth: what lies a fifth of the way from normal to the limit beyond it must be found, and what lies as far before it must not.</summary>
internal static class WalkPatternsCommand
{
    private const double Zone = 0.2;

    public static Command Create()
    {
        var walkers = new Option<int>("--walkers") { DefaultValueFactory = _ => 640, Description = "Half of them normal" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
        var list = new Option<bool>("--list") { Description = "Also each wrong verdict" };
        var seen = new Option<Seen?>("--seen") { Description = "Only walkers measured from there" };
        var pattern = new Option<WalkPatternName?>("--pattern") { Description = "Only walkers with this pattern" };
        var command = new Command("walk-patterns", "Patterns of simulated walkers against their truth") { walkers, tuning, list, seen, pattern };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(walkers), parsed.GetValue(tuning), parsed.GetValue(list), parsed.GetValue(seen), parsed.GetValue(pattern), cancel)));
        return command;
    }

    private static int Run(int walkers, bool tuning, bool list, Seen? only, WalkPatternName? pattern, CancellationToken cancel)
    {
        var first = tuning ? WalkerCase.FirstTuningSeed : WalkerCase.FirstScoreSeed;
        Console.WriteLine($"Seeds {first} to {first + walkers - 1}.");
        foreach (var seen in Enum.GetValues<Seen>().Where(s => only is null || s == only))
        {
            var cases = new List<PatternCase>();
            for (var seed = first; seed < first + walkers; seed++)
            {
                cancel.ThrowIfCancellationRequested();
                // Each pattern is filmed at both rates.
                var walker = new WalkerCase(seed, seen, Fps: seed / 32 % 2 == 0 ? 30 : 60);
                if (pattern is not { } name || walker.Patterns.Contains(name))
                    cases.AddRange(Cases(walker));
            }

            Write(seen, cases, list);
        }

        return 0;
    }

    private static IEnumerable<PatternCase> Cases(WalkerCase walker)
    {
        var script = walker.Script();
        var truth = WalkTruth.Of(script);
        var tracks = walker.Tracks(script, truth);
        var settings = new AnalysisSettings();
        var picture = new ImagePoint((script.Staging.WidthPixels - 1) / 2.0, (script.Staging.HeightPixels - 1) / 2.0);
        var gait = ClipAnalyzer.Analyze(tracks, settings with { Walk = settings.Walk with { PictureCentre = tracks.IsSpatial ? null : picture } }).Gait!;
        foreach (var finding in gait.Patterns)
        {
            if (PatternWay.Of(truth, finding.Name, finding.Side) is { } way)
                yield return new PatternCase(finding.Name, walker.Patterns.IsEmpty, way, finding.Verdict, Text(walker, script.Scene.Motion, finding, way));
        }
    }

    private static string Text(WalkerCase walker, WalkMotion motion, PatternFinding finding, double way)
    {
        var criteria = string.Join("; ", finding.Criteria.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Measured:0.###} {c.Comparison} {c.Limit:0.###}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{walker.Words(motion)}, {walker.Fps} fps: {finding.Side} {finding.Name} {finding.Verdict}, truly {way:0.00} of the way, {criteria}");
    }

    private static void Write(Seen seen, List<PatternCase> cases, bool list)
    {
        Console.WriteLine($"\n## {seen}\n");
        Console.WriteLine("| pattern | beyond the limit: found | before it: not found | normal walkers: not found | cannot be told |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var pattern in cases.GroupBy(c => c.Name))
        {
            var told = pattern.Where(c => c.Verdict != PatternVerdict.NotAssessable).ToArray();
            Console.WriteLine($"| {pattern.Key} | {Share(told.Where(c => c.Way > 1 + Zone), PatternVerdict.Present)} | {Share(told.Where(c => c.Way < 1 - Zone), PatternVerdict.Absent)} | {Share(told.Where(c => c.IsNormalWalker && c.Way < 1 - Zone), PatternVerdict.Absent)} | {pattern.Count() - told.Length} of {pattern.Count()} |");
        }

        foreach (var wrong in list ? cases.Where(c => (c.Way > 1 + Zone && c.Verdict == PatternVerdict.Absent) || (c.Way < 1 - Zone && c.Verdict == PatternVerdict.Present)) : [])
            Console.WriteLine($"    {wrong.Text}");
    }

    private static string Share(IEnumerable<PatternCase> cases, PatternVerdict right)
    {
        var all = cases.ToArray();
        return all.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * all.Count(c => c.Verdict == right) / all.Length:0.0} % of {all.Length}");
    }
}
