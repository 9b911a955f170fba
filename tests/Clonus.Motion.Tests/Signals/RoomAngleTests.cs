using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Signals;

public sealed class RoomAngleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.001)]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(179.999)]
    [InlineData(180)]
    public void An_angle_between_segments_is_known_whatever_plane_they_lie_in(double degrees)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(degrees));

        foreach (var turn in Turns())
            Assert.Equal(degrees, RoomAngle.Between(turn(new SpacePoint(300, 0, 0)), turn(new SpacePoint(120 * cos, 0, 120 * sin))), 1e-9);
    }

    [Fact]
    public void A_leg_in_a_room_gives_what_the_same_leg_gives_in_a_picture()
    {
        var picture = TrackedLeg.Tracks(ScriptedAngle.Stretched(9, 5.5), noiseDegrees: 0.1);
        var expected = TrackedLeg.Clonus(picture);

        foreach (var turn in Turns())
        {
            var found = TrackedLeg.Find(InRoom(picture, turn));

            Assert.Equal(SignalKind.AnkleAngle, found.Signal!.Kind);
            Assert.Equal(expected.BeatsTotal, found.Clonus.BeatsTotal);
            Assert.Equal(expected.Sustained, found.Clonus.Sustained);
            Assert.Equal(expected.Episodes[0].AmplitudeMean, found.Clonus.Episodes[0].AmplitudeMean, 1e-6);
            Assert.Equal(expected.Episodes[0].FrequencyHz!.Value, found.Clonus.Episodes[0].FrequencyHz!.Value, 1e-6);
        }
    }

    [Fact]
    public void A_foot_without_its_knee_swings_about_its_mean_direction_in_a_room()
    {
        var picture = Without(TrackedLeg.Tracks(ScriptedAngle.Stretched(9, 5.5)), Landmark.Knee);

        foreach (var turn in Turns())
        {
            var found = TrackedLeg.Find(InRoom(picture, turn));

            Assert.Equal(SignalKind.FootPitch, found.Signal!.Kind);
            Assert.Equal(9, found.Clonus.BeatsTotal);
            Assert.Equal(8, found.Clonus.Episodes[0].AmplitudeMean, 0.4);
        }
    }

    [Fact]
    public void A_lone_marker_in_a_room_moves_in_millimetres_along_its_main_axis()
    {
        var picture = Without(Without(TrackedLeg.Tracks(ScriptedAngle.Stretched(9, 5.5)), Landmark.Knee), Landmark.Ankle);
        var expected = TrackedLeg.Find(picture);

        foreach (var turn in Turns())
        {
            var found = TrackedLeg.Find(InRoom(picture, turn));

            Assert.Equal(SignalUnit.Mm, found.Signal!.Unit);
            Assert.Equal(expected.Clonus.Episodes[0].AmplitudeMean, found.Clonus.Episodes[0].AmplitudeMean, 0.05);
        }
    }

    [Fact]
    public void A_wrist_keeps_its_sign_where_it_passes_through_straight()
    {
        ImmutableArray<double> bends = [-30, -10, 0, 10, 30, 20];
        foreach (var turn in Turns())
        {
            var segments = bends.Select(bend => ((SpacePoint, SpacePoint)?)(turn(new SpacePoint(250, 0, 0)), turn(new SpacePoint(80 * Math.Cos(double.DegreesToRadians(bend)), 80 * Math.Sin(double.DegreesToRadians(bend)), 0)))).ToArray();

            foreach (var (expected, found) in bends.Zip(RoomAngle.About(segments)))
                Assert.Equal(expected, found!.Value, 1e-9);
        }
    }

    [Fact]
    public void The_heel_tells_the_zero_though_the_malleolus_lies_beside_the_foot()
    {
        // Knee above the ankle, heel and toe on the floor: the foot stands square to the shank, 40 mm inside of the malleolus.
        SpacePoint ankle = new(0, 40, 80), knee = new(0, 40, 480), heel = new(-50, 0, 20), toe = new(150, 0, 20);
        var times = TrackedLeg.Times(3, 100);
        MarkerTrack Still(Landmark landmark, SpacePoint at) => new(new MarkerName(BodySide.Left, landmark), "x", [.. times.Select(_ => (MarkerSample?)new MarkerSample(at, 1))]);
        var tracks = new TrackSet(times, [Still(Landmark.Knee, knee), Still(Landmark.Ankle, ankle), Still(Landmark.Heel, heel), Still(Landmark.Toe, toe)]) { IsSpatial = true };

        var signal = TrackedLeg.Find(tracks).Signal!;

        Assert.Equal(0, signal.MaxDorsiflexionDegrees!.Value, 0.01);
    }

    private static TrackSet InRoom(TrackSet picture, Func<SpacePoint, SpacePoint> turn) => new(
        picture.FrameTimesSeconds,
        [.. picture.Markers.Select(m => m with { Samples = [.. m.Samples.Select(s => s is { } x ? x with { Position = turn(x.Position) } : (MarkerSample?)null)] })])
    {
        IsSpatial = true,
    };

    private static TrackSet Without(TrackSet tracks, Landmark landmark) => new(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name.Landmark != landmark)]);

    // About three axes, by angles that have no reason.
    private static IEnumerable<Func<SpacePoint, SpacePoint>> Turns() =>
        new[] { (0.0, 0.0, 0.0), (1.1, 0.0, 0.0), (0.3, 2.2, -0.7), (-2.9, 0.4, 1.9) }.Select(angles => (Func<SpacePoint, SpacePoint>)(p =>
        {
            var (sinA, cosA) = Math.SinCos(angles.Item1);
            var (sinB, cosB) = Math.SinCos(angles.Item2);
            var (sinC, cosC) = Math.SinCos(angles.Item3);
            p = new SpacePoint(p.X, (cosA * p.Y) - (sinA * p.Z), (sinA * p.Y) + (cosA * p.Z));
            p = new SpacePoint((cosB * p.X) + (sinB * p.Z), p.Y, (cosB * p.Z) - (sinB * p.X));
            return new SpacePoint((cosC * p.X) - (sinC * p.Y), (sinC * p.X) + (cosC * p.Y), p.Z);
        }));
}
