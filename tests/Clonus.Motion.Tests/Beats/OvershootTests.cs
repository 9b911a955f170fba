using Clonus.Motion.Beats;

namespace Clonus.Motion.Tests.Beats;

/// <summary>What the foot does at the top of a fast stretch: it overshoots, falls back, and the first beat may begin before that is done.</summary>
public class OvershootTests
{
    // Rest at -20°, held at 5°, carried 5° beyond it.
    private static ScriptedAngle Stretch() => new ScriptedAngle().Hold(1).MoveTo(10, 0.11);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_beat_after_the_fall_back_from_a_stretch_is_driven(int beats)
    {
        var angle = Stretch().MoveTo(3, 0.07).MoveTo(5, 0.06).Beats(beats, 5.5, 7, firstRatio: 1).Hold(1).MoveTo(-20, 0.5).Hold(1);

        Assert.Equal(beats, Count(angle));
    }

    [Fact]
    public void What_swings_on_after_the_fall_back_from_a_stretch_is_no_beat()
    {
        var angle = Stretch().MoveTo(0, 0.08).MoveTo(4.5, 0.08).MoveTo(2.5, 0.08).MoveTo(3.3, 0.08).Hold(1).MoveTo(-20, 0.5).Hold(1);

        Assert.Equal(0, Count(angle));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void A_beat_that_begins_where_the_fall_back_halts_counts_from_there(double rise)
    {
        var angle = Stretch().MoveTo(5, 0.06).MoveTo(5 + rise, 0.04).Beats(4, 6, 5, firstRatio: 1).Hold(1).MoveTo(-20, 0.5).Hold(1);

        Assert.Equal(4, Count(angle));
    }

    [Fact]
    public void A_fall_back_that_does_not_halt_is_one_fall()
    {
        var angle = Stretch().MoveTo(0, 0.12).MoveTo(4, 0.1).Beats(4, 6, 5, firstRatio: 1).Hold(1).MoveTo(-20, 0.5).Hold(1);

        Assert.Equal(4, Count(angle));
    }

    [Theory]
    [InlineData(2.2)]
    [InlineData(5)]
    public void A_beat_that_answers_before_the_ramp_is_done_counts(double depth)
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(-7, 0.13).MoveTo(-7 - depth, 0.06).MoveTo(5, 0.12).Beats(5, 5.5, 9, firstRatio: 1).Hold(1).MoveTo(-20, 0.5).Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(6, clonus.LongestEpisodeBeats);
        Assert.InRange(clonus.Episodes.Single().TriggerSeconds!.Value, 1, 1.13);
    }

    [Fact]
    public void The_return_to_where_the_foot_is_held_is_no_second_stretch_and_its_swing_no_beat()
    {
        // So fast that the foot does not come back up in between: it swings about a lower place until the train ends.
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).MoveTo(-13, 0.06);
        for (var i = 0; i < 6; i++)
        {
            angle.MoveTo(-3, 0.065).MoveTo(-13, 0.06);
        }

        angle.MoveTo(5, 0.08).MoveTo(3.1, 0.08).MoveTo(5, 0.08).Hold(1).MoveTo(-20, 0.5).Hold(1);

        Assert.Equal(7, Count(angle));
    }

    private static int? Count(ScriptedAngle angle) => TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.1)).LongestEpisodeBeats;
}
