using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Beats;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>The count's scores as Markdown.</summary>
internal static class CountTable
{
    public const string Head =
        "| clips | n | exact % | within 1 % | F1 | status and sustained % | Hz error, 6 beats and more | Hz error, 2 to 5 | truth in low..high % | width 0 % | median width | not assessable % | with marginal beats | mean confidence |\n"
        + "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

    public static string Row(string name, ImmutableArray<CountResult> all)
    {
        var seen = all.Where(r => r.IsAssessable).ToArray();
        double Share(Func<CountResult, bool> holds) => 100.0 * all.Count(holds) / all.Length;
        return Row(name, [.. all.Select(r => r.Score)], string.Create(CultureInfo.InvariantCulture, $"{Share(r => r.StatusRight):0.0}"), string.Create(CultureInfo.InvariantCulture,
            $"{Share(r => r.InBounds):0.0} | {Share(r => r.Width == 0):0.0} | {seen.Select(r => r.Width ?? 0).Order().ElementAtOrDefault(seen.Length / 2)} | {Share(r => !r.IsAssessable):0.0}"),
            string.Create(CultureInfo.InvariantCulture, $"{seen.Select(r => r.Found.Confidence ?? 0).DefaultIfEmpty().Average():0.000}"));
    }

    /// <summary>Of a counter that knows nothing of status, bounds and confidence.</summary>
    public static string Row(string name, ImmutableArray<CountScore> all) => Row(name, all, "-", "- | - | - | -", "-");

    /// <param name="others">Other counters' scores of the same clips, by their names.</param>
    public static void WriteTrains(TextWriter output, ImmutableArray<CountResult> all, ImmutableArray<(string Name, ImmutableArray<CountScore> Scores)> others, int worst)
    {
        output.WriteLine(Head);
        output.WriteLine(Row("all", all));
        foreach (var (name, scores) in others)
        {
            output.WriteLine(Row(name, scores));
        }

        foreach (var kind in all.GroupBy(r => r.Kind).OrderBy(g => g.Key))
        {
            output.WriteLine(Row(kind.Key, [.. kind]));
        }

        output.WriteLine();
        foreach (var result in all.Where(r => !r.Exact || !r.StatusRight).Take(worst))
        {
            output.WriteLine($"- {result}");
        }
    }

    public static void WriteLookAlikes(TextWriter output, ImmutableArray<CountResult> all, int worst)
    {
        output.WriteLine("| look-alike | n | not detected | rhythmic only | detected | detected, sustained | not assessable |\n|---|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in all.GroupBy(r => r.Kind).OrderBy(g => g.Key).Append(all.GroupBy(_ => "all").Single()))
        {
            int Count(ClonusStatus status) => kind.Count(r => r.Found.Status == status);
            output.WriteLine($"| {kind.Key} | {kind.Count()} | {Count(ClonusStatus.NotDetected)} | {Count(ClonusStatus.RhythmicOnly)} | {Count(ClonusStatus.Detected)} | {kind.Count(r => r.Found is { Status: ClonusStatus.Detected, Sustained: true })} | {Count(ClonusStatus.NotAssessable)} |");
        }

        output.WriteLine();
        foreach (var result in all.Where(r => r.Found.Status == ClonusStatus.Detected || (r.Truth.Statuses is [TrueStatus.RhythmicOnly] && r.Found.Status != ClonusStatus.RhythmicOnly)).Take(worst))
        {
            output.WriteLine($"- {result}");
        }
    }

    /// <summary>2 × matched over itself and what was missed or is too many.</summary>
    public static double F1(IEnumerable<CountScore> all)
    {
        var (matched, wrong) = all.Aggregate((0, 0), (sum, s) => (sum.Item1 + s.Matched, sum.Item2 + s.Missed + s.Extra));
        return 2.0 * matched / ((2 * matched) + wrong);
    }

    /// <summary>Of all counts of a stated confidence, how many are exact.</summary>
    public static void WriteReliability(TextWriter output, IEnumerable<CountResult> all)
    {
        double[] edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001];
        output.WriteLine("| stated confidence | n | mean stated | exact |\n|---|---:|---:|---:|");
        foreach (var (low, high) in edges.Zip(edges.Skip(1)))
        {
            var bin = all.Where(r => r.Found.Confidence is { } c && c >= low && c < high).ToArray();
            if (bin.Length > 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {low:0.##} to {Math.Min(high, 1):0.##} | {bin.Length} | {bin.Average(r => r.Found.Confidence!.Value):0.000} | {(double)bin.Count(r => r.Exact) / bin.Length:0.000} |"));
            }
        }
    }

    private static string Row(string name, ImmutableArray<CountScore> all, string status, string bounds, string confidence)
    {
        double Share(Func<CountScore, bool> holds) => 100.0 * all.Count(holds) / all.Length;
        double Hertz(int from, int to) => all.Where(s => s.Truth.Low >= from && s.Truth.Low <= to).Select(s => s.FrequencyError).OfType<double>().DefaultIfEmpty(double.NaN).Average();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {all.Length} | {Share(s => s.Exact):0.0} | {Share(s => s.Near):0.0} | {F1(all):0.0000} | {status} | {Hertz(6, 999):0.000} | {Hertz(2, 5):0.000} | {bounds} | {all.Count(s => s.Truth.Low < s.Truth.High)} | {confidence} |");
    }
}
