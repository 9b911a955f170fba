using Clonus.Motion.Beats;

namespace Clonus.Motion.Tests.Beats;

/// <summary>Which rises set beats off.</summary>
public class TriggerTests
{
    [Theory]
    [InlineData(1.0, 0.3)]
    [InlineData(1.5, 0.1)]
    [InlineData(2.0, 0.05)]
    public void A_stretch_right_after_slow_to_and_fro_sets_beats_off(double frequencyHz, double pauseSeconds)
    {
        var angle = new ScriptedAngle().Hold(1).ToAndFro(3, frequencyHz, 12, intervalCv: 0.05).Hold(pauseSeconds);
        var stretched = angle.EndSeconds;
        angle.MoveTo(6, 0.12).Hold(0.06).Beats(7, 5.5).Hold(1).MoveTo(-20, 0.5).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(7, clonus.LongestEpisodeBeats);
        Assert.InRange(clonus.Episodes.MaxBy(e => e.Beats)!.TriggerSeconds!.Value, stretched, stretched + 0.12);
    }

    [Theory]
    [InlineData(20, 18)]
    [InlineData(20, 24)]
    [InlineData(20, 30)]
    [InlineData(12, 16)]
    public void Vigorous_beats_that_swing_to_the_rest_and_below_it_are_set_off_by_their_stretch(double stretchDegrees, double depth)
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(-20 + stretchDegrees, 0.1).Beats(9, 5, depth, decayPerBeat: 0.97).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(9, clonus.LongestEpisodeBeats);
    }

    [Fact]
    public void A_slow_or_a_small_rise_sets_nothing_off()
    {
        ScriptedAngle After(double degrees, double seconds) => new ScriptedAngle().Hold(1).MoveTo(-20 + degrees, seconds).Hold(0.05).Beats(7, 5.5).Hold(1);

        Assert.Equal(ClonusStatus.Detected, TrackedLeg.Clonus(TrackedLeg.Tracks(After(20, 0.2))).Status);
        Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Tracks(After(20, 1.5))).Status);
        Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Tracks(After(3, 0.05))).Status);
    }

    [Fact]
    public void Whether_a_stretch_came_before_is_a_criterion_of_its_own_where_it_can_be_known()
    {
        double? Triggers(double fromSeconds, double rampSeconds) =>
            TrackedLeg.Clonus(TrackedLeg.Tracks(
                t => new ScriptedAngle().Hold(1).MoveTo(0, rampSeconds).Hold(0.05).Beats(7, 5.5).Hold(1).At(t + fromSeconds), TrackedLeg.Times(4 - fromSeconds, 60)))
            .Episodes.Single().Criteria.Single(c => c.Name == "trigger").Measured;

        Assert.Equal(1, Triggers(0, 0.2));
        Assert.Equal(0, Triggers(0, 1.2));
        Assert.Null(Triggers(1.4, 0.2));
    }

    [Fact]
    public void The_release_at_its_end_does_not_make_a_vigorous_train_uneven()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(7, 5, 24, decayPerBeat: 0.97, firstRatio: 1).MoveTo(-21, 0.3).MoveTo(-16, 0.12).MoveTo(-20, 0.2).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(7, clonus.LongestEpisodeBeats);
    }

    [Fact]
    public void Noise_does_not_make_uneven_taps_as_even_as_reflexes()
    {
        var detected = 0;
        for (var seed = 1; seed <= 12; seed++)
        {
            var angle = new ScriptedAngle().Hold(1).MoveTo(-24, 0.12).ToAndFro(24, 4.3, 11, intervalCv: 0.11, seed: seed).MoveTo(-20, 0.12).Hold(1);

            detected += TrackedLeg.Clonus(TrackedLeg.Tracks(angle, 30, 0.5, seed)).Status == ClonusStatus.Detected ? 1 : 0;
        }

        Assert.InRange(detected, 0, 1);
    }

    [Fact]
    public void A_stretch_after_moves_at_the_rate_of_steps_is_faster_than_they_are()
    {
        var angle = new ScriptedAngle().Hold(1).ToAndFro(4, 1.5, 14).Hold(0.3).MoveTo(-4, 0.08).Beats(7, 5.5, 5).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(7, clonus.LongestEpisodeBeats);
    }

    [Theory]
    [InlineData(0.35)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void The_last_step_of_a_walk_is_no_stretch_wherever_the_clip_ends(double afterPushOff)
    {
        var angle = new ScriptedAngle(-5);
        for (var i = 0; i < 5; i++)
        {
            angle.MoveTo(12, 0.15).Hold(0.15).MoveTo(-18, 0.2).MoveTo(-5, 0.2).Hold(0.3);
        }

        angle.MoveTo(12, 0.15).Hold(0.15).MoveTo(-18, 0.2).MoveTo(-5, 0.2).Hold(0.3);
        var times = TrackedLeg.Times(angle.EndSeconds - 1 + afterPushOff, 30);
        for (var seed = 1; seed <= 5; seed++)
        {
            Assert.NotEqual(ClonusStatus.Detected, TrackedLeg.Clonus(TrackedLeg.Tracks(angle.At, times, 0.5, seed)).Status);
        }
    }

    [Fact]
    public void Beats_that_come_long_after_a_stretch_were_not_set_off_by_it()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(1.5).Beats(7, 5.5).Hold(1);

        Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Status);
    }

    [Fact]
    public void A_hold_that_creeps_up_does_not_bring_a_stretch_nearer_to_later_beats()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).MoveTo(6, 1.5).Beats(7, 5.5).Hold(1);

        Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1)).Status);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.02)]
    public void A_stretch_out_of_to_and_fro_does_more_than_make_up_for_the_last_fall(double pauseSeconds)
    {
        var angle = new ScriptedAngle().Hold(1).ToAndFro(4, 1.4, 8).MoveTo(-18, 0.25).MoveTo(-22, 0.2).Hold(pauseSeconds).MoveTo(-13, 0.1).Beats(7, 5.5, 5, decayPerBeat: 0.9).Hold(1);

        Assert.Equal(ClonusStatus.Detected, TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1)).Status);
    }

    [Theory]
    [InlineData(1.8)]
    [InlineData(2.3)]
    [InlineData(2.8)]
    public void The_last_move_of_to_and_fro_is_no_stretch(double frequencyHz)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var angle = new ScriptedAngle().Hold(1).ToAndFro(9, frequencyHz, 24, intervalCv: 0.08, seed: seed).MoveTo(-6, 0.2).MoveTo(-20, 0.4).Hold(1);

            Assert.NotEqual(ClonusStatus.Detected, TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1)).Status);
        }
    }

    [Fact]
    public void The_longest_run_counts_where_another_of_its_rhythm_was_seen_to_be_set_off()
    {
        // Too slow a push, and then a quick one.
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 1).Beats(9, 5.5).Hold(1).MoveTo(-20, 0.6).Hold(1).MoveTo(5, 0.1).Beats(4, 5.3).Hold(1);
        var other = new ScriptedAngle().Hold(1).MoveTo(5, 1).Beats(9, 7.5).Hold(1).MoveTo(-20, 0.6).Hold(1).MoveTo(5, 0.1).Beats(4, 5.3).Hold(1);

        Assert.Equal(9, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).LongestEpisodeBeats);
        Assert.Equal(4, TrackedLeg.Clonus(TrackedLeg.Tracks(other)).LongestEpisodeBeats);
    }

    [Theory]
    [InlineData(60, 1.02, 1.09)]
    [InlineData(30, 1.01, 1.12)]
    public void A_stretch_in_which_the_toe_is_lost_is_known_by_what_lies_on_both_sides(double fps, double lost, double found)
    {
        var clonus = TrackedLeg.Clonus(TrackedLeg.Hide(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5), fps, 0.1), TrackedLeg.Toe, lost, found));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal((7, 7, 7), (clonus.LongestEpisodeBeats, clonus.BeatsLow, clonus.BeatsHigh));
        Assert.InRange(Assert.Single(clonus.Episodes).TriggerSeconds!.Value, 1, 1.12);
    }

    [Fact]
    public void A_hole_that_a_beat_fits_into_as_well_hides_no_stretch_for_sure()
    {
        var clonus = TrackedLeg.Clonus(TrackedLeg.Hide(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5), 60, 0.1), TrackedLeg.Toe, 1.02, 1.3));

        Assert.Equal(ClonusStatus.RhythmicOnly, clonus.Status);
        Assert.InRange(clonus.BeatsHigh!.Value, 7, 9);
    }

    [Fact]
    public void A_tremor_that_a_hole_cuts_has_no_stretch_in_it()
    {
        for (var lost = 2.0; lost < 2.2; lost += 0.02)
        {
            var tracks = TrackedLeg.Tracks(t => -20 + (6 * Math.Sin(2 * Math.PI * 5 * t)), TrackedLeg.Times(5, 60), 0.1);
            Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Hide(tracks, TrackedLeg.Toe, lost, lost + 0.1)).Status);
        }
    }
}
