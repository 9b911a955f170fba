using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Video;

/// <summary>An interlaced frame is two pictures, each with its own time.</summary>
public sealed class InterlacedTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Theory]
    [InlineData("top", "tff")]
    [InlineData("bottom", "bff")]
    public void Fields_are_taken_apart_in_the_order_in_which_they_are_shown(string first, string order)
    {
        // Forty grey levels, one a fiftieth of a second.
        var path = Interlaced(first, order);

        var read = ReadVideo.All(path);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i % 20), read.Counts);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i / 50.0), read.TimesSeconds, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(50, read.Clip.FpsMeasured!.Value, 0.01);
        Assert.Equal(["interlaced"], read.Issues.Select(i => i.Code));
    }

    [Fact]
    public void A_transport_stream_has_as_many_pictures()
    {
        var read = ReadVideo.All(_recording.Picture("a.ts", "64x48", 1, "-vf", "interlace", "-c:v", "libx264", "-flags", "+ilme+ildct", "-preset", "ultrafast"));

        Assert.Equal(Enumerable.Range(0, 30).Select(i => i / 30.0), read.TimesSeconds, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(["interlaced"], read.Issues.Select(i => i.Code));
    }

    [Fact]
    public void A_time_range_may_begin_between_two_fields()
    {
        var read = ReadVideo.All(Interlaced("top", "tff"), new VideoSettings { StartSeconds = 0.1, EndSeconds = 0.2 });

        Assert.Equal([5, 6, 7, 8, 9], read.Counts);
        Assert.Equal([5, 6, 7, 8, 9], read.Indices);
    }

    [Fact]
    public void Each_field_has_its_own_colours()
    {
        // Red, blue, blue and red, equally bright: every row changes from frame to frame.
        var path = _recording.Make(
            "colours.mp4", "-f", "lavfi", "-i", "color=black:size=64x48:rate=50:duration=0.2,format=yuv420p,geq=lum=120:cb='if(mod(floor((N+1)/2),2),200,90)':cr='if(mod(floor((N+1)/2),2),90,200)'",
            "-vf", "tinterlace=interleave_top,setfield=tff", "-c:v", "libx264", "-qp", "4", "-flags", "+ilme+ildct", "-x264opts", "tff=1");
        using var video = VideoFile.Open(path, new VideoSettings());

        foreach (var frame in video.ReadFrames(TestContext.Current.CancellationToken))
        {
            foreach (var y in new[] { 10, 11, 12, 13, 24, 25, 26, 27 })
            {
                var (isRed, pixel) = (frame.Index % 4 is 0 or 3, frame.Image.At<Vec3b>(y, 30));
                Assert.True(isRed == (pixel.Item2 > 180) && isRed == (pixel.Item0 < 100), $"frame {frame.Index} row {y}: {pixel}");
            }
        }
    }

    [Fact]
    public void What_stands_still_keeps_its_rows_and_what_moves_has_the_means_of_its_own()
    {
        using var fields = new Fields(rowsShareColour: false);
        byte[] still = [0, 10, 40, 90, 160], comb = [50, 200, 50, 200, 50];

        // The first frame has none before it.
        Assert.Equal([0, 20, 40, 100, 160], Column(fields, 0, still));
        Assert.Equal(still, Column(fields, 0, still));
        Assert.Equal(still, Column(fields, 1, still));
        Assert.Equal([50, 50, 50, 50, 50], Column(fields, 0, comb));
        Assert.Equal([90, 90, 125, 160, 160], Column(fields, 1, [7, 90, 7, 160, 7]));
    }

    private static byte[] Column(Fields fields, int parity, byte[] rows)
    {
        using var woven = new Mat(rows.Length, 40, MatType.CV_8UC1);
        using var picture = new Mat();
        for (var y = 0; y < rows.Length; y++)
        {
            using var row = woven.SubMat(y, y + 1, 0, 40);
            row.SetTo(Scalar.All(rows[y]));
        }

        fields.Load(woven);
        fields.Take(parity, picture);
        return [.. Enumerable.Range(0, rows.Length).Select(y => picture.At<byte>(y, 39))];
    }

    private string Interlaced(string first, string order) => _recording.Count(
        "fields.mp4", 50, 0.8, "-vf", $"tinterlace=interleave_{first},setfield={order}", "-c:v", "libx264", "-qp", "4", "-flags", "+ilme+ildct",
        "-x264opts", order + "=1", "-pix_fmt", "yuv420p");
}
