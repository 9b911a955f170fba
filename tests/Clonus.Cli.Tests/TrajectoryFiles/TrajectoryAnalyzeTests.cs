using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Tests.Reports;
using Clonus.Formats.Tests.C3d;
using Clonus.Formats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>A trajectory file is analysed where a video is taken, and gives what the video gave.</summary>
public sealed class TrajectoryAnalyzeTests
{
    [Theory]
    [InlineData("tracks.csv", "tracks.csv", "tracks")]
    [InlineData("markers.trc", "notes.dat", "trc")]
    [InlineData("markers.c3d", "x.mp4", "c3d")]
    [InlineData("markers.deeplabcut.csv", "video.avi", "deeplabcut")]
    public async Task The_files_of_a_video_give_its_beats_whatever_they_are_called(string file, string name, string format)
    {
        using var folder = new Folder();
        var expected = Analysis.ClonusOf(await TrackedSample.Result());
        string[] fps = format == "deeplabcut" ? ["--fps", "60"] : [];

        var analysis = await Analysis.Of(folder, await TrackedSample.Put(folder, file, name), fps);

        Assert.Equal(0, analysis.Run.ExitCode);
        Assert.Equal(("tracks", format), ((string?)analysis.Clip["kind"], (string?)analysis.Clip["format"]));
        foreach (var key in new[] { "status", "beats_total", "longest_episode_beats", "sustained", "beats_low", "beats_high" })
            Assert.Equal(expected[key]!.ToJsonString(), analysis.Clonus[key]!.ToJsonString());
        Assert.Equal((double)expected["episodes"]![0]!["frequency_hz"]!, (double)analysis.Clonus["episodes"]![0]!["frequency_hz"]!, 0.001);
        Assert.Equal((double)expected["episodes"]![0]!["amplitude_mean"]!, (double)analysis.Clonus["episodes"]![0]!["amplitude_mean"]!, 0.05);
        Assert.Equal((double)expected["beats"]![0]!["time_s"]!, analysis.BeatTimes[0], 0.001);
    }

