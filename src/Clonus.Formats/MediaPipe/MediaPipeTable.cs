using System.Collections.Immutable;

namespace Clonus.Formats;

/// <summary>Where one landmark stands in the rows of a wide table; -1 for no confidence.</summary>
internal sealed record MediaPipePoint(int Landmark, int X, int Y, int Confidence);

/// <summary>The header of a table of landmarks: wide, a row a frame, or long, a row a landmark.</summary>
/// <param name="Points">Of a wide table; empty for a long one.</param>
/// <param name="Key">Of a long table, the column that says whose row it is.</param>
/// <param name="X">Of a long table.</param>
/// <param name="Y">Of a long table.</param>
/// <param name="Confidence">Of a long table.</param>
internal sealed record MediaPipeTable(
    ImmutableArray<MediaPipePoint> Points,
    MediaPipeColumn? Key,
    int X,
    int Y,
    int Confidence,
    MediaPipeColumn? Frame,
    MediaPipeColumn? Time,
    MediaPipeMeasure Measure)
{
    // One place in common with a pose is chance.
    private const int FewestPoints = 2;

    public bool IsLong => Key is not null;

    /// <summary>Null for a header that is no such table's.</summary>
    public static MediaPipeTable? Of(string[] header)
    {
        var columns = header.Select(MediaPipeColumn.Of).ToList();
        var frame = columns.Find(c => c.Role == MediaPipeRole.Frame);

        // A unit that is named is better than one that must be guessed.
        var times = columns.Where(c => c.Role == MediaPipeRole.Time).ToList();
        var time = times.Find(c => c.SecondsPerUnit is not null) ?? times.FirstOrDefault();
        foreach (var measure in (MediaPipeMeasure[])[MediaPipeMeasure.Pixels, MediaPipeMeasure.Unsaid, MediaPipeMeasure.Shares])
        {
            var points = Wide(columns, measure);
            if (points.Length >= FewestPoints)
                return new MediaPipeTable(points, null, -1, -1, -1, frame, time, measure);
        }
        return Long(columns, frame, time);
    }

    private static ImmutableArray<MediaPipePoint> Wide(List<MediaPipeColumn> columns, MediaPipeMeasure measure)
    {
        var first = MediaPipeLandmarks.FirstNumber([.. columns.Where(c => c.Number >= 0 && c.Role == MediaPipeRole.X).Select(c => c.Number)]);
        int? Landmark(MediaPipeColumn column) =>
            column.Landmark >= 0 ? column.Landmark : column.Number >= 0 && first is { } number && column.Number - number is >= 0 and < MediaPipeLandmarks.Count and var landmark ? landmark : null;
        int Find(int landmark, MediaPipeRole role, bool ofMeasure) =>
            columns.Find(c => c.Role == role && (!ofMeasure || c.Measure == measure) && Landmark(c) == landmark)?.Index ?? -1;
        return
        [
            .. Enumerable.Range(0, MediaPipeLandmarks.Count)
                .Select(l => new MediaPipePoint(l, Find(l, MediaPipeRole.X, true), Find(l, MediaPipeRole.Y, true), Find(l, MediaPipeRole.Confidence, false)))
                .Where(p => p.X >= 0 && p.Y >= 0),
        ];
    }

    private static MediaPipeTable? Long(List<MediaPipeColumn> columns, MediaPipeColumn? frame, MediaPipeColumn? time)
    {
        var own = columns.Where(c => c.Landmark < 0 && c.Number < 0).ToList();
        var confidence = own.Find(c => c.Role == MediaPipeRole.Confidence)?.Index ?? -1;
        var key = own.Find(c => c.Role == MediaPipeRole.Name) ?? own.Find(c => c.Role == MediaPipeRole.Number && c.NamesLandmarks)
            ?? (confidence >= 0 ? own.Find(c => c.Role == MediaPipeRole.Number) : null);
        if (key is null || (frame is null && time is null))
            return null;
        foreach (var measure in (MediaPipeMeasure[])[MediaPipeMeasure.Pixels, MediaPipeMeasure.Unsaid, MediaPipeMeasure.Shares])
        {
            var x = own.Find(c => c.Role == MediaPipeRole.X && c.Measure == measure);
            var y = own.Find(c => c.Role == MediaPipeRole.Y && c.Measure == measure);
            if (x is not null && y is not null)
                return new MediaPipeTable([], key, x.Index, y.Index, confidence, frame, time, measure);
        }
        return null;
    }
}
