using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Motion.Beats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>An annotation with the result that it is about.</summary>
/// <param name="Id">The clip's id; of a clip without a result, the file's stem.</param>
/// <param name="Side">The result's word for the side, which may be unknown where the rater knows it.</param>
/// <param name="Status">Whether the result says anything of that side.</param>
/// <param name="Result">Null where there is none, or nothing was found to measure.</param>
/// <param name="ClipSeconds">How long the clip is; null without a result.</param>
internal sealed record AnnotatedSide(
    Annotation Annotation, string Rater, string Id, BodySide Side, ComparisonStatus Status, SideResult? Result, double? ClipSeconds)
{
    /// <summary>Annotated beats that the clip has no room for.</summary>
    public int BeatsBehindEnd => Annotation.BeatTimesSeconds?.Count(t => t > ClipSeconds) ?? 0;

    public ObservedSide BesideResult() => new(Id, Side, Status, Status == ComparisonStatus.Compared ? Told(Result!.Clonus) : Observation.None, Told(Annotation));

    /// <summary>The sides that two raters annotated.</summary>
    public static IEnumerable<ObservedSide> OfBoth(IReadOnlyCollection<AnnotatedSide> all, string first, string second) =>
        from a in all
        where a.Rater == first
        join b in all.Where(b => b.Rater == second) on (a.Id, a.Side) equals (b.Id, b.Side)
        select new ObservedSide(a.Id, a.Side, ComparisonStatus.Compared, Told(a.Annotation), Told(b.Annotation));

    private static Observation Told(ClonusFinding clonus) =>
        new(clonus.BeatsTotal, clonus.LongestEpisodeBeats, [.. clonus.Beats.Select(b => b.TimeSeconds).Order()], clonus.Sustained);

    private static Observation Told(Annotation annotation) =>
        new(annotation.Count, annotation.LongestEpisodeCount, annotation.BeatTimesSeconds, annotation.Sustained);
}
