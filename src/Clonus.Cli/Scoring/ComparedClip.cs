using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>One side of one clip: what each of two observers says, and how it differs. Null is not said or not assessed.</summary>
/// <param name="Difference">Rater's minus reference's beats.</param>
/// <param name="Matched">Beats that both have within the tolerance.</param>
/// <param name="Missed">Beats that only the reference has.</param>
/// <param name="Extra">Beats that only the rater has.</param>
internal sealed record ComparedClip(
    string Id,
    BodySide Side,
    ComparisonStatus Status,
    int? RaterBeatsTotal,
    int? ReferenceBeatsTotal,
    int? Difference,
    int? RaterLongestEpisodeBeats,
    int? ReferenceLongestEpisodeBeats,
    int? Matched,
    int? Missed,
    int? Extra,
    bool? RaterSustained,
    bool? ReferenceSustained)
{
    /// <summary>Rater minus reference, of the matched beats.</summary>
    [JsonIgnore]
    public ImmutableArray<double> TimeErrorsSeconds { get; init; } = [];

    public static ComparedClip Of(ObservedSide side, double toleranceSeconds)
    {
        var (rater, reference) = (side.Rater, side.Reference);
        var clip = new ComparedClip(
            side.Id, side.Side, side.Status,
            rater.BeatsTotal, reference.BeatsTotal, rater.BeatsTotal - reference.BeatsTotal,
            rater.LongestEpisodeBeats, reference.LongestEpisodeBeats,
            Matched: null, Missed: null, Extra: null,
            rater.Sustained, reference.Sustained);
        if (rater.BeatTimesSeconds is not { } a || reference.BeatTimesSeconds is not { } b)
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
