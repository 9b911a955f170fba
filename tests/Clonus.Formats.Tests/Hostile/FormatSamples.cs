using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clonus.Formats.Tests.C3d;

namespace Clonus.Formats.Tests.Hostile;

/// <summary>A small sound file and what reads it.</summary>
internal sealed record FormatSample(string Format, string Name, byte[] Bytes, bool IsText, Func<byte[], Trajectories> Read)
{
    public static FormatSample Text(string format, string name, string text, Func<Stream, string, Trajectories> read) =>
        new(format, name, Encoding.UTF8.GetBytes(text), true, bytes => read(new MemoryStream(bytes), name));
}

/// <summary>Small sound files of every format, in the shapes that programs write.</summary>
internal static class FormatSamples
{
    private const string TrcKeys = "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames\n";

    public static readonly ImmutableArray<FormatSample> All =
    [
        C3d("intel-floats.c3d", new C3dSample()),
        C3d("intel-integers.c3d", new C3dSample(IsFloat: false) { FirstFrame = 101 }),
        C3d("dec-header-events.c3d", new C3dSample(85, IsFloat: false) { Events = [], HeaderEvents = [new(0.05, "RHS", ""), new(0.11, "LTO", "")] }),
        C3d("mips-floats.c3d", new C3dSample(86) { Labels = ["A:LKNE", "A:LANK", "A:LTOE", "A:LHEE"], AnalogPerFrame = 0 }),
        C3d("many.c3d", new C3dSample { Labels = [.. Enumerable.Range(1, 60).Select(i => $"M{i}")], FrameCount = 10 }),
        Trc("opensim.trc", Rows("\t", "\n", trailing: "\t")),
        Trc("spreadsheet.trc", Rows(",", "\r\n", trailing: "").Replace('\t', ',')),
        Trc("without-blank-line.trc", Rows("\t", "\n", trailing: "").Replace("\n\n", "\n", StringComparison.Ordinal)),
        FormatSample.Text("tracks.csv", "picture.csv", Tracks("px", ""), TracksCsvReader.Read),
        FormatSample.Text("tracks.csv", "camera.csv", Tracks("px", ",camera_dx_px,camera_dy_px,camera_rotation_deg,camera_scale"), TracksCsvReader.Read),
        FormatSample.Text("tracks.csv", "room.csv", Tracks("mm", ""), TracksCsvReader.Read),
        .. OtherSystemsSamples.All(),
    ];

    public static readonly ImmutableArray<(string Name, Action<Stream, Trajectories> Write)> Writers =
    [
        ("C3D", C3dWriter.Write), ("TRC", TrcWriter.Write), ("tracks.csv", TracksCsvWriter.Write), ("DeepLabCut", DeepLabCutWriter.Write),
    ];

    private static FormatSample C3d(string name, C3dSample sample) => new("C3D", name, sample.ToArray(), false, bytes => C3dReader.Read(new MemoryStream(bytes), name));

    private static FormatSample Trc(string name, string text) => FormatSample.Text("TRC", name, text, TrcReader.Read);

    private static string Rows(string separator, string end, string trailing)
    {
        var text = new StringBuilder("PathFileType\t4\t(X/Y/Z)\tclip.trc\n" + TrcKeys + "59.94\t59.94\t40\t3\tmm\t59.94\t11\t40\n");
        text.Append("Frame#\tTime\tRKnee\t\t\tRAnkle\t\t\tRToe\t\t\t\n\t\tX1\tY1\tZ1\tX2\tY2\tZ2\tX3\tY3\tZ3\n\n");
        for (var i = 0; i < 40; i++)
        {
            string[] cells = [.. Enumerable.Range(0, 9).Select(c => i % 7 == 3 && c / 3 == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(100 * c) - (0.125 * i):0.000}"))];
            text.Append(CultureInfo.InvariantCulture, $"{11 + i}{separator}{(10 + i) / 59.94:0.000000}{separator}{string.Join(separator, cells)}{trailing}\n");
        }

        return text.ToString().Replace("\n", end, StringComparison.Ordinal);
    }

    private static string Tracks(string unit, string camera)
    {
        string[] axes = unit == "mm" ? ["x", "y", "z"] : ["x", "y"];
        var names = new[] { "left.knee", "left.ankle", "\"a \"\"toe\"\", left\"" };
        var text = new StringBuilder("frame,time_s");
        foreach (var name in names)
            text.AppendJoin("", axes.Select(a => "," + (name[0] == '"' ? $"{name[..^1]}_{a}_{unit}\"" : $"{name}_{a}_{unit}")));
        text.Append(",left.knee_confidence").Append(camera).Append('\n');
        for (var i = 0; i < 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},{i / 30.0:R}");
            for (var c = 0; c < names.Length * axes.Length; c++)
                text.Append(',').Append(i % 9 == 4 && c < axes.Length ? "" : string.Create(CultureInfo.InvariantCulture, $"{(10 * c) + (0.375 * i)}"));
            text.Append(",0.5").Append(camera.Length == 0 ? "" : i == 7 ? ",,,," : ",0.25,-0.5,0.1,1.001").Append('\n');
        }

        return text.ToString();
    }
}
