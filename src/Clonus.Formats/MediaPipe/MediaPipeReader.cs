using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Tables of MediaPipe's pose landmarks as people write them: a row a frame with three or four columns a landmark, or a row a landmark; by name or by
/// number; in shares of the picture or in pixels. Y down. The depth is dropped, because MediaPipe guesses it.
/// </summary>
public static class MediaPipeReader
{
    private const string Separators = ",;\t";

    // Shares go a little beyond 0 and 1 where a limb leaves the picture; pixels are hundreds.
    private const double LargestShare = 2;

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        if (!table.Next())
            throw FormatError.Of(name, "is empty");
        var header = table.Row();
        var columns = MediaPipeTable.Of(header)
            ?? throw table.Fault("the header has no columns such as left_knee_x and left_knee_y, nor frame, landmark, x and y, of a pose with legs");
        return columns.IsLong ? Long(table, name, header.Length, columns) : Wide(table, name, header.Length, columns);
    }

    internal static bool Recognises(string head)
    {
        var rows = DelimitedTable.FirstRows(head, 2, DelimitedTable.Among(Separators));
        if (rows.Count == 0 || IsOurs(rows[0]) || SleapReader.Recognises(head) || MediaPipeTable.Of(rows[0]) is not { } columns)
            return false;
        return !columns.IsLong || rows.Count < 2 || columns.Key!.Index >= rows[1].Length || Landmark(rows[1][columns.Key.Index]) is not null;
    }

    // Our own tracks.csv names its markers in words that landmarks have too.
    private static bool IsOurs(string[] header) => header is ["frame", "time_s", var third, ..] && third.EndsWith("_x_px", StringComparison.Ordinal);

    private static Trajectories Wide(DelimitedTable table, string name, int cells, MediaPipeTable columns)
    {
        var hasConfidence = columns.Points.Any(p => p.Confidence >= 0);
        var points = columns.Points.Select(p => new GrowingPoint(MediaPipeLandmarks.Name(p.Landmark), isSpatial: false, hasConfidence)).ToArray();
        var frames = new RisingColumn<int>(name, "frame");
        var time = new MediaPipeTime(name, columns.Time);
        var rows = 0;
        for (; table.Next(); rows++)
        {
            table.RequireCells(cells);
            frames.Add(columns.Frame is null ? rows : table.Frame(columns.Frame.Index), table.Line);
            time.Add(table);
            for (var i = 0; i < points.Length; i++)
            {
                var (x, y, confidence) = Place(table, columns.Points[i].X, columns.Points[i].Y, columns.Points[i].Confidence);
                points[i].Add(x, y, confidence: confidence);
            }
        }
        if (rows == 0)
            throw FormatError.Of(name, "has no rows below its header");
        return Of(frames.ToArray(), columns, time, [.. points.Select(p => p.ToTrack())]);
    }

    private static Trajectories Long(DelimitedTable table, string name, int cells, MediaPipeTable columns)
    {
        var points = new ScatteredPoints(name, columns.Frame is null ? "time" : "frame", columns.Confidence >= 0);
        var time = new MediaPipeTime(name, columns.Time);
        var numbers = new HashSet<int>();
        var rows = 0;
        for (; table.Next(); rows++)
        {
            table.RequireCells(cells);
            var key = columns.Frame is null ? time.Of(table) : table.Frame(columns.Frame.Index);
            if (columns.Frame is not null)
                time.AddOfFrame(table, (int)key);

            // What is no landmark of a pose may be one of a hand or a face in the same table.
            if (Landmark(table[columns.Key!.Index]) is not { } landmark)
                continue;
            if (landmark.Number >= 0)
                numbers.Add(landmark.Number);
            var (x, y, confidence) = Place(table, columns.X, columns.Y, columns.Confidence);
            points.Add(landmark.Number >= 0 ? landmark.Number.ToString(CultureInfo.InvariantCulture) : MediaPipeLandmarks.Name(landmark.Found), key, x, y, confidence, table.Line);
        }
        if (rows == 0)
            throw FormatError.Of(name, "has no rows below its header");
        var first = MediaPipeLandmarks.FirstNumber(numbers);
        if (points.IsEmpty || (numbers.Count > 0 && first is null))
            throw FormatError.Of(name, "has no landmarks of a pose with legs");
        var keys = points.Keys();
        var tracks = points.ToTracks(keys).Select(p => int.TryParse(p.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? p with { Label = MediaPipeLandmarks.Name(number - first!.Value) } : p);
        ImmutableArray<int> frames = columns.Frame is null ? [.. Enumerable.Range(0, keys.Length)] : [.. keys.Select(k => (int)k)];
        if (columns.Frame is null)
            time.Set(keys);
        else
            time.Arrange(frames);
        return Of(frames, columns, time, [.. tracks]);
    }

    private static (double X, double Y, double Confidence) Place(DelimitedTable table, int xColumn, int yColumn, int confidenceColumn)
    {
        var (x, y) = (table.Number(xColumn), table.Number(yColumn));
        var confidence = confidenceColumn >= 0 ? table.Number(confidenceColumn) : double.NaN;

        // Many write zeros where nobody was found.
        return x == 0 && y == 0 && !(confidence > 0) ? (double.NaN, double.NaN, 0) : (x, y, confidence);
    }

    /// <summary>The landmark of a name, or a number that may be counted from 0 or 1; null for what is neither.</summary>
    private static (int Found, int Number)? Landmark(string cell)
    {
        if (CellNumber.TryWhole(cell, out var number))
            return number is >= 0 and <= MediaPipeLandmarks.Count ? (-1, number) : null;
        var words = MediaPipeColumn.Words(cell).Where(w => w is not ("pose" or "landmark")).ToList();
        return MediaPipeLandmarks.Find(words) is >= 0 and var found ? (found, -1) : null;
    }

    private static Trajectories Of(ImmutableArray<int> frames, MediaPipeTable columns, MediaPipeTime time, ImmutableArray<PointTrack> points)
    {
        var reading = time.Read();
        return new Trajectories(TrajectoryFormat.MediaPipe, columns.Frame is null && reading.Frames is { } counted ? counted : frames, reading.Seconds, points)
        {
            Unit = columns.Measure switch
            {
                MediaPipeMeasure.Pixels => LengthUnit.Pixel,
                MediaPipeMeasure.Shares => LengthUnit.PictureShare,
                _ => IsShares(points) ? LengthUnit.PictureShare : LengthUnit.Pixel,
            },
            Issues = reading.Issue is null ? [] : [reading.Issue],
        };
    }

    private static bool IsShares(ImmutableArray<PointTrack> points)
    {
        var (small, large) = (0L, 0L);
        foreach (var series in points.SelectMany(p => (Series[])[p.X, p.Y]))
        {
            for (var i = 0; i < series.Length; i++)
            {
                if (Math.Abs(series[i]) <= LargestShare)
                    small++;
                else if (!double.IsNaN(series[i]))
                    large++;
            }
        }
        return small >= large;
    }
}
