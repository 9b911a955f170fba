using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Recordings;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Recordings;

/// <summary>A simulated walker as a laboratory records him, filmed again.</summary>
public class RecordedWalkTests
{
    private static readonly StretchCamera Small = new() { WidthPixels = 640, HeightPixels = 360, ShutterSeconds = 0 };

    // 30 frames a second of these are samples of the recording.
    private static readonly FrameRate LaboratoryRate = new(120, 1);

    public static TheoryData<LabUp, double, WalkSubject, bool> Labs => new()
    {
        { LabUp.Z, 0, new WalkSubject(), false },
        { LabUp.Z, 90, new WalkSubject { WalksTo = BodySide.Left }, false },
        { LabUp.Y, 180, new WalkSubject { Framing = WalkFraming.Legs }, true },
        { LabUp.Y, -90, new WalkSubject { View = WalkView.Front }, false },
        { LabUp.Z, -90, new WalkSubject { View = WalkView.Back }, false },
    };

    [Theory]
    [MemberData(nameof(Labs))]
    public void A_marker_is_seen_where_its_recorded_place_projects_to(LabUp up, double heading, WalkSubject subject, bool treadmill)
    {
        var (walk, recording) = Recorded(new LabAxes(up, heading), treadmill);
        var film = RecordedScript.Of(new WalkScene { Subject = subject, Camera = Small, Seed = 5 }, recording);
        var truth = RecordedTruth.Of(film);

        Assert.Equal("lab.c3d", truth.Settings.From);
        Assert.Equal(treadmill, truth.Settings.Motion.Treadmill);

        var lab = Way(walk, film);
        foreach (var marker in truth.Markers)
        {
            Assert.True(MarkerName.TryParse(marker.Name, out var name));
            for (var frame = 0; frame < truth.FrameTimesSeconds.Length; frame++)
            {
                if (marker.Positions[frame] is { } seen)
                {
                    var place = lab(Lateral(walk, truth.FrameTimesSeconds[frame], name));
                    Assert.InRange(seen.DistanceTo(film.Staging.ToPicture(place)), 0, 0.02);
                }
            }
        }

        Assert.All(truth.Markers, marker => Assert.InRange(marker.Positions.Count(p => p is not null), 10, 100));
    }

    [Fact]
    public void The_near_leg_hides_the_far_legs_markers_and_its_own_hip_belongs_to_nobody_else()
    {
        var truth = RecordedTruth.Of(Film(Recorded(new LabAxes(LabUp.Z, 0), treadmill: true).Recording));
        double Seen(string name) => truth.Markers.Single(m => m.Name == name).Positions.Count(p => p is not null) / (double)truth.FrameTimesSeconds.Length;

        Assert.All(["right.knee", "right.ankle", "right.toe"], name => Assert.InRange(Seen(name), 0.95, 1));
        Assert.All(["left.knee", "left.ankle", "left.toe"], name => Assert.InRange(Seen(name), 0.3, 0.97));
        Assert.DoesNotContain(truth.Markers, m => m.Name == "left.hip");
    }

    [Fact]
    public void A_short_gap_is_bridged_and_in_a_long_one_there_is_no_sticker()
    {
        var (_, whole) = Recorded(new LabAxes(LabUp.Z, 0), treadmill: true);
        var gaps = Lost(Lost(whole, Landmark.Toe, 60, 80), Landmark.Knee, 120, 180);
        var (kept, lost) = (RecordedTruth.Of(Film(whole)), RecordedTruth.Of(Film(gaps)));

        Assert.Equal(20 / 4, Frames(kept, lost, "right.toe", 60, 80).Length);
        Assert.All(Frames(kept, lost, "right.toe", 60, 80), pair => Assert.InRange(pair.Kept!.Value.DistanceTo(pair.Lost!.Value), 0, 4));
        Assert.All(Frames(kept, lost, "right.knee", 120, 180), pair => Assert.Equal((true, false), (pair.Kept is not null, pair.Lost is not null)));
        Assert.All(Frames(kept, lost, "right.knee", 184, 260), pair => Assert.NotNull(pair.Lost));
        Assert.All(kept.Markers, m => Assert.Equal(m.Name.EndsWith("knee", StringComparison.Ordinal), m.Positions.Count(p => p is not null) > lost.Markers.Single(l => l.Name == m.Name).Positions.Count(p => p is not null) + 5));
    }

