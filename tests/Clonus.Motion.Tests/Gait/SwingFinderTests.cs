using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A swing is a foot that goes fast and far; what is neither is no step, and what was not seen has no time.</summary>
public class SwingFinderTests
{
    private static ImmutableArray<FootSwing> Find(Func<double, double> ahead, Func<double, bool>? hidden = null, double seconds = 3)
    {
        var markers = Bouts.Level(BodySide.Left, ahead)
            .Select(m => (m.Item1, m.Item2, (Func<double, SpacePoint?>)(t => hidden?.Invoke(t) == true ? null : m.Item3(t)))).ToArray();
        var bout = Bouts.Of(Bouts.Times(seconds), GaitView.Sagittal, markers);
        return SwingFinder.Find(bout, Bouts.Motion(bout), Bouts.Settings);
    }

    [Fact]
    public void A_foot_that_rests_goes_and_rests_makes_one_swing_at_the_times_of_its_script()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var swing = Assert.Single(Find(foot.At));

        Assert.Equal(foot.FootOff(0), swing.FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Equal(foot.Contact(0), swing.Contact!.Value.TimeSeconds, 1e-6);
        Assert.Equal(4, swing.PeakSpeed, 1e-6);
    }

    [Fact]
    public void The_time_of_a_crossing_is_as_sure_as_the_frames_are_close()
    {
        var swing = Assert.Single(Find(new ScriptedFoot().Swing(1, 1.2).At));

        Assert.Equal(1 / 120.0 / Math.Sqrt(12), swing.Contact!.Value.UncertaintySeconds, 1e-9);

        // The line through two speeds, of which one is three times the other, goes back by half of its length.
        Assert.Equal(Math.Sqrt((1.5 * 1.5) + (0.5 * 0.5)) / 120 / Math.Sqrt(12), swing.FootOff!.Value.UncertaintySeconds, 1e-9);
    }

    [Theory]
    [InlineData(0.14, 1)]
    [InlineData(0.16, 2)]
    public void A_tap_is_no_step(double legs, int swings)
    {
        var foot = new ScriptedFoot().Swing(0.5, 0.45).Swing(2, legs, 0.41);

        Assert.Equal(swings, Find(foot.At).Length);
    }

    [Fact]
    public void A_foot_that_creeps_makes_no_swing() => Assert.Empty(Find(new ScriptedFoot().Swing(0.5, 0.7, 2.2).At, seconds: 4));

