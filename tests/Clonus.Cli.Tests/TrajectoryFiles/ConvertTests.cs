using Clonus.Formats;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>A trajectory file in, the same in another format out, or one line that says why not.</summary>
public sealed class ConvertTests
{
    private const string ThreeFrames = "frame,time_s,left.knee_x_px,left.knee_y_px,left.ankle_x_px,left.ankle_y_px\n0,0,1.5,2,3,4\n1,0.04,1.75,2,3,4\n2,0.08,,,3,4.25\n";

    [Theory]
    [InlineData("markers.c3d")]
    [InlineData("markers.trc")]
    [InlineData("tracks.csv")]
    [InlineData("markers.deeplabcut.csv")]
    public async Task Every_format_becomes_every_other_and_comes_back_to_our_table(string file)
    {
        using var folder = new Folder();
        var input = await TrackedSample.Put(folder, file, "in");
        string[] fps = file.Contains("deeplabcut", StringComparison.Ordinal) ? ["--fps", "60"] : [];
        var expected = await Table(folder, input, fps);
        Assert.Equal(301, expected.Length);

        foreach (var (output, to) in new[] { ("a.c3d", "c3d"), ("a.trc", "trc"), ("a.csv", "tracks"), ("b.csv", "deeplabcut") })
        {
            var run = await CliRun.Of(["convert", input, "-o", folder[output], "--to", to, .. fps]);

            Assert.Equal(0, run.ExitCode);
            Assert.StartsWith($"{folder[output]}: 4 points, 301 frames", run.Output, StringComparison.Ordinal);
            Assert.Equal(expected, await Table(folder, folder[output], to == "deeplabcut" ? ["--fps", "60"] : []), NearlyTheSame);
        }
    }

