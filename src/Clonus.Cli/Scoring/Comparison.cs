using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>Two observers of the same clips: the tool and a person, or two persons, one of whom the other is held against.</summary>
/// <param name="Annotated">Sides of clips that the reference annotated.</param>
/// <param name="Compared">Those of them that stand beside what the rater says; the other ones count nowhere but here.</param>
/// <param name="BeatsTotal">Beats in the whole clip.</param>
/// <param name="LongestEpisodeBeats">Beats of the longest run.</param>
internal sealed record Comparison(
    string Rater,
    string Reference,
    int Annotated,
    int Compared,
    int NotAssessed,
    int WithoutResult,
    BeatAgreement Beats,
    CountAgreement BeatsTotal,
    CountAgreement LongestEpisodeBeats,
    SustainedAgreement Sustained,
    ImmutableArray<ComparedClip> Clips)
{
    /// <param name="toleranceSeconds">The largest time error of two beats that are the same.</param>
    public static Comparison Of(string rater, string reference, IEnumerable<ObservedSide> sides, double toleranceSeconds)
    {
        ImmutableArray<ComparedClip> clips = [.. sides.Select(side => ComparedClip.Of(side, toleranceSeconds))];
        ImmutableArray<ComparedClip> compared = [.. clips.Where(c => c.Status == ComparisonStatus.Compared)];
        return new Comparison(
            rater,
            reference,
            clips.Length,
            compared.Length,
            clips.Count(c => c.Status == ComparisonStatus.NotAssessed),
            clips.Count(c => c.Status == ComparisonStatus.WithoutResult),
            BeatAgreement.Of(compared),
            CountAgreement.Of(Counts(compared, c => (c.RaterBeatsTotal, c.ReferenceBeatsTotal))),
            CountAgreement.Of(Counts(compared, c => (c.RaterLongestEpisodeBeats, c.ReferenceLongestEpisodeBeats))),
            SustainedAgreement.Of(compared),
            clips);
    }

    /// <summary>What both counted.</summary>
    public static ImmutableArray<(int Rater, int Reference)> Counts(IEnumerable<ComparedClip> clips, Func<ComparedClip, (int? Rater, int? Reference)> of) =>
        [.. clips.Select(of).Where(c => c is { Rater: not null, Reference: not null }).Select(c => (c.Rater!.Value, c.Reference!.Value))];
}
