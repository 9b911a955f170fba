using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Formats;

/// <summary>What somebody who watched a clip says of one side of it. What he did not say is null.</summary>
/// <param name="File">The clip: its id, its file's name or its path.</param>
/// <param name="Side">Null: the one side that was filmed.</param>
/// <param name="Rater">Null where the table names nobody.</param>
/// <param name="Count">Beats in the whole clip.</param>
/// <param name="LongestEpisodeCount">Beats of the longest run without a pause.</param>
/// <param name="BeatTimesSeconds">After the clip's first frame, rising; empty where it is known that there is none.</param>
/// <param name="Place">Where it was read, for messages.</param>
public sealed record Annotation(
    string File,
    BodySide? Side,
    string? Rater,
    int? Count,
    int? LongestEpisodeCount,
    ImmutableArray<double>? BeatTimesSeconds,
    bool? Sustained,
    string Place);

/// <summary>A file of annotations.</summary>
/// <param name="IgnoredColumns">Columns of other names.</param>
/// <param name="EmptyRows">Rows that name a clip and say nothing of it.</param>
public sealed record AnnotationTable(ImmutableArray<Annotation> Annotations, ImmutableArray<string> IgnoredColumns, int EmptyRows);
