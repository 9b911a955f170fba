using System.Globalization;
using CsvHelper;

namespace Clonus.Formats;

/// <summary>Writes DeepLabCut's table: three rows of names, the frame's number, x, y and likelihood. It has no room for times.</summary>
public static class DeepLabCutWriter
{
    private const string Scorer = "clonus-cli";

    public static void Write(Stream stream, Trajectories trajectories)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var names = LabelText.Unique(trajectories.Points.Select(p => p.Label));
        string[] axes = trajectories.IsSpatial ? ["x", "y", "z", "likelihood"] : ["x", "y", "likelihood"];
        Head("scorer", _ => Scorer);
        Head("bodyparts", i => names[i / axes.Length]);
        Head("coords", i => axes[i % axes.Length]);
        var downward = trajectories.Points.Select(p => trajectories.IsSpatial || !trajectories.YPointsUp ? p.Y : p.Y.Negated()).ToArray();
        for (var frame = 0; frame < trajectories.FrameCount; frame++)
        {
            csv.WriteField(trajectories.Frames[frame].ToString(CultureInfo.InvariantCulture));
            foreach (var (point, y) in trajectories.Points.Zip(downward))
            {
                var seen = point.At(frame) is not null;
                csv.WriteField(seen ? point.X.Text(frame) : "");
                csv.WriteField(seen ? y.Text(frame) : "");
                if (trajectories.IsSpatial)
                    csv.WriteField(seen ? point.Z?.Text(frame) ?? "0" : "");
                csv.WriteField(seen ? point.Confidence?.Text(frame) ?? "1" : "0");
            }

            csv.EndRecord();
        }

        void Head(string first, Func<int, string> cell)
        {
            csv.WriteField(first);
            for (var i = 0; i < names.Length * axes.Length; i++)
                csv.WriteField(cell(i));
            csv.EndRecord();
        }
    }
}
