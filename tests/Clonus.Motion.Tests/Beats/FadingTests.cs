using Clonus.Motion.Beats;

namespace Clonus.Motion.Tests.Beats;

/// <summary>The end of a train: its last beats, and the limb's own swing after them.</summary>
public class FadingTests
{
    [Theory]
    [InlineData(0.10, 0.45)]
    [InlineData(0.15, 0.35)]
    [InlineData(0.12, 0.2)]
    public void The_limbs_own_damped_swing_after_the_last_beat_is_no_beat(double halfSwingSeconds, double damping)
    {
        // Each half of the swing is smaller than the one before by the damping.
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.06).Beats(6, 5);
        double size = 8, level = 5;
        for (var i = 0; i < 4; i++)
        {
            size *= damping;
            level += i % 2 == 0 ? size : -size;
            angle.MoveTo(level, halfSwingSeconds);
        }

        angle.Hold(1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, noiseDegrees: 0.05));

        Assert.Equal(6, clonus.LongestEpisodeBeats);
    }

    [Theory]
    [InlineData(0.85)]
    [InlineData(0.75)]
    [InlineData(0.65)]
    public void The_last_beats_of_a_fading_train_are_beats(double decayPerBeat)
    {
        // Down to 1.8 degrees, a fifth above the gate.
        var beats = 1 + (int)Math.Floor(Math.Log(1.8 / 9) / Math.Log(decayPerBeat));

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(beats, 5.5, depth: 9, decayPerBeat), noiseDegrees: 0.05));

        Assert.Equal(beats, clonus.LongestEpisodeBeats);
    }
}
