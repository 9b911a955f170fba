using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>From the side the far leg is smaller and shifted against the near one, and yet a step is as long as it is.</summary>
public class SideWalkTests
{
    private static readonly GaitSettings Settings = Bouts.Settings with { PictureCentre = PacedWalker.Centre.InPicture };

    [Theory]
    [InlineData(BodySide.Right, GaitDirection.Right)]
    [InlineData(BodySide.Left, GaitDirection.Left)]
    public void Both_legs_are_brought_to_one_size_and_one_place_whichever_way_they_go(BodySide walksTo, GaitDirection direction)
    {
        var walker = new PacedWalker();
        var tracks = walker.FromTheSide(walksTo);

        var bout = Assert.Single(SideWalk.Bouts(tracks, tracks, Settings));

        Assert.Equal(direction, bout.Direction);
        Assert.Equal(GaitView.Sagittal, bout.View);
        Assert.Null(bout.LegMillimetres);
        foreach (var (name, places) in bout.Points)
        {
            Assert.All(places.Index().Where(p => p.Item is not null), p =>
            {
                var expected = walker.At(name, bout.TimesSeconds[p.Index]) - new SpacePoint(3, 0.9, 0);
                Assert.Equal(expected.X, p.Item!.Value.X, 1e-6);
                Assert.Equal(expected.Y, p.Item!.Value.Y, 1e-6);
                Assert.Equal(0, p.Item!.Value.Z);
            });
        }
    }

    [Theory]
    [InlineData(BodySide.Right)]
    [InlineData(BodySide.Left)]
    public void A_step_is_as_long_as_it_is_off_the_middle_of_the_picture_too(BodySide walksTo)
    {
        var walker = new PacedWalker(leftStepLegs: 0.45);
        var tracks = walker.FromTheSide(walksTo);

        var strides = GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(tracks, tracks, Settings), [], Settings, Bouts.Policy).Strides;

        Assert.Equal(2 * (walker.Strides - 1), strides.Length);
        Assert.All(strides, s => Assert.Equal((s.Side == BodySide.Left ? 0.45 : 0.75) - walker.Foot(s.Side).LeftOver(0), s.StepLengthLegs!.Value, 1e-4));
    }

    [Fact]
    public void The_leg_that_was_near_is_far_on_the_way_back_and_a_step_is_as_long()
    {
        var tracks = PacedWalker.ThereAndBack();

        var strides = GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(tracks, tracks, Settings), [], Settings, Bouts.Policy).Strides.Where(s => s.Rejected is null).ToArray();

        Assert.Equal(20, strides.Length);
        Assert.All(strides, s => Assert.Equal(0.6 - 0.00625, s.StepLengthLegs!.Value, 0.005));
    }

    [Fact]
    public void A_camera_that_follows_the_walker_is_taken_off()
    {
        var walker = new PacedWalker();
        var steady = walker.FromTheSide(BodySide.Right);
        var seen = new TrackSet(steady.FrameTimesSeconds, [.. steady.Markers.Select(m => m with
        {
            Samples = [.. m.Samples.Select((s, i) => s is { } x ? x with { Position = x.Position - new SpacePoint(300 * steady.FrameTimesSeconds[i], 0, 0) } : (MarkerSample?)null)],
        })]);

        var bout = Assert.Single(SideWalk.Bouts(seen, steady, Settings));

        Assert.Equal(GaitDirection.Right, bout.Direction);
        Assert.Equal(walker.Speed, bout.TravelLegsPerSecond(), 0.06);
    }

    [Fact]
    public void Without_any_length_there_is_no_walk()
    {
        var tracks = new PacedWalker().FromTheSide(BodySide.Right);
        var ankles = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Landmark == Landmark.Ankle)]);

        Assert.Empty(SideWalk.Bouts(ankles, ankles, Settings));
    }
}