    [Fact]
    public void A_foot_that_stands_makes_none() => Assert.Empty(Find(_ => 1));

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.2, 2)]
    public void A_foot_that_brushes_the_floor_goes_on_in_one_swing_and_one_that_stands_does_not(double restSeconds, int swings)
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var found = Find(t => foot.At(t - Math.Clamp(t - 1.25, 0, restSeconds)));

        Assert.Equal(swings, found.Length);
        Assert.Equal(foot.FootOff(0), found[0].FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Equal(foot.Contact(0) + restSeconds, found[^1].Contact!.Value.TimeSeconds, 1e-6);
    }

    [Fact]
    public void Where_the_foot_is_hidden_as_it_lands_no_contact_is_told()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var swing = Assert.Single(Find(foot.At, t => t is > 1.36 and < 1.6));

        Assert.Equal(foot.FootOff(0), swing.FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Null(swing.Contact);
    }

    [Fact]
    public void Where_the_foot_is_hidden_as_it_leaves_no_foot_off_is_told()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var swing = Assert.Single(Find(foot.At, t => t is > 0.9 and < 1.14));

        Assert.Null(swing.FootOff);
        Assert.Equal(foot.Contact(0), swing.Contact!.Value.TimeSeconds, 1e-6);
    }

    [Fact]
    public void A_heel_that_rises_fast_while_the_toes_are_hidden_does_not_tell_that_the_foot_has_left()
    {
        // The heel goes up about the toes from 0.55 to 0.96 s, the whole foot leaves at 1 s, and the toes are hidden from 0.5 to 0.9 s.
        var foot = new ScriptedFoot().Swing(1, 1.2);
        var rise = new ScriptedFoot().Swing(0.55, 0.2, 0.41);
        var bout = Bouts.Of(
            Bouts.Times(3), GaitView.Sagittal,
            (BodySide.Left, Landmark.Heel, t => new SpacePoint(foot.At(t) + Turned(t).X, 0.03 + Turned(t).Y, 0)),
            (BodySide.Left, Landmark.Toe, t => t is > 0.5 and < 0.9 ? null : new SpacePoint(foot.At(t) + 0.2, 0.03, 0)));
        SpacePoint Turned(double time) => rise.At(time) / 0.2 is var angle ? new SpacePoint(0.2 - (0.2 * Math.Cos(angle)), 0.2 * Math.Sin(angle), 0) : default;

        var swing = Assert.Single(SwingFinder.Find(bout, Bouts.Motion(bout), Bouts.Settings));

        Assert.Equal(foot.FootOff(0), swing.FootOff!.Value.TimeSeconds, 0.01);
    }

    [Fact]
    public void A_foot_that_nearly_stops_within_its_swing_goes_on_in_one()
    {
        // Slow for longer than a foot that brushes the floor, but at rest for a moment only.
        var (first, second) = (new ScriptedFoot().Swing(1, 0.5), new ScriptedFoot().Swing(1.5, 0.7));

        var swing = Assert.Single(Find(t => first.At(t) + second.At(t)));

        Assert.Equal(first.FootOff(0), swing.FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Equal(second.Contact(0), swing.Contact!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
    }

    [Fact]
    public void A_part_that_rests_already_does_not_tell_when_it_came_to_rest()
    {
        // As where one part alone is seen at times: the other one lies quite still.
        var bout = Bouts.Of(Bouts.Times(3), GaitView.Sagittal, Bouts.Level(BodySide.Left, new ScriptedFoot().Swing(1, 1.2).At));
        var foot = Bouts.Motion(bout) with { Heel = [.. bout.TimesSeconds.Select(_ => (double?)0)] };

        Assert.Null(Assert.Single(SwingFinder.Find(bout, foot, Bouts.Settings)).HeelAfterToeSeconds);
    }

    [Fact]
    public void A_short_hole_in_the_middle_of_a_swing_does_not_cut_it()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);

        var swing = Assert.Single(Find(foot.At, t => t is > 1.22 and < 1.28));

        Assert.Equal(foot.FootOff(0), swing.FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Equal(foot.Contact(0), swing.Contact!.Value.TimeSeconds, 1e-6);
    }

    // As where a leg passes behind the other one: heel and toe are gone for longer than a rest, and the ankle tells that the foot goes on.
    [Fact]
    public void A_sole_that_is_long_hidden_in_the_middle_of_a_swing_does_not_make_two_of_it()
    {
        var foot = new ScriptedFoot().Swing(1, 1.2);
        var bout = Bouts.Of(Bouts.Times(3), GaitView.Sagittal, Bouts.Level(BodySide.Left, foot.At));
        var seen = Bouts.Motion(bout);

        var swing = Assert.Single(SwingFinder.Find(
            bout, seen with { SoleSpeeds = [.. seen.SoleSpeeds.Select((speed, i) => bout.TimesSeconds[i] is > 1.18 and < 1.32 ? null : speed)] }, Bouts.Settings));

        // The foot is fastest while its sole is hidden, so that rest is told by a lower peak: half a frame of 120 a second.
        Assert.Equal(foot.FootOff(0), swing.FootOff!.Value.TimeSeconds, 5e-3);
        Assert.Equal(foot.Contact(0), swing.Contact!.Value.TimeSeconds, 5e-3);
    }

    [Fact]
    public void A_swing_that_the_clip_cuts_off_has_one_end()
    {
        var foot = new ScriptedFoot().Swing(-0.25, 1.2).Swing(2.75, 1.2);

        var swings = Find(foot.At);

        Assert.Equal(2, swings.Length);
        Assert.Null(swings[0].FootOff);
        Assert.Equal(foot.Contact(0), swings[0].Contact!.Value.TimeSeconds, 1e-6);
        Assert.Equal(foot.FootOff(1), swings[1].FootOff!.Value.TimeSeconds, ScriptedFoot.CornerSeconds);
        Assert.Null(swings[1].Contact);
    }
}
