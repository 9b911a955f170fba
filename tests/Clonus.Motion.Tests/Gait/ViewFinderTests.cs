using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>From the side a foot is long and the legs pass each other, from the front neither.</summary>
public class ViewFinderTests
{
    private static TrackSet Filmed(double turnedDegrees, params Landmark[] landmarks)
    {
        // From far away: no perspective.
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(turnedDegrees));
        return new PacedWalker().Tracks((_, _, p) => new SpacePoint(300 * ((p.X * cos) + (p.Z * sin)), -300 * p.Y, 0), false, 60, landmarks);
    }

    [Theory]
    [InlineData(0, GaitView.Sagittal)]
    [InlineData(180, GaitView.Sagittal)]
    [InlineData(40, GaitView.Sagittal)]
    [InlineData(90, GaitView.Frontal)]
    [InlineData(-75, GaitView.Frontal)]
    public void A_foot_that_is_long_in_the_picture_is_seen_from_the_side(double degrees, GaitView view) =>
        Assert.Equal(view, ViewFinder.Of(Filmed(degrees, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe), Bouts.Settings));

    [Theory]
    [InlineData(0, GaitView.Sagittal)]
    [InlineData(180, GaitView.Sagittal)]
    [InlineData(90, GaitView.Frontal)]
    public void Legs_that_pass_each_other_are_where_no_foot_has_two_markers(double degrees, GaitView view) =>
        Assert.Equal(view, ViewFinder.Of(Filmed(degrees, Landmark.Hip, Landmark.Knee, Landmark.Ankle), Bouts.Settings));

    [Fact]
    public void Without_feet_and_without_a_length_no_view_is_told()
    {
        Assert.Null(ViewFinder.Of(Filmed(0, Landmark.Hip, Landmark.Knee), Bouts.Settings));
        Assert.Null(ViewFinder.Of(Filmed(0, Landmark.Ankle), Bouts.Settings));
    }

    [Fact]
    public void A_plane_whose_lengths_are_known_is_still_a_picture()
    {
        var tracks = Filmed(0, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe);
        var plane = new TrackSet(tracks.FrameTimesSeconds, tracks.Markers) { IsSpatial = true };

        Assert.Equal(GaitView.Sagittal, WalkBouts.Find(plane, plane, Bouts.Settings).View);
        Assert.Equal(300, WalkBouts.Find(plane, plane, Bouts.Settings).Bouts.Single().LegMillimetres!.Value, 1e-6);
    }

    [Theory]
    [InlineData(GaitView.Sagittal)]
    [InlineData(GaitView.Frontal)]
    public void A_view_that_is_given_is_taken(GaitView view)
    {
        var tracks = Filmed(50, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe);

        Assert.Equal(view, WalkBouts.Find(tracks, tracks, Bouts.Settings with { View = view }).View);
    }
}
