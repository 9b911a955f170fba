using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>What one observer, the tool or a person, says of one side of a clip. What he did not say is null.</summary>
internal sealed record Observation(int? BeatsTotal, int? LongestEpisodeBeats, ImmutableArray<double>? BeatTimesSeconds, bool? Sustained)
{
    public static readonly Observation None = new(BeatsTotal: null, LongestEpisodeBeats: null, BeatTimesSeconds: null, Sustained: null);
}

/// <summary>Whether what two observers say of a side stands side by side.</summary>
internal enum ComparisonStatus
{
    Compared,

    /// <summary>The recording allowed the tool no answer. That is not a count of zero.</summary>
    NotAssessed,

    /// <summary>There is no result of that clip or side.</summary>
    WithoutResult,
}

/// <summary>One side of one clip as two observers see it.</summary>
internal sealed record ObservedSide(string Id, BodySide Side, ComparisonStatus Status, Observation Rater, Observation Reference);
