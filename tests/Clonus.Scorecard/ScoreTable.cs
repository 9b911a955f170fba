using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Scorecard;

/// <summary>Scores as a Markdown table: one row a frame rate and frequency, one for each rate and one for all.</summary>
internal static class ScoreTable
{
    private const int WorstShown = 12;

    public static void Write(TextWriter output, ImmutableArray<Score> scores)
    {
        output.WriteLine("| fps | Hz | clips | exact counts | worst error | verdict right | truth within bounds | beat time error in ms: median / 95 % / worst | depth error, median | centre error, px | mean confidence |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var rate in scores.GroupBy(s => s.Case.Fps))
        {
            foreach (var frequency in rate.GroupBy(s => s.Case.FrequencyHz))
            {
                WriteRow(output, rate.Key.ToString(CultureInfo.InvariantCulture), frequency.Key.ToString(CultureInfo.InvariantCulture), [.. frequency]);
            }

            WriteRow(output, rate.Key.ToString(CultureInfo.InvariantCulture), "all", [.. rate]);
        }

        WriteRow(output, "all", "all", scores);
        WriteWorst(output, scores);
    }

    private static void WriteRow(TextWriter output, string fps, string frequency, ImmutableArray<Score> scores)
    {
        var times = scores.SelectMany(s => s.TimeErrorsSeconds).Select(e => 1000 * Math.Abs(e)).Order().ToArray();
        var depths = scores.SelectMany(s => s.AmplitudeErrorsDegrees).Order().ToArray();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {fps} | {frequency} | {scores.Length} | {Share(scores, s => s.Exact)} | {scores.Max(s => s.Error)} | {Share(scores, s => s.VerdictRight)} | {Share(scores, s => s.InBounds)} "
            + $"| {Quantile(times, 0.5):0.0} / {Quantile(times, 0.95):0.0} / {Quantile(times, 1):0.0} | {Quantile(depths, 0.5):0.00}° | {Quantile([.. scores.Select(s => s.CentreErrorPixels).Where(double.IsFinite).Order()], 0.5):0.000} | {scores.Average(s => s.Confidence ?? 0):0.00} |"));
    }

    private static void WriteWorst(TextWriter output, ImmutableArray<Score> scores)
    {
        var wrong = scores.Where(s => !s.Exact || !s.VerdictRight).OrderByDescending(s => s.Error).ToArray();
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wrong.Length} clips with a wrong count or verdict{(wrong.Length == 0 ? "." : wrong.Length > WorstShown ? $", the worst {WorstShown}:" : ":")}"));
        foreach (var score in wrong.Take(WorstShown))
        {
            output.WriteLine($"- {score.Case}: found {score.Found?.ToString(CultureInfo.InvariantCulture) ?? "nothing to count"}{(score.VerdictRight ? "" : $"; {score.Verdict} instead of {score.TrueVerdict}")}");
        }
    }

    private static string Share(ImmutableArray<Score> scores, Func<Score, bool> good) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * scores.Count(good) / scores.Length:0.0} %");

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
}
