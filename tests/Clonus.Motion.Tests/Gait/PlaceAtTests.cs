using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Between two frames a point is on the line between them, unless it was away for too long.</summary>
public class PlaceAtTests
{
    private static readonly WalkBout Bout = Bouts.Of(
        [0, 0.1, 0.15, 0.3, 0.4], GaitView.Sagittal, (BodySide.Left, Landmark.Heel, t => t is > 0.12 and < 0.2 ? null : new SpacePoint(10 * t, 0, 0)));

    private static double? At(double time) => PlaceAt.Time(Bout, Bout.Of(BodySide.Left, Landmark.Heel), time, Bouts.Settings)?.X;

    [Fact]
    public void At_and_between_frames_a_place_is_on_their_line()
    {
        Assert.Equal(1, At(0.1)!.Value, 1e-9);
        Assert.Equal(0.25, At(0.025)!.Value, 1e-9);
        Assert.Equal(3.9, At(0.39)!.Value, 1e-9);
    }

    [Fact]
    public void Across_a_long_hole_and_far_outside_there_is_none()
    {
        Assert.Null(At(0.2));
        Assert.Null(At(0.5));
        Assert.Null(At(-0.2));
        Assert.Equal(4, At(0.44)!.Value, 1e-9);
        Assert.Null(PlaceAt.Time(Bout, Bout.Of(BodySide.Right, Landmark.Heel), 0.1, Bouts.Settings));
    }

    [Fact]
    public void A_range_holds_its_first_time_and_not_its_last()
    {
        double?[] values = [1, 2, null, 4, 5];

        Assert.Equal([(0.1, 2.0), (0.3, 4.0)], PlaceAt.Between(Bout, values, 0.1, 0.4));
        Assert.Equal(3, PlaceAt.Median(Bout, values, 0.1, 0.4));
        Assert.Null(PlaceAt.Median(Bout, values, 0.12, 0.2));
    }

    [Theory]
    [InlineData(0.6, true)]
    [InlineData(0.7, false)]
    public void A_phase_was_seen_when_enough_of_its_frames_were(double share, bool seen)
    {
        Assert.Equal(seen, PlaceAt.IsSeen(Bout, [1, 2, null, 4, 5], 0.1, 0.4, share));
        Assert.False(PlaceAt.IsSeen(Bout, [1, 2, 3, 4, 5], 0.41, 0.5, share));
    }
}
