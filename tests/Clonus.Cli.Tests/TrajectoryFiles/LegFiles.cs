using System.Collections.Immutable;
using System.Globalization;
using Clonus.Formats.Export;
using Clonus.Formats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>The formula's left leg with its eight beats, as the programs would have written it who followed it.</summary>
internal static class LegFiles
{
    public const int Width = 640;
    public const int Height = 480;

    public static Trajectories Leg => Legs.Stretched(8).ToTrajectories();

    public static string Write(Folder folder, string name, Trajectories trajectories, Action<Stream, Trajectories> write)
    {
        using var stream = File.Create(folder[name]);
        write(stream, trajectories);
        return folder[name];
    }

    public static Trajectories Labelled(params string[] labels) =>
        Leg with { Points = [.. Leg.Points.Zip(labels, (point, label) => point with { Label = label })] };

    /// <summary>Between two seconds its tracker is as sure of the toe as said.</summary>
    public static string DeepLabCut(Folder folder, double from, double to, double likelihood)
    {
        var leg = Leg;
        var toe = leg.Points[2];
        ImmutableArray<PointTrack> points = [leg.Points[0], leg.Points[1], toe with { Confidence = Series.Of([.. leg.TimesSeconds!.Value.Select(t => t >= from && t < to ? likelihood : 0.99)]) }];
        return Write(folder, "leg.csv", leg with { Points = points }, DeepLabCutWriter.Write);
    }

    /// <summary>A folder with a file for each frame, one person in it, BODY_25.</summary>
    public static string OpenPose(Folder folder, string name)
    {
        const int knee = 13, ankle = 14, toe = 19;
        Directory.CreateDirectory(folder[name]);
        for (var frame = 0; frame < Leg.FrameCount; frame++)
        {
            var numbers = new string[75];
            Array.Fill(numbers, "0");
            foreach (var (point, at) in Leg.Points.Zip(new[] { knee, ankle, toe }))
            {
                numbers[3 * at] = point.X.Text(frame);
                numbers[(3 * at) + 1] = point.Y.Text(frame);
                numbers[(3 * at) + 2] = "0.9";
            }

            folder.Write(
                Path.Combine(name, string.Create(CultureInfo.InvariantCulture, $"leg_{frame:000000000000}_keypoints.json")),
                $$"""{"version":1.3,"people":[{"person_id":[-1],"pose_keypoints_2d":[{{string.Join(',', numbers)}}]}]}""");
        }

        return folder[name];
    }

    /// <summary>Shares of a picture of 640 x 480, at 60 frames a second.</summary>
    public static string MediaPipe(Folder folder)
    {
        string[] names = ["LEFT_KNEE", "LEFT_ANKLE", "LEFT_FOOT_INDEX"];
        var lines = new List<string> { "frame,timestamp_ms," + string.Join(',', names.Select(n => $"{n}_x,{n}_y,{n}_z,{n}_visibility")) };
        var leg = Leg;
        for (var frame = 0; frame < leg.FrameCount; frame++)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{frame},{frame * 1000 / 60.0:R},") + string.Join(',', leg.Points.Select(p =>
                string.Create(CultureInfo.InvariantCulture, $"{(p.X[frame] + 0.5) / Width:R},{(p.Y[frame] + 0.5) / Height:R},0,0.95"))));
        }

        return folder.Write("leg.csv", string.Join('\n', lines) + "\n");
    }

    /// <summary>The leg in a room, in millimetres, with a heel, under Plug-in Gait's labels; its plane has these directions.</summary>
    public static Trajectories InRoom(SpacePoint across, SpacePoint down, int beats = 8, int firstFrame = 1)
    {
        var leg = Legs.Stretched(beats).ToTrajectories();
        var (knee, ankle, toe) = (leg.Points[0], leg.Points[1], leg.Points[2]);
        return new Trajectories(
            TrajectoryFormat.C3d,
            [.. leg.Frames.Select(frame => frame + firstFrame - 1)],
            [.. leg.Frames.Select(frame => (frame + firstFrame - 1) / 60.0)],
            [Placed("LKNE", knee.At), Placed("LANK", ankle.At), Placed("LTOE", toe.At), Placed("LHEE", frame => ankle.At(frame) - ((toe.At(frame) - ankle.At(frame)) * 0.4))])
        {
            RateHz = 60,
            Unit = LengthUnit.Millimetre,
            IsSpatial = true,
        };

        PointTrack Placed(string label, Func<int, SpacePoint?> place)
        {
            var places = leg.Frames.Select(frame => place(frame)!.Value).Select(p => new SpacePoint(800, 400, 900) + (across * p.X) + (down * p.Y)).ToArray();
            return new PointTrack(label, Axis(p => p.X), Axis(p => p.Y), Axis(p => p.Z));

            Series Axis(Func<SpacePoint, double> axis) => Series.Of([.. places.Select(axis)]);
        }
    }
}
