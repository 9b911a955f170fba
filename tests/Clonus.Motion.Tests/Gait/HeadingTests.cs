using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>People face where they travel, in the sense of their feet; who stays in place faces where the feet point; a turn begins another stretch.</summary>
public class HeadingTests
{
    private const double Leg = 900;

    private static readonly Func<SpacePoint, SpacePoint> Level = p => p with { Z = 0 };

    private static SpacePoint Way(double degrees) => new(Math.Cos(double.DegreesToRadians(degrees)), Math.Sin(double.DegreesToRadians(degrees)), 0);

    // Body and one foot, which points and travels where it is told.
    private static TrackSet Walker(Func<double, double> pointsDegrees, Func<double, SpacePoint> place, double seconds = 6)
    {
        var times = Bouts.Times(seconds, 60);
        MarkerTrack Track(Landmark landmark, Func<double, SpacePoint> of) =>
            new(new MarkerName(BodySide.Left, landmark), "", [.. times.Select(t => (MarkerSample?)new MarkerSample(of(t), 1))]);
        return new TrackSet(times,
        [
            Track(Landmark.Hip, t => place(t) + new SpacePoint(0, 0, Leg)), Track(Landmark.Heel, place),
            Track(Landmark.Toe, t => place(t) + (Way(pointsDegrees(t)) * 180)),
        ]) { IsSpatial = true };
    }

    private static SpacePoint?[] Headings(TrackSet tracks) => Heading.Of(tracks, Level, Leg, Bouts.Settings);

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    [InlineData(180)]
    [InlineData(-123)]
    public void Who_travels_faces_the_way(double degrees)
    {
        // The feet point out by 20 degrees.
        var headings = Headings(Walker(_ => degrees + 20, t => Way(degrees) * (800 * t)));

        Assert.All(headings, h => Assert.Equal(0, h!.Value.DistanceTo(Way(degrees)), 1e-9));
    }

    [Fact]
    public void Who_walks_backward_faces_where_the_feet_point()
    {
        var headings = Headings(Walker(_ => 180, t => Way(0) * (500 * t)));

        Assert.All(headings, h => Assert.Equal(0, h!.Value.DistanceTo(Way(180)), 1e-9));
    }

    [Fact]
    public void On_a_treadmill_the_feet_alone_tell()
    {
        var headings = Headings(Walker(_ => 40, t => Way(40) * (60 * Math.Sin(6 * t))));

        Assert.All(headings, h => Assert.Equal(0, h!.Value.DistanceTo(Way(40)), 1e-9));
    }

    [Fact]
    public void Without_feet_and_without_travel_nothing_tells()
    {
        var times = Bouts.Times(2, 60);
        var hip = new MarkerTrack(new MarkerName(BodySide.Left, Landmark.Hip), "", [.. times.Select(_ => (MarkerSample?)new MarkerSample(new SpacePoint(1, 2, 3), 1))]);

        Assert.All(Heading.Of(new TrackSet(times, [hip]), Level, Leg, Bouts.Settings), h => Assert.Null(h));
    }

    [Fact]
    public void A_knee_that_bends_tells_where_no_foot_has_two_markers()
    {
        var times = Bouts.Times(2, 60);
        MarkerTrack Track(Landmark landmark, SpacePoint place) => new(new MarkerName(BodySide.Right, landmark), "", [.. times.Select(_ => (MarkerSample?)new MarkerSample(place, 1))]);
        var leg = new TrackSet(times, [Track(Landmark.Hip, new(0, 0, 900)), Track(Landmark.Knee, new(0, -60, 480)), Track(Landmark.Ankle, new(0, 0, 80))]);

        Assert.All(Heading.Of(leg, Level, Leg, Bouts.Settings), h => Assert.Equal(0, h!.Value.DistanceTo(Way(-90)), 1e-9));
    }

    [Fact]
    public void Who_turns_back_walks_in_two_stretches_of_opposite_headings()
    {
        var headings = Headings(Walker(t => t < 3 ? 0 : 180, t => Way(0) * (800 * (t < 3 ? t : 6 - t))));

        var stretches = HeadingStretches.Cut(headings, 30).ToArray();

        Assert.Equal(2, stretches.Length);
        Assert.Equal(0, stretches[0].Ahead.DistanceTo(Way(0)), 1e-6);
        Assert.Equal(0, stretches[1].Ahead.DistanceTo(Way(180)), 1e-6);
        Assert.Equal((0, headings.Length), (stretches[0].First, stretches[1].End));
        Assert.Equal(stretches[0].End, stretches[1].First);
        Assert.InRange(stretches[1].First / 60.0, 2.5, 3.5);
    }

    [Theory]
    [InlineData(25, 1)]
    [InlineData(35, 2)]
    public void A_bend_is_a_turn_from_thirty_degrees_on(double degrees, int stretches)
    {
        var way = Enumerable.Range(0, 200).Select(i => (SpacePoint?)Way(i < 100 ? 0 : degrees)).ToArray();

        Assert.Equal(stretches, HeadingStretches.Cut(way, 30).Count());
    }

    [Fact]
    public void Frames_without_a_heading_belong_to_the_stretch_before_them()
    {
        ImmutableArray<SpacePoint?> way = [null, Way(0), null, Way(10), null, Way(180), null];

        var stretches = HeadingStretches.Cut(way, 30).ToArray();

        Assert.Equal([(0, 5), (5, 7)], stretches.Select(s => (s.First, s.End)));
        Assert.Equal(0, stretches[0].Ahead.DistanceTo(Way(5)), 1e-9);
        Assert.Empty(HeadingStretches.Cut([null, null], 30));
    }
}
