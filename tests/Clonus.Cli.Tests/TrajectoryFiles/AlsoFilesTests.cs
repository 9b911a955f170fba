using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Formats.Export;
using Clonus.Formats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>What is written for other programs beside a result.</summary>
public sealed class AlsoFilesTests
{
    private static readonly string[] Names = ["angles.mot", "events.srt", "markers.c3d", "markers.deeplabcut.csv", "markers.trc"];

    [Fact]
    public async Task They_stand_in_the_result_folder_and_a_second_run_replaces_them_by_the_same_bytes()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.trc", LegFiles.Leg, TrcWriter.Write);

        await Analysis.Of(folder, input, "--also", "trc,c3d", "--also", "deeplabcut, srt,mot");
        var first = Files(folder);
        await Analysis.Of(folder, input, "--also", "mot,srt,deeplabcut,c3d,trc");

        Assert.Equal(Names, first.Keys.Where(Names.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(first, Files(folder));
        await Analysis.Of(folder, input);
        Assert.DoesNotContain(Files(folder).Keys, Names.Contains);
    }

    [Fact]
    public async Task A_C3D_has_the_beats_as_events_where_they_were()
    {
        using var folder = new Folder();

        var analysis = await Analysis.Of(folder, await TrackedSample.Put(folder, "markers.trc"), "--also", "c3d");

        var beats = BeatsOf(Path.Combine(folder["out"], "markers.c3d"));
        Assert.Equal(12, beats.Length);
        Assert.All(analysis.BeatTimes.Zip(beats), pair => Assert.Equal(pair.First, pair.Second, 0.0001));
    }

    [Fact]
    public async Task A_laboratorys_file_comes_back_whole_with_the_beats_on_its_own_clock()
    {
        using var folder = new Folder();
        var leg = LegFiles.InRoom(new SpacePoint(1, 0, 0), new SpacePoint(0, 0, -1), firstFrame: 61);
        leg = leg with
        {
            Points = [.. leg.Points, leg.Points[0] with { Label = "SACR" }],
            Events = [new(1.5, "Foot Strike", "Left")],
        };
        var input = LegFiles.Write(folder, "leg.c3d", leg, C3dWriter.Write);

        var analysis = await Analysis.Of(folder, input, "--also", "c3d");

        using var stream = File.OpenRead(Path.Combine(folder["out"], "markers.c3d"));
        var file = C3dReader.Read(stream, "markers.c3d");
        Assert.Equal(1, (double)analysis.Clip["start_time_s"]!);
        Assert.Equal(["LKNE", "LANK", "LTOE", "LHEE", "SACR"], file.Points.Select(p => p.Label));
        Assert.Equal(60, file.Frames[0]);
        Assert.Equal(1.5, Assert.Single(file.Events, e => e.Label == "Foot Strike").TimeSeconds, 0.0001);
        var beats = file.Events.Where(e => e.Label == FoundEvents.Beat).ToArray();
        Assert.All(beats, beat => Assert.Equal("Left", beat.Context));
        Assert.Equal(8, beats.Length);
        Assert.All(analysis.BeatTimes.Zip(beats), pair => Assert.Equal(1 + pair.First, pair.Second.TimeSeconds, 0.0001));
    }

    [Theory]
    [InlineData("Foot Strike", 0)]
    [InlineData("Event", 3)]
    public void Steps_go_into_a_C3D_that_has_none_of_its_own(string label, int steps)
    {
        using var folder = new Folder();
        using var noise = new StringWriter();
        var screen = new Screen(noise, noise, TextStyle.Plain, DrawsProgress: false, Quiet: false, Verbose: false);
        var read = Read(folder, new TrialEvent(1.5, label, "Left"));
        using (var result = ResultFolder.Begin(folder["out"]))
        {
            AlsoFiles.Write(result, [AlsoFile.C3d], read, Walks.Findings(Walks.Walk), screen);
            result.Commit();
        }

        using var stream = File.OpenRead(Path.Combine(folder["out"], "markers.c3d"));
        var events = C3dReader.Read(stream, "markers.c3d").Events;
        Assert.Equal(1.5, Assert.Single(events, e => e.Label == label && e.Context == "Left" && Math.Abs(e.TimeSeconds - 1.5) < 1e-3).TimeSeconds, 0.0001);
        Assert.Equal(steps, events.Count(e => e.Label != label));
        Assert.Equal(steps == 0, noise.ToString().StartsWith("clonus: markers.c3d: the file's own contacts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Subtitles_count_the_beats_and_angles_are_those_of_the_signal()
    {
        using var folder = new Folder();

        var analysis = await Analysis.Of(folder, await TrackedSample.Put(folder, "markers.c3d"), "--also", "srt,mot");

        var cues = (await Text(folder, "events.srt")).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(cue => cue.Split('\n')).ToArray();
        Assert.Equal(12, cues.Length);
        foreach (var (cue, beat) in cues.Zip(analysis.Clonus["beats"]!.AsArray()))
        {
            var times = cue[1].Split(" --> ").Select(t => TimeSpan.ParseExact(t, @"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture).TotalSeconds).ToArray();
            Assert.Equal((double)beat!["start_s"]!, times[0], 0.0011);
            Assert.Equal((double)beat["end_s"]!, times[1], 0.0011);
        }

        Assert.StartsWith("beat 12 of 12, ", cues[^1][2], StringComparison.Ordinal);
        var mot = (await Text(folder, "angles.mot")).Split('\n');
        var rows = mot.SkipWhile(line => line != "time\tankle_angle").Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Contains($"nRows={rows.Length}", mot);
        Assert.Equal((double)analysis.Clip["duration_s"]!, rows[^1][0] - rows[0][0], 0.02);
        Assert.Equal((double)analysis.Result["sides"]!["unknown"]!["signal"]!["range_deg"]!, rows.Max(row => row[1]) - rows.Min(row => row[1]), 0.5);
    }

    [Fact]
    public async Task The_markers_alone_can_be_written_of_a_video()
    {
        using var folder = new Folder();

        var run = await CliRun.Of("track", SampleClips.Path("none.mp4"), "-o", folder["out"], "--also", "trc,c3d,deeplabcut");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["markers.c3d", "markers.deeplabcut.csv", "markers.trc", "provenance.json", "tracks.csv"], Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>When a C3D says that beats were.</summary>
    internal static double[] BeatsOf(string path)
    {
        using var stream = File.OpenRead(path);
        return [.. C3dReader.Read(stream, "markers.c3d").Events.Where(e => e.Label == FoundEvents.Beat).Select(e => e.TimeSeconds)];
    }

    private static ReadClip Read(Folder folder, TrialEvent own)
    {
        var leg = LegFiles.InRoom(new SpacePoint(1, 0, 0), new SpacePoint(0, 0, -1)) with { Events = [own] };
        var file = TrajectoryFile.Recognise(LegFiles.Write(folder, "leg.c3d", leg, C3dWriter.Write))!;
        return ReadClip.Of(file, "leg", new RunSettings(), timesFrom: null, TestContext.Current.CancellationToken);
    }

    private static Task<string> Text(Folder folder, string name) => File.ReadAllTextAsync(Path.Combine(folder["out"], name), TestContext.Current.CancellationToken);

    // All that may not differ between two equal runs.
    private static Dictionary<string, string> Files(Folder folder) => Directory.GetFiles(folder["out"])
        .Where(path => Path.GetFileName(path) != "provenance.json")
        .ToDictionary(path => Path.GetFileName(path), path => Convert.ToBase64String(File.ReadAllBytes(path)));
}
