using Clonus.Motion.Beats;
using Clonus.Motion.Clips;

namespace Clonus.Motion.Tests.Beats;

/// <summary>Trains whose error is as large as phones and dark rooms make it.</summary>
public class NoisyTrainTests
{
    [Fact]
    public void Twelve_beats_of_five_degrees_are_twelve_at_half_a_degree_of_noise_and_thirty_frames()
    {
        var wrong = 0;
        foreach (var frequency in new[] { 4, 5.5, 7 })
        {
            for (var seed = 1; seed <= 10; seed++)
            {
                var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(12, frequency, depth: 5), 30, noiseDegrees: 0.5, seed));

                Assert.Equal(ClonusStatus.Detected, clonus.Status);
                Assert.InRange(12, clonus.BeatsLow!.Value, clonus.BeatsHigh!.Value);
                wrong += clonus.LongestEpisodeBeats == 12 ? 0 : 1;
            }
        }

        // One in twenty may be wrong by a beat.
        Assert.InRange(wrong, 0, 1);
    }

    [Theory]
    [InlineData(60, 0.14)]
    [InlineData(30, 0.3)]
    public void A_slower_to_and_fro_before_a_train_does_not_smooth_it(double fps, double noise)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var angle = new ScriptedAngle().Hold(1).ToAndFro(3, 1.8, 13).Hold(0.4).MoveTo(0, 0.1).Beats(4, 5.5, 9, decayPerBeat: 0.7).Hold(1).MoveTo(-20, 0.6).Hold(1);

            Assert.Equal(4, TrackedLeg.Clonus(TrackedLeg.Tracks(angle, fps, noise, seed)).LongestEpisodeBeats);
        }
    }

    [Fact]
    public void More_quiet_around_a_noisy_train_changes_neither_its_count_nor_its_noise()
    {
        const double Fps = 30, Around = 2, More = 300, Noise = 0.5;
        ScriptedAngle After(double seconds) => new ScriptedAngle().Hold(seconds).MoveTo(5, 0.1).Hold(0.08).Beats(9, 5.5, 5).Hold(1).MoveTo(-20, 0.6).Hold(seconds);

        for (var seed = 1; seed <= 3; seed++)
        {
            // The same errors in the same frames of the burst.
            var random = new Random(seed);
            var errors = TrackedLeg.Times(After(Around + More).EndSeconds, Fps).Select(_ => Noise * TrackedLeg.Normal(random)).ToArray();
            SideFindings With(double before) => TrackedLeg.Find(TrackedLeg.Tracks(
                t => After(Around + before).At(t) + errors[(int)Math.Round((t + More - before) * Fps)], TrackedLeg.Times(After(Around + before).EndSeconds, Fps)));

            var (brief, lengthy) = (With(0), With(More));

            Assert.Equal(9, brief.Clonus.LongestEpisodeBeats);
            Assert.Equal(9, lengthy.Clonus.LongestEpisodeBeats);
            Assert.Equal(brief.Clonus.Status, lengthy.Clonus.Status);
            Assert.Equal(brief.Signal!.NoiseRms!.Value, lengthy.Signal!.NoiseRms!.Value, 0.15 * Noise);
        }
    }
}
