using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Encoding;

public sealed class ClipWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-synthesis-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.mp4", null, "h264", false)]
    [InlineData("a.mp4", null, "h264", true)]
    [InlineData("a.mp4", "hevc", "hevc", true)]
    [InlineData("a.mov", "mpeg4", "mpeg4", true)]
    [InlineData("a.mkv", null, "h264", true)]
    [InlineData("a.mkv", "vp9", "vp9", false)]
    [InlineData("a.webm", null, "vp9", true)]
    [InlineData("a.avi", null, "mpeg4", false)]
    [InlineData("a.avi", "mjpeg", "mjpeg", false)]
    [InlineData("a.ts", null, "h264", true)]
    public void The_file_carries_the_times_of_the_truth(string name, string? codec, string expectedCodec, bool variable)
    {
        var clip = Write(name, Small(new EncodingSettings { Codec = codec }, new StretchCamera { VariableFrameRate = variable, Rate = new FrameRate(30000, 1001) }));

        var times = Ffmpeg.FrameTimes(clip.VideoPath);

        Assert.Equal(expectedCodec, Ffmpeg.Entry(clip.VideoPath, "stream=codec_name"));
        Assert.Equal(clip.Truth.FrameTimesSeconds.Length, times.Length);
        Assert.All(times.Zip(clip.Truth.FrameTimesSeconds), t => Assert.Equal(t.Second, t.First - times[0], 2e-6));
        Assert.Equal(clip.Truth.FrameTimesSeconds, TruthFile.Read(File.ReadAllText(clip.TruthPath)).FrameTimesSeconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_turned_picture_is_shown_upright_with_every_sticker_in_its_place(int rotation)
    {
        var clip = Write("a.mp4", Small(new EncodingSettings { RotationDegrees = rotation, Crf = 8 }, new StretchCamera { NoiseSigma = 0, ShutterSeconds = 0 }));
        var stored = (Ffmpeg.Entry(clip.VideoPath, "stream=width"), Ffmpeg.Entry(clip.VideoPath, "stream=height"));

        var picture = Ffmpeg.Picture(clip.VideoPath, 5);

        Assert.Equal(rotation is 90 or 270 ? ("180", "320") : ("320", "180"), stored);
        Assert.Equal(320 * 180 * 3, picture.Length);
        foreach (var marker in clip.Truth.Markers)
        {
            var expected = marker.Positions[5]!.Value;
            var found = CentreOfGreen(picture, 320, 180, expected);
            Assert.Equal(expected.X, found.X, 0.12);
            Assert.Equal(expected.Y, found.Y, 0.12);
        }
    }

    [Fact]
    public void Equal_scenes_give_equal_bytes_and_another_seed_gives_others()
    {
        var scene = Small(new EncodingSettings(), new StretchCamera { VariableFrameRate = true });

        var first = Write("a.mp4", scene);
        var second = Write("b.mp4", scene);
        var third = Write("c.mp4", scene with { Seed = 2 });

        Assert.Equal(File.ReadAllBytes(first.VideoPath), File.ReadAllBytes(second.VideoPath));
        Assert.Equal(File.ReadAllText(first.TruthPath), File.ReadAllText(second.TruthPath));
        Assert.NotEqual(File.ReadAllBytes(first.VideoPath), File.ReadAllBytes(third.VideoPath));
    }

    [Fact]
    public void Noise_is_as_strong_as_asked_and_new_in_every_frame()
    {
        var scene = Small(new EncodingSettings { Crf = 0 }, new StretchCamera { NoiseSigma = 4 });
        var noisy = Write("a.mp4", scene);
        var clean = Write("b.mp4", scene with { Camera = scene.Camera with { NoiseSigma = 0 } });

        double[] Noise(int frame) => [.. Ffmpeg.Picture(noisy.VideoPath, frame).Zip(Ffmpeg.Picture(clean.VideoPath, frame)).Where((_, i) => i % 3 == 1).Select(p => (double)p.First - p.Second)];
        var (one, other) = (Noise(2), Noise(3));
        var sigma = Math.Sqrt(one.Average(n => n * n));

        // Green is luma times 255/219, and a part of both chroma noises.
        Assert.InRange(sigma, 4 * 1.1, 4 * 1.6);
        Assert.InRange(one.Zip(other).Average(p => p.First * p.Second) / (sigma * sigma), -0.02, 0.02);
    }

    [Fact]
    public void The_protocol_names_every_marker()
    {
        var subject = new StretchSubject { ToesPoint = BodySide.Left, Stickers = [new(Landmark.Knee, StickerColour.Blue), new(Landmark.Toe, StickerColour.Red)] };
        var clip = Write("a.mp4", Small(new EncodingSettings(), new StretchCamera { Mirror = true }) with { Subject = subject });

        Assert.Equal(
            "schema: clonus.protocol/1\nsite: ankle\nside: left\nmirror: true\nmarkers:\n  left.knee: blue\n  left.toe: red\n",
            File.ReadAllText(clip.ProtocolPath));
    }

    [Theory]
    [InlineData("a.gif", null, null, 0, false, "the extension must be one of .mp4, .mov, .mkv, .webm, .avi, .ts")]
    [InlineData("a", null, null, 0, false, "the extension must be one of")]
    [InlineData("a.webm", "h264", null, 0, false, "--codec h264 in .webm: allowed are vp9")]
    [InlineData("a.mp4", "h265", null, 0, false, "--codec h265 in .mp4: allowed are h264, hevc, mpeg4, vp9")]
    [InlineData("a.mp4", null, 52, 0, false, "--crf 52 for h264: allowed is 0 to 51")]
    [InlineData("a.mkv", null, null, 90, false, "--rotate 90 in .mkv: only .mp4 and .mov carry a rotation")]
    [InlineData("a.mp4", null, null, 45, false, "--rotate 45: allowed are 0, 90, 180 and 270")]
    [InlineData("a.avi", null, null, 0, true, "--vfr in .avi: it knows even frame rates only")]
    [InlineData("missing/a.mp4", null, null, 0, false, "its folder does not exist")]
    public void What_cannot_be_written_is_refused_in_one_line_and_leaves_nothing(string name, string? codec, int? crf, int rotation, bool variable, string message)
    {
        var scene = Small(new EncodingSettings { Codec = codec, Crf = crf, RotationDegrees = rotation }, new StretchCamera { VariableFrameRate = variable });

        var refused = Assert.Throws<InputException>(() => Write(name, scene));

        Assert.Equal(InputFault.Settings, refused.Fault);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_folder_is_no_clip()
    {
        _folder.CreateSubdirectory("a.mp4");

        Assert.Throws<InputException>(() => Write("a.mp4", new StretchScene()));
        Assert.Equal(["a.mp4"], _folder.EnumerateFileSystemInfos().Select(f => f.Name));
    }

    [Fact]
    public void An_interrupted_clip_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var stop = new StopAt(0.3, cancel);

        Assert.Throws<OperationCanceledException>(() => ClipWriter.Write(Small(new(), new()), Path.Combine(_folder.FullName, "a.mp4"), stop, cancel.Token));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private sealed class StopAt(double share, CancellationTokenSource cancel) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                cancel.Cancel();
            }
        }
    }

    private WrittenClip<ClipTruth> Write(string name, StretchScene scene) => ClipWriter.Write(scene, Path.Combine(_folder.FullName, name), null, CancellationToken.None);

    private static StretchScene Small(EncodingSettings encoding, StretchCamera camera) => new()
    {
        Motion = new StretchMotion { StretchStartSeconds = 0.1 },
        Encoding = encoding,
        Camera = camera with { WidthPixels = 320, HeightPixels = 180, DurationSeconds = 0.7 },
    };

    private static ImagePoint CentreOfGreen(byte[] picture, int width, int height, ImagePoint around)
    {
        const int Reach = 9;
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var row = Math.Max((int)around.Y - Reach, 0); row <= Math.Min((int)around.Y + Reach, height - 1); row++)
        {
            for (var column = Math.Max((int)around.X - Reach, 0); column <= Math.Min((int)around.X + Reach, width - 1); column++)
            {
                var i = ((row * width) + column) * 3;
                var weight = Math.Max(picture[i + 1] - picture[i], 0);
                (sum, x, y) = (sum + weight, x + (weight * column), y + (weight * row));
            }
        }

        return new ImagePoint(x / sum, y / sum);
    }
}
