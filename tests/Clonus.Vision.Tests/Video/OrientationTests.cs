using System.Buffers.Binary;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Video;

/// <summary>Pictures are upright, and so are their sizes: compared with the picture that ffmpeg itself writes.</summary>
public sealed class OrientationTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Theory]
    [InlineData(0, "96x64")]
    [InlineData(90, "64x96")]
    [InlineData(180, "96x64")]
    [InlineData(270, "64x96")]
    public void A_turned_clip_is_shown_as_ffmpeg_shows_it(int tag, string size)
    {
        var stored = _recording.Picture("stored.mp4", "96x64", 0.2, Recording.H264);
        var turned = _recording.Make("turned.mp4", "-i", stored, "-c", "copy", "-metadata:s:v", $"rotate={tag}");

        AssertAsFfmpegShowsIt(turned);
        var clip = ReadVideo.All(turned).Clip;
        Assert.Equal(size, $"{clip.WidthPixels}x{clip.HeightPixels}");
    }

    [Theory]
    [InlineData(1, 0, 0, 1, 0, false)]
    [InlineData(0, 1, -1, 0, 90, false)]
    [InlineData(-1, 0, 0, -1, 180, false)]
    [InlineData(0, -1, 1, 0, 270, false)]
    [InlineData(1, 0, 0, -1, 0, true)]
    [InlineData(-1, 0, 0, 1, 180, true)]
    [InlineData(0, 1, 1, 0, 90, true)]
    [InlineData(0, -1, -1, 0, 270, true)]
    public void Every_turn_and_mirror_of_a_display_matrix_is_followed(int a, int b, int c, int d, int turn, bool mirrored)
    {
        var path = _recording.Picture("stored.mp4", "96x64", 0.2, Recording.H264);
        WriteDisplayMatrix(path, a, b, c, d);

        AssertAsFfmpegShowsIt(path);
        var read = ReadVideo.All(path);
        Assert.Equal(turn, read.Clip.RotationDegrees);
        Assert.Equal(mirrored, read.Issues.Any(issue => issue.Code == "mirrored_by_file"));
    }

    [Fact]
    public void A_turn_between_right_angles_is_rounded_and_told()
    {
        var oblique = Orientation.FromDisplayMatrix("\n00000000: 60000 25000 0\n00000001: -25000 60000 0\n00000002: 0 0 1073741824\n");

        Assert.Equal(new Orientation(0, false, false), oblique);
        Assert.Equal(Orientation.Upright, Orientation.FromDisplayMatrix(null));
    }

    private void AssertAsFfmpegShowsIt(string path)
    {
        using var shown = Cv2.ImRead(_recording.Make("shown.png", "-i", path, "-frames:v", "1"));
        using var ours = ReadVideo.FirstPicture(path);
        using var difference = new Mat();

        Assert.Equal(shown.Size(), ours.Size());
        Cv2.Absdiff(shown, ours, difference);
        Assert.InRange(Cv2.Mean(difference).Val1, 0, 3);
    }

    /// <summary>Overwrites the matrix of the track header: 16.16 fixed point, 40 bytes after the box's name.</summary>
    private static void WriteDisplayMatrix(string path, int a, int b, int c, int d)
    {
        var bytes = File.ReadAllBytes(path);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40);
        int[] values = [a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * i)..], values[i]);
        File.WriteAllBytes(path, bytes);
    }
}
