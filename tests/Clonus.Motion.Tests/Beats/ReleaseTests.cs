using Clonus.Motion.Beats;

namespace Clonus.Motion.Tests.Beats;

/// <summary>Whether the beats end when the stretch is let go.</summary>
public class ReleaseTests
{
    // Rest at -20°, a stretch of 25° to 5°.
    private static ScriptedAngle Stretch() => new ScriptedAngle().Hold(1).MoveTo(5, 0.1);

    [Fact]
    public void Beats_that_the_release_cuts_short_end_with_it()
    {
        var criterion = EndsOnRelease(Stretch().Beats(8, 5).MoveTo(-20, 0.2).Hold(1));

        Assert.Equal(-0.1, criterion.Measured!.Value, 0.05);
        Assert.True(criterion.Met);
    }

    [Fact]
    public void Beats_that_died_before_the_release_do_not_outlast_it()
    {
        var criterion = EndsOnRelease(Stretch().Beats(8, 5).Hold(1.5).MoveTo(-20, 0.2).Hold(1));

        Assert.Equal(-1.6, criterion.Measured!.Value, 0.05);
        Assert.True(criterion.Met);
    }

    [Fact]
    public void Beats_that_go_on_after_the_release_do_not_end_with_it()
    {
        // Let go over 1.4 s: the crests are down by half of the stretch at 2.7 s, the beats go on until 4 s.
        var beats = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(14, 5, firstRatio: 1.5);
        double Angle(double t) => beats.At(t) - (25 * Math.Clamp((t - 2) / 1.4, 0, 1));

        var criterion = EndsOnRelease(TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(5, 60))).Episodes.Single());

        Assert.Equal(1.35, criterion.Measured!.Value, 0.15);
        Assert.False(criterion.Met);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Beats_as_deep_as_the_stretch_are_not_its_release(double depth)
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(-12, 0.08).Beats(9, 4, depth, firstRatio: 1).Hold(0.5).MoveTo(-20, 0.2).Hold(1);

        Assert.Equal(-0.6, EndsOnRelease(angle).Measured!.Value, 0.06);
    }

    [Fact]
    public void A_release_that_is_soon_followed_by_another_stretch_is_one()
    {
        var angle = Stretch().Beats(7, 5).Hold(0.6).MoveTo(-20, 0.2).Hold(0.15).MoveTo(5, 0.1).Beats(7, 5).Hold(1);

        var episodes = TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Episodes;

        Assert.Equal(2, episodes.Length);
        Assert.Equal(-0.7, EndsOnRelease(episodes[0]).Measured!.Value, 0.06);
        Assert.Null(EndsOnRelease(episodes[1]).Measured);
    }

    private static readonly Dictionary<string, ScriptedAngle> Unseen = new()
    {
        ["held until the clip ends"] = Stretch().Beats(8, 5).Hold(2),
        ["the clip ends in the train"] = Stretch().Beats(8, 5),
        ["the clip ends in the release"] = Stretch().Beats(8, 5).Hold(1).MoveTo(-20, 0.2).Hold(0.2),
        ["no stretch"] = new ScriptedAngle().Hold(1).Beats(8, 5).Hold(1).MoveTo(-30, 0.2).Hold(1),
    };

    public static TheoryData<string> Cases() => [.. Unseen.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_a_release_to_be_seen_it_is_not_measured(string why)
    {
        var criterion = EndsOnRelease(Unseen[why]);

        Assert.Null(criterion.Measured);
        Assert.Null(criterion.Met);
    }

    private static Criterion EndsOnRelease(ScriptedAngle angle) => EndsOnRelease(TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).Episodes.Single());

    private static Criterion EndsOnRelease(ClonusEpisode episode) => episode.Criteria.Single(c => c.Name == "ends_on_release");
}
