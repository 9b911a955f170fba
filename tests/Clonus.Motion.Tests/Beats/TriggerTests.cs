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
    public void Beats_that_come_long_after_a_stretch_were_not_set_off_by_it()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(1.5).Beats(7, 5.5).Hold(1);

        Assert.Equal(ClonusStatus.RhythmicOnly, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Status);
    }
}
