using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

/// <summary>Two legs in one clip: each its own result, and whether what was seen is on one side only.</summary>
public class LateralityTests
{
    private const double ClipSeconds = 8;

    [Fact]
    public void Two_legs_have_each_their_own_count()
    {
        var sides = ClipAnalyzer.Analyze(Legs((BodySide.Right, Burst(1, 9, 5)), (BodySide.Left, Burst(1, 4, 6.5))), new AnalysisSettings()).Sides;

        Assert.Equal([BodySide.Left, BodySide.Right], sides.Select(s => s.Side));
        Assert.Equal([4, 9], sides.Select(s => s.Clonus.LongestEpisodeBeats));
        Assert.Equal([false, true], sides.Select(s => s.Clonus.Sustained));
        Assert.Equal(6.5, sides[0].Clonus.Episodes.Single().FrequencyHz!.Value, 0.1);
        Assert.Equal(5, sides[1].Clonus.Episodes.Single().FrequencyHz!.Value, 0.1);
    }

    [Fact]
    public void A_leg_beside_a_quiet_one_gives_what_it_gives_alone()
    {
        var alone = Analyze((BodySide.Right, Burst(1, 7, 5)))[0].Clonus;
        var sides = Analyze((BodySide.Right, Burst(1, 7, 5)), (BodySide.Left, Quiet()));

        Assert.Equal(ClonusStatus.NotDetected, sides[0].Clonus.Status);
        Assert.Equal(alone.Beats.AsEnumerable(), sides[1].Clonus.Beats.AsEnumerable());
    }

    [Fact]
    public void Beside_a_quiet_leg_it_is_on_one_side_only()
    {
        var criterion = OneSideOnly(Analyze((BodySide.Left, Burst(1, 7, 5)), (BodySide.Right, Quiet()))[0]).Single();

        Assert.Equal(1, criterion.Measured);
        Assert.True(criterion.Met);
    }

    [Fact]
    public void Beats_of_both_legs_at_the_same_time_are_not_on_one_side_only()
    {
        var sides = Analyze((BodySide.Left, Burst(1, 7, 5)), (BodySide.Right, Burst(1.4, 7, 5)));

        Assert.All(sides.SelectMany(OneSideOnly), criterion => Assert.Equal((2.0, false), (criterion.Measured!.Value, criterion.Met!.Value)));
        Assert.Equal(2, sides.SelectMany(OneSideOnly).Count());
    }

    [Fact]
    public void Legs_that_are_stretched_one_after_the_other_beat_on_one_side_each()
    {
        var sides = Analyze((BodySide.Left, Burst(1, 5, 5)), (BodySide.Right, Burst(4.5, 5, 5)));

        Assert.All(sides.SelectMany(OneSideOnly), criterion => Assert.True(criterion.Met));
        Assert.Equal(2, sides.SelectMany(OneSideOnly).Count());
    }

    [Theory]
    [InlineData(BodySide.Left, null)]
    [InlineData(BodySide.Right, null)]
    [InlineData(BodySide.Unknown, null)]
    [InlineData(BodySide.Left, BodySide.Unknown)]
    public void With_one_leg_or_a_leg_of_unknown_side_it_is_not_measured(BodySide side, BodySide? other)
    {
        (BodySide, ScriptedAngle)[] legs = other is { } second ? [(side, Burst(1, 7, 5)), (second, Quiet())] : [(side, Burst(1, 7, 5))];

        var criterion = OneSideOnly(Analyze(legs).Single(s => s.Side == side)).Single();

        Assert.Null(criterion.Measured);
        Assert.Null(criterion.Met);
    }

    [Theory]
    [InlineData(1.2, 1.8, false)]
    [InlineData(4.0, 5.0, true)]
    public void A_leg_that_was_hidden_meanwhile_says_nothing(double from, double to, bool measured)
    {
        var tracks = TrackedLeg.Hide(
            Legs((BodySide.Left, Burst(1, 7, 5)), (BodySide.Right, Quiet())), new MarkerName(BodySide.Right, Landmark.Toe), from, to);

        var criterion = OneSideOnly(ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Sides[0]).Single();

        Assert.Equal(measured, criterion.Measured is not null);
    }

    [Fact]
    public void A_leg_that_cannot_be_assessed_says_nothing()
    {
        var tracks = TrackedLeg.Hide(
            Legs((BodySide.Left, Burst(1, 7, 5)), (BodySide.Right, Quiet())), new MarkerName(BodySide.Right, Landmark.Toe), 4, 7);

        var sides = ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Sides;

        Assert.Equal(ClonusStatus.NotAssessable, sides[1].Clonus.Status);
        Assert.Null(OneSideOnly(sides[0]).Single().Measured);
    }

    private static ImmutableArray<SideFindings> Analyze(params (BodySide, ScriptedAngle)[] legs) =>
        ClipAnalyzer.Analyze(Legs(legs), new AnalysisSettings()).Sides;

    private static IEnumerable<Criterion> OneSideOnly(SideFindings side) =>
        side.Clonus.Episodes.Select(episode => episode.Criteria.Single(c => c.Name == Laterality.Name));

    private static TrackSet Legs(params (BodySide Side, ScriptedAngle Angle)[] legs)
    {
        var times = TrackedLeg.Times(ClipSeconds, 60);
        return new TrackSet(times, [.. legs.SelectMany((leg, i) => TrackedLeg.Tracks(leg.Angle.At, times, noiseDegrees: 0.1, seed: i).Markers
            .Select(marker => marker with { Name = marker.Name with { Side = leg.Side } }))]);
    }

    private static ScriptedAngle Quiet() => new ScriptedAngle().Hold(ClipSeconds);

    private static ScriptedAngle Burst(double atSeconds, int beats, double frequencyHz) =>
        new ScriptedAngle().Hold(atSeconds - 0.1).MoveTo(5, 0.1).Beats(beats, frequencyHz).Hold(0.6).MoveTo(-20, 0.5);
}
