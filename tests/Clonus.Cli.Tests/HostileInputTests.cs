using System.Diagnostics;

namespace Clonus.Cli.Tests;

/// <summary>What is no video ends in one clear line and leaves nothing behind.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("missing.mp4")]
    [InlineData("folder.mp4")]
    [InlineData("zero.mp4")]
    [InlineData("text.mp4")]
    [InlineData("audio.mp4")]
    [InlineData("still.png")]
    [InlineData("cut.mp4")]
    [InlineData("noise.mp4")]
    [InlineData("pipe.mp4")]
    public async Task An_input_that_is_no_video_is_exit_code_3(string name)
    {
        using var folder = new Folder();
        await Make(folder, name);
        var before = folder.Names();

        var run = await CliRun.Of("analyze", folder[name], "-o", folder["out"]);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("clonus: error: ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(name, run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(before, folder.Names());
    }

    [Theory]
    [InlineData("track", "noise.mp4", "-o", "out")]
    [InlineData("detect", "noise.mp4", "-o", "out")]
    [InlineData("verify", "out", "noise.mp4", "--add", "one")]
    [InlineData("analyze", "noise.mp4", "--time-range", "100:200", "-o", "out")]
    public async Task A_video_of_which_no_frame_can_be_decoded_is_unreadable_to_every_command(params string[] arguments)
    {
        using var folder = new Folder();
        await Make(folder, "noise.mp4");

        var run = await CliRun.Of([.. arguments.Select(a => a is "noise.mp4" or "out" ? folder[a] : a)]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"clonus: error: cannot read '{folder["noise.mp4"]}' as a video: none of its 146 frames can be decoded; ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["noise.mp4"], folder.Names());
    }

    [Theory]
    [InlineData("analyze", "leg.trc", "-o", "out")]
    [InlineData("verify", "out", "leg.trc", "--add", "one")]
    public async Task A_missing_video_of_the_times_is_exit_code_3(params string[] arguments)
    {
        using var folder = new Folder();
        File.Copy(Repository.Path("samples", "tracks", "sustained.trc"), folder["leg.trc"]);

        var run = await CliRun.Of([.. arguments.Select(a => a is "leg.trc" or "out" ? folder[a] : a), "--times-from", folder["nix.mp4"]]);

        Assert.Equal(new CliRun(3, "", $"clonus: error: cannot read '{folder["nix.mp4"]}': there is no such file; check the name\n"), run);
        Assert.Equal(["leg.trc"], folder.Names());
    }

    [Fact]
    public async Task A_time_range_outside_of_the_clip_is_a_wrong_setting()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", SampleClips.Path("none.mp4"), "--time-range", "100:200", "-o", folder["out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("time range holds no frame", run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Theory]
    [InlineData("walk.trc", "PathFileType\t4", "walk.trc, line 2: the file ends before the names of the header's values (DataRate, ...)")]
    [InlineData("walk.csv", "frame,time_s,left.knee_x_px,left.knee_y_px\n0,0,1,2\n1,0.04,1,up\n", "walk.csv, line 3: cell 4 is no number")]
    public async Task A_damaged_trajectory_file_is_exit_code_3_and_the_line_is_named(string name, string text, string expected)
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", folder.Write(name, text), "-o", folder["out"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("clonus: error: " + expected, run.ErrorLine);
        Assert.Equal([name], folder.Names());
    }

    [Fact]
    public async Task A_table_of_another_kind_is_said_to_be_unknown()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("analyze", folder.Write("ages.csv", "name,age\nA,4\n"), "-o", folder["out"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is no trajectory file that is known: there are C3D, TRC", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_clip_of_several_does_not_stop_the_others()
    {
        using var folder = new Folder();
        await Make(folder, "text.mp4");

        var run = await CliRun.Of("analyze", folder["text.mp4"], SampleClips.Path("unsustained.mp4"), folder["missing.mp4"], "-o", folder["out"], "--format", "csv");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal(2, run.Error.Count(c => c == '\n'));
        Assert.Equal(2, run.Output.Count(c => c == '\n'));
        Assert.Equal(["unsustained"], Directory.GetDirectories(folder["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_is_not_ours_stays_untouched()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["out"]);
        await File.WriteAllTextAsync(Path.Combine(folder["out"], "notes.txt"), "mine", TestContext.Current.CancellationToken);

        foreach (var inputs in new[] { new[] { SampleClips.Path("none.mp4") }, [SampleClips.Path("none.mp4"), SampleClips.Path("none.mp4")] })
        {
            var run = await CliRun.Of(["analyze", .. inputs, "-o", folder["out"]]);

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("stays untouched", run.ErrorLine, StringComparison.Ordinal);
            Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName));
        }
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_and_a_file_that_cannot_be_read_are_said_so()
    {
        using var folder = new Folder();
        var asNobody = await Unprivileged(folder);
        Directory.CreateDirectory(folder["closed"]);
        File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.SetUnixFileMode(folder.Write("secret.mp4", "x"), UnixFileMode.None);

        var unwritable = await Tool.Run(folder, asNobody + "scripts/clonus analyze samples/clips/none.mp4 -o closed/out");
        var unreadable = await Tool.Run(folder, asNobody + "scripts/clonus analyze secret.mp4 -o /tmp/never-made");

        File.SetUnixFileMode(folder["closed"], UnixFileMode.None);
        var closed = await Tool.Run(folder, asNobody + "scripts/clonus score closed --truth samples/clips/sustained.truth.json");

        Assert.Equal(new CliRun(3, "", "clonus: error: cannot read the folder 'closed': permission denied\n"), closed);
        Assert.Equal(2, unwritable.ExitCode);
        Assert.Equal("clonus: error: cannot write results to closed/out: permission denied; give another folder with -o", unwritable.ErrorLine);
        Assert.Equal(3, unreadable.ExitCode);
        Assert.Contains("'secret.mp4' as a video: it may not be read", unreadable.ErrorLine, StringComparison.Ordinal);
        File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Empty(Directory.GetFileSystemEntries(folder["closed"]));
    }

    [Fact]
    public async Task A_case_that_this_user_may_not_record_keeps_its_record_and_no_option_is_promised()
    {
        using var folder = new Folder();
        var asNobody = await Unprivileged(folder);
        var leg = Repository.Path("samples", "tracks", "sustained.trc");
        Assert.Equal(0, (await CliRun.Of("verify", folder["gate"], leg, "--add", "one", "--quiet")).ExitCode);
        File.WriteAllText(Path.Combine(folder["gate"], "one", "expected", "result.json"), "{}");

        var update = await Tool.Run(folder, asNobody + "scripts/clonus verify gate --update --quiet");
        var add = await Tool.Run(folder, asNobody + "scripts/clonus verify gate --add two --quiet samples/tracks/sustained.trc");

        Assert.Equal(new CliRun(2, "", "clonus: error: one: cannot write results to gate/one/expected: permission denied; mend that, then record again\n"), update);
        Assert.Equal(new CliRun(2, "", "clonus: error: cannot write results to gate/two/expected: permission denied; mend that, then record again\n"), add);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(folder["gate"], "one", "expected", "result.json")));
        Assert.Equal(["one"], Directory.GetFileSystemEntries(folder["gate"]).Select(Path.GetFileName));

        // The case's folder may be written to, and the record in it may not.
        File.SetUnixFileMode(Path.Combine(folder["gate"], "one"), (UnixFileMode)0b111_111_111);
        var replace = await Tool.Run(folder, asNobody + "scripts/clonus verify gate --update --quiet");

        Assert.Equal(2, replace.ExitCode);
        Assert.Contains("expected: permission denied; mend that, then record again", replace.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(folder["gate"], "one", "expected", "result.json")));
        Assert.Equal(["case.yaml", "expected"], Directory.GetFileSystemEntries(Path.Combine(folder["gate"], "one")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>Puts the tool into the folder and gives what a command begins with that root's rights are kept from: as root every file is readable.</summary>
    private static async Task<string> Unprivileged(Folder folder)
    {
        Tool.Install(folder);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        var asNobody = Environment.UserName == "root" ? "setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nowhere " : "";
        if (asNobody.Length > 0 && (await Tool.Run(folder, asNobody + "scripts/clonus --version")).ExitCode != 0)
            Assert.Skip("another user cannot run the tool here");
        return asNobody;
    }

    private static async Task Make(Folder folder, string name)
    {
        switch (name)
        {
            case "folder.mp4":
                Directory.CreateDirectory(folder[name]);
                break;
            case "zero.mp4":
                folder.Write(name, "");
                break;
            case "text.mp4":
                folder.Write(name, "this is no video\n");
                break;
            case "pipe.mp4":
                using (var made = Process.Start("mkfifo", folder[name]))
                    await made.WaitForExitAsync(TestContext.Current.CancellationToken);
                break;
            case "audio.mp4":
                await Ffmpeg("-f", "lavfi", "-i", "sine=duration=1", folder[name]);
                break;
            case "still.png":
                await Ffmpeg("-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-frames:v", "1", folder[name]);
                break;
            case "noise.mp4":
                var clip = await File.ReadAllBytesAsync(SampleClips.Path("none.mp4"), TestContext.Current.CancellationToken);
                var (pictures, index) = (clip.AsSpan().IndexOf("mdat"u8) + 4, clip.AsSpan().IndexOf("moov"u8) - 4);
                Assert.True(pictures < index);
                new Random(3).NextBytes(clip.AsSpan(pictures, index - pictures));
                await File.WriteAllBytesAsync(folder[name], clip, TestContext.Current.CancellationToken);
                break;
            case "cut.mp4":
                var whole = await File.ReadAllBytesAsync(SampleClips.Path("none.mp4"), TestContext.Current.CancellationToken);
                await File.WriteAllBytesAsync(folder[name], whole[..(whole.Length / 50)], TestContext.Current.CancellationToken);
                break;
        }
    }

    private static async Task Ffmpeg(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", .. arguments]))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
