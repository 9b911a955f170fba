using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>A side of a clip; the side is null where the result has none.</summary>
internal sealed record ClipSide(string Id, BodySide? Side);

/// <summary>Agreement of results with what people saw. The names come from <see cref="ContractNames"/>.</summary>
/// <param name="ConfidenceLevel">Of every interval.</param>
/// <param name="Rules">By which the results call clonus sustained: one, unless results of different settings are scored together.</param>
/// <param name="Comparisons">The tool with each rater, then each two raters.</param>
/// <param name="WithoutAnnotation">Results that nobody annotated; they count nowhere.</param>
internal sealed record ScoreDocument(
    string Schema,
    string Notice,
    double ToleranceSeconds,
    double ConfidenceLevel,
    ImmutableArray<string> Rules,
    ImmutableArray<Comparison> Comparisons,
    ImmutableArray<ClipSide> WithoutAnnotation)
{
    public const string CurrentSchema = "clonus.score/1";

    /// <summary>What the tool is called among the raters.</summary>
    public const string Tool = "clonus";

    /// <param name="sides">As <see cref="AnnotatedClips.Match"/> found them.</param>
    public static ScoreDocument Create(AnnotatedClips sides, double toleranceSeconds)
    {
        var raters = sides.Annotated.Select(a => a.Rater).Distinct().ToArray();
        var withTool = raters.Select(rater => Comparison.Of(
            Tool, rater, sides.Annotated.Where(a => a.Rater == rater).Select(a => a.BesideResult()), toleranceSeconds));
        var among = raters.SelectMany((first, i) => raters.Skip(i + 1).Select(second => Comparison.Of(
            first, second, AnnotatedSide.OfBoth(sides.Annotated, first, second), toleranceSeconds)));
        return new ScoreDocument(
            CurrentSchema,
            ResultDocument.IntendedUse,
            toleranceSeconds,
            Estimate.ConfidenceLevel,
            [.. sides.Annotated.Select(a => a.Result?.Clonus.Rule.Id).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. withTool, .. among],
            sides.WithoutAnnotation);
    }
}
