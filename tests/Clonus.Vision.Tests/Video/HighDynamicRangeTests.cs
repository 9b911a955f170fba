using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Video;

public sealed class HighDynamicRangeTests : IDisposable
{
    private readonly Recording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Theory]
    [InlineData("smpte2084")]
    [InlineData("arib-std-b67")]
    public void A_colour_keeps_its_name_and_a_weak_one_its_look(string transfer)
    {
        foreach (var (name, red, green, blue) in new[] { ("green", 40, 160, 80), ("blue", 40, 90, 200), ("magenta", 200, 50, 150), ("yellow", 240, 200, 40), ("cyan", 60, 190, 200) })
        {
            var (b, g, r) = Seen(transfer, red, green, blue);
            Assert.True(((ColourSpec)MarkerSpec.Parse(name)).Matches(Colour.FromBgr(b, g, r)), $"{name} came out as {r}, {g}, {b}");
        }

        // Skin and grey.
        foreach (var (red, green, blue) in new[] { (224, 172, 140), (92, 61, 46), (128, 128, 128), (230, 230, 230) })
        {
            var (b, g, r) = Seen(transfer, red, green, blue);
            Assert.Equal(blue, b, 8.0);
            Assert.Equal(green, g, 8.0);
            Assert.Equal(red, r, 8.0);
        }
    }

    [Fact]
    public void It_is_told_and_a_standard_video_is_left_alone()
    {
        Assert.Contains(ReadVideo.All(Wide("smpte2084", 40, 160, 80)).Issues, issue => issue.Code == "high_dynamic_range");
        Assert.Null(HighDynamicRange.For("bt709"));
        Assert.Null(HighDynamicRange.For(null));
    }

    private (byte Blue, byte Green, byte Red) Seen(string transfer, int red, int green, int blue)
    {
        using var picture = ReadVideo.FirstPicture(Wide(transfer, red, green, blue));
        var pixel = picture.At<Vec3b>(24, 32);
        return (pixel.Item0, pixel.Item1, pixel.Item2);
    }

    private string Wide(string transfer, int red, int green, int blue) => _recording.Make(
        "wide.mp4", "-f", "lavfi", "-i", $"color=c=0x{red:x2}{green:x2}{blue:x2}:size=64x48:rate=30:duration=0.1,format=gbrp",
        "-vf", $"zscale=tin=bt709:min=gbr:pin=bt709:rin=full:npl=203:t={transfer}:m=bt2020nc:p=bt2020:r=limited,format=yuv420p10le",
        "-c:v", "libx265", "-x265-params", $"log-level=none:qp=8:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc", "-tag:v", "hvc1");
}