    [Fact]
    public async Task The_result_agrees_with_its_schema_and_the_tracks_come_back_as_they_were()
    {
        using var folder = new Folder();
        var input = await TrackedSample.Put(folder, "tracks.csv");

        var analysis = await Analysis.Of(folder, input);

        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(Schemas.Find("result")!), analysis.Result));
        Assert.Equal(await Text(input), await Text(Path.Combine(folder["out"], "tracks.csv")));
        Assert.Null(analysis.Clip["codec"]);
        Assert.Empty(analysis.Issues);
    }

    [Fact]
    public async Task A_C3D_that_begins_at_frame_101_starts_at_its_second_1_and_counts_from_0()
    {
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder["late.c3d"], new C3dSample { FirstFrame = 101, FrameCount = 40 }.ToArray(), TestContext.Current.CancellationToken);

        var analysis = await Analysis.Of(folder, folder["late.c3d"]);

        Assert.Equal((1.0, 100.0, 40), ((double)analysis.Clip["start_time_s"]!, (double)analysis.Clip["fps_measured"]!, (int)analysis.Clip["frames_read"]!));
        Assert.StartsWith("100,0,", (await Text(Path.Combine(folder["out"], "tracks.csv"))).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_times_needs_its_frame_rate_or_its_video()
    {
        using var folder = new Folder();
        var input = await TrackedSample.Put(folder, "markers.deeplabcut.csv");

        Assert.Contains("a file of DeepLabCut has no times: give its frame rate with --fps HZ", await Analysis.Refused(folder, input), StringComparison.Ordinal);

        var slow = await Analysis.Of(folder, input, "--fps", "30");
        var filmed = await Analysis.Of(folder, input, "--times-from", TrackedSample.Video);
        Assert.Equal((30.0, 60.0), ((double)slow.Clip["fps_nominal"]!, (double)filmed.Clip["fps_nominal"]!));
        Assert.Equal(640, (int)filmed.Clip["width_px"]!);
        Assert.Equal(2 * filmed.BeatTimes[0], slow.BeatTimes[0], 0.02);
        Assert.Contains("only 146 frames", await Analysis.Refused(folder, input, "--times-from", SampleClips.Path("none.mp4")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_is_not_needed_is_said_and_not_used()
    {
        using var folder = new Folder();

        var analysis = await Analysis.Of(folder, await TrackedSample.Put(folder, "markers.trc"), "--fps", "25");

        Assert.Equal(["times_not_needed"], analysis.Issues);
        Assert.Equal(60, (double)analysis.Clip["fps_measured"]!, 0.001);
    }

    [Theory]
    [InlineData("--fps", "25")]
    [InlineData("--times-from", "other.mp4")]
    [InlineData("--marker", "left.ankle=label:LANK")]
    public async Task What_is_for_trajectory_files_is_refused_for_a_video(string option, string value)
    {
        using var folder = new Folder();

        var line = await Analysis.Refused(folder, TrackedSample.Video, option, value);

        Assert.Contains(option, line, StringComparison.Ordinal);
        Assert.Contains("trajectory file", line, StringComparison.Ordinal);
        if (option != "--times-from")
        {
            foreach (var command in new[] { "track", "detect" })
                Assert.Equal(2, (await CliRun.Of(command, TrackedSample.Video, "-o", folder["out"], option, value)).ExitCode);
        }
    }

    [Theory]
    [InlineData("--overlay draws on a video, and ", "--overlay")]
    [InlineData("--also cannot be 'xml': give trc, c3d, deeplabcut, mot, srt", "--also", "trc,xml")]
    [InlineData("says how a marker looks in a video, and this is a trajectory file", "--marker", "left.ankle=green")]
    [InlineData("time range holds no frame", "--time-range", "100:200")]
    public async Task What_is_for_videos_is_refused_for_a_trajectory_file(string expected, params string[] options)
    {
        using var folder = new Folder();

        Assert.Contains(expected, await Analysis.Refused(folder, await TrackedSample.Put(folder, "tracks.csv"), options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_range_keeps_the_recordings_clock()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.trc", LegFiles.Leg, TrcWriter.Write);

        var whole = await Analysis.Of(folder, input);
        var part = await Analysis.Of(folder, input, "--time-range", "1:4", "--also", "c3d");

        Assert.Equal(180, (int)part.Clip["frames_read"]!);
        Assert.Equal(whole.BeatTimes.Length, part.BeatTimes.Length);
        Assert.All(whole.BeatTimes.Zip(part.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.005));

        // A C3D of the markers that were read has their real times, and its events go with them.
        Assert.All(AlsoFilesTests.BeatsOf(Path.Combine(folder["out"], "markers.c3d")).Zip(part.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.001));
        Assert.StartsWith("60,1,", (await Text(Path.Combine(folder["out"], "tracks.csv"))).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cameras_own_motion_is_taken_off_unless_it_is_said_to_stand_still()
    {
        using var folder = new Folder();
        var leg = LegFiles.Leg;

        // The camera goes to and fro at 5 Hz, and nothing else moves but the toe.
        CameraPose?[] camera = [.. leg.TimesSeconds!.Value.Select(t => CameraPose.Still with { ShiftXPixels = 6 * Math.Sin(2 * Math.PI * 5 * t) })];
        var shaken = leg with
        {
            Camera = [.. camera],
            Points = [.. leg.Points.Select(p => p with { X = Series.Of([.. Enumerable.Range(0, leg.FrameCount).Select(i => p.X[i] + camera[i]!.Value.ShiftXPixels)]) })],
        };
        string[] still = ["--site", "point", "--marker", "point=label:left.knee"];
        var input = LegFiles.Write(folder, "shaken.csv", shaken, TracksCsvWriter.Write);

        var steadied = await Analysis.Of(folder, input, still);
        var asSeen = await Analysis.Of(folder, input, [.. still, "--camera", "fixed"]);

        Assert.Equal("removed", (string?)steadied.Clip["camera_motion"]!["status"]);
        Assert.Equal(0, (int)steadied.Clonus["beats_total"]!);
        Assert.True((int)asSeen.Clonus["beats_total"]! > 20);
    }

    [Fact]
    public async Task Slow_motion_is_told_in_real_time()
    {
        using var folder = new Folder();
        var leg = LegFiles.Leg;
        var input = LegFiles.Write(folder, "slow.trc", leg with { TimesSeconds = [.. leg.TimesSeconds!.Value.Select(t => 4 * t)] }, TrcWriter.Write);
        var expected = await Analysis.Of(folder, LegFiles.Write(folder, "real.trc", leg, TrcWriter.Write));

        var analysis = await Analysis.Of(folder, input, "--capture-fps", "60", "--also", "srt,c3d");

        Assert.Equal(0.25, (double)analysis.Clip["time_scale"]!, 1e-6);
        Assert.Equal(6, (double)analysis.Clip["duration_s"]!, 0.001);
        Assert.All(expected.BeatTimes.Zip(analysis.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.001));

        // Subtitles go with the file as it plays.
        var start = (double)analysis.Clonus["beats"]![0]!["start_s"]!;
        Assert.StartsWith(TimeSpan.FromSeconds(4 * start).ToString(@"hh\:mm\:ss\,f", null), (await Text(Path.Combine(folder["out"], "events.srt"))).Split('\n')[1], StringComparison.Ordinal);
        Assert.All(AlsoFilesTests.BeatsOf(Path.Combine(folder["out"], "markers.c3d")).Zip(analysis.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.001));
    }

    [Theory]
    [InlineData("track")]
    [InlineData("detect")]
    public async Task What_follows_markers_in_videos_refuses_what_holds_tracks_already(string command)
    {
        using var folder = new Folder();

        var run = await CliRun.Of(command, await TrackedSample.Put(folder, "markers.trc"), "-o", folder["out"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("markers.trc' holds tracks already: analyze them, or convert them to another format", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["markers.trc"], folder.Names());
    }

    [Fact]
    public async Task One_damaged_file_of_several_does_not_stop_the_others()
    {
        using var folder = new Folder();
        var good = await TrackedSample.Put(folder, "markers.trc");

        var run = await CliRun.Of("analyze", folder.Write("bad.c3d", "P\u0002"), good, await TrackedSample.Put(folder, "markers.c3d", "other.c3d"), "-o", folder["out"], "--format", "csv");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("bad.c3d", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.Count(c => c == '\n'));
        Assert.Equal(["markers", "other"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static Task<string> Text(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
