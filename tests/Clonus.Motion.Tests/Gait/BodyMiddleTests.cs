using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>The body's own way is a straight line over more than a stride, so that its sway is not taken for it.</summary>
public class BodyMiddleTests
{
    private static readonly double[] Times = [.. Bouts.Times(10, 60)];

    private static (SpacePoint Place, SpacePoint PerSecond)?[] Way(Func<double, SpacePoint?> place, double half = 1.5) => BodyMiddle.Way(Times, [.. Times.Select(place)], half);

    [Fact]
    public void An_even_way_is_where_it_is_and_as_fast_as_it_is_to_the_clips_ends()
    {
        var way = Way(t => new SpacePoint(1e5 + (1000 * t), -3e4 - (20 * t), 1000));

        Assert.All(way.Index(), w =>
        {
            Assert.Equal(0, w.Item!.Value.Place.DistanceTo(new SpacePoint(1e5 + (1000 * Times[w.Index]), -3e4 - (20 * Times[w.Index]), 1000)), 1e-5);
            Assert.Equal(0, w.Item!.Value.PerSecond.DistanceTo(new SpacePoint(1000, -20, 0)), 1e-5);
        });
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.2)]
    [InlineData(1.6)]
    [InlineData(2.0)]
    [InlineData(2.2)]
    public void The_sway_of_a_stride_is_taken_off(double strideSeconds)
    {
        // 30 mm to both sides once in a stride.
        var way = Way(t => new SpacePoint(1000 * t, 30 * Math.Sin(2 * Math.PI * t / strideSeconds), 0), Bouts.Settings.WayHalfWindowSeconds);

        Assert.All(way[150..^150], w => Assert.InRange(w!.Value.Place.Y, -1.6, 1.6));
    }

    [Fact]
    public void A_hole_is_on_the_line_of_what_is_seen_around_it_and_too_long_a_one_is_not()
    {
        var way = Way(t => t is > 3 and < 7 ? null : new SpacePoint(1000 * t, 0, 0));

        Assert.Equal(4000, way[240]!.Value.Place.X, 1e-6);
        Assert.Null(way[300]);
    }

    [Fact]
    public void The_pelvis_is_the_middle_and_the_next_pair_where_it_is_not_marked()
    {
        var tracks = new PacedWalker { HalfWidth = 0.1 }.InRoom(p => p + new SpacePoint(0, 70, 0));
        TrackSet Without(params Landmark[] landmarks) => new(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => !landmarks.Contains(m.Name.Landmark))]);

        Assert.All(BodyMiddle.Places(tracks, 10, 20), p => Assert.Equal(70, p!.Value.Y, 1e-9));
        Assert.All(BodyMiddle.Places(Without(Landmark.Hip), 10, 20), p => Assert.Equal(1700 * 0.9, p!.Value.Z, 1e-9));
        Assert.All(BodyMiddle.Places(Without(Landmark.Hip, Landmark.Shoulder, Landmark.Knee), 0, 10), p => Assert.Equal(90, p!.Value.Z, 1e-9));
    }

    [Fact]
    public void One_side_alone_has_no_middle()
    {
        var tracks = new PacedWalker().InRoom();

        Assert.All(BodyMiddle.Places(new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Side == BodySide.Left)]), 0, 5), p => Assert.Null(p));
    }
}
