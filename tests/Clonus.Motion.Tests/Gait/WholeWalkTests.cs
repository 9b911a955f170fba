using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Simulated people walk as their truth says, seen in a room, from the side and from the front.</summary>
public class WholeWalkTests
{
    [Theory]
    [InlineData(0.4, 3)]
    [InlineData(0.7, 4)]
    [InlineData(1.1, 5)]
    [InlineData(1.5, 6)]
    public void In_a_room_events_pace_and_speed_are_the_walkers(double speed, long seed)
    {
        var script = SimulatedWalks.Script(speed, seed: seed);
        var (truth, gait) = (WalkTruth.Of(script), SimulatedWalks.Gait(SimulatedWalks.InRoom(script, noiseMillimetres: 0.5)));

        foreach (var leg in truth.Legs)
        {
            AssertEvents(gait, leg.Side, GaitEventKind.InitialContact, leg.ContactsSeconds, 0.025);
            AssertEvents(gait, leg.Side, GaitEventKind.FootOff, leg.ToeOffsSeconds, 0.035);
        }

        Assert.Equal(truth.CadencePerMinute!.Value, gait.CadencePerMinute!.Value, 0.02 * truth.CadencePerMinute!.Value);
        Assert.Equal(truth.MetresPerSecond!.Value * 1000, gait.SpeedMillimetresPerSecond!.Value, 0.03 * truth.MetresPerSecond!.Value * 1000);
        Assert.False(gait.Treadmill);
    }

    // All that are not at the clip's very ends, and no others.
    private static void AssertEvents(GaitFindings gait, BodySide side, GaitEventKind kind, IEnumerable<double> times, double tolerance)
    {
        bool IsInside(double t) => t is > 0.15 and < 7.8;
        double[] found = [.. gait.Events.Where(e => e.Side == side && e.Kind == kind).Select(e => e.TimeSeconds)], expected = [.. times.Where(IsInside)];
        Assert.True(expected.Length > 2);
        Assert.All(expected, t => Assert.Contains(found, f => Math.Abs(f - t) < tolerance));
        Assert.All(found.Where(IsInside), f => Assert.Contains(times, t => Math.Abs(f - t) < tolerance));
    }

    [Fact]
    public void On_a_treadmill_the_same_is_told_from_a_picture()
    {
        var script = SimulatedWalks.Script(0.9, treadmill: true, walksTo: BodySide.Left);
        var (truth, gait) = (WalkTruth.Of(script), SimulatedWalks.Gait(SimulatedWalks.InPicture(script, 0.2)));

        Assert.Equal((GaitView.Sagittal, GaitDirection.Left, true), (gait.View, gait.Direction, gait.Treadmill));
        Assert.Equal(truth.CadencePerMinute!.Value, gait.CadencePerMinute!.Value, 0.02 * truth.CadencePerMinute!.Value);
        Assert.Equal(truth.StrideMillimetres!.Value / script.Body.Leg, gait.Strides.Where(s => s.Rejected is null).Average(s => s.StrideLengthLegs!.Value), 0.06 * truth.StrideMillimetres!.Value / script.Body.Leg);
    }

    [Theory]
    [InlineData(WalkView.Front, GaitDirection.Towards)]
    [InlineData(WalkView.Back, GaitDirection.Away)]
    public void From_front_and_back_the_view_and_the_direction_are_told(WalkView view, GaitDirection direction)
    {
        var gait = SimulatedWalks.Gait(SimulatedWalks.InPicture(SimulatedWalks.Script(1, view: view), 0.2));

        Assert.Equal((GaitStatus.Walking, GaitView.Frontal, direction), (gait.Status, gait.View, gait.Direction));
        Assert.All(gait.Patterns.Where(p => p.Name is PatternName.KneeHyperextension or PatternName.StepTo or PatternName.ReducedStance), p => Assert.Equal(PatternVerdict.NotAssessable, p.Verdict));
    }

