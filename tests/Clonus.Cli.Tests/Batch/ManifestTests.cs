using Clonus.Cli.Batch;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Batch;

public sealed class ManifestTests
{
    [Fact]
    public void Cells_are_the_options_of_analyze_and_empty_ones_leave_what_holds_for_all()
    {
        using var folder = new Folder();
        folder.Write("clinic.yaml", "schema: clonus.protocol/1\nband: \"3:9\"\nage_months: 8\n");
        var path = folder.Write("clips.csv", "file,id,side,time_range,markers,protocol\nsub/a.mp4,first,left,1:2,left.ankle=green;left.toe=blue,clinic.yaml\nb.mp4,,,,,\n");
        var forAll = SettingCatalogue.All.Single(s => s.Key == "side").ApplyFrom("--side", new RunSettings(), "right");

        var rows = Manifest.Read(path, forAll);

        Assert.Equal([folder["sub/a.mp4"], folder["b.mp4"]], rows.Select(r => r.Path));
        Assert.Equal(["sub/a.mp4", "b.mp4"], rows.Select(r => r.File));
        Assert.Equal(["first", null], rows.Select(r => r.Id));
        Assert.Equal([BodySide.Left, BodySide.Right], rows.Select(r => r.Settings.Tracking.Side));
        Assert.Equal(2, rows[0].Settings.Tracking.Markers.Length);
        Assert.Equal((1.0, 2.0), (rows[0].Settings.Video.StartSeconds, rows[0].Settings.Video.EndSeconds));
        Assert.Equal(3, rows[0].Settings.Analysis.Signal.Band.LowHz);
        Assert.Equal(2.5, rows[1].Settings.Analysis.Signal.Band.LowHz);
    }

    [Theory]
    [InlineData("\uFEFFfile;id\na.mp4;x\n")]
    [InlineData("id\tfile\nx\ta.mp4\n")]
    [InlineData("FILE,Id\n,\na.mp4,x\n")]
    [InlineData("\"id\",\"file\"\r\n\"x\",\"a.mp4\"\r\n")]
    public void It_is_read_as_spreadsheets_save_it(string text)
    {
        using var folder = new Folder();
        var path = folder.Write("clips.csv", text);

        Assert.True(Manifest.IsOne(path));
        Assert.Equal(("x", folder["a.mp4"]), Manifest.Read(path, new RunSettings()).Select(r => (r.Id, r.Path)).Single());
    }

    [Theory]
    [InlineData("file,side\na.mp4,links\n", "clips.csv, line 2: side cannot be 'links': give left, right or auto")]
    [InlineData("file,colour\na.mp4,red\n", "clips.csv, line 1: unknown column 'colour': there are file, id, protocol, markers, times_from, site, ")]
    [InlineData("file,time-range\na.mp4,1:2\n", "clips.csv, line 1: unknown column 'time-range': write time_range")]
    [InlineData("file,id\na.mp4,x\nb.mp4,x\n", "clips.csv: the id 'x' is given to a.mp4 and b.mp4: give each clip its own")]
    [InlineData("file,id\na.mp4,../x\n", "clips.csv, line 2: id cannot be '../x': it begins with a full stop")]
    [InlineData("file,id\n,x\n", "clips.csv, line 2: no file is named")]
    [InlineData("file,id\na.mp4,x,y\n", "clips.csv, line 2: it has 3 cells where the header has 2")]
    [InlineData("file,markers\na.mp4,green\n", "clips.csv, line 2: markers cannot be 'green': give NAME=SPEC, such as left.ankle=green")]
    [InlineData("file,rule\na.mp4,infant\n", "clips.csv, line 2: ")]
    [InlineData("file,markers\na.mp4,left.ankle=purplish\n", "clips.csv, line 2: ")]
    [InlineData("file,protocol\na.mp4,none.yaml\n", "clips.csv, line 2: ")]
    public void An_error_is_said_with_its_line_before_anything_starts(string text, string expected)
    {
        using var folder = new Folder();

        var error = Assert.Throws<InputException>(() => Manifest.Read(folder.Write("clips.csv", text), new RunSettings()));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frame,time_s\n0,0\n")]
    [InlineData("name\n")]
    [InlineData("")]
    public void Another_table_is_none(string text)
    {
        using var folder = new Folder();

        Assert.False(Manifest.IsOne(folder.Write("clips.csv", text)));
    }

    [Fact]
    public async Task Its_ids_name_the_folders_and_its_settings_reach_the_results()
    {
        using var folder = new Folder();
        var manifest = folder.Write("night.csv", $"file,id,rule,time_range\n{ClipListTests.Tracks},whole,,\n{ClipListTests.Tracks},Übung 1,at-least-3,:3\n");

        var run = await CliRun.Of("batch", manifest, "-o", folder["out"], "--jobs", "1");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var short3 = ResultDocument.Read(Path.Combine(folder["out"], "Übung 1", "result.json"));
        Assert.Equal("Übung 1", short3.Clip.Id);
        Assert.True(short3.Clip.DurationSeconds < 3.1);
        Assert.Equal(Clonus.Motion.Beats.RuleId.AtLeast3, short3.Settings.Analysis.Clonus.Rule);
        Assert.True(ResultDocument.Read(Path.Combine(folder["out"], "whole", "result.json")).Clip.DurationSeconds > 4);
    }
}
