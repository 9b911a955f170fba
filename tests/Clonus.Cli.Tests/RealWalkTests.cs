using System.Globalization;
using System.Text.Json.Nodes;
using Clonus.Formats;
using Clonus.Formats.Import;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Cli.Tests;

/// <summary>Healthy people who walk in laboratories, of ../shared/data/README.md. Without that folder these tests skip.</summary>
public sealed class RealWalkTests
{
    [Theory]
    [InlineData("bmc-walk1.trc")]
    [InlineData("btk-pig-events.c3d")]
    [InlineData("markers_walk.trc")]
    [InlineData("subject01_walk1.trc")]
    [InlineData("walk_free_01.trc")]
    [InlineData("walk-events-MH0222_BP06.c3d")]
    [InlineData("walk-events-bfnd_w1.c3d")]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d")]
    [InlineData("walk-events-cgm24-01.c3d")]
    [InlineData("walk-events-overground.c3d")]
    [InlineData("walk-hybrid-2.c3d")]
    public async Task A_healthy_walk_is_named_by_its_labels_and_never_called_clonus(string file)
    {
        var path = Recording(file);
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", path, "-o", folder["out"], "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal("tracks", (string?)result["clip"]!["kind"]);
        foreach (var side in new[] { "left", "right" })
        {
            Assert.Equal("not_detected", (string?)result["sides"]![side]!["clonus"]!["status"]);
            Assert.Equal(0, (int)result["sides"]![side]!["clonus"]!["beats_total"]!);
        }

        Assert.DoesNotContain(result["gait"]!["patterns"]!.AsArray(), pattern => (string?)pattern!["verdict"] == "present");
        Assert.Contains(result["issues"]!.AsArray(), issue => (string?)issue!["code"] == "steps_seen");
    }

    // The laboratory's model knows joint centres and a foot's own axes, and so do we not: beside a constant, the angles are the same within few degrees.
    [Theory]
    [InlineData("btk-pig-events.c3d", "LAnkleAnglesV", "left")]
    [InlineData("walk-events-MH0222_BP06.c3d", "RAnkleAngles", "right")]
    [InlineData("walk-events-bfnd_w1.c3d", "LAnkleAngles", "left")]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d", "LAnkleAngles", "left")]
    [InlineData("walk-events-cgm24-01.c3d", "RAnkleAngles", "right")]
    [InlineData("walk-events-overground.c3d", "LAnkleAngles", "left")]
    public async Task The_ankles_angle_is_that_of_the_laboratorys_own_model(string file, string label, string side)
    {
        var path = Recording(file);
        using var folder = new Folder();
        Assert.Equal(0, (await CliRun.Of("analyze", path, "-o", folder["out"], "--quiet")).ExitCode);
        var recording = TrajectoryFile.Recognise(path)!.Read();
        var model = recording.Points.Single(p => p.Label == label);
        var ours = (await File.ReadAllLinesAsync(folder["out/signal.csv"], TestContext.Current.CancellationToken)).Select(line => line.Split(',')).Where(c => c[0] == side && c[2].Length > 0)
            .ToDictionary(c => Math.Round(double.Parse(c[1], CultureInfo.InvariantCulture), 3), c => double.Parse(c[2], CultureInfo.InvariantCulture));

        var pairs = Enumerable.Range(0, recording.FrameCount)
            .Select(frame => (Model: model.At(frame)?.X, Time: Math.Round(recording.TimesSeconds!.Value[frame] - recording.TimesSeconds.Value[0], 3)))
            .Where(p => p.Model is not null && ours.ContainsKey(p.Time))
            .Select(p => ours[p.Time] - p.Model!.Value).ToArray();

        Assert.InRange(pairs.Length, 100, recording.FrameCount);
        Assert.InRange(Math.Sqrt(pairs.Average(d => Math.Pow(d - pairs.Average(), 2))), 0, 3);
        Assert.InRange(Math.Abs(pairs.Average()), 0, 6);
    }