    [Fact]
    public void What_is_not_marked_becomes_no_sticker()
    {
        var (_, whole) = Recorded(new LabAxes(LabUp.Y, 30), treadmill: false);
        var some = whole with { Tracks = new TrackSet(whole.Tracks.FrameTimesSeconds, [.. whole.Tracks.Markers.Where(m => m.Name.Landmark is Landmark.Knee or Landmark.Ankle)]) { IsSpatial = true } };

        var film = Film(some);

        Assert.Equal(["left.knee", "left.ankle", "right.knee", "right.ankle"], RecordedTruth.Of(film).Markers.Select(m => m.Name));
        Assert.Equal(12, new WalkRenderer(film).Draw(12).Picture.Pixels.ToArray().Distinct().Take(12).Count());
    }

    [Fact]
    public void Steps_are_the_recordings_and_without_them_nothing_is_said_of_any()
    {
        var (_, recording) = Recorded(new LabAxes(LabUp.Z, 0), treadmill: true);
        var stepped = recording with { Steps = [new(BodySide.Left, 0.7, IsContact: true), new(BodySide.Left, 1.3, IsContact: false), new(BodySide.Right, 99, IsContact: true)] };
        var (truth, silent) = (RecordedTruth.Of(Film(stepped)), RecordedTruth.Of(Film(recording)));

        Assert.Equal([0.7], truth.Legs.Single(leg => leg.Side == BodySide.Left).ContactsSeconds);
        Assert.Equal([1.3], truth.Legs.Single(leg => leg.Side == BodySide.Left).ToeOffsSeconds);
        Assert.Empty(truth.Legs.Single(leg => leg.Side == BodySide.Right).ContactsSeconds);
        Assert.Equal((0, 0, null), (silent.Legs.Length, silent.Patterns.Length, silent.MetresPerSecond));
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("clonus-test-").FullName;
        try
        {
            var (_, recording) = Recorded(new LabAxes(LabUp.Z, 45), treadmill: false);
            byte[][] Clip(string name, long seed)
            {
                var scene = new WalkScene { Camera = Small with { WidthPixels = 160, HeightPixels = 120, DurationSeconds = 0.4, ShutterSeconds = 0.004 }, Seed = seed };
                var written = ClipWriter.Write(scene, recording, Path.Combine(folder, name), null, TestContext.Current.CancellationToken);
                return [File.ReadAllBytes(written.VideoPath), File.ReadAllBytes(written.TruthPath), File.ReadAllBytes(written.ProtocolPath)];
            }

            var (first, second, other) = (Clip("a.mp4", 3), Clip("b.mp4", 3), Clip("c.mp4", 4));
            Assert.Equal(first, second);
            Assert.NotEqual(first[0], other[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_film_may_be_shorter_than_the_recording_and_not_longer()
    {
        var (_, recording) = Recorded(new LabAxes(LabUp.Z, 0), treadmill: false);
        RecordedScript Lasting(double? seconds) => RecordedScript.Of(new WalkScene { Camera = Small with { DurationSeconds = seconds } }, recording);

        Assert.Equal(90, Lasting(null).Clock.FrameCount);
        Assert.Equal(30, Lasting(1).Clock.FrameCount);
        Assert.Equal("--duration 4: the recording lasts 2.992 s", Assert.Throws<InputException>(() => Lasting(4)).Message);
    }

    [Fact]
    public void What_is_no_walk_in_a_room_is_refused_with_the_mend()
    {
        var (_, recording) = Recorded(new LabAxes(LabUp.Z, 0), treadmill: false);
        TrackSet Of(Func<MarkerTrack, bool> kept, double factor = 1, bool isSpatial = true) => new(
            recording.Tracks.FrameTimesSeconds,
            [.. recording.Tracks.Markers.Where(kept).Select(m => m with { Samples = [.. m.Samples.Select(s => s is { } seen ? (MarkerSample?)(seen with { Position = seen.Position * factor }) : null)] })]) { IsSpatial = isSpatial };
        string Refused(TrackSet tracks)
        {
            var refused = Assert.Throws<InputException>(() => Film(recording with { Tracks = tracks }));
            Assert.Equal(InputFault.Settings, refused.Fault);
            return refused.Message;
        }

        Assert.StartsWith("--from lab.c3d: its positions lie in a picture, not in a room", Refused(Of(_ => true, isSpatial: false)), StringComparison.Ordinal);
        Assert.StartsWith("--from lab.c3d: no leg in it: needed are ", Refused(Of(m => m.Name.Landmark is Landmark.Heel or Landmark.Toe)), StringComparison.Ordinal);
        Assert.Contains("positions must be in millimetres", Refused(Of(_ => true, factor: 0.001)), StringComparison.Ordinal);
    }

    private static RecordedScript Film(WalkRecording recording) => RecordedScript.Of(new WalkScene { Camera = Small }, recording);

    private static (WalkScript Walk, WalkRecording Recording) Recorded(LabAxes axes, bool treadmill)
    {
        var walk = WalkScript.Of(new WalkScene
        {
            Motion = new WalkMotion { Treadmill = treadmill },
            Camera = new StretchCamera { WidthPixels = 640, HeightPixels = 360, Rate = LaboratoryRate, DurationSeconds = 3, ShutterSeconds = 0 },
            Seed = 2,
        });
        return (walk, new WalkRecording("lab.c3d", WalkTracks.InRoom(walk, axes, 0, 1), []));
    }

    private static Point3 Lateral(WalkScript walk, double time, MarkerName name) => StickerPlace.Lateral(name.Side, name.Landmark, walk.PoseAt(time), walk.Body).Centre;

    // A film has the laboratory's places turned about the vertical and shifted, hardly in height: by how much, one marker at two instants tells.
    private static Func<Point3, Point3> Way(WalkScript walk, RecordedScript film)
    {
        var (left, right) = (new MarkerName(BodySide.Left, Landmark.Heel), new MarkerName(BodySide.Right, Landmark.Toe));
        var (from, to) = (Lateral(walk, 0.5, left), Lateral(walk, 2.5, right));
        var (filmedFrom, filmedTo) = (film.PoseAt(0.5)!.Recorded[left], film.PoseAt(2.5)!.Recorded[right]);
        static double Yaw(Point3 a, Point3 b) => Math.Atan2(b.Z - a.Z, b.X - a.X);
        var yaw = Yaw(filmedFrom, filmedTo) - Yaw(from, to);
        Point3 Turned(Point3 p) => new((p.X * Math.Cos(yaw)) - (p.Z * Math.Sin(yaw)), p.Y, (p.X * Math.Sin(yaw)) + (p.Z * Math.Cos(yaw)));
        var shift = filmedFrom - Turned(from);

        Assert.InRange(Math.Abs(yaw) * 180 / Math.PI, 0, 2);
        Assert.Equal(0, shift.Y, 6.0);
        return place => Turned(place) + shift;
    }

    private static WalkRecording Lost(WalkRecording recording, Landmark landmark, int from, int until) => recording with
    {
        Tracks = new TrackSet(recording.Tracks.FrameTimesSeconds, [.. recording.Tracks.Markers.Select(m => m.Name.Landmark != landmark ? m
            : m with { Samples = [.. m.Samples.Select((s, i) => i >= from && i < until ? null : s)] })]) { IsSpatial = true },
    };

    // The film's frames among these samples.
    private static (ImagePoint? Kept, ImagePoint? Lost)[] Frames(WalkTruth kept, WalkTruth lost, string name, int from, int until)
    {
        ImmutableArray<ImagePoint?> Of(WalkTruth truth) => truth.Markers.Single(m => m.Name == name).Positions;
        return [.. Of(kept).Zip(Of(lost)).Where((_, frame) => frame * 4 >= from && frame * 4 < until)];
    }
}
