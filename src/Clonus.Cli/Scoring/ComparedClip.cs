using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>One side of one clip: what each of two observers says, and how it differs. Null is not said or not assessed.</summary>
/// <param name="Difference">First minus second observer's beats.</param>
/// <param name="Matched">Beats that both have within the tolerance.</param>
/// <param name="Missed">Beats that only the second has.</param>
/// <param name="Extra">Beats that only the first has.</param>
internal sealed record ComparedClip(
    string Id,
    BodySide Side,
    ComparisonStatus Status,
    int? FirstBeatsTotal,
    int? SecondBeatsTotal,
    int? Difference,
    int? FirstLongestEpisodeBeats,
    int? SecondLongestEpisodeBeats,
    int? Matched,
    int? Missed,
    int? Extra,
    bool? FirstSustained,
    bool? SecondSustained)
{
    /// <summary>First minus second observer, of the matched beats.</summary>
    [JsonIgnore]
    public ImmutableArray<double> TimeErrorsSeconds { get; init; } = [];

    public static ComparedClip Of(ObservedSide side, double toleranceSeconds)
    {
        var (first, second) = (side.First, side.Second);
        var clip = new ComparedClip(
            side.Id, side.Side, side.Status,
            first.BeatsTotal, second.BeatsTotal, first.BeatsTotal - second.BeatsTotal,
            first.LongestEpisodeBeats, second.LongestEpisodeBeats,
            Matched: null, Missed: null, Extra: null,
            first.Sustained, second.Sustained);
        if (first.BeatTimesSeconds is not { } a || second.BeatTimesSeconds is not { } b)
            return clip;

        var pairs = BeatMatching.Match(a, b, toleranceSeconds);
        return clip with
        {
            Matched = pairs.Length,
            Missed = b.Length - pairs.Length,
            Extra = a.Length - pairs.Length,
            TimeErrorsSeconds = [.. pairs.Select(p => a[p.First] - b[p.Second])],
        };
    }
}
