using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Contact is when the first part of the foot stops and foot-off when the last one leaves, whichever parts these are.</summary>
public class GaitEventDetectorTests
{
    private const double Length = 0.2;

    // A foot that lands pitched and comes down flat about the part that touched, evenly until rest.
    private static WalkBout Landing(double pitchDegrees, double downFrom, double downUntil, ScriptedFoot way, double fps = 120)
    {
        var aboutToe = pitchDegrees < 0;
        double Pitch(double t) => double.DegreesToRadians(pitchDegrees * (1 - Math.Clamp((t - downFrom) / (downUntil - downFrom), 0, 1)));
        SpacePoint Place(double t, bool isToe)
        {
            var stays = new SpacePoint(way.At(t) + (aboutToe ? Length : 0), 0, 0);
            var line = new SpacePoint(Length * Math.Cos(Pitch(t)), Length * Math.Sin(Pitch(t)), 0);
            return isToe == aboutToe ? stays : isToe ? stays + line : stays - line;
        }

        return Bouts.Of(Bouts.Times(3, fps), GaitView.Sagittal, (BodySide.Right, Landmark.Heel, t => Place(t, false)), (BodySide.Right, Landmark.Toe, t => Place(t, true)));
    }

    private static FootSteps Detect(WalkBout bout, BodySide side = BodySide.Right) => GaitEventDetector.Detect(bout, Bouts.Settings).Of(side)!;

    [Theory]
    [InlineData(30, ContactPart.Heel, 120)]
    [InlineData(30, ContactPart.Heel, 60)]
    [InlineData(-30, ContactPart.Toe, 120)]
    [InlineData(-30, ContactPart.Toe, 60)]
    public void The_first_part_to_stop_is_the_contact_and_is_named(double pitch, ContactPart part, double fps)
    {
        var way = new ScriptedFoot().Swing(1, 1.2);

        // It goes on turning for a tenth of a second after the part that touched has stopped.
        var steps = Detect(Landing(pitch, 1.42, 1.57, way, fps));

        var contact = Assert.Single(steps.Events, e => e.Kind == GaitEventKind.InitialContact);
        Assert.Equal(way.Contact(0), contact.TimeSeconds, 0.003);
        Assert.Equal(part, contact.FirstPart);
        var later = Assert.Single(steps.Swings).HeelAfterToeSeconds!.Value;
        Assert.Equal(pitch < 0 ? 0.095 : -0.095, later, 0.02);
    }

    [Fact]
    public void A_foot_whose_parts_stop_at_once_comes_down_flat()
    {
        var way = new ScriptedFoot().Swing(1, 1.2);

        var steps = Detect(Bouts.Of(Bouts.Times(3), GaitView.Sagittal, Bouts.Level(BodySide.Right, way.At)));

        Assert.Equal([GaitEventKind.FootOff, GaitEventKind.InitialContact], steps.Events.Select(e => e.Kind));
        Assert.Equal(way.FootOff(0), steps.Events[0].TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Null(steps.Events[0].FirstPart);
        Assert.Equal(way.Contact(0), steps.Events[1].TimeSeconds, 1e-6);
        Assert.Equal(ContactPart.Flat, steps.Events[1].FirstPart);
    }

    [Fact]
    public void A_foot_leaves_with_its_last_part_and_not_when_the_heel_rises()
    {
        var way = new ScriptedFoot().Swing(1.5, 1.2);
        double Pitch(double t) => double.DegreesToRadians(-30 * Math.Clamp((t - 1.1) / 0.3, 0, 1));
        SpacePoint Toe(double t) => new(way.At(t) + Length, 0, 0);
        var bout = Bouts.Of(Bouts.Times(3), GaitView.Sagittal,
            (BodySide.Right, Landmark.Toe, t => Toe(t)), (BodySide.Right, Landmark.Heel, t => Toe(t) - new SpacePoint(Length * Math.Cos(Pitch(t)), Length * Math.Sin(Pitch(t)), 0)));

        var steps = Detect(bout);

        Assert.Equal(way.FootOff(0), Assert.Single(steps.Swings).FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
    }

    [Fact]
    public void Where_one_end_of_the_foot_is_hidden_the_time_is_less_sure()
    {
        var way = new ScriptedFoot().Swing(1, 1.2);
        var foot = Bouts.Level(BodySide.Left, way.At);
        foot[0].Item3 = Hidden(foot[0].Item3);

        var events = GaitEventDetector.Detect(Bouts.Of(Bouts.Times(3), GaitView.Sagittal, foot), Bouts.Settings).Of(BodySide.Left)!.Events;

        Assert.InRange(events.Single(e => e.Kind == GaitEventKind.FootOff).UncertaintySeconds, 0.02, 0.025);
        Assert.InRange(events.Single(e => e.Kind == GaitEventKind.InitialContact).UncertaintySeconds, 0.08, 0.085);

        static Func<double, SpacePoint?> Hidden(Func<double, SpacePoint?> place) => t => t is > 1.4 and < 1.6 ? null : place(t);
    }

    [Fact]
    public void Both_feet_have_their_own_events_by_time()
    {
        var (left, right) = (new ScriptedFoot().Swing(0.5, 1.2).Swing(1.7, 1.2), new ScriptedFoot().Swing(1.1, 1.2));

        var walked = GaitEventDetector.Detect(Bouts.Of(Bouts.Times(3), GaitView.Sagittal, [.. Bouts.Level(BodySide.Left, left.At), .. Bouts.Level(BodySide.Right, right.At)]), Bouts.Settings);

        Assert.Equal([0.5, 0.975, 1.7, 2.175], walked.Of(BodySide.Left)!.Events.Select(e => e.TimeSeconds), (a, b) => Math.Abs(a - b) < ScriptedFoot.CornerSeconds);
        Assert.Equal([1.1, 1.575], walked.Of(BodySide.Right)!.Events.Select(e => e.TimeSeconds), (a, b) => Math.Abs(a - b) < ScriptedFoot.CornerSeconds);
        Assert.Equal(new Stance(left.Contact(0), left.FootOff(1)), walked.Of(BodySide.Left)!.Stances.ElementAt(1), (a, b) =>
            Math.Abs(a.ContactSeconds!.Value - b.ContactSeconds!.Value) < 1e-6 && Math.Abs(a.FootOffSeconds!.Value - b.FootOffSeconds!.Value) < ScriptedFoot.CornerSeconds);
    }

    [Fact]
    public void On_a_belt_the_events_are_those_of_the_same_walk_on_a_floor()
    {
        var (left, right) = (new ScriptedFoot(), new ScriptedFoot { Start = 0.6 });
        for (var k = 0; k < 5; k++)
        {
            left.Swing(0.3 + (1.2 * k), 1.2);
            right.Swing(0.9 + (1.2 * k), 1.2);
        }

        ImmutableArray<double> Events(double belt) =>
        [
            .. GaitEventDetector.Detect(
                Bouts.Of(Bouts.Times(6.5), GaitView.Sagittal,
                [
                    .. Bouts.Level(BodySide.Left, t => left.At(t) - (belt * t)), .. Bouts.Level(BodySide.Right, t => right.At(t) - (belt * t)),
                    (BodySide.Left, Landmark.Hip, t => new SpacePoint((1 - belt) * t, 1, 0)),
                ]), Bouts.Settings).Feet.SelectMany(f => f.Events).Select(e => e.TimeSeconds),
        ];

        var (floor, treadmill) = (Events(0), Events(1));

        Assert.Equal(20, floor.Length);
        Assert.Equal(floor.Length, treadmill.Length);
        Assert.All(floor.Zip(treadmill), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

}
