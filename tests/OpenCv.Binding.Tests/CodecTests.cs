using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Images and videos written and read back.</summary>
public sealed class CodecTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clonus-binding-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_png_keeps_every_pixel_on_disk_and_in_memory()
    {
        using var image = Counting(3, 4);
        var path = Path.Combine(_folder, "größe 1.png");

        Assert.True(Cv2.ImWrite(path, image, [(int)ImwriteFlags.PngCompression, 9]));
        using var fromDisk = Cv2.ImRead(path, ImreadModes.Grayscale);
        Assert.True(Cv2.ImEncode(".png", image, out var bytes));
        using var fromMemory = Cv2.ImDecode(bytes, ImreadModes.Color);

        Assert.Equal(Values<byte>(image), Values<byte>(fromDisk));
        Assert.Equal(3, fromMemory.Channels());
        Assert.Equal(new Vec3b(11, 11, 11), fromMemory.At<Vec3b>(2, 3));
    }

    [Fact]
    public void What_is_no_image_is_empty()
    {
        using var missing = Cv2.ImRead(Path.Combine(_folder, "missing.png"));
        using var text = Cv2.ImDecode("not an image"u8.ToArray(), ImreadModes.Color);

        Assert.True(missing.Empty());
        Assert.True(text.Empty());
        Assert.Throws<OpenCVException>(() => Cv2.ImWrite(Path.Combine(_folder, "a.nosuchformat"), text));
    }

    [Fact]
    public void A_video_is_read_picture_by_picture()
    {
        for (var i = 0; i < 10; i++)
        {
            using var frame = new Mat(48, 64, MatType.CV_8UC3, Scalar.All(20 * i));
            Assert.True(Cv2.ImWrite(Path.Combine(_folder, $"level{i}.png"), frame));
        }

        using var capture = new VideoCapture(Path.Combine(_folder, "level%d.png"), VideoCaptureAPIs.FFMPEG);
        using var image = new Mat();
        Assert.True(capture.IsOpened());
        Assert.Equal((25, 64, 48), (capture.Get(VideoCaptureProperties.Fps),
            (int)capture.Get(VideoCaptureProperties.FrameWidth), (int)capture.Get(VideoCaptureProperties.FrameHeight)));
        Assert.True(capture.Set(VideoCaptureProperties.OrientationAuto, 0));
        for (var i = 0; i < 10; i++)
        {
            Assert.True(capture.Grab() && capture.Retrieve(image));
            Assert.InRange(Cv2.Mean(image).Val0, (20 * i) - 2, (20 * i) + 2);
        }

        Assert.False(capture.Grab());
    }

    [Fact]
    public void A_missing_video_is_not_opened()
    {
        using var capture = new VideoCapture(Path.Combine(_folder, "missing.mp4"), VideoCaptureAPIs.FFMPEG);

        Assert.False(capture.IsOpened());
    }

    [Fact]
    public void The_library_tells_its_version() => Assert.Matches(@"^4\.\d+\.\d+", Cv2.GetVersionString());
}
