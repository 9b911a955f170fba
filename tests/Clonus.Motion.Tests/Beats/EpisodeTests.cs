using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Beats;

public class EpisodeTests
{
    [Fact]
    public void Two_bursts_are_two_episodes_and_their_beats_do_not_add_for_the_rule()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(4, 5).Hold(0.8).MoveTo(-20, 0.5).Hold(1)
            .MoveTo(5, 0.1).Beats(4, 5).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle));

        Assert.Equal(2, clonus.Episodes.Length);
        Assert.Equal(8, clonus.BeatsTotal);
        Assert.Equal(4, clonus.LongestEpisodeBeats);
        Assert.False(clonus.Sustained);
        Assert.All(clonus.Episodes, e => Assert.Equal(TriggerKind.Stretch, e.Trigger));
    }

    [Fact]
    public void A_twitch_just_before_the_stretch_is_no_part_of_the_train_that_it_sets_off()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(-23, 0.08).MoveTo(-20, 0.08).Hold(0.1).MoveTo(5, 0.1).Beats(6, 5).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(6, clonus.BeatsTotal);
        Assert.Single(clonus.Episodes);
    }

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(1.0, 2)]
    public void A_pause_splits_where_it_is_longer_than_the_merge_gap(double pause, int episodes)
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(4, 5).Hold(pause).Beats(4, 5, firstRatio: 1).Hold(1);

        Assert.Equal(episodes, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Episodes.Length);
    }

    [Fact]
    public void The_users_merge_gap_goes_before_the_default()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(4, 5).Hold(0.25).Beats(4, 5, firstRatio: 1).Hold(1);
        var settings = new AnalysisSettings { Clonus = new ClonusPolicy { MergeGapSeconds = 0.3 } };

        Assert.Equal(2, TrackedLeg.Clonus(TrackedLeg.Tracks(angle), settings).Episodes.Length);
    }

    [Fact]
    public void A_hole_ends_an_episode_and_makes_an_unsustained_count_unsure()
    {
        var angle = ScriptedAngle.Stretched(9, 5);
        var hole = angle.BeatTimes[4] - 0.09;
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(angle), TrackedLeg.Toe, hole, hole + 0.15);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());
        var clonus = findings.Sides.Single().Clonus;

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal([4, 4], clonus.Episodes.Select(e => e.Beats));
        Assert.False(clonus.Sustained);
        Assert.False(clonus.SustainedSure);
        Assert.Equal(4, clonus.BeatsLow);
        Assert.InRange(clonus.BeatsHigh!.Value, 9, 10);
        Assert.True(clonus.Confidence <= 0.5, $"confidence {clonus.Confidence}");
        Assert.Contains(findings.Issues, i => i.Code == "episode_cut_by_gap");
        Assert.All(clonus.Episodes, e => Assert.Equal(Truncation.None, e.Truncated));
        Assert.Null(clonus.Episodes[0].Scats);
    }

    [Fact]
    public void Six_beats_before_a_hole_are_sustained_whatever_was_lost_later()
    {
        var angle = ScriptedAngle.Stretched(12, 5);
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(angle), TrackedLeg.Toe, angle.BeatTimes[6] + 0.06, 99);

        var clonus = TrackedLeg.Clonus(tracks);

        Assert.True(clonus.Sustained);
        Assert.True(clonus.SustainedSure);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.8, false)]
    public void A_hole_that_a_sustained_train_fits_into_leaves_not_sustained_unsure(double seconds, bool sure)
    {
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(_ => -20, TrackedLeg.Times(10, 60)), TrackedLeg.Knee, 4, 4 + seconds);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());
        var clonus = findings.Sides.Single().Clonus;

        Assert.Equal(ClonusStatus.NotDetected, clonus.Status);
        Assert.Equal(sure, clonus.SustainedSure);
        var hidden = Assert.Single(findings.Issues, i => i.Code == "limb_hidden").Range!.Value;
        Assert.Equal(seconds, hidden.DurationSeconds, 0.04);
    }

    [Theory]
    [InlineData(60, 0.050)]
    [InlineData(30, 0.034)]
    public void A_short_hole_is_bridged(double fps, double seconds)
    {
        var angle = ScriptedAngle.Stretched(8, 5);
        var middle = angle.BeatTimes[3] + 0.02;
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(angle, fps), TrackedLeg.Ankle, middle, middle + seconds - 1e-6);

        var clonus = TrackedLeg.Clonus(tracks);

        Assert.Equal(8, clonus.LongestEpisodeBeats);
        Assert.Single(clonus.Episodes);
    }

    [Fact]
    public void A_clip_that_ends_in_the_train_is_truncated_and_says_no_duration_grade()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(4, 5);

        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(angle), new AnalysisSettings());
        var episode = findings.Sides.Single().Clonus.Episodes.Single();

        Assert.Equal(Truncation.End, episode.Truncated);
        Assert.Null(episode.Scats);
        Assert.Null(episode.TardieuIfPressureHeld);
        Assert.Null(findings.Sides.Single().Clonus.OscillationsFirst10s);
        Assert.False(findings.Sides.Single().Clonus.SustainedSure);
        Assert.Contains(findings.Issues, i => i.Code == "end_not_seen");
    }

    [Fact]
    public void A_rhythm_that_already_runs_has_no_seen_onset()
    {
        double Angle(double t) => t < 2 ? -4 * Math.Cos(2 * Math.PI * 5 * t) : -4;

        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(Angle, TrackedLeg.Times(4, 60)), new AnalysisSettings());
        var clonus = findings.Sides.Single().Clonus;

        Assert.Equal(ClonusStatus.RhythmicOnly, clonus.Status);
        Assert.True(clonus.CountMeetsRule);
        Assert.Null(clonus.Sustained);
        Assert.Equal(Truncation.Start, clonus.Episodes.Single().Truncated);
        Assert.Contains(findings.Issues, i => i.Code == "onset_not_seen");
    }

    [Fact]
    public void Frequency_is_the_median_of_the_settled_intervals()
    {
        // Beats at 0, .3, .5, .68, .86, 1.04, 1.22: six intervals, the settled ones are the last three.
        double[] times = [0, 0.3, 0.5, 0.68, 0.86, 1.04, 1.22];

        Assert.Equal(1 / 0.18, EpisodeMeasures.FrequencyHz(times)!.Value, 1e-9);
        Assert.Equal(1 / 0.19, EpisodeMeasures.FrequencyHz(times[..4])!.Value, 1e-9);
        Assert.Equal(1 / 0.3, EpisodeMeasures.FrequencyHz(times[..2])!.Value, 1e-9);
        Assert.Null(EpisodeMeasures.FrequencyHz(times[..1]));
        Assert.Equal(0.3 / 0.18, EpisodeMeasures.FirstIntervalRatio(EpisodeMeasures.Intervals(times))!.Value, 1e-9);
    }

    [Theory]
    [InlineData(2.99, false, 1, 3)]
    [InlineData(3, false, 2, 3)]
    [InlineData(10, false, 2, 3)]
    [InlineData(10.01, false, 3, 4)]
    [InlineData(5, true, null, null)]
    [InlineData(11, true, 3, 4)]
    public void Duration_scales_follow_their_limits(double seconds, bool cut, int? scats, int? tardieu)
    {
        Assert.Equal(scats, DurationScales.Scats(seconds, cut, new ClonusPolicy()));
        Assert.Equal(tardieu, DurationScales.Tardieu(seconds, cut, new ClonusPolicy()));
    }

    [Fact]
    public void Measures_of_a_steady_train_are_what_was_scripted()
    {
        var episode = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(10, 5))).Episodes.Single();

        Assert.Equal(5, episode.FrequencyHz!.Value, 0.02);
        Assert.Equal(0.45, episode.PlantarflexionFraction!.Value, 0.03);
        Assert.Equal(0, episode.DecayPerSecond!.Value, 0.05);
        Assert.InRange(episode.LatencySeconds!.Value, 0.1, 0.18);
        Assert.Equal(1.05, episode.TriggerSeconds!.Value, 0.01);
        Assert.All(episode.Criteria.Where(c => c.Measured is not null), c => Assert.True(c.Met == true, c.ToString()));
        Assert.Equal(["one_side_only"], episode.Criteria.Where(c => c.Measured is null).Select(c => c.Name));
    }
}
