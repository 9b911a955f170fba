using System.Globalization;
using System.Text;

namespace Clonus.Formats.Tests.Hostile;

/// <summary>Small sound files as trackers and video programs write them.</summary>
internal static class OtherSystemsSamples
{
    private static readonly int[] Shifts = [0, 400];

    private static readonly string[] Names = ["knee", "ankle"];

    public static IEnumerable<FormatSample> All() =>
    [
        FormatSample.Text("DeepLabCut", "one.csv", DeepLabCut(individuals: false), DeepLabCutReader.Read),
        FormatSample.Text("DeepLabCut", "several.csv", DeepLabCut(individuals: true), DeepLabCutReader.Read),
        FormatSample.Text("SLEAP", "analysis.csv", Sleap(), SleapReader.Read),
        FormatSample.Text("DLTdv", "xypts.csv", Table("pt1_cam1_X,pt1_cam1_Y,pt2_cam1_X,pt2_cam1_Y,pt1_cam2_X,pt1_cam2_Y", 30, (_, cells) => string.Join(',', cells.Select(c => c.Length == 0 ? "NaN" : c)), 6), DltDvReader.Read),
        FormatSample.Text("Kinovea", "comma.csv", Table("\"Time\",\"leg/knee/X\",\"leg/knee/Y\",\"ankle/0/X\",\"ankle/0/Y\"", 30, (row, cells) => $"\"{40 * row}\"," + string.Join(',', cells.Select(Quoted)), 4), KinoveaCsvReader.Read),
        FormatSample.Text("Kinovea", "semicolon.csv", Table("\"Time\";\"ankle/0/X (cm)\";\"ankle/0/Y (cm)\"", 30, (row, cells) => $"\"0:00:00:{row:00}\";" + string.Join(';', cells.Select(c => Quoted(c.Replace('.', ',')))), 2), KinoveaCsvReader.Read),
        FormatSample.Text("Kinovea text", "gnuplot.txt", KinoveaText(), KinoveaTextReader.Read),
        FormatSample.Text("Tracker", "multi.txt", Table("#multi:\n\tknee\t\tankle\t\nt\tx\ty\tx\ty", 30, (row, cells) => Seconds(row) + "\t" + string.Join('\t', cells), 4), TrackerReader.Read),
        FormatSample.Text("Tracker", "single.txt", Table("mass A\nt,frame,x,y", 30, (row, cells) => Seconds(row) + $",{row}," + string.Join(',', cells), 2), TrackerReader.Read),
        FormatSample.Text("MediaPipe", "wide.csv", Table("frame,timestamp_ms,left_hip_x,left_hip_y,left_hip_visibility,left_knee_x,left_knee_y,left_ankle_x,left_ankle_y", 30, (row, cells) => $"{row},{33 * row}," + string.Join(',', cells), 7), MediaPipeReader.Read),
        FormatSample.Text("MediaPipe", "long.csv", MediaPipeRows(), MediaPipeReader.Read),
        new("OpenPose", "folder", Encoding.UTF8.GetBytes(OpenPose(1)), true, OpenPoseFolder),
    ];

    private static string Seconds(int row) => (row / 30.0).ToString("0.000000E0", CultureInfo.InvariantCulture);

    private static string Quoted(string cell) => cell.Length == 0 ? "" : $"\"{cell}\"";

    private static string Table(string header, int rows, Func<int, string[], string> row, int cells)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = 0; i < rows; i++)
            text.Append(row(i, [.. Enumerable.Range(0, cells).Select(c => i % 8 == 5 && c < 2 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(31 * c) + (0.25 * i) + 2}"))])).Append('\n');
        return text.ToString();
    }

    private static string DeepLabCut(bool individuals)
    {
        var animals = individuals ? 2 : 1;
        var cells = 6 * animals;
        string Row(string first, Func<int, string> cell) => first + "," + string.Join(',', Enumerable.Range(0, cells).Select(cell)) + "\n";
        return Table(
            (Row("scorer", _ => "DLC_resnet50") + (individuals ? Row("individuals", c => c < 6 ? "left" : "right") : "") + Row("bodyparts", c => c % 6 < 3 ? "knee" : " ankle") + Row("coords", c => (c % 3) switch { 0 => "x", 1 => "y", _ => "likelihood" })).TrimEnd('\n'),
            30, (row, values) => $"{row}," + string.Join(',', values), cells);
    }

    private static string Sleap()
    {
        var text = new StringBuilder("track,frame_idx,instance.score,knee.x,knee.y,knee.score,ankle.x,ankle.y,ankle.score\n");
        for (var i = 0; i < 30; i++)
        {
            for (var track = 0; track < 2; track++)
                text.Append(CultureInfo.InvariantCulture, $"track_{track},{i + 3},0.9,{100 + i},{200 - i},0.8,{(i % 6 == 1 ? "" : "50.5")},{(i % 6 == 1 ? "" : "60.25")},0.7\n");
        }

        return text.ToString();
    }

    private static string KinoveaText()
    {
        var text = new StringBuilder("#Kinovea Trajectory data export\n#T X Y\n");
        foreach (var name in Names)
        {
            text.Append("\n# ").Append(name).Append('\n');
            for (var i = 0; i < 25; i++)
                text.Append(CultureInfo.InvariantCulture, $"{40 * i} {i * 1.5:0.00} {100 - i}\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string MediaPipeRows()
    {
        var text = new StringBuilder("frame,time_s,landmark,x,y,z,visibility\n");
        for (var i = 0; i < 20; i++)
        {
            foreach (var landmark in Enumerable.Range(23, 6))
                text.Append(CultureInfo.InvariantCulture, $"{i},{i / 25.0},{landmark},{0.5 + (0.001 * i)},{landmark / 40.0},0.1,0.99\n");
        }

        return text.ToString();
    }

    private static string OpenPose(int frame)
    {
        string Keypoints(int shift) => string.Join(',', Enumerable.Range(0, 25).Select(k => k == 4 ? "0,0,0" : string.Create(CultureInfo.InvariantCulture, $"{100.5 + (10 * k) + shift + frame},{300 + k},0.875")));
        string[] people = [.. Shifts.Select(shift => $"{{\"person_id\":[-1],\"pose_keypoints_2d\":[{Keypoints(shift)}],\"face_keypoints_2d\":[],\"hand_left_keypoints_2d\":[]}}")];
        return $"{{\"version\":1.3,\n\"people\":[\n{string.Join(",\n", people)}\n]}}\n";
    }

    // The middle one of three files is the damaged one.
    private static Trajectories OpenPoseFolder(byte[] middle)
    {
        var folder = Directory.CreateTempSubdirectory("clonus-test-").FullName;
        try
        {
            for (var frame = 0; frame < 3; frame++)
                File.WriteAllBytes(Path.Combine(folder, $"walk_{frame:000000000000}_keypoints.json"), frame == 1 ? middle : Encoding.UTF8.GetBytes(OpenPose(frame)));
            return OpenPoseReader.Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
