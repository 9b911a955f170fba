using System.Globalization;
using System.Text;

namespace Clonus.Formats;

/// <summary>
/// Writes TRC as OpenSim's reader demands: eight keys in their order, two tabs behind a marker's name, sub-labels from X1 on, three empty
/// cells for what was not seen. A picture's y points down and becomes −y, its z is 0.
/// </summary>
public static class TrcWriter
{
    // Line 1 usually holds the file's own path; ours holds none.
    private const string FileName = "markers.trc";

    /// <exception cref="Motion.InputException">There are no times.</exception>
    public static void Write(Stream stream, Trajectories trajectories)
    {
        var times = FrameRate.TimesOf(trajectories);
        var rate = NumberText.Of(FrameRate.Of(trajectories) ?? 1);
        var count = trajectories.FrameCount.ToString(CultureInfo.InvariantCulture);
        var first = (trajectories.FrameCount == 0 ? 1 : trajectories.Frames[0] + trajectories.NumbersFrom).ToString(CultureInfo.InvariantCulture);
        var names = LabelText.Unique(trajectories.Points.Select(p => Name(p.Label)));
        using var text = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"PathFileType\t4\t(X/Y/Z)\t{FileName}");
        text.WriteLine("DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames");
        text.WriteLine(string.Join('\t', rate, rate, count, names.Length.ToString(CultureInfo.InvariantCulture), UnitOf(trajectories), rate, first, count));
        text.WriteLine("Frame#\tTime\t" + string.Concat(names.Select(name => name + "\t\t\t")));
        text.WriteLine("\t\t" + string.Concat(names.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"X{i + 1}\tY{i + 1}\tZ{i + 1}\t"))));
        text.WriteLine();
        var upward = trajectories.Points.Select(point => point.Upward(trajectories)).ToArray();
        for (var frame = 0; frame < trajectories.FrameCount; frame++)
            WriteRow(text, trajectories, upward, times, frame);
    }

    /// <summary>What stands for a label here: OpenSim's older readers take a blank for the name's end.</summary>
    public static string Name(string label) => string.Concat(label.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c));

    private static string UnitOf(Trajectories trajectories) => UnitText.Of(trajectories.Unit) is { Length: > 0 } unit ? unit : "unknown";

    private static void WriteRow(StreamWriter text, Trajectories trajectories, Series[] upward, double[] times, int frame)
    {
        text.Write((trajectories.Frames[frame] + trajectories.NumbersFrom).ToString(CultureInfo.InvariantCulture));
        text.Write('\t');
        text.Write(NumberText.Of(times[frame]));
        foreach (var (point, up) in trajectories.Points.Zip(upward))
        {
            var seen = point.At(frame) is not null;
            text.Write('\t');
            if (seen)
                text.Write(point.X.Text(frame));
            text.Write('\t');
            if (seen)
                text.Write(up.Text(frame));
            text.Write('\t');
            if (seen)
                text.Write(point.Z?.Text(frame) ?? "0");
        }

        // OpenSim takes what is behind the last tab for a cell only where it is not empty: a missing last marker needs one more, as in its own files.
        text.Write("\t\n");
    }
}
