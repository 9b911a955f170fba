using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>Two observers of the same clips: the tool and a person, or two persons.</summary>
/// <param name="Annotated">Sides of clips that the second observer annotated.</param>
/// <param name="Compared">Those of them that stand beside what the first one says; the other ones count nowhere but here.</param>
/// <param name="BeatsTotal">Beats in the whole clip.</param>
/// <param name="LongestEpisodeBeats">Beats of the longest run.</param>
internal sealed record Comparison(
    string First,
    string Second,
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
    public static Comparison Of(string first, string second, IEnumerable<ObservedSide> sides, double toleranceSeconds)
    {
        ImmutableArray<ComparedClip> clips = [.. sides.Select(side => ComparedClip.Of(side, toleranceSeconds))];
        ImmutableArray<ComparedClip> compared = [.. clips.Where(c => c.Status == ComparisonStatus.Compared)];
        return new Comparison(
            first,
            second,
            clips.Length,
            compared.Length,
            clips.Count(c => c.Status == ComparisonStatus.NotAssessed),
            clips.Count(c => c.Status == ComparisonStatus.WithoutResult),
            BeatAgreement.Of(compared),
            CountAgreement.Of(Counts(compared, c => (c.FirstBeatsTotal, c.SecondBeatsTotal))),
            CountAgreement.Of(Counts(compared, c => (c.FirstLongestEpisodeBeats, c.SecondLongestEpisodeBeats))),
            SustainedAgreement.Of(compared),
            clips);
    }

    /// <summary>What both counted.</summary>
    public static ImmutableArray<(int First, int Second)> Counts(IEnumerable<ComparedClip> clips, Func<ComparedClip, (int? First, int? Second)> of) =>
        [.. clips.Select(of).Where(c => c is { First: not null, Second: not null }).Select(c => (c.First!.Value, c.Second!.Value))];
}