    // Markers lie on the skin beside a joint's centre: 20 to 25 mm ahead of the knee's turn thigh and shank by 3° each, 10 mm at hip and ankle by 1°. That is a constant.
    // 50 mm to the side of it they wander ahead and back as the leg turns about its length, by 13 mm for 15°: 2° of either segment at most.
    [Theory]
    [MemberData(nameof(WithAngles))]
    public void Knees_and_hips_bend_as_in_the_laboratorys_own_model(string file)
    {
        var walk = Walk.Read(Recording(file));
        Assert.All(Legs, side =>
        {
            Alike(walk.Angles(walk, side, SegmentAngles.Knee, "Knee"), 8, 3);

            // The laboratory's hip is the thigh against the pelvis, ours is the thigh against the vertical.
            Alike(walk.Angles(walk, side, SegmentAngles.Hip, "Hip", less: "Pelvis"), 5, 3);
        });
    }

    // Of the joints' centres themselves the angle is the same, but for what a knee that bends 15° beside the plane of walking loses of its 60°.
    [Theory]
    [MemberData(nameof(WithAngles))]
    public void Knees_of_the_laboratorys_own_joint_centres_bend_as_its_model_says(string file)
    {
        var walk = Walk.Read(Recording(file));
        var centred = Walk.Read(Recording(file), (Landmark.Hip, "FEP"), (Landmark.Knee, "FEO"), (Landmark.Ankle, "TIO"));

        Assert.All(Legs, side => Alike(walk.Angles(centred, side, SegmentAngles.Knee, "Knee"), 1.5, 1.5));
    }

    // Two markings of one contact differ by 33 ms as a rule, and a stride has two. Some marks were set by hand at another moment of the step than the rest of their foot's: that
    // of 2.19 s while the heel still goes ahead at 1.2 m/s, and at 0.1 m/s at the one before; those of 2.71 and 3.76 s when the foot is nearly flat.
    [Theory]
    [InlineData("btk-dec-events.c3d", 2)]
    [InlineData("btk-pig-events.c3d", 3)]
    [InlineData("walk-events-MH0222_BP06.c3d", 4)]
    [InlineData("walk-events-bfnd_w1.c3d", 1, 2.19)]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d", 4)]
    [InlineData("walk-events-cgm24-01.c3d", 4, 2.71, 3.76)]
    [InlineData("walk-events-overground.c3d", 1)]
    public void Stride_times_are_those_between_the_laboratorys_marks(string file, int strides, params double[] setElsewhere)
    {
        var walk = Walk.Read(Recording(file));
        var marked = walk.Clip.Events.Where(e => e.Label == TrialEvent.FootStrike).GroupBy(e => e.Context).SelectMany(leg => leg.OrderBy(e => e.TimeSeconds).Zip(leg.OrderBy(e => e.TimeSeconds).Skip(1)))
            .Where(s => !setElsewhere.Any(t => Math.Abs(t - s.First.TimeSeconds) < 0.005 || Math.Abs(t - s.Second.TimeSeconds) < 0.005));
        double[] differences = [.. marked.Select(s => (Marks: s, Ours: walk.Strides.FirstOrDefault(o => o.Side.ToString() == s.First.Context && Math.Abs(o.StartSeconds - s.First.TimeSeconds) < 0.1)))
            .Where(s => s.Ours is not null).Select(s => Math.Abs(s.Ours!.StrideSeconds - (s.Marks.Second.TimeSeconds - s.Marks.First.TimeSeconds)))];

        Assert.Equal(strides, differences.Length);
        Assert.All(differences, d => Assert.InRange(d, 0, 0.047));
        Assert.InRange(differences.Median(), 0, 0.03);
    }

    // Its program reckoned them from the marks, which are right to 33 ms each: four of them make a double support.
    [Fact]
    public void The_strides_figures_are_those_that_the_laboratorys_program_reckoned()
    {
        var stride = Walk.Read(Recording("walk-events-overground.c3d")).Strides.Single(s => s.Side == BodySide.Right && s.StartSeconds is > 1 and < 2);

        Assert.InRange(stride.StrideSeconds, 0.975 - 0.047, 0.975 + 0.047);
        Assert.InRange(stride.StepSeconds!.Value, 0.460 - 0.047, 0.460 + 0.047);
        Assert.InRange(stride.StanceRatio, 0.621 - 0.047, 0.621 + 0.047);
        Assert.InRange(stride.DoubleSupportSeconds!.Value, 0.195 - 0.066, 0.195 + 0.066);
        Assert.InRange(stride.StrideLengthMillimetres!.Value, 962 - 25, 962 + 25);
        Assert.InRange(stride.StepLengthMillimetres!.Value, 460 - 25, 460 + 25);
        Assert.InRange(stride.StrideLengthMillimetres.Value / stride.StrideSeconds, 987 - 50, 987 + 50);
    }

