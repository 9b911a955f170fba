using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>The affected leg is the one that is named; else the walk may show it, and says that it was inferred.</summary>
public class AffectedLegTests
{
    private static PatternFinding Found(PatternName name, BodySide? side, PatternVerdict verdict = PatternVerdict.Present) => new(name, side, verdict, 3, 3, 0.9, null, []);

    private static AffectedSide Of(ImmutableArray<PatternFinding> patterns, ImmutableArray<SideBeats> beats = default, BodySide named = BodySide.Unknown) =>
        AffectedLeg.Of(Bouts.Settings with { Affected = named }, patterns, beats.IsDefault ? [] : beats);

    [Fact]
    public void What_the_user_says_holds_whatever_is_seen() =>
        Assert.Equal(new AffectedSide(BodySide.Left, false), Of([Found(PatternName.StiffKnee, BodySide.Right), Found(PatternName.FootDrop, BodySide.Right)], named: BodySide.Left));

    [Fact]
    public void The_leg_that_shows_more_is_the_affected_one() =>
        Assert.Equal(new AffectedSide(BodySide.Right, true), Of(
            [Found(PatternName.StiffKnee, BodySide.Right), Found(PatternName.FootDrop, BodySide.Right), Found(PatternName.HipHiking, BodySide.Left), Found(PatternName.Scissoring, BodySide.Left, PatternVerdict.Absent), Found(PatternName.StepTo, BodySide.Left, PatternVerdict.NotAssessable)]));

    [Fact]
    public void Who_vaults_stands_on_the_sound_leg() => Assert.Equal(new AffectedSide(BodySide.Left, true), Of([Found(PatternName.Vaulting, BodySide.Right)]));

    [Fact]
    public void Where_no_pattern_tells_the_beats_do()
    {
        ImmutableArray<SideBeats> beats = [new(BodySide.Left, [1, 1.2, 1.4]), new(BodySide.Right, null)];

        Assert.Equal(new AffectedSide(BodySide.Left, true), Of([Found(PatternName.AsymmetricGait, null)], beats));
        Assert.Equal(new AffectedSide(BodySide.Right, true), Of([Found(PatternName.StiffKnee, BodySide.Right)], beats));
    }

    [Fact]
    public void A_walk_that_shows_nothing_names_no_leg() =>
        Assert.Equal(new AffectedSide(null, false), Of([Found(PatternName.StiffKnee, BodySide.Right), Found(PatternName.StiffKnee, BodySide.Left)], [new(BodySide.Left, [1]), new(BodySide.Right, [2])]));
}
