using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>One line of a table of agreement, as a paper has it.</summary>
/// <param name="Interval">95 % confidence interval; empty where there is none.</param>
/// <param name="N">How many of what it is from.</param>
/// <param name="Remark">Why there is no value, or no interval.</param>
internal sealed record MeasureRow(string Measure, string Value, string Interval, string N, string Remark)
{
    private const int ShareDecimals = 3;
    private const int CountDecimals = 2;
    private const int TimeDecimals = 1;
    private const double Milliseconds = 1000;

    private const string Nothing = "-";

    /// <summary>All measures of a comparison. What nobody annotated has no rows.</summary>
    public static ImmutableArray<MeasureRow> Of(Comparison comparison) =>
    [
        .. comparison.Beats.Clips == 0 ? [] : Beats(comparison.Beats, comparison.First, comparison.Second),
        .. comparison.BeatsTotal.N == 0 ? [] : Counts("Beats of the clip", comparison.BeatsTotal),
        .. comparison.LongestEpisodeBeats.N == 0 ? [] : Counts("Longest run", comparison.LongestEpisodeBeats),
        .. comparison.Sustained.N == 0 ? [] : Sustained(comparison.Sustained),
    ];

    private static MeasureRow[] Beats(BeatAgreement beats, string first, string second)
    {
        var pairs = Count(beats.Timing.Pairs, "pair");
        return
        [
            Plain("Precision", beats.Precision, ShareDecimals, $"{beats.Matched} of {Count(beats.FirstBeats, "beat")} of {first}"),
            Plain("Recall", beats.Recall, ShareDecimals, $"{beats.Matched} of {Count(beats.SecondBeats, "beat")} of {second}"),
            Plain("F1", beats.F1, ShareDecimals, Count(beats.Clips, "clip")),
            Plain("F1, mean of clips", beats.F1MeanOfClips, ShareDecimals, Count(beats.Clips, "clip")),
            Plain("Time error, mean (ms)", beats.Timing.MeanSeconds * Milliseconds, TimeDecimals, pairs),
            Plain("Time error, SD (ms)", beats.Timing.SdSeconds * Milliseconds, TimeDecimals, pairs),
            Plain("Time error, median size (ms)", beats.Timing.MedianAbsoluteSeconds * Milliseconds, TimeDecimals, pairs),
            Plain("Time error, largest (ms)", beats.Timing.MaxAbsoluteSeconds * Milliseconds, TimeDecimals, pairs),
        ];
    }

    private static MeasureRow[] Counts(string what, CountAgreement counts)
    {
        var clips = Count(counts.N, "clip");
        return
        [
            Plain($"{what}: same count", counts.Exact, ShareDecimals, clips),
            Plain($"{what}: within one", counts.WithinOne, ShareDecimals, clips),
            Plain($"{what}: mean size of difference", counts.MeanAbsoluteDifference, CountDecimals, clips),
            Estimated($"{what}: bias", counts.BlandAltman.Bias, CountDecimals, clips),
            Estimated($"{what}: lower limit of agreement", counts.BlandAltman.LowerLimit, CountDecimals, clips),
            Estimated($"{what}: upper limit of agreement", counts.BlandAltman.UpperLimit, CountDecimals, clips),
            Estimated($"{what}: ICC(2,1)", counts.Icc, ShareDecimals, clips),
        ];
    }

    private static MeasureRow[] Sustained(SustainedAgreement sustained)
    {
        var clips = Count(sustained.N, "clip");
        return
        [
            Plain("Sustained: same answer", sustained.Agreement, ShareDecimals, clips),
            Estimated("Sustained: Cohen's kappa", sustained.Kappa, ShareDecimals, clips),
        ];
    }

    private static MeasureRow Plain(string measure, double? value, int decimals, string n) =>
        new(measure, Text(value, decimals), Interval: "", n, Remark: "");

    private static MeasureRow Estimated(string measure, Estimate estimate, int decimals, string n) => new(
        measure,
        Text(estimate.Value, decimals),
        estimate is { Low: { } low, High: { } high } ? $"{Text(low, decimals)} to {Text(high, decimals)}" : "",
        n,
        estimate.Remark ?? "");

    // Adding zero turns -0 into 0.
    private static string Text(double? value, int decimals) => value is { } known ? TextNumber.Fixed(Math.Round(known, decimals) + 0.0, decimals) : Nothing;

    private static string Count(int n, string what) => string.Create(CultureInfo.InvariantCulture, $"{n} {what}{(n == 1 ? "" : "s")}");
}
