using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Scoring;

/// <summary>One line of a table of agreement, as a paper has it.</summary>
/// <param name="Group">What is compared.</param>
/// <param name="Interval">95 % confidence interval; empty where there is none.</param>
/// <param name="N">How many of what it is from.</param>
/// <param name="Remark">Why there is no value, or no interval.</param>
internal sealed record MeasureRow(string Group, string Measure, string Value, string Interval, string N, string Remark)
{
    private const int ShareDecimals = 3;
    private const int CountDecimals = 2;
    private const int TimeDecimals = 1;
    private const double Milliseconds = 1000;

    private const string Nothing = "-";
    private const string SingleBeats = "Single beats";
    private const string SustainedClonus = "Sustained clonus";

    /// <summary>All measures of a comparison. What nobody annotated has no rows.</summary>
    public static ImmutableArray<MeasureRow> Of(Comparison comparison)
    {
        // Who was filmed with both legs has more sides than clips.
        var unit = comparison.Clips.Select(c => c.Id).Distinct().Count() == comparison.Clips.Length ? "clip" : "side";
        return
        [
            .. comparison.Beats is { RaterBeats: 0, ReferenceBeats: 0 } ? [] : Beats(comparison, unit),
            .. comparison.BeatsTotal.N == 0 ? [] : Counts("Beats of the clip", comparison.BeatsTotal, unit),
            .. comparison.LongestEpisodeBeats.N == 0 ? [] : Counts("Beats of the longest run", comparison.LongestEpisodeBeats, unit),
            .. comparison.Sustained.N == 0 ? [] : Sustained(comparison.Sustained, unit),
        ];
    }

    private static MeasureRow[] Beats(Comparison comparison, string unit)
    {
        var beats = comparison.Beats;
        var pairs = Count(beats.Timing.Pairs, "pair");
        return
        [
            Plain(SingleBeats, "Precision", beats.Precision, ShareDecimals, $"{beats.Matched} of {Count(beats.RaterBeats, "beat")} of {comparison.Rater}"),
            Plain(SingleBeats, "Recall", beats.Recall, ShareDecimals, $"{beats.Matched} of {Count(beats.ReferenceBeats, "beat")} of {comparison.Reference}"),
            Plain(SingleBeats, "F1", beats.F1, ShareDecimals, Count(beats.Clips, unit)),
            Plain(SingleBeats, "F1, mean of clips", beats.F1MeanOfClips, ShareDecimals, Count(beats.ClipsWithBeats, unit)),
            Plain(SingleBeats, "Time error, mean (ms)", beats.Timing.MeanSeconds * Milliseconds, TimeDecimals, pairs),
            Plain(SingleBeats, "Time error, SD (ms)", beats.Timing.SdSeconds * Milliseconds, TimeDecimals, pairs),
            Plain(SingleBeats, "Time error, median size (ms)", beats.Timing.MedianAbsoluteSeconds * Milliseconds, TimeDecimals, pairs),
            Plain(SingleBeats, "Time error, largest (ms)", beats.Timing.MaxAbsoluteSeconds * Milliseconds, TimeDecimals, pairs),
        ];
    }

    private static MeasureRow[] Counts(string what, CountAgreement counts, string unit)
    {
        var clips = Count(counts.N, unit);
        return
        [
            Plain(what, "Same count", counts.Exact, ShareDecimals, clips),
            Plain(what, "Within one", counts.WithinOne, ShareDecimals, clips),
            Plain(what, "Mean size of difference", counts.MeanAbsoluteDifference, CountDecimals, clips),
            Estimated(what, "Bias", counts.BlandAltman.Bias, CountDecimals, clips),
            Estimated(what, "Lower limit of agreement", counts.BlandAltman.LowerLimit, CountDecimals, clips),
            Estimated(what, "Upper limit of agreement", counts.BlandAltman.UpperLimit, CountDecimals, clips),
            Estimated(what, "ICC(2,1)", counts.Icc, ShareDecimals, clips),
        ];
    }

    private static MeasureRow[] Sustained(SustainedAgreement sustained, string unit)
    {
        var clips = Count(sustained.N, unit);
        return
        [
            Plain(SustainedClonus, "Same answer", sustained.Agreement, ShareDecimals, clips),
            Estimated(SustainedClonus, "Cohen's kappa", sustained.Kappa, ShareDecimals, clips),
        ];
    }

    private static MeasureRow Plain(string group, string measure, double? value, int decimals, string n) =>
        new(group, measure, Text(value, decimals), Interval: "", n, Remark: "");

    private static MeasureRow Estimated(string group, string measure, Estimate estimate, int decimals, string n) => new(
        group,
        measure,
        Text(estimate.Value, decimals),
        estimate is { Low: { } low, High: { } high } ? $"{Text(low, decimals)} to {Text(high, decimals)}" : "",
        n,
        estimate.Remark ?? "");

    // Adding zero turns -0 into 0.
    private static string Text(double? value, int decimals) => value is { } known ? TextNumber.Fixed(Math.Round(known, decimals) + 0.0, decimals) : Nothing;

    private static string Count(int n, string what) => string.Create(CultureInfo.InvariantCulture, $"{n} {what}{(n == 1 ? "" : "s")}");
}
