using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Reports;

public sealed class ResultTablesTests
{
    [Fact]
    public void Beats_have_result_jsons_names_with_the_side_before_them()
    {
        var lines = Lines(csv => ResultTables.WriteBeats(csv, Legs.Result(Legs.Stretched(3))));

        Assert.Equal("side,time_s,start_s,end_s,amplitude,confidence,episode", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[1..], line => Assert.Matches(@"^left,1\.\d+|2\.\d+,", line));
    }

    [Fact]
    public void Episodes_have_a_row_each_and_empty_cells_for_what_is_unknown()
    {
        var lines = Lines(csv => ResultTables.WriteEpisodes(csv, Legs.Result(Legs.Stretched(1))));

        Assert.Equal(
            "side,start_s,end_s,duration_s,beats,truncated,frequency_hz,interval_mean_s,interval_cv,first_interval_ratio,amplitude_mean,"
            + "amplitude_first,amplitude_max,decay_per_s,plantarflexion_fraction,trigger,trigger_s,latency_s,sustained,scats,tardieu_if_pressure_held,confidence,amplitude_gain,amplitude_mean_corrected",
            lines[0]);
        var cells = lines[1].Split(',');
        Assert.Equal("1", cells[4]);
        Assert.Equal("", cells[6]);
    }

    [Fact]
    public void Tracks_are_wide_and_hold_nothing_where_nothing_was_seen()
    {
        var seen = new MarkerSample(new ImagePoint(10.25, 20), 0.875);
        var tracks = new TrackSet(
            [1.0, 1.04], [new MarkerTrack(MarkerName.Point, "at:10,20", ImmutableArray.Create<MarkerSample?>(seen, null))], firstFrameIndex: 25);

        Assert.Equal(
            ["frame,time_s,point_x_px,point_y_px,point_confidence", "25,1,10.25,20,0.875", "26,1.04,,,0"],
            Lines(csv => TracksCsvWriter.Write(csv, tracks.ToTrajectories())));
    }

    [Fact]
    public void The_signal_is_empty_in_a_hole_and_nowhere_NaN()
    {
        var lines = Lines(csv => ResultTables.WriteSignal(csv, Legs.Findings(Legs.Stretched(9, hole: 200..230))));

        Assert.Equal("side,time_s,value,filtered,bridged", lines[0]);
        Assert.Contains(lines, line => line.EndsWith(",,,false", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_has_a_row_for_each_clip_and_side_and_quotes_a_comma()
    {
        var lines = Lines(csv => ResultTables.WriteSummary(csv, [Legs.Result(Legs.Stretched(7), "Doe, left"), Legs.Result(Legs.Stretched(0))]));

        Assert.Equal(
            "id,side,frames_read,duration_s,signal_kind,unit,status,beats_total,longest_episode_beats,count_meets_rule,sustained,sustained_sure,"
            + "borderline,beats_low,beats_high,confidence,oscillations_first_10s,rule,frequency_hz,amplitude_mean,issues,gait_status,cadence_per_min,patterns_present",
            lines[0]);
        Assert.StartsWith("\"Doe, left\",left,360,6,ankle_angle,deg,detected,7,7,true,true,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("leg,left,360,6,ankle_angle,deg,not_detected,0,0,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_ends_with_the_walk()
    {
        var lines = Lines(csv => ResultTables.WriteSummary(csv, [Walks.Result(Walks.Walk), Walks.Result(Walks.Standing), Walks.Result(null)]));

        Assert.EndsWith(",walking,101.6,left.knee_hyperextension left.clonus_in_stance", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",not_walking,,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",,,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_have_a_row_each()
    {
        Assert.Equal(
            [
                "side,kind,time_s,uncertainty_s,cross_check_s,disagrees,first_part",
                "left,initial_contact,1,0.012,,,toe",
                "right,foot_off,1.15,0.012,1.152,false,",
                "right,initial_contact,1.6,0.012,1.7,true,heel",
            ],
            Lines(csv => WalkTables.WriteEvents(csv, Walks.Walk)));
    }

    [Fact]
    public void Strides_have_their_measures_and_why_they_do_not_count()
    {
        var rows = Lines(csv => WalkTables.WriteStrides(csv, Walks.Walk)).Select(line => line.Split(',')).ToArray();

        Assert.Equal("side,start_s,foot_off_s,end_s,rejected,stride_s,stance_s,swing_s,stance_ratio,double_support_s", string.Join(',', rows[0][..10]));
        Assert.Equal("left,1,1.75,2.25,,1.25,0.75,0.5,0.6,", string.Join(',', rows[1][..10]));
        Assert.Equal("the toe was not seen for 0.3 s.", rows[2][4]);
        Assert.Equal("-7.14", rows[1][Array.IndexOf(rows[0], "knee_stance_deg")]);
        Assert.Equal("2", rows[1][Array.IndexOf(rows[0], "beats_in_stance")]);
    }

    [Fact]
    public void Patterns_begin_with_the_side_and_end_with_what_they_rest_on()
    {
        var lines = Lines(csv => WalkTables.WritePatterns(csv, Walks.Walk));

        Assert.Equal("side,name,verdict,strides_showing,strides_assessed,confidence,reason,criteria", lines[0]);
        Assert.Equal("left,knee_hyperextension,present,2,2,0.973,,knee_stance -7.14 <= -5 deg; knee_definite -7.14 <= -10 deg", lines[1]);
        Assert.Contains(",asymmetric_gait,absent,0,3,0.7,,", lines);
        Assert.Contains("left,circumduction,not_assessable,0,0,,needs a frontal view,lateral not_measured >= 0.05 legs", lines);
        Assert.Contains("right,foot_drop,not_assessable,0,1,,\"needs 3 strides, and 1 was seen\",", lines);
    }

    private static string[] Lines(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        Assert.DoesNotContain('\r', text.ToString());
        Assert.EndsWith("\n", text.ToString(), StringComparison.Ordinal);
        return text.ToString()[..^1].Split('\n');
    }
}
