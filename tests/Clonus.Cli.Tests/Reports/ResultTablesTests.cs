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
            + "borderline,beats_low,beats_high,confidence,oscillations_first_10s,rule,frequency_hz,amplitude_mean,issues",
            lines[0]);
        Assert.StartsWith("\"Doe, left\",left,360,6,ankle_angle,deg,detected,7,7,true,true,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("leg,left,360,6,ankle_angle,deg,not_detected,0,0,", lines[2], StringComparison.Ordinal);
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