    // Well beyond the limit, on the right leg; vaulting shows on the leg that stands.
    [Theory]
    [InlineData(WalkPatternName.KneeHyperextension, 0.8, 2)]
    [InlineData(WalkPatternName.ToeFirstContact, 0.8, 2)]
    [InlineData(WalkPatternName.StiffKnee, 0.8, 2)]
    [InlineData(WalkPatternName.FootDrop, 0.8, 2)]
    [InlineData(WalkPatternName.BackwardLean, 0.8, 2)]
    [InlineData(WalkPatternName.StepTo, 0.4, 1.8)]
    [InlineData(WalkPatternName.HipHiking, 0.8, 2)]
    [InlineData(WalkPatternName.Circumduction, 0.8, 2)]
    [InlineData(WalkPatternName.AbductedSwing, 0.8, 2)]
    [InlineData(WalkPatternName.Scissoring, 0.8, 2)]
    [InlineData(WalkPatternName.Vaulting, 0.8, 2)]
    [InlineData(WalkPatternName.ReducedStance, 0.8, 2)]
    public void In_a_room_a_pattern_that_a_walker_has_is_found_on_its_leg(WalkPatternName name, double speed, double severity)
    {
        var gait = SimulatedWalks.Gait(SimulatedWalks.InRoom(SimulatedWalks.Script(speed, seconds: 11, patterns: new WalkPattern(name, severity)), noiseMillimetres: 0.5));
        var side = name == WalkPatternName.Vaulting ? BodySide.Left : BodySide.Right;

        var finding = gait.Patterns.Of(Enum.Parse<PatternName>(name.ToString()), side);

        Assert.Equal(PatternVerdict.Present, finding.Verdict);
        Assert.InRange(finding.Confidence!.Value, 0.5, 1);
        Assert.InRange(finding.StridesShowing, 1, finding.StridesAssessed);
    }

    [Fact]
    public void A_normal_walker_has_none()
    {
        var gait = SimulatedWalks.Gait(SimulatedWalks.InRoom(SimulatedWalks.Script(1.1, seconds: 11), noiseMillimetres: 0.5));

        Assert.All(gait.Patterns, p => Assert.Equal((p.Name, PatternVerdict.Absent), (p.Name, p.Verdict)));
        Assert.Equal(new AffectedSide(null, false), gait.Affected);
    }

    [Fact]
    public void A_marker_that_is_taken_away_never_turns_an_answer_into_absent()
    {
        // Each pattern by the landmarks that it cannot do without.
        var needs = new (PatternName Name, Landmark[] Own)[]
        {
            (PatternName.StepTo, [Landmark.Heel]), (PatternName.KneeHyperextension, [Landmark.Hip, Landmark.Knee, Landmark.Ankle]), (PatternName.ToeFirstContact, [Landmark.Heel, Landmark.Toe]),
            (PatternName.ToeFirstWithHyperextension, [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe]), (PatternName.FootDrop, [Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe]),
            (PatternName.StiffKnee, [Landmark.Hip, Landmark.Knee, Landmark.Ankle]), (PatternName.HipHiking, [Landmark.Hip]), (PatternName.Circumduction, [Landmark.Ankle]), (PatternName.Scissoring, [Landmark.Ankle]),
        };
        var room = SimulatedWalks.InRoom(SimulatedWalks.Script(0.8, seconds: 11, patterns: [new WalkPattern(WalkPatternName.KneeHyperextension, 2), new WalkPattern(WalkPatternName.ToeFirstContact, 2)]));
        foreach (var gone in room.Markers.Select(m => m.Name))
        {
            var gait = SimulatedWalks.Gait(new TrackSet(room.FrameTimesSeconds, [.. room.Markers.Where(m => m.Name != gone)]) { IsSpatial = true });

            Assert.Equal(GaitStatus.Walking, gait.Status);
            Assert.All(needs.Where(n => n.Own.Contains(gone.Landmark)), n => Assert.Equal((gone, PatternVerdict.NotAssessable), (gone, gait.Patterns.Of(n.Name, gone.Side).Verdict)));
        }
    }
}
