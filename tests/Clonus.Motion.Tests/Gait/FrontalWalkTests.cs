using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Towards the camera or away from it the body grows or shrinks, and what is sideways and up stays what it is in legs.</summary>
public class FrontalWalkTests
{
    private const double Focal = 1500;

    // Ten legs from the camera to where the walk begins or ends; approaching, the person's right is the picture's left.
    private static TrackSet Filmed(PacedWalker walker, bool approaches, double fps = 60) => walker.Tracks(
        (_, _, p) =>
        {
            var depth = approaches ? 14 - p.X : 5 + p.X;
            return new SpacePoint(960 + ((approaches ? -1 : 1) * Focal * p.Z / depth), 540 - (Focal * (p.Y - 0.9) / depth), 0);
        },
        false, fps, Landmark.Hip, Landmark.Knee, Landmark.Ankle);

    [Theory]
    [InlineData(true, GaitDirection.Towards)]
    [InlineData(false, GaitDirection.Away)]
    public void Which_way_the_person_goes_is_told_by_which_side_the_left_leg_is_on(bool approaches, GaitDirection direction)
    {
        var tracks = Filmed(new PacedWalker(), approaches);

        var bout = Assert.Single(FrontalWalk.Bouts(tracks, tracks, Bouts.Settings));

        Assert.Equal(direction, bout.Direction);
        Assert.Equal(GaitView.Frontal, bout.View);
        Assert.False(bout.ShowsSagittal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_sideways_is_as_wide_near_the_camera_as_far_from_it(bool approaches)
    {
        var tracks = Filmed(new PacedWalker { HalfWidth = 0.12 }, approaches);

        var bout = FrontalWalk.Bouts(tracks, tracks, Bouts.Settings).Single();

        // The hips go evenly at the body's own depth; a leg that is never quite straight looks a little short.
        Assert.All(bout.Of(BodySide.Right, Landmark.Hip)!.Value, p => Assert.Equal(0.12, p!.Value.Z, 0.012));
        Assert.All(bout.Of(BodySide.Left, Landmark.Hip)!.Value, p => Assert.Equal(-0.12, p!.Value.Z, 0.012));
        Assert.All(bout.Of(BodySide.Right, Landmark.Hip)!.Value, p => Assert.Equal(0, p!.Value.X));
    }

    [Fact]
    public void A_leg_is_of_length_one_wherever_it_is_straight()
    {
        var tracks = Filmed(new PacedWalker(), true);

        var bout = FrontalWalk.Bouts(tracks, tracks, Bouts.Settings).Single();

        var lengths = bout.Of(BodySide.Left, Landmark.Hip)!.Value.Zip(bout.Of(BodySide.Left, Landmark.Ankle)!.Value, (h, a) => h!.Value.DistanceTo(a!.Value)).ToArray();
        Assert.InRange(lengths.Max(), 0.95, 1.1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_are_counted_and_timed_to_a_tenth_of_a_second(bool approaches)
    {
        var walker = new PacedWalker { LiftLegs = 0.15 };
        var tracks = Filmed(walker, approaches);

        var walked = GaitEventDetector.Detect(FrontalWalk.Bouts(tracks, tracks, Bouts.Settings).Single(), Bouts.Settings);

        foreach (var side in new[] { BodySide.Left, BodySide.Right })
        {
            var swings = walked.Of(side)!.Swings;
            Assert.Equal(walker.Strides, swings.Length);
            for (var k = 0; k < walker.Strides; k++)
            {
                // The script lifts the whole foot at once, fastest after this share of half a second; people's feet rise fastest as they leave.
                Assert.Equal(walker.Foot(side).FootOff(k) + (0.5 * (3 - Math.Sqrt(3)) / 6), swings[k].FootOff!.Value.TimeSeconds, 0.03);
                Assert.Equal(walker.Foot(side).Contact(k), swings[k].Contact!.Value.TimeSeconds, 0.1);
            }
        }
    }

    [Fact]
    public void Shanks_give_the_size_where_no_hip_is_marked()
    {
        var tracks = Filmed(new PacedWalker(), true);
        var low = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Landmark != Landmark.Hip)]);

        var bout = FrontalWalk.Bouts(low, low, Bouts.Settings).Single();

        Assert.InRange(bout.Of(BodySide.Right, Landmark.Knee)!.Value.Average(p => p!.Value.Z), 0.09, 0.115);
    }

    [Fact]
    public void One_leg_alone_does_not_tell_front_from_back()
    {
        var tracks = Filmed(new PacedWalker(), true);
        var right = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Side == BodySide.Right)]);

        Assert.Empty(FrontalWalk.Bouts(right, right, Bouts.Settings));
    }

    [Fact]
    public void There_and_back_the_right_leg_stays_on_the_right()
    {
        var (to, back) = (Filmed(new PacedWalker { LiftLegs = 0.15 }, true), Filmed(new PacedWalker { LiftLegs = 0.15 }, false));
        var shift = to.FrameTimesSeconds[^1] + (1 / 60.0);
        var tracks = new TrackSet(
            [.. to.FrameTimesSeconds, .. back.FrameTimesSeconds.Select(t => t + shift)],
            [.. to.Markers.Select(m => m with { Samples = [.. m.Samples, .. back.Find(m.Name.Side, m.Name.Landmark)!.Samples] })]);
        var settings = Bouts.Settings with { View = GaitView.Frontal };

        var steps = GaitAnalyzer.FindSteps(tracks, tracks, settings);
        var gait = GaitAnalyzer.Analyze(steps, [], settings, Bouts.Policy);

        Assert.Equal([GaitDirection.Towards, GaitDirection.Away], steps.Bouts.Select(b => b.Bout.Direction!.Value));
        Assert.Equal(to.FrameCount, steps.Bouts[1].Bout.FirstFrame);
        Assert.Equal(GaitDirection.Both, gait.Direction);
        Assert.Equal((10, 10), (gait.StridesLeft, gait.StridesRight));

        // Feet 0.2 legs apart; the one that lands is nearer to the camera than the body, or further off.
        Assert.All(gait.Strides.Where(s => s.Rejected is null), s => Assert.Equal(0.2, s.StepWidthLegs!.Value, 0.02));
        Assert.All(gait.Patterns.Where(p => p.Name == PatternName.Scissoring), p => Assert.Equal(0, p.StridesShowing));
    }
}
