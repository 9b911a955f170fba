using System.Globalization;
using System.Text;
using CsvHelper;

namespace Clonus.Formats;

/// <summary>
/// Writes tracks.csv: one row a frame, empty cells for what was not seen, nothing interpolated. A picture's origin is its first pixel's centre,
/// y points down; a room's lengths are millimetres.
/// </summary>
public static class TracksCsvWriter
{
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <exception cref="Motion.InputException">There are no times.</exception>
    public static void Write(Stream stream, Trajectories trajectories)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        Write(text, trajectories);
    }

    /// <exception cref="Motion.InputException">There are no times.</exception>
    public static void Write(TextWriter text, Trajectories trajectories)
    {
        var times = FrameRate.TimesOf(trajectories);
        var columns = Columns(trajectories);
        using var csv = CsvWriter.Create(text, Format, leaveOpen: true);
        csv.WriteField(TracksColumn.Frame);
        csv.WriteField(TracksColumn.Time);
        foreach (var (name, _) in columns)
            csv.WriteField(name);
        csv.EndRecord();
        for (var frame = 0; frame < trajectories.FrameCount; frame++)
        {
            csv.WriteField(trajectories.Frames[frame].ToString(CultureInfo.InvariantCulture));
            csv.WriteField(NumberText.Of(times[frame]));
            foreach (var (_, cell) in columns)
                csv.WriteField(cell(frame));
            csv.EndRecord();
        }
    }

    private static List<(string Name, Func<int, string> Cell)> Columns(Trajectories file)
    {
        var columns = new List<(string, Func<int, string>)>();
        var hasConfidence = file.Points.Any(p => p.Confidence is not null);
        foreach (var (point, label) in file.Points.Zip(LabelText.Unique(file.Points.Select(p => p.Label))))
        {
            var unit = TracksColumn.UnitOf(point, file);
            Add('x', point.X);
            Add('y', file.IsSpatial || !file.YPointsUp ? point.Y : point.Y.Negated());
            if (point.Z is { } z)
                Add('z', z);
            if (hasConfidence)
                columns.Add((label + TracksColumn.ConfidenceSuffix, frame => point.At(frame) is null ? "0" : point.Confidence?.Text(frame) ?? "1"));

            void Add(char axis, Series own)
            {
                var series = point.Kind == PointKind.Position && UnitText.Millimetres(file.Unit) is { } scale and not 1 ? own.Select(value => scale * value) : own;
                columns.Add((TracksColumn.Of(label, axis, unit), frame => point.At(frame) is null ? "" : series.Text(frame)));
            }
        }

        return file.Camera.IsEmpty ? columns : [.. columns, .. TracksColumn.Camera.Select((name, i) => (name, (Func<int, string>)(frame => CameraCell(file, frame, i))))];
    }

    private static string CameraCell(Trajectories file, int frame, int column) => file.Camera[frame] is not { } pose ? "" : NumberText.Of(column switch
    {
        0 => pose.ShiftXPixels,
        1 => pose.ShiftYPixels,
        2 => double.RadiansToDegrees(pose.RotationRadians),
        _ => pose.Scale,
    });
}