    public static TheoryData<string> WithAngles { get; } =
    [
        "btk-dec-events.c3d", "btk-pig-events.c3d", "walk-events-MH0222_BP06.c3d", "walk-events-bfnd_w1.c3d", "walk-events-biomechzoo-HC002D06.c3d", "walk-events-cgm24-01.c3d",
        "walk-events-overground.c3d",
    ];

    private static readonly BodySide[] Legs = [BodySide.Left, BodySide.Right];

    private static string Recording(string file)
    {
        var path = Path.GetFullPath(Repository.Path("..", "shared", "data", "mocap", file));
        Assert.SkipUnless(File.Exists(path), $"../shared/data/mocap/{file} is not here");
        return path;
    }

    private static void Alike((double Ours, double Own)[] pairs, double constant, double rms)
    {
        double[] differences = [.. pairs.Select(p => p.Ours - p.Own)];
        Assert.InRange(pairs.Length, 100, int.MaxValue);
        Assert.InRange(Math.Abs(differences.Mean()), 0, constant);
        Assert.InRange(differences.PopulationStandardDeviation(), 0, rms);
        Assert.InRange(Correlation.Pearson(pairs.Select(p => p.Ours), pairs.Select(p => p.Own)), 0.98, 1);
    }

    /// <summary>A recording with the steps that are found in it and the strides that count.</summary>
    private sealed record Walk(Trajectories File, ImportedClip Clip, WalkSteps Steps, Stride[] Strides)
    {
        /// <param name="labels">Of each leg's points, without the side's letter, to be taken for its markers.</param>
        public static Walk Read(string path, params (Landmark Landmark, string Label)[] labels)
        {
            var file = TrajectoryFile.Recognise(path)!.Read();
            var markers = Legs.SelectMany(side => labels.Select(l => new LabelledMarker(new MarkerName(side, l.Landmark), side.ToString()[..1] + l.Label)));
            var clip = TrackImport.Import(file, "walk", new ImportSettings(), new ImportRequest([.. markers], BodySide.Unknown));
            var steps = GaitAnalyzer.FindSteps(clip.Tracks, clip.Tracks, new GaitSettings());
            return new Walk(file, clip, steps, [.. GaitAnalyzer.Analyze(steps, [], new GaitSettings(), new GaitPolicy()).Strides.Where(s => s.Rejected is null)]);
        }

        /// <summary>An angle and the laboratory's own, degrees, in the frames of this walk's strides that have both.</summary>
        /// <param name="measured">The same recording, perhaps by other points.</param>
        public (double Ours, double Own)[] Angles(Walk measured, BodySide side, Func<WalkBout, BodySide, double?[]> angle, string joint, string? less = null)
        {
            PointTrack Model(string name) => File.Points.First(p => p.Kind == PointKind.Angle && p.Label.StartsWith($"{side.ToString()[0]}{name}Angles", StringComparison.Ordinal));
            var (own, under) = (Model(joint), less is null ? null : Model(less));
            return [.. measured.Steps.Bouts.SelectMany(b => angle(b.Bout, side).Select((ours, i) => (Ours: ours, Frame: b.Bout.FirstFrame + i, Time: b.Bout.TimesSeconds[i])))
                .Where(p => Strides.Any(s => s.Side == side && p.Time >= s.StartSeconds && p.Time < s.EndSeconds))
                .Select(p => (p.Ours, Own: own.At(p.Frame)?.X - (under is null ? 0 : under.At(p.Frame)?.X)))
                .Where(p => p.Ours is not null && p.Own is not null).Select(p => (p.Ours!.Value, p.Own!.Value))];
        }
    }
}
