using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkTracksTests
{
    public static TheoryData<LabUp, double> Labs => new() { { LabUp.Z, 0 }, { LabUp.Z, 180 }, { LabUp.Y, 0 }, { LabUp.Y, 135 }, { LabUp.Z, -60 } };

    [Theory]
    [MemberData(nameof(Labs))]
    public void In_the_room_the_walker_goes_where_the_laboratory_has_it(LabUp up, double heading)
    {
        var script = Script();
        var tracks = WalkTracks.InRoom(script, new LabAxes(up, heading), 0, 1);

        Assert.True(tracks.IsSpatial);
        Assert.Equal(12, tracks.Markers.Length);
        var (hip, toe) = (Places(tracks, BodySide.Right, Landmark.Hip), Places(tracks, BodySide.Right, Landmark.Toe));
        var way = hip[^1] - hip[0];
        var (sin, cos) = Math.SinCos(heading * Math.PI / 180);
        var (x, y) = up == LabUp.Z ? (way.X, way.Y) : (way.X, -way.Z);
        Assert.Equal(cos, x / Math.Sqrt((x * x) + (y * y)), 0.02);
        Assert.Equal(sin, y / Math.Sqrt((x * x) + (y * y)), 0.02);

        double Height(SpacePoint place) => up == LabUp.Z ? place.Z : place.Y;
        Assert.All(hip, place => Assert.InRange(Height(place), 600, 1200));
        Assert.All(toe, place => Assert.InRange(Height(place), 15, 260));

        // In a right-handed laboratory the right side is to the right of the way.
        var across = Places(tracks, BodySide.Right, Landmark.Hip)[0] - Places(tracks, BodySide.Left, Landmark.Hip)[0];
        var vertical = up == LabUp.Z ? new SpacePoint(0, 0, 1) : new SpacePoint(0, 1, 0);
        Assert.True(way.Cross(vertical).Dot(across) > 0);
    }

    [Fact]
    public void Noise_and_losses_are_as_asked_for()
    {
        var script = Script();
        var (exact, noisy) = (WalkTracks.InRoom(script, new LabAxes(LabUp.Z, 0), 0, 1), WalkTracks.InRoom(script, new LabAxes(LabUp.Z, 0), 3, 1, 0.1));
        var errors = exact.Markers.Zip(noisy.Markers).SelectMany(pair => pair.First.Samples.Zip(pair.Second.Samples))
            .Where(pair => pair.Second is not null).Select(pair => pair.Second!.Value.Position - pair.First!.Value.Position).ToArray();

        Assert.Equal(3, Math.Sqrt(errors.Average(e => e.X * e.X)), 0.2);
        Assert.Equal(0.9, noisy.Markers.Average(m => m.VisibleRatio), 0.03);
        Assert.Equal(noisy.Markers[4].Samples, WalkTracks.InRoom(script, new LabAxes(LabUp.Z, 0), 3, 1, 0.1).Markers[4].Samples);
    }

    [Fact]
    public void In_the_picture_they_are_the_truths_markers()
    {
        var truth = WalkTruth.Of(Script());
        var (exact, lossy) = (WalkTracks.InPicture(truth, 0, 1), WalkTracks.InPicture(truth, 0, 1, 0.2));

        Assert.All(exact.Markers.Zip(truth.Markers), pair => Assert.Equal(pair.Second.Positions, pair.First.Samples.Select(s => s?.Position.InPicture)));
        Assert.InRange(lossy.Markers.Average(m => m.VisibleRatio) / exact.Markers.Average(m => m.VisibleRatio), 0.7, 0.9);
    }

    private static WalkScript Script() => WalkScript.Of(new WalkScene { Camera = new StretchCamera { WidthPixels = 640, HeightPixels = 360, DurationSeconds = 3, ShutterSeconds = 0 }, Seed = 2 });

    private static SpacePoint[] Places(TrackSet tracks, BodySide side, Landmark landmark) => [.. tracks.Find(side, landmark)!.Samples.Select(s => s!.Value.Position)];
}