    [Fact]
    public async Task The_extension_says_the_format_and_what_was_not_seen_stays_empty()
    {
        using var folder = new Folder();

        await CliRun.Of("convert", folder.Write("t.csv", ThreeFrames), "-o", folder["t.C3D"]);
        var run = await CliRun.Of("convert", folder["t.C3D"], "-o", folder["back.csv"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(ThreeFrames, await File.ReadAllTextAsync(folder["back.csv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_missing_and_a_video_are_exit_code_3()
    {
        using var folder = new Folder();

        var missing = await CliRun.Of("convert", folder["none.trc"], "-o", folder["a.c3d"]);
        var video = await CliRun.Of("convert", TrackedSample.Video, "-o", folder["a.c3d"]);
        var empty = await CliRun.Of("convert", Directory.CreateDirectory(folder["empty"]).FullName, "-o", folder["a.c3d"]);

        Assert.Equal((3, 3, 3), (missing.ExitCode, video.ExitCode, empty.ExitCode));
        Assert.Contains("is a folder with nothing in it", empty.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("none.trc': there is no such file", missing.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("of a video, clonus track writes the markers first", video.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["empty"], folder.Names());
    }

    [Theory]
    [InlineData("t.csv", "is the input itself")]
    [InlineData("sub.trc/../t.csv", "is the input itself")]
    [InlineData("sub.trc", "is a folder: name a file in it")]
    [InlineData("mine.trc", "was not written by this tool and stays untouched")]
    [InlineData("note.csv", "was not written by this tool and stays untouched")]
    [InlineData("angles.csv", "was not written by this tool and stays untouched")]
    [InlineData("nowhere/a.trc", "cannot write")]
    [InlineData("t.csv/a.trc", "cannot write")]
    public async Task A_place_that_is_not_ours_or_cannot_be_written_is_a_wrong_setting(string output, string expected)
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["sub.trc"]);
        folder.Write("t.csv", ThreeFrames);
        folder.Write("mine.trc", "PathFileType\t4\t(X/Y/Z)\tc:\\walk.trc\n");
        folder.Write("note.csv", "# in frame,time_s,a_x and scorer,clonus-cli, and SOFTWARE clonus-cli\n");
        folder.Write("angles.csv", "frame,time_s,angle\n0,0,1\n");
        var before = Contents(folder);

        var run = await CliRun.Of("convert", folder["t.csv"], "-o", folder[output]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(before, Contents(folder));
    }

    [Theory]
    [InlineData("a.c3d", "c3d")]
    [InlineData("a.trc", "trc")]
    [InlineData("a.csv", "tracks")]
    [InlineData("a.csv", "deeplabcut")]
    public async Task A_file_of_ours_is_replaced(string output, string to)
    {
        using var folder = new Folder();
        await CliRun.Of("convert", folder.Write("t.csv", ThreeFrames), "-o", folder[output], "--to", to);
        var first = Contents(folder);

        var run = await CliRun.Of("convert", folder.Write("t.csv", ThreeFrames.Replace("1.75", "9.75", StringComparison.Ordinal)), "-o", folder[output], "--to", to);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual(first[0], Contents(folder)[0]);
        Assert.Equal([output, "t.csv"], folder.Names());
    }

    [Fact]
    public async Task A_conversion_that_fails_leaves_nothing()
    {
        using var folder = new Folder();
        folder.Write("uneven.csv", "frame,time_s,a_x_px,a_y_px\n0,0,1,2\n1,0.000001,1,2\n2,1000,1,2\n");
        folder.Write("damaged.csv", ThreeFrames + "3,0.12,1\n");

        var uneven = await CliRun.Of("convert", folder["uneven.csv"], "-o", folder["a.c3d"]);
        var damaged = await CliRun.Of("convert", folder["damaged.csv"], "-o", folder["a.c3d"]);

        Assert.Equal((2, 3), (uneven.ExitCode, damaged.ExitCode));
        Assert.Contains("too uneven for a format that has one rate: write TRC or CSV", uneven.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("damaged.csv, line 5: 3 cells where the header has 6", damaged.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["damaged.csv", "uneven.csv"], folder.Names());
    }

    [Fact]
    public async Task A_file_without_times_gets_them_by_a_rate_or_by_its_video()
    {
        using var folder = new Folder();
        var input = await TrackedSample.Put(folder, "markers.deeplabcut.csv");

        var without = await CliRun.Of("convert", input, "-o", folder["a.trc"]);
        var stays = await CliRun.Of("convert", input, "-o", folder["b.csv"], "--to", "deeplabcut");
        Assert.Equal((2, 0), (without.ExitCode, stays.ExitCode));
        Assert.Contains("a file of DeepLabCut has no times: give its frame rate with --fps HZ, or the video", without.ErrorLine, StringComparison.Ordinal);

        await CliRun.Of("convert", input, "-o", folder["rate.csv"], "--fps", "30");
        await CliRun.Of("convert", input, "-o", folder["video.csv"], "--times-from", TrackedSample.Video);
        Assert.Equal(10, (await Table(folder, folder["rate.csv"]))[300][1], 6);
        Assert.Equal(5, (await Table(folder, folder["video.csv"]))[300][1], 6);
    }

    [Fact]
    public async Task A_video_with_fewer_frames_is_not_the_one_that_was_tracked()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("convert", await TrackedSample.Put(folder, "markers.deeplabcut.csv"), "-o", folder["a.trc"], "--times-from", SampleClips.Path("none.mp4"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the file has frame 300, counted from 0, and the video of --times-from only 146 frames", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["markers.deeplabcut.csv"], folder.Names());
    }

    [Fact]
    public async Task What_is_lost_is_said_unless_quiet()
    {
        using var folder = new Folder();
        await TrackedSample.Put(folder, "markers.c3d");
        folder.Write("shaken.csv", "frame,time_s,a_x_px,a_y_px,a_confidence,camera_dx_px,camera_dy_px,camera_rotation_deg,camera_scale\n0,0,1,2,0.9,0,0,0,1\n1,0.1,1,2,0.9,3,0,0,1\n");

        var events = await CliRun.Of("convert", folder["markers.c3d"], "-o", folder["a.csv"], "--to", "deeplabcut");
        var shaken = await CliRun.Of("convert", folder["shaken.csv"], "-o", folder["a.trc"]);
        var quiet = await CliRun.Of("convert", folder["shaken.csv"], "-o", folder["a.trc"], "--quiet");

        Assert.Equal($"{folder["a.csv"]}: 4 points, 301 frames, 60 Hz\n", events.Output);
        Assert.Contains("clonus: 14 events are left out: only C3D has room for events\n", events.Error, StringComparison.Ordinal);
        Assert.Contains("clonus: times are left out: DeepLabCut's table has no room for them, so that --fps is needed", events.Error, StringComparison.Ordinal);
        Assert.Contains("confidence is left out: TRC has no room for it\n", shaken.Error, StringComparison.Ordinal);
        Assert.Contains("the camera's own motion is left out: only our tracks.csv has room for it\n", shaken.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), (quiet.ExitCode, quiet.Output, quiet.Error));
    }

    // Positions and times, as our own table has them; a float has seven digits.
    private static async Task<double[][]> Table(Folder folder, string path, params string[] options)
    {
        var run = await CliRun.Of(["convert", path, "-o", folder["table.csv"], .. options]);
        Assert.Equal(0, run.ExitCode);
        using var stream = File.OpenRead(folder["table.csv"]);
        var file = TracksCsvReader.Read(stream, "table.csv");
        return [.. Enumerable.Range(0, file.FrameCount).Select(frame =>
            new[] { file.Frames[frame], file.TimesSeconds!.Value[frame] }.Concat(file.Points.SelectMany(p => new[] { p.X[frame], p.Y[frame] })).ToArray())];
    }

    private static bool NearlyTheSame(double[] a, double[] b) => a.Zip(b).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-4);

    private static string[] Contents(Folder folder) => [.. folder.Names().Select(name => Directory.Exists(folder[name]) ? name : name + ": " + Convert.ToBase64String(File.ReadAllBytes(folder[name])))];
}
