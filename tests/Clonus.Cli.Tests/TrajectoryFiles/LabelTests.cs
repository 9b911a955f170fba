using Clonus.Formats;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>Which of a file's labels is which marker: known sets, guesses, and what the user says.</summary>
public sealed class LabelTests
{
    [Fact]
    public async Task A_marker_is_named_by_its_label()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.c3d", LegFiles.Labelled("A", "MY ANKLE", "C:1"), C3dWriter.Write);

        var analysis = await Analysis.Of(folder, input, "--marker", "left.knee=label:A", "--marker", "left.ankle=label:MY ANKLE", "--marker", "left.toe=label:C:1");

        Assert.Equal(8, (int)analysis.Clonus["beats_total"]!);
        Assert.Equal("MY ANKLE", analysis.MarkerSpec("left.ankle"));
    }

    [Fact]
    public async Task A_protocol_names_markers_by_their_labels_too()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.c3d", LegFiles.Labelled("LKNE", "MY ANKLE", "LTOE"), C3dWriter.Write);
        var protocol = folder.Write("lab.yaml", "schema: clonus.protocol/1\nmarkers: {left.ankle: \"label:MY ANKLE\"}\n");

        var analysis = await Analysis.Of(folder, input, "--protocol", protocol);

        Assert.Equal(8, (int)analysis.Clonus["beats_total"]!);
        Assert.Equal("MY ANKLE", analysis.MarkerSpec("left.ankle"));
        Assert.Equal(["labels_named"], analysis.Issues);
    }

    [Fact]
    public async Task A_label_that_is_not_there_is_a_wrong_setting_and_the_labels_are_listed()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.trc", LegFiles.Labelled("A", "B", "C"), TrcWriter.Write);

        var line = await Analysis.Refused(folder, input, "--marker", "left.ankle=label:XYZ");

        Assert.Contains("no point is labelled 'XYZ', which is to be left.ankle: there are A, B, C", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guess_is_said_and_labels_that_say_nothing_too()
    {
        using var folder = new Folder();

        var guessed = await Analysis.Of(folder, LegFiles.Write(folder, "a.trc", LegFiles.Labelled("knee lat L", "malleolus L", "MT5_L"), TrcWriter.Write));
        var unknown = await Analysis.Of(folder, LegFiles.Write(folder, "b.trc", LegFiles.Labelled("A", "B", "C"), TrcWriter.Write));

        Assert.Equal((0, 4), (guessed.Run.ExitCode, unknown.Run.ExitCode));
        Assert.Equal(8, (int)guessed.Clonus["beats_total"]!);
        Assert.Contains("labels_guessed", guessed.Issues);
        Assert.Contains("labels_unknown", unknown.Issues);
    }

    [Fact]
    public async Task Our_own_names_are_no_guess_and_the_side_may_be_given()
    {
        using var folder = new Folder();

        var analysis = await Analysis.Of(folder, await TrackedSample.Put(folder, "markers.trc"), "--side", "left");

        Assert.Equal("unknown.ankle", analysis.MarkerSpec("left.ankle"));
        Assert.NotNull(analysis.Result["sides"]!["left"]);
        Assert.Empty(analysis.Issues);
    }

    [Fact]
    public async Task A_lone_point_is_followed_by_its_label()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.trc", LegFiles.Labelled("A", "B", "TIP"), TrcWriter.Write);

        var analysis = await Analysis.Of(folder, input, "--site", "point", "--marker", "point=label:TIP");

        Assert.Equal("rhythmic_only", (string?)analysis.Clonus["status"]);
        Assert.Equal(8, (int)analysis.Clonus["beats_total"]!);
        Assert.Null(analysis.Clonus["sustained"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_folder_of_OpenPose_is_one_clip(string ending)
    {
        using var folder = new Folder();
        var input = LegFiles.OpenPose(folder, "leg.json") + ending;

        var analysis = await Analysis.Of(folder, input, "--fps", "60");

        Assert.Equal(("openpose", "leg"), ((string?)analysis.Clip["format"], (string?)analysis.Clip["id"]));
        Assert.Equal(360, (int)analysis.Clip["frames_read"]!);
        Assert.Equal(8, (int)analysis.Clonus["beats_total"]!);
    }

    [Fact]
    public async Task A_folder_of_other_files_is_exit_code_3()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["notes"]);
        folder.Write("notes/a.txt", "a");

        var run = await CliRun.Of("analyze", folder["notes"], "-o", folder["out"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is a folder, and none of OpenPose's, which hold one JSON file a frame: name a file in it", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_a_picture_need_its_size_and_give_the_same_angles_with_it()
    {
        using var folder = new Folder();
        var expected = await Analysis.Of(folder, LegFiles.Write(folder, "leg.trc", LegFiles.Leg, TrcWriter.Write));
        var input = LegFiles.MediaPipe(folder);

        Assert.Contains("give --picture-size WIDTHxHEIGHT, or the video with --times-from VIDEO", await Analysis.Refused(folder, input), StringComparison.Ordinal);
        var analysis = await Analysis.Of(folder, input, "--picture-size", "640x480");

        Assert.Equal("mediapipe", (string?)analysis.Clip["format"]);
        Assert.All(expected.BeatTimes.Zip(analysis.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.001));
        Assert.Equal((double)expected.Clonus["episodes"]![0]!["amplitude_mean"]!, (double)analysis.Clonus["episodes"]![0]!["amplitude_mean"]!, 0.001);
    }

    [Fact]
    public async Task What_its_tracker_was_not_sure_of_counts_as_not_seen()
    {
        using var folder = new Folder();
        var input = LegFiles.DeepLabCut(folder, from: 4, to: 4.5, likelihood: 0.4);

        var usual = await Analysis.Of(folder, input, "--fps", "60");
        var all = await Analysis.Of(folder, input, "--fps", "60", "--min-confidence", "0");

        Assert.Contains("low_confidence_left_out", usual.Issues);
        Assert.DoesNotContain("low_confidence_left_out", all.Issues);
        Assert.Equal(1 - (30 / 360.0), VisibleRatio(usual), 0.001);
        Assert.Equal(1, VisibleRatio(all));
    }

    private static double VisibleRatio(Analysis analysis) =>
        (double)analysis.Result["markers"]!.AsArray().Single(marker => (string?)marker!["name"] == "left.toe")!["visible_ratio"]!;
}
