using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>What must not change a walk: when the clip begins, how large the picture is, which way the person goes, where the laboratory's axes point, how fast the camera is.</summary>
public class GaitInvarianceTests
{
    private static readonly WalkScript Script = SimulatedWalks.Script(0.8, fps: 60, patterns: new WalkPattern(WalkPatternName.StiffKnee, 1.6));
    private static readonly TrackSet Room = SimulatedWalks.InRoom(Script);
    private static readonly TrackSet Side = SimulatedWalks.InPicture(SimulatedWalks.Script(0.8, fps: 60, treadmill: true, patterns: new WalkPattern(WalkPatternName.StiffKnee, 1.6)));
    private static readonly GaitFindings InRoom = SimulatedWalks.Gait(Room);
    private static readonly GaitFindings FromTheSide = SimulatedWalks.Gait(Side);

    private static readonly Func<Stride, double?>[] Measures =
    [
        s => s.StrideSeconds, s => s.StanceSeconds, s => s.DoubleSupportSeconds, s => s.StepSeconds, s => s.StrideLengthLegs, s => s.StepLengthLegs, s => s.StepBeyondFeet,
        s => s.HipFlexionMaxDegrees, s => s.KneeStanceDegrees, s => s.KneeSwingDegrees, s => s.FootAngleAtContactDegrees, s => s.AnkleMidSwingDegrees, s => s.TrunkBackDegrees,
        s => s.LateralLegs, s => s.LateralApexShare, s => s.StepWidthLegs, s => s.PelvisRiseDegrees, s => s.ToeClearanceLegs, s => s.HeelRiseLegs,
    ];

    private static void AssertSame(GaitFindings expected, GaitFindings gait, Func<BodySide, BodySide>? side = null, double shift = 0, double tolerance = 1e-6)
    {
        side ??= s => s;
        Assert.Equal(GaitStatus.Walking, expected.Status);
        Assert.Equal(expected.Status, gait.Status);
        Assert.True(expected.Strides.Length >= 8);
        Assert.Equal(expected.Events.Length, gait.Events.Length);
        Assert.Equal(expected.Strides.Length, gait.Strides.Length);
        foreach (var (e, g) in expected.Events.OrderBy(e => e.TimeSeconds).Zip(gait.Events.OrderBy(e => e.TimeSeconds)))
        {
            Assert.Equal((side(e.Side), e.Kind, e.FirstPart, e.Disagrees), (g.Side, g.Kind, g.FirstPart, g.Disagrees));
            Assert.Equal(e.TimeSeconds + shift, g.TimeSeconds, tolerance);
        }

        foreach (var (e, g) in expected.Strides.OrderBy(s => s.StartSeconds).Zip(gait.Strides.OrderBy(s => s.StartSeconds)))
        {
            Assert.Equal((side(e.Side), e.Rejected), (g.Side, g.Rejected));
            Assert.All(Measures.Index(), m =>
            {
                Assert.Equal((m.Index, m.Item(e) is null), (m.Index, m.Item(g) is null));
                Assert.Equal(m.Item(e) ?? 0, m.Item(g) ?? 0, tolerance * 100);
            });
        }

        foreach (var pattern in expected.Patterns)
        {
            var other = gait.Patterns.Single(p => p.Name == pattern.Name && p.Side == (pattern.Side is { } own ? side(own) : null));
            Assert.Equal((pattern.Name, pattern.Verdict, pattern.StridesShowing, pattern.StridesAssessed), (other.Name, other.Verdict, other.StridesShowing, other.StridesAssessed));
        }
    }

    [Theory]
    [InlineData(12.3457)]
    [InlineData(3600)]
    public void When_the_clip_begins_does_not_matter(double shift)
    {
        AssertSame(InRoom, SimulatedWalks.Gait(SimulatedWalks.Map(Room, time: t => t + shift)), shift: shift);
        AssertSame(FromTheSide, SimulatedWalks.Gait(SimulatedWalks.Map(Side, time: t => t + shift)), shift: shift);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void How_large_the_picture_is_does_not_matter(double factor)
    {
        var larger = SimulatedWalks.Map(Side, p => p * factor);
        var settings = Bouts.Settings with { PictureCentre = new ImagePoint(639.5 * factor, 359.5 * factor) };

        AssertSame(Without(FromTheSide), GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(larger, larger, settings), [], settings, Bouts.Policy));

        // Clonus has a gate in degrees and is looked for elsewhere.
        static GaitFindings Without(GaitFindings gait) => gait with { Patterns = [.. gait.Patterns.Where(p => p.Name is not (PatternName.ClonusInStance or PatternName.ClonusInSwing))] };
    }

