using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Beats;

/// <summary>How sure a count is said to be, and what makes it less sure.</summary>
public class CertaintyTests
{
    [Fact]
    public void A_beat_near_the_gate_lowers_the_confidence_and_widens_the_range()
    {
        // Five beats of eight degrees and one as large as is said.
        ClonusFinding[] With(double last) => [.. Enumerable.Range(1, 10).Select(seed => TrackedLeg.Clonus(TrackedLeg.Tracks(
            new ScriptedAngle().Hold(2).MoveTo(5, 0.1).Hold(0.08).Beats(5, 5, 8).Beats(1, 5, last, firstRatio: 1).Hold(1).MoveTo(-20, 0.6).Hold(1), noiseDegrees: 0.6, seed: seed),
            Gate(3)))];

        var (clear, near) = (With(7), With(3));

        Assert.True(near.Average(c => c.Confidence) < clear.Average(c => c.Confidence) - 0.02, $"{near.Average(c => c.Confidence)} beside {clear.Average(c => c.Confidence)}");
        Assert.True(near.Sum(c => c.BeatsHigh - c.BeatsLow) > clear.Sum(c => c.BeatsHigh - c.BeatsLow));
        Assert.All(near.Concat(clear), c => Assert.InRange(c.LongestEpisodeBeats!.Value, c.BeatsLow!.Value, c.BeatsHigh!.Value));
        Assert.All(clear, c => Assert.Equal(6, c.LongestEpisodeBeats));
    }

    [Fact]
    public void More_noise_makes_the_same_near_miss_less_sure()
    {
        ClonusFinding At(double noise) => TrackedLeg.Clonus(TrackedLeg.Tracks(
            new ScriptedAngle().Hold(2).MoveTo(5, 0.1).Hold(0.08).Beats(5, 5, 8).Beats(1, 5, 3.6, firstRatio: 1).Hold(1).MoveTo(-20, 0.6).Hold(1), noiseDegrees: noise),
            Gate(3));

        Assert.True(At(0.6).Confidence < At(0.05).Confidence);
    }

    [Fact]
    public void Nothing_found_is_less_sure_where_the_limb_was_hidden_or_something_nearly_was_a_beat()
    {
        var quiet = TrackedLeg.Tracks(new ScriptedAngle().Hold(8), noiseDegrees: 0.1);
        var nearly = TrackedLeg.Tracks(new ScriptedAngle().Hold(3).MoveTo(5, 0.1).Hold(0.1).Beats(1, 5, 1.45).Hold(2), noiseDegrees: 0.1);

        var (seen, hidden, near) = (TrackedLeg.Clonus(quiet), TrackedLeg.Clonus(TrackedLeg.Hide(quiet, TrackedLeg.Toe, 3, 4)), TrackedLeg.Clonus(nearly));

        Assert.All(new[] { seen, hidden }, clonus => Assert.Equal(0, clonus.LongestEpisodeBeats));
        Assert.Equal(0, seen.BeatsHigh);
        Assert.True(hidden.Confidence < seen.Confidence);
        Assert.True(hidden.BeatsHigh >= 1);
        Assert.True(near.Confidence < seen.Confidence);
    }

    [Fact]
    public void A_train_whose_end_was_not_seen_is_rather_longer_than_counted()
    {
        var whole = ScriptedAngle.Stretched(8, 5);
        var cut = TrackedLeg.Clonus(TrackedLeg.Tracks(whole.At, TrackedLeg.Times(2.3, 60)));

        Assert.True(cut.BeatsHigh > cut.LongestEpisodeBeats);
        Assert.True(cut.Confidence < 0.5);
    }

    private static AnalysisSettings Gate(double degrees) =>
        new() { Signal = new SignalSettings { MinAmplitude = new Amplitude(degrees, SignalUnit.Deg) } };
}
