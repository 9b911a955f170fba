using System.Collections.Immutable;
using System.Text;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using CameraMotion = Clonus.Vision.Camera.CameraMotion;
using Clonus.Vision.Camera;
using Clonus.Vision.Tests.Tracking;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Camera;

/// <summary>The camera's poses: of drawn rooms whose motion is known exactly, and of rendered legs before a plain wall.</summary>
public sealed class CameraMotionTests : IDisposable
{
    private const int Width = 320, Height = 240, Frames = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-camera-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_shaking_rolling_camera_is_followed_to_a_twentieth_of_a_pixel()
    {
        var truth = Poses(t => new CameraPose(5 * Math.Sin(0.9 * t), 3 * Math.Sin(1.3 * t), 0.02 * Math.Sin(0.7 * t), 1 + (0.004 * Math.Sin(0.5 * t))));

        Assert.InRange(Error(truth, Follow(truth)), 0, 0.05);
    }

    [Fact]
    public void A_pan_does_not_drift_beyond_what_was_first_seen()
    {
        var truth = Poses(t => new CameraPose(-12.5 * t, 2 * t, 0, 1));

        Assert.InRange(Error(truth, Follow(truth)), 0, 0.1);
    }

    [Fact]
    public void A_thing_that_swings_before_a_camera_at_rest_moves_no_camera()
    {
        var found = Follow(Poses(_ => CameraPose.Still), t => new ImagePoint(8 * Math.Sin(t), 0));

        Assert.All(found, pose => Assert.Equal(CameraPose.Still, pose));
    }

    [Fact]
    public void A_blank_wall_tells_nothing_of_the_camera()
    {
        var camera = new CameraMotion(new CameraSettings());
        var blank = DrawnPicture.Plain(Width, Height, DrawnPicture.Skin);
        for (var i = 0; i < Frames; i++)
        {
            camera.Advance(blank.View(), i / 30.0);
        }

        Assert.All(camera.Finish(Times, []).Poses, pose => Assert.Null(pose));
    }

    [Fact]
    public void A_rendered_leg_filmed_from_a_tripod_has_a_camera_exactly_at_rest()
    {
        Assert.All(Track(new StretchScene { Motion = new StretchMotion { Beats = 4 } }).Camera, pose => Assert.Equal(CameraPose.Still, pose));
    }

    [Fact]
    public void A_shake_at_the_rate_of_clonus_makes_no_beats_of_a_quiet_foot_without_a_knee()
    {
        var scene = new StretchScene { Motion = new StretchMotion { Beats = 0 } };
        scene = scene with
        {
            Camera = scene.Camera with { Shake = new CameraShake(6.4, 5), Background = PatternedWall(scene.Camera) },
            Subject = scene.Subject with { Stickers = [new(Landmark.Toe, StickerColour.Green)] },
        };

        var tracks = Track(scene, new MarkerRequest(new MarkerName(BodySide.Right, Landmark.Toe), MarkerSpec.Parse("green")));

        Assert.Equal(CameraMotionStatus.Removed, CameraRemoval.Apply(tracks, new RecordingPolicy()).Camera!.Status);
        Assert.InRange(Counted(tracks), 0, 1);
        Assert.InRange(Counted(new TrackSet(tracks.FrameTimesSeconds, tracks.Markers)), 3, 100);
    }

    [Fact]
    public void A_leg_before_a_plain_wall_that_agrees_with_no_one_pose_is_refused_and_not_counted()
    {
        var scene = new StretchScene { Seed = 2001, Motion = new StretchMotion { Beats = 8 } };
        scene = scene with
        {
            Camera = scene.Camera with { Shake = new CameraShake(6.4, 5) },
            Subject = scene.Subject with { Stickers = [new(Landmark.Toe, StickerColour.Green)] },
        };

        var tracks = Track(scene, new MarkerRequest(new MarkerName(BodySide.Right, Landmark.Toe), MarkerSpec.Parse("green")));
        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());

        Assert.Equal(CameraMotionStatus.Unresolved, findings.Camera!.Status);
        Assert.Equal(ClonusStatus.NotAssessable, findings.Sides.Single().Clonus.Status);
        Assert.Contains(findings.Issues, i => i.Code == "camera_motion_unresolved");
    }

    // The stretch and the release of a displacement are excursions of their own: beats are counted in the longest run.
    private static int Counted(TrackSet tracks) =>
        ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Sides.Max(side => side.Clonus.LongestEpisodeBeats ?? 0);

    private static ImmutableArray<double> Times => [.. Enumerable.Range(0, Frames).Select(i => i / 30.0)];

    private static ImmutableArray<CameraPose> Poses(Func<int, CameraPose> at) => [.. Enumerable.Range(0, Frames).Select(at)];

    /// <param name="swing">Where a patterned thing in the picture's middle is, against its place.</param>
    private static ImmutableArray<CameraPose?> Follow(ImmutableArray<CameraPose> truth, Func<int, ImagePoint>? swing = null)
    {
        var camera = new CameraMotion(new CameraSettings());
        for (var i = 0; i < truth.Length; i++)
        {
            var (pose, offset) = (truth[i], swing?.Invoke(i));
            camera.Advance(new DrawnPicture(Width, Height, (x, y) => Level(pose.Undo(new ImagePoint(x, y)), offset)).Noise(1.5, i).View(), i / 30.0);
        }

        return camera.Finish(Times, []).Poses;
    }

    // Smooth blobs without a period, finer than a patch; the thing is a disc of the same stuff.
    private static (float Blue, float Green, float Red) Level(ImagePoint place, ImagePoint? thing)
    {
        if (thing is { } offset && place.DistanceTo(new ImagePoint(160, 120) + offset) < 60)
        {
            place = place - offset + new ImagePoint(1000, 1000);
        }

        var level = 128 + (30 * Math.Sin((place.X * 0.31) + (3 * Math.Sin(place.Y * 0.11)))) + (30 * Math.Sin((place.Y * 0.37) + (3 * Math.Sin(place.X * 0.13))))
            + (20 * Math.Sin((place.X * 0.071) - (place.Y * 0.053)));
        return ((float)level, (float)level, (float)level);
    }

    /// <summary>Root mean square error of where the pose shows the picture's middle.</summary>
    private static double Error(ImmutableArray<CameraPose> truth, ImmutableArray<CameraPose?> found)
    {
        Assert.All(found, pose => Assert.NotNull(pose));
        var middle = new ImagePoint(Width / 2.0, Height / 2.0);
        return Math.Sqrt(truth.Zip(found, (t, f) => Math.Pow(t.Apply(middle).DistanceTo(f!.Value.Apply(middle)), 2)).Average());
    }

    private string PatternedWall(StretchCamera camera)
    {
        var path = Path.Combine(_folder.FullName, "wall.ppm");
        var levels = Enumerable.Range(0, camera.WidthPixels * camera.HeightPixels).Select(i => (byte)Level(new ImagePoint(i % camera.WidthPixels, i / camera.WidthPixels), null).Green);
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes($"P6 {camera.WidthPixels} {camera.HeightPixels} 255\n"), .. levels.SelectMany(level => new[] { level, level, level })]);
        return path;
    }

    private TrackSet Track(StretchScene scene, params ReadOnlySpan<MarkerRequest> markers)
    {
        var path = Path.Combine(_folder.FullName, "leg.mp4");
        ClipWriter.Write(scene, path, null, CancellationToken.None);
        return ClipTracker.Track(path, "leg", new VideoSettings(), new TrackingSettings { Markers = [.. markers] }, null, CancellationToken.None).Tracks;
    }
}
