using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>The figures of a walk follow from its script: pace, speed, phases, symmetry.</summary>
public class GaitSummaryTests
{
    private static GaitFindings Analyze(TrackSet tracks, GaitSettings? settings = null) =>
        GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(tracks, tracks, settings ?? Bouts.Settings), [], settings ?? Bouts.Settings, Bouts.Policy);

    [Fact]
    public void In_a_room_all_figures_are_those_of_the_script()
    {
        var gait = Analyze(new PacedWalker(leftStepLegs: 0.5, leftLaterSeconds: 0.55).InRoom());

        Assert.Equal(GaitStatus.Walking, gait.Status);
        Assert.Null(gait.Reason);
        Assert.Equal(GaitView.Spatial, gait.View);
        Assert.False(gait.Treadmill);
        Assert.Null(gait.Direction);
        Assert.Equal(100, gait.CadencePerMinute!.Value, 1e-3);
        Assert.Equal(1, gait.SpeedLegsPerSecond!.Value, 1e-4);
        Assert.Equal(900, gait.SpeedMillimetresPerSecond!.Value, 0.1);
        Assert.Equal(900, gait.LegLengthMillimetres!.Value, 1e-6);
        Assert.Equal((5, 5), (gait.StridesLeft, gait.StridesRight));

        // Contact lies within a swing of 0.5 s by an eighth of a ramp: 0.475 s of 1.2 s, and both feet stand for twice 0.125 s.
        Assert.Equal(0.725 / 1.2, gait.StanceRatioLeft!.Value, ScriptedFoot.CornerSeconds);
        Assert.Equal(0.725 / 1.2, gait.StanceRatioRight!.Value, ScriptedFoot.CornerSeconds);
        Assert.Equal(0.25 / 1.2, gait.DoubleSupportRatio!.Value, 2 * ScriptedFoot.CornerSeconds);
        Assert.Equal((0.5 - 0.00625) / (0.7 - 0.00625), gait.StepLengthRatio!.Value, 1e-3);
        Assert.Equal((0.7 - 0.00625) / (0.5 - 0.00625), gait.Symmetry!.StepLengthRatio!.Value, 1e-3);
        Assert.Equal(0.65 / 0.55, gait.Symmetry.StepTimeRatio!.Value, 1e-3);
        Assert.Equal(1, gait.Symmetry.StanceTimeRatio!.Value, 1e-3);
        Assert.Equal(1, gait.Symmetry.SwingTimeRatio!.Value, 1e-3);
        Assert.NotEmpty(gait.Symmetry.Formula);
        Assert.Equal(0, gait.FloorSlopeDegrees!.Value, 1e-6);
    }

    [Fact]
    public void On_a_treadmill_the_speed_is_the_belts()
    {
        var gait = Analyze(new PacedWalker { BeltLegsPerSecond = 1 }.InRoom());

        Assert.True(gait.Treadmill);
        Assert.Equal(1, gait.SpeedLegsPerSecond!.Value, 1e-3);
        Assert.Equal(100, gait.CadencePerMinute!.Value, 1e-3);
        Assert.Equal((5, 5), (gait.StridesLeft, gait.StridesRight));
        Assert.Null(gait.FloorSlopeDegrees);
    }

    [Theory]
    [InlineData(BodySide.Right, GaitDirection.Right)]
    [InlineData(BodySide.Left, GaitDirection.Left)]
    public void A_picture_tells_no_millimetres_but_where_to_and_how_fast_in_legs(BodySide walksTo, GaitDirection direction)
    {
        var gait = Analyze(new PacedWalker().FromTheSide(walksTo), Bouts.Settings with { PictureCentre = PacedWalker.Centre.InPicture });

        Assert.Equal((GaitView.Sagittal, direction), (gait.View, gait.Direction));
        Assert.Equal(1, gait.SpeedLegsPerSecond!.Value, 1e-4);
        Assert.Null(gait.SpeedMillimetresPerSecond);
        Assert.Null(gait.LegLengthMillimetres);
        Assert.Equal(1, gait.StepLengthRatio!.Value, 1e-4);
    }

    [Fact]
    public void There_and_back_is_both_directions_and_the_turn_is_no_stride()
    {
        var gait = Analyze(PacedWalker.ThereAndBack(), Bouts.Settings with { PictureCentre = PacedWalker.Centre.InPicture });

        Assert.Equal(GaitDirection.Both, gait.Direction);
        Assert.Equal((10, 10), (gait.StridesLeft, gait.StridesRight));
        Assert.Equal(2, gait.Strides.Count(s => s.Rejected == StrideBuilder.Turn));
    }

    [Fact]
    public void Every_stride_that_counts_is_in_the_curves()
    {
        var gait = Analyze(new PacedWalker().InRoom());

        Assert.Equal([(BodySide.Left, 5), (BodySide.Right, 5)], gait.Cycles.Select(c => (c.Side, c.Strides)));

        // Legs that are straight rods.
        Assert.All(gait.Cycles, c => Assert.All(c.KneeDegrees, k => Assert.Equal(0, k!.Value, 1e-6)));
    }

    [Fact]
    public void From_the_front_strides_are_counted_and_their_phases_are_not_compared()
    {
        var gait = SimulatedWalks.Gait(SimulatedWalks.InPicture(SimulatedWalks.Script(view: WalkView.Front, treadmill: true)));

        Assert.Equal((GaitView.Frontal, GaitStatus.Walking), (gait.View, gait.Status));
        Assert.NotNull(gait.CadencePerMinute);
        Assert.All(gait.Events, e => Assert.InRange(e.UncertaintySeconds, Bouts.Settings.FrontalErrorSeconds, 1));
        Assert.All(
            new[] { gait.StanceRatioLeft, gait.StanceRatioRight, gait.DoubleSupportRatio, gait.Symmetry!.StanceTimeRatio, gait.Symmetry.SwingTimeRatio, gait.Symmetry.StepTimeRatio },
            ratio => Assert.Null(ratio));
    }
}
