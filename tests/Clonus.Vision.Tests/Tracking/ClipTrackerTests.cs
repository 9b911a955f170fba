using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Drawing;
using Clonus.Vision.Tests.Video;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>From the file to named markers: on rendered legs whose truth is known, and on recordings of others.</summary>
public sealed class ClipTrackerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-tracking-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_rendered_leg_is_named_and_every_sticker_found_to_a_fraction_of_a_pixel()
    {
        var clip = Render(new StretchScene());

        var tracked = Track(clip.VideoPath);

        Assert.Equal(["unknown.knee", "unknown.ankle", "unknown.heel", "unknown.toe"], tracked.Tracks.Markers.Select(m => m.Name.ToString()));
        Assert.Equal(clip.Truth.FrameTimesSeconds.Length, tracked.Tracks.FrameCount);
        foreach (var marker in tracked.Tracks.Markers)
        {
            Assert.Equal("green", marker.Spec);
            Assert.True(marker.VisibleRatio > 0.99, $"{marker.Name} is seen in {marker.VisibleRatio:0.00} of the frames");
            Assert.InRange(Wobble(clip.Truth, marker), 0, 0.15);
        }
    }

    [Fact]
    public void Noise_and_strong_compression_cost_little()
    {
        var scene = new StretchScene();
        var clip = Render(scene with { Camera = scene.Camera with { NoiseSigma = 5 }, Encoding = scene.Encoding with { Crf = 28 } });

        Assert.All(Track(clip.VideoPath).Tracks.Markers, marker => Assert.InRange(Wobble(clip.Truth, marker), 0, 0.2));
    }

    [Fact]
    public void Beats_as_fast_as_they_come_filmed_as_badly_as_it_gets_are_followed()
    {
        var scene = new StretchScene();
        var clip = Render(scene with
        {
            Motion = scene.Motion with { FrequencyHz = 5, AmplitudeDegrees = 30, Beats = 10 },
            Camera = scene.Camera with { Rate = new FrameRate(30, 1), WidthPixels = 480, HeightPixels = 270, ShutterSeconds = 1 / 60.0 },
            Encoding = scene.Encoding with { Crf = 30 },
        });

        var toe = Track(clip.VideoPath).Tracks.Find(BodySide.Unknown, Landmark.Toe)!;

        // The toe's smear is as long as its sticker is wide; 2 pixels are a degree.
        Assert.InRange(toe.VisibleRatio, 0.97, 1);
        Assert.InRange(Wobble(clip.Truth, toe), 0, 1);
    }

    [Fact]
    public void A_marker_behind_an_arm_is_missing_there_and_itself_again_afterwards()
    {
        var scene = new StretchScene();
        var clip = Render(scene with { Subject = scene.Subject with { Occlusions = [new Occlusion(Landmark.Ankle, 1.5, 2.2)] } });

        var tracked = Track(clip.VideoPath);

        var ankle = tracked.Tracks.Find(BodySide.Unknown, Landmark.Ankle)!;
        Assert.InRange(Wobble(clip.Truth, ankle), 0, 0.3);
        var times = tracked.Tracks.FrameTimesSeconds;
        Assert.All(Enumerable.Range(0, times.Length).Where(i => times[i] is > 1.65 and < 2.1), i => Assert.Null(ankle.Samples[i]));
        Assert.NotNull(ankle.Samples[^1]);
    }

    [Fact]
    public void A_leg_without_stickers_has_no_markers_and_says_so()
    {
        var scene = new StretchScene();
        var clip = Render(scene with { Subject = scene.Subject with { Stickers = [] } });

        var tracked = Track(clip.VideoPath);

        Assert.Empty(tracked.Tracks.Markers);
        Assert.Contains(tracked.Issues, issue => issue.Code == "markers_not_found");
    }

    [Fact]
    public void Markers_that_were_asked_for_are_named_as_asked()
    {
        var clip = Render(new StretchScene());
        var settings = new TrackingSettings { Markers = [Request("right.toe", "green"), Request("right.ankle", "green"), Request("right.knee", "green"), Request("reference", "at:20,20")] };

        var tracked = Track(clip.VideoPath, settings);

        Assert.Equal(["right.toe", "right.ankle", "right.knee", "reference"], tracked.Tracks.Markers.Select(m => m.Name.ToString()));
        Assert.InRange(Wobble(clip.Truth, tracked.Tracks.Markers[0]), 0, 0.15);
    }

    [Fact]
    public void The_same_clip_gives_the_same_numbers()
    {
        var clip = Render(new StretchScene());

        Assert.Equal(
            Track(clip.VideoPath).Tracks.Markers.SelectMany(m => m.Samples), Track(clip.VideoPath).Tracks.Markers.SelectMany(m => m.Samples));
    }

    [Fact]
    public void A_point_outside_of_the_picture_is_a_fault_of_the_settings()
    {
        var clip = Render(new StretchScene());

        var fault = Assert.Throws<InputException>(() => Track(clip.VideoPath, new TrackingSettings { Markers = [Request("point", "at:640,10")] }));

        Assert.Equal(InputFault.Settings, fault.Fault);
        Assert.Contains("640x360", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_shows_the_upright_picture_with_and_without_markers()
    {
        var scene = new StretchScene();
        var clip = Render(scene with { Camera = scene.Camera with { WidthPixels = 360, HeightPixels = 640 }, Encoding = scene.Encoding with { RotationDegrees = 90 } });

        var found = MarkerScout.Find(clip.VideoPath, new VideoSettings(), new TrackingSettings(), new OverlaySettings(), TestContext.Current.CancellationToken);
        var none = MarkerScout.Find(clip.VideoPath, new VideoSettings(), new TrackingSettings { Markers = [Request("point", "red")] }, new OverlaySettings(), TestContext.Current.CancellationToken);

        Assert.Equal(4, found.Markers.Length);
        Assert.Empty(none.Markers);
        foreach (var result in new[] { found, none })
        {
            using var preview = Cv2.ImDecode(result.PreviewPng.ToArray(), ImreadModes.Color);
            Assert.Equal((360, 640), (preview.Cols, preview.Rows));
        }
    }

    [Theory]
    [InlineData("portrait-vp9.mp4")]
    [InlineData("walk-side-view.mp4")]
    [InlineData("fork-3.20hz.mp4")]
    [InlineData("fork-toy-12.80hz.mp4")]
    public void A_recording_without_stickers_has_no_markers(string file) =>
        Assert.Empty(Track(SharedFile.Find($"data/video/{file}")).Tracks.Markers);

    [Theory]
    [InlineData("fork-toy-6.40hz.mp4", "at:531,154", 221, 3.6, 5.3)]
    [InlineData("fork-3.20hz.mp4", "at:294,93", 110, 1.1, 1.7)]
    public void A_tuning_fork_swings_as_often_and_as_far_as_its_record_says(string file, string spec, int cycles, double least, double most)
    {
        var tracked = Track(SharedFile.Find($"data/video/{file}"), new TrackingSettings { Markers = [Request("point", spec)] });

        var places = tracked.Tracks.Markers[0].Samples.Select(s => s!.Value.Position.X).ToArray();
        var middle = places.Average();
        var (count, high) = (0, false);
        foreach (var x in places)
        {
            // Half a pixel of hysteresis: the wall does not swing.
            count += !high && x > middle + 0.25 ? 1 : 0;
            high = x > middle + 0.25 || (high && x > middle - 0.25);
        }

        Assert.InRange(count, cycles - 1, cycles + 1);
        Assert.InRange((places.Max() - places.Min()) / 2, least, most);
    }

    [Fact]
    public void A_point_on_a_walking_womans_head_is_followed_until_she_leaves()
    {
        var tracked = Track(SharedFile.Find("data/video/walk-side-view.mp4"), new TrackingSettings { Markers = [Request("point", "at:1129,525@3")] });

        var samples = tracked.Tracks.Markers[0].Samples;
        // By eye: the crown of her head in the frames 130 and 190; she leaves the picture at about frame 205.
        Assert.Equal(735, samples[130]!.Value.Position.X, 20.0);
        Assert.Equal(112, samples[190]!.Value.Position.X, 20.0);
        Assert.InRange(samples.Skip(90).Take(100).Count(s => s is null), 0, 5);
        Assert.All(samples.Skip(212), Assert.Null);
    }

    [Fact]
    public void A_point_lost_on_a_lifted_leg_is_not_found_again_on_a_hand()
    {
        var tracked = Track(SharedFile.Find("data/video/portrait-vp9.mp4"), new TrackingSettings { Markers = [Request("point", "at:588,945")] });

        var samples = tracked.Tracks.Markers[0].Samples;
        // By eye: the marker below the knee turns away at about frame 20; from frame 45 on his hand is where it was.
        Assert.NotNull(samples[8]);
        Assert.All(samples.Skip(30), Assert.Null);
    }

    /// <summary>Root mean square departure from the true place, but for a constant offset: where halved chroma is thought to lie differs by camera.</summary>
    private static double Wobble(ClipTruth truth, MarkerTrack marker)
    {
        var places = truth.Markers.Single(m => m.Name.EndsWith(marker.Name.Landmark.ToString(), StringComparison.OrdinalIgnoreCase)).Positions;
        var errors = marker.Samples.Zip(places).Where(pair => pair.First is not null && pair.Second is not null)
            .Select(pair => pair.First!.Value.Position - pair.Second!.Value).ToArray();
        var mean = new ImagePoint(errors.Average(e => e.X), errors.Average(e => e.Y));
        Assert.InRange(mean.Length, 0, 0.5);
        return Math.Sqrt(errors.Average(e => (e - mean).Length * (e - mean).Length));
    }

    private WrittenClip<ClipTruth> Render(StretchScene scene) => ClipWriter.Write(scene, Path.Combine(_folder.FullName, "leg.mp4"), null, TestContext.Current.CancellationToken);

    private static TrackedClip Track(string path, TrackingSettings? settings = null) =>
        ClipTracker.Track(path, "leg", new VideoSettings(), settings ?? new TrackingSettings(), null, TestContext.Current.CancellationToken);

    private static MarkerRequest Request(string name, string spec)
    {
        Assert.True(MarkerName.TryParse(name, out var parsed));
        return new MarkerRequest(parsed, MarkerSpec.Parse(spec));
    }
}
