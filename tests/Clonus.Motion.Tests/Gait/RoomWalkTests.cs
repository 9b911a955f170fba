using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>However a laboratory's axes lie, a walk is the same in the body's own: x ahead, y up, z to the right, in legs.</summary>
public class RoomWalkTests
{
    public static TheoryData<string> Labs() => [.. Axes.Keys];

    private static readonly Dictionary<string, Func<SpacePoint, SpacePoint>> Axes = new()
    {
        ["z up"] = p => p,
        ["y up"] = p => new SpacePoint(p.X, p.Z, -p.Y),
        ["x up"] = p => new SpacePoint(p.Z, p.X, p.Y),
        ["z down"] = p => new SpacePoint(p.X, -p.Y, -p.Z),
        ["turned by 37 degrees"] = p => Turned(p, 37),
        ["turned by 90 degrees"] = p => Turned(p, 90),
        ["turned back"] = p => Turned(p, 180),
        ["turned by 250 degrees, y up"] = p => Turned(p, 250) is var q ? new SpacePoint(q.X, q.Z, -q.Y) : default,
        ["left-handed"] = p => new SpacePoint(p.X, -p.Y, p.Z),
        ["left-handed, y up"] = p => new SpacePoint(p.X, p.Z, p.Y),
        ["a hundred metres from its origin"] = p => p + new SpacePoint(1e5, -1e5, 1e5),
    };

    private static SpacePoint Turned(SpacePoint p, double degrees)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(degrees));
        return new SpacePoint((p.X * cos) - (p.Y * sin), (p.X * sin) + (p.Y * cos), p.Z);
    }

    [Theory]
    [MemberData(nameof(Labs))]
    public void The_axes_of_the_laboratory_do_not_matter(string lab)
    {
        var walker = new PacedWalker();

        var bout = Assert.Single(RoomWalk.Bouts(walker.InRoom(Axes[lab]), GaitView.Spatial, Bouts.Settings));

        Assert.Equal(900, bout.LegMillimetres!.Value, 1e-6);
        foreach (var (name, places) in bout.Points)
        {
            // Ahead and up count from the laboratory's own origin, sideways from the body.
            var origin = places[0]!.Value - walker.At(name, 0);
            Assert.All(places.Index(), p =>
            {
                var expected = walker.At(name, bout.TimesSeconds[p.Index]);
                Assert.Equal(expected.X + origin.X, p.Item!.Value.X, 1e-6);
                Assert.Equal(expected.Y + origin.Y, p.Item!.Value.Y, 1e-6);
                Assert.Equal(expected.Z, p.Item!.Value.Z, 1e-6);
            });
        }
    }

    [Fact]
    public void There_and_back_are_two_stretches_and_right_stays_right()
    {
        var walker = new PacedWalker(strides: 5);
        var (there, back) = (walker.InRoom(), walker.InRoom(p => Turned(p, 180) + new SpacePoint(5000, 0, 0)));
        var shift = there.FrameTimesSeconds[^1] + (1 / 120.0);
        var tracks = new TrackSet(
            [.. there.FrameTimesSeconds, .. back.FrameTimesSeconds.Select(t => t + shift)],
            [.. there.Markers.Select(m => m with { Samples = [.. m.Samples, .. back.Find(m.Name.Side, m.Name.Landmark)!.Samples] })]) { IsSpatial = true };

        var bouts = RoomWalk.Bouts(tracks, GaitView.Spatial, Bouts.Settings);

        Assert.Equal(2, bouts.Length);
        Assert.All(bouts, bout =>
        {
            Assert.Equal(walker.Speed, bout.TravelLegsPerSecond(), 0.05);
            Assert.True(bout.Of(BodySide.Right, Landmark.Ankle)!.Value[200]!.Value.Z > 0.05);
        });
    }

    [Fact]
    public void Sideways_counts_from_where_the_body_goes_on_a_way_that_bends()
    {
        // Along a circle of 20 m: in its middle a foot lies 10 cm beside the body as on a straight way.
        const double Radius = 20000;
        var bout = RoomWalk.Bouts(
            new PacedWalker().InRoom(p => new SpacePoint((Radius + p.Y) * Math.Sin(p.X / Radius), (Radius + p.Y) * Math.Cos(p.X / Radius), p.Z)), GaitView.Spatial, Bouts.Settings).Single();

        Assert.All(bout.Of(BodySide.Right, Landmark.Hip)!.Value[240..^240], p => Assert.Equal(0.1, p!.Value.Z, 0.02));
    }

    [Fact]
    public void Without_a_leg_there_is_no_walk()
    {
        var tracks = new PacedWalker().InRoom();
        var shoulders = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Landmark == Landmark.Shoulder)]) { IsSpatial = true };

        Assert.Empty(RoomWalk.Bouts(shoulders, GaitView.Spatial, Bouts.Settings));
    }
}
