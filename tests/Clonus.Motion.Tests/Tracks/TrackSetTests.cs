using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Tracks;

public class TrackSetTests
{
    private static readonly MarkerTrack Point = new(MarkerName.Point, "red", [new MarkerSample(default, 1), null]);

    [Fact]
    public void Times_must_rise()
    {
        Assert.Throws<ArgumentException>(() => new TrackSet([0.0, 0.0], []));
        Assert.Throws<ArgumentException>(() => new TrackSet([0.0, double.NaN], []));
    }

    [Fact]
    public void Tracks_are_as_long_as_the_times_and_named_once()
    {
        Assert.Throws<ArgumentException>(() => new TrackSet([0.0], [Point]));
        Assert.Throws<ArgumentException>(() => new TrackSet([0.0, 1], [Point, Point]));
        Assert.Throws<ArgumentException>(() => new TrackSet([0.0, 1], [Point], camera: [CameraPose.Still]));
        Assert.Empty(new TrackSet([0.0, 1], [Point]).Camera);
        Assert.Equal(0.5, new TrackSet([0.0, 1], [Point]).Markers[0].VisibleRatio);
    }

    [Fact]
    public void A_time_range_cannot_be_reversed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeRange(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeRange(double.NaN, 1));
        Assert.True(new TimeRange(1, 2).Contains(1));
        Assert.False(new TimeRange(1, 2).Contains(2));
    }
}
