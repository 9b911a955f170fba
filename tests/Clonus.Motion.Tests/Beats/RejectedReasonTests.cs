using Clonus.Motion.Beats;
using Clonus.Motion.Clips;

namespace Clonus.Motion.Tests.Beats;

/// <summary>What was looked at and not counted says why; each reason has a movement that earns it.</summary>
public class RejectedReasonTests
{
    private static readonly Dictionary<string, ScriptedAngle> Movements = new()
    {
        ["smaller than the amplitude gate"] = ScriptedAngle.Stretched(14, 5, depth: 8, decayPerBeat: 0.8),
        ["the limb's own swing after a beat"] = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.06).Beats(5, 5).MoveTo(8, 0.1).MoveTo(5, 0.12).MoveTo(7, 0.12).Hold(1),
        ["less than half of the excursion came back: a release or a move, not a beat"] =
            new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.06).Beats(5, 5).Hold(0.5).MoveTo(-20, 0.2).MoveTo(-15, 0.2).Hold(1),
        ["the dip before a stretch"] = new ScriptedAngle().Hold(1).MoveTo(-23, 0.15).MoveTo(5, 0.1).Hold(0.06).Beats(5, 5).Hold(1),
        ["slower than the band"] = new ScriptedAngle().Hold(1).ToAndFro(4, 1, -12).Hold(1),
        ["faster than the band"] = new ScriptedAngle().Hold(1).Beats(12, 24, 25, fraction: 0.5, firstRatio: 1).Hold(2),
        ["slower than the train before it"] = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.06).Beats(6, 8).Hold(0.15).Beats(1, 3, 6, firstRatio: 1).Hold(1),
        ["a notch inside a beat"] = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.1).MoveTo(3, 0.03).MoveTo(5, 0.03).Beats(5, 3).Hold(1),
        ["the run is slower than the band"] = Apart(0.3),
        ["the run is faster than the band"] = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.06).Beats(12, 12, 8, fraction: 0.5, firstRatio: 1).Hold(1),
        ["no trigger was seen, and too few for a rhythm"] = new ScriptedAngle().Hold(1.5).Beats(1, 5).Hold(1.5),
        ["no trigger was seen, and the intervals are irregular"] =
            new ScriptedAngle().Hold(1.5).Beats(1, 6).Hold(0.25).Beats(1, 6).Beats(1, 6, firstRatio: 1).Hold(0.25).Beats(1, 6).Beats(1, 6, firstRatio: 1).Hold(0.2).Beats(1, 5).Hold(1.5),
    };

    public static TheoryData<string> Reasons() => [.. Movements.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_movement_that_is_no_beat_is_named_for_what_it_is(string reason)
    {
        var rejected = TrackedLeg.Clonus(TrackedLeg.Tracks(Movements[reason], 120)).Rejected;

        Assert.True(rejected.Any(r => r.Reason == reason), "only: " + string.Join("; ", rejected.Select(r => r.Reason).Distinct()));
    }

    private static ScriptedAngle Apart(double seconds)
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1);
        for (var i = 0; i < 6; i++)
        {
            angle.Hold(seconds).Beats(1, 6, firstRatio: 1);
        }

        return angle.Hold(1);
    }

    [Theory]
    [InlineData(2.2, "slower than the band of 2.5 to 10 Hz")]
    [InlineData(11.5, "faster than the band of 2.5 to 10 Hz")]
    public void A_rhythm_outside_of_the_band_is_named_where_nothing_else_was_found(double frequencyHz, string words)
    {
        var found = ClipAnalyzer.Analyze(
            TrackedLeg.Tracks(ScriptedAngle.Stretched(9, frequencyHz)), new AnalysisSettings());

        Assert.Contains(words, Assert.Single(found.Issues, issue => issue.Code == "rhythm_outside_band").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_beats_at_uneven_times_are_no_rhythm_by_themselves()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(0, 1).Beats(1, 6, firstRatio: 1).Hold(0.25).Beats(2, 6, firstRatio: 1).Hold(1);

        Assert.Equal(ClonusStatus.NotDetected, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Status);
    }
}