    [Fact]
    public void Who_walks_the_other_way_walks_alike()
    {
        var gait = SimulatedWalks.Gait(SimulatedWalks.Map(Side, p => p with { X = 1279 - p.X }));

        AssertSame(FromTheSide, gait);
        Assert.Equal((GaitDirection.Right, GaitDirection.Left), (FromTheSide.Direction, gait.Direction));
    }

    [Fact]
    public void In_a_mirror_left_and_right_change_and_nothing_else()
    {
        MarkerName Swapped(MarkerName name) => name with { Side = name.Side.Opposite };

        AssertSame(FromTheSide, SimulatedWalks.Gait(SimulatedWalks.Map(Side, p => p with { X = 1279 - p.X }, name: Swapped)), side => side.Opposite);
        AssertSame(InRoom, SimulatedWalks.Gait(SimulatedWalks.Map(Room, p => p with { Y = -p.Y }, name: Swapped)), side => side.Opposite);
    }

    [Theory]
    [InlineData(LabUp.Z, 37)]
    [InlineData(LabUp.Z, 180)]
    [InlineData(LabUp.Y, 0)]
    [InlineData(LabUp.Y, 251)]
    public void How_the_laboratorys_axes_lie_does_not_matter(LabUp up, double degrees) => AssertSame(InRoom, SimulatedWalks.Gait(SimulatedWalks.InRoom(Script, new LabAxes(up, degrees))));

    [Fact]
    public void Where_its_origin_lies_does_not_matter() => AssertSame(InRoom, SimulatedWalks.Gait(SimulatedWalks.Map(Room, p => p + new SpacePoint(-2e5, 1e5, 3e4))), tolerance: 1e-5);

    [Fact]
    public void Twice_the_frame_rate_gives_the_same_walk()
    {
        var script = SimulatedWalks.Script(0.8, fps: 120, patterns: new WalkPattern(WalkPatternName.StiffKnee, 1.6));

        AssertNear(InRoom, SimulatedWalks.Gait(SimulatedWalks.InRoom(script)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(29)]
    public void Frames_that_are_dropped_one_by_one_move_no_event_by_more_than_the_step_that_they_leave(int every)
    {
        foreach (var (tracks, expected) in new[] { (Room, InRoom), (Side, FromTheSide) })
        {
            int[] kept = [.. Enumerable.Range(0, tracks.FrameCount).Where(i => i % every != 1)];
            var dropped = new TrackSet([.. kept.Select(i => tracks.FrameTimesSeconds[i])], [.. tracks.Markers.Select(m => m with { Samples = [.. kept.Select(i => m.Samples[i])] })]) { IsSpatial = tracks.IsSpatial };

            // The longest step between two frames is then two of the clip's.
            AssertNear(expected, SimulatedWalks.Gait(dropped), withinSeconds: 2 / 60.0);
        }
    }

    private static void AssertNear(GaitFindings expected, GaitFindings gait, double withinSeconds = 1 / 60.0)
    {
        Assert.Equal(expected.Events.Select(e => (e.Side, e.Kind)), gait.Events.Select(e => (e.Side, e.Kind)));
        Assert.All(expected.Events.Zip(gait.Events), p => Assert.Equal(p.First.TimeSeconds, p.Second.TimeSeconds, withinSeconds));

        // A stride more or less may be assessed, but what both can tell is the same.
        Assert.All(expected.Patterns.Zip(gait.Patterns).Where(p => p.First.Verdict != PatternVerdict.NotAssessable && p.Second.Verdict != PatternVerdict.NotAssessable), p => Assert.Equal((p.First.Name, p.First.Side, p.First.Verdict), (p.Second.Name, p.Second.Side, p.Second.Verdict)));
    }
}
