using Clonus.Cli.Reports;
using Clonus.Cli.Verification;

namespace Clonus.Cli.Tests.Verification;

public sealed class ResultDiffTests : IDisposable
{
    private readonly RecordedLeg _leg = new();

    public void Dispose() => _leg.Dispose();

    [Fact]
    public void Equal_results_have_no_difference() => Assert.Empty(_leg.Compare());

    [Theory]
    [InlineData("\"fps_nominal\": 60", "\"fps_nominal\": 50", "reading", "clip.fps_nominal was 50, is 60")]
    [InlineData("\"spec\": \"green\"", "\"spec\": \"blue\"", "tracking", "markers[0].spec was blue, is green")]
    [InlineData("\"sample_rate_hz\": 250", "\"sample_rate_hz\": 200", "signal", "sides.left.signal.sample_rate_hz was 200, is 250")]
    [InlineData("\"beats_total\": 8", "\"beats_total\": 7", "beats", "sides.left.clonus.beats_total was 7, is 8")]
    [InlineData("\"longest_episode_beats\": 8", "\"longest_episode_beats\": 7", "episodes", "sides.left.clonus.longest_episode_beats was 7, is 8")]
    [InlineData("\"sustained\": true", "\"sustained\": false", "judgement", "sides.left.clonus.sustained was false, is true")]
    [InlineData("\"min_beats\": 6", "\"min_beats\": 5", "judgement", "sides.left.clonus.rule.min_beats was 5, is 6")]
    [InlineData("\"trigger\": \"stretch\"", "\"trigger\": \"contact\"", "episodes", "sides.left.clonus.episodes[0].trigger was contact, is stretch")]
    [InlineData("\"cadence_per_min\": null", "\"cadence_per_min\": 99", "strides", "gait.cadence_per_min was 99, is null")]
    [InlineData("\"view\": null,\n    \"direction\"", "\"view\": \"frontal\",\n    \"direction\"", "steps", "gait.view was frontal, is null")]
    [InlineData("\"inferred\": false", "\"inferred\": true", "patterns", "gait.affected.inferred was true, is false")]
    [InlineData("\"notice\": \"A ", "\"notice\": \"The ", "report", "notice was The measurement")]
    [InlineData("\"min_amplitude_deg\": 1.5", "\"min_amplitude_deg\": 1.6", "settings", "settings.analysis.signal.min_amplitude_deg was 1.6, is 1.5")]
    [InlineData("\"noise_rms\": ", "\"noise_rms\": 9", "filter", "sides.left.signal.noise_rms was 9")]
    [InlineData("\"jitter_px\": ", "\"jitter_px\": 9", "filter", "markers[0].jitter_px was 9")]
    [InlineData("\"range_deg\": ", "\"range_deg\": 9", "episodes", "sides.left.signal.range_deg was 9")]
    [InlineData("\"right\": null", "\"right\": {}", "signal", "sides.right was there, is null")]
    public void A_field_of_the_result_belongs_to_its_stage(string now, string then, string stage, string sentence)
    {
        var difference = Assert.Single(_leg.With("result.json", now, then).Compare());

        Assert.Equal(stage, Word(difference));
        Assert.StartsWith(sentence, difference.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tracks.csv", "left.knee_x_px", "left.knee_z_px", "tracking")]
    [InlineData("signal.csv", "value", "angle", "signal")]
    [InlineData("signal.csv", "filtered", "smooth", "filter")]
    [InlineData("beats.csv", "amplitude", "depth", "beats")]
    [InlineData("episodes.csv", "truncated", "cut", "episodes")]
    [InlineData("episodes.csv", "scats", "score", "judgement")]
    public void A_column_that_came_and_one_that_went_are_named(string file, string now, string then, string stage)
    {
        var differences = _leg.With(file, now, then).Compare();

        Assert.Contains(differences, d => d.Field == now && Word(d) == stage && d is { Recorded: Difference.Absent, Now: "there" });
        Assert.Contains(differences, d => d.Field == then && d is { Recorded: "there", Now: Difference.Absent });
    }

    [Fact]
    public void What_differs_in_one_column_is_one_difference_with_the_first_line_and_the_largest_change()
    {
        var lines = File.ReadAllLines(_leg["signal.csv"]);
        for (var i = 10; i < 20; i++)
        {
            var cells = lines[i].Split(',');
            lines[i] = string.Join(',', cells[0], cells[1], cells[2], i == 15 ? "100" : "50", cells[4]);
        }

        File.WriteAllLines(_leg["signal.csv"], lines);

        var difference = Assert.Single(_leg.Compare());
        Assert.Equal(Stage.Filter, difference.Stage);
        Assert.Equal(("filtered line 11", 10, "deg"), (difference.Field, difference.Places, difference.Unit));
        Assert.InRange(difference.Largest!.Value, 99, 101);
    }

    [Fact]
    public void Stages_come_in_the_order_of_the_work_and_settings_last()
    {
        _leg.With("result.json", "\"low_hz\": 2.5", "\"low_hz\": 3").With("result.json", "\"sustained\": true", "\"sustained\": false")
            .With("signal.csv", "filtered", "smooth").With("tracks.csv", "0,0,300,", "0,0,301,");

        Assert.Equal([Stage.Tracking, Stage.Signal, Stage.Filter, Stage.Judgement, Stage.Settings], _leg.Compare().Select(d => d.Stage).Distinct());
    }

    [Theory]
    [InlineData("result.json", "report")]
    [InlineData("tracks.csv", "tracking")]
    [InlineData("signal.csv", "signal")]
    [InlineData("beats.csv", "beats")]
    public void A_file_that_is_missing_or_damaged_is_a_difference(string file, string stage)
    {
        File.WriteAllText(_leg[file], "");
        Assert.Equal(stage, Word(_leg.Compare()[0]));

        File.Delete(_leg[file]);
        var difference = Assert.Single(_leg.Compare());
        Assert.Equal((stage, $"{file} was not recorded, is there"), (Word(difference), difference.Sentence));
    }

    [Fact]
    public void A_file_too_many_is_a_difference()
    {
        File.WriteAllText(_leg["notes.txt"], "");

        Assert.Equal("notes.txt was there, is (none)", Assert.Single(_leg.Compare()).Sentence);
    }

    [Fact]
    public void A_field_that_is_missing_or_too_many_is_a_difference()
    {
        Assert.Equal("clip.codec was (none), is h264", Assert.Single(_leg.With("result.json", "    \"codec\": \"h264\",\n", "").Compare()).Sentence);
        Assert.Contains(_leg.With("result.json", "\"frames_read\": 360,", "\"frames_read\": 360, \"frames_lost\": 0,").Compare(), d => d.Sentence == "clip.frames_lost was 0, is (none)");
    }

    [Fact]
    public void Another_order_of_fields_is_no_difference() =>
        Assert.Empty(_leg.With("result.json", "    \"width_px\": 640,\n", "").With("result.json", "    \"codec\"", "    \"width_px\": 640,\n    \"codec\"").Compare());

    [Fact]
    public void A_setting_that_is_new_or_gone_is_no_difference()
    {
        _leg.With("result.json", "\"filter_order\": 2,", "");
        _leg.With("result.json", "\"min_amplitude_mm\":", "\"bygone\": 4, \"min_amplitude_mm\":");

        Assert.Empty(_leg.Compare());
    }

    [Fact]
    public void A_list_of_another_length_is_one_difference()
    {
        _leg.With("result.json", "\"rejected\": []", "\"rejected\": [{ \"time_s\": 1, \"reason\": \"too small\" }]");

        Assert.Equal("sides.left.clonus.rejected was 1 in number, is 0 in number", Assert.Single(_leg.Compare()).Sentence);
    }

    [Fact]
    public void A_row_more_is_one_difference()
    {
        File.AppendAllText(_leg["beats.csv"], "left,9,9,9,9,9,0\n");

        Assert.Equal("beats.csv was 9 rows, is 8 rows", Assert.Single(_leg.Compare()).Sentence);
    }

    private static string Word(Difference difference) => ContractNames.Word(difference.Stage);
}
