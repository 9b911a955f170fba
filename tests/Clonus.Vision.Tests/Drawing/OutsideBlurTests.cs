using Clonus.Vision.Drawing;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Drawing;

public sealed class OutsideBlurTests : IDisposable
{
    // 16 cells of 15 pixels along the shorter side.
    private readonly Mat _detailed = new(240, 300, MatType.CV_8UC3, Scalar.All(128));
    private readonly Mat _plain = new(240, 300, MatType.CV_8UC3, Scalar.All(128));
    private readonly OutsideBlur _blur = new(new OverlaySettings());

    public OutsideBlurTests()
    {
        // Rows of light and dark, the means of whole cells being as in the plain picture.
        for (var y = 0; y < 240; y++)
        {
            using var row = _detailed.SubMat(y, y + 1, 0, 300);
            row.SetTo(Scalar.All((y % 15) switch { 14 => 128, var r when r % 2 == 0 => 28, _ => 228 }));
        }
    }

    public void Dispose()
    {
        _detailed.Dispose();
        _plain.Dispose();
        _blur.Dispose();
    }

    [Fact]
    public void What_differs_inside_the_cells_only_is_gone_for_good()
    {
        _blur.Apply(_detailed, null);
        _blur.Apply(_plain, null);

        Assert.Equal(0, Difference(0, 240, 0, 300));
    }

    [Fact]
    public void The_box_stays_as_it_was_and_nothing_around_it_does()
    {
        using var before = _detailed.Clone();

        _blur.Apply(_detailed, Rect.FromLTRB(60, 45, 150, 120));
        before.CopyTo(_plain);

        Assert.Equal(0, Difference(45, 120, 60, 150));
        Assert.InRange(Difference(45, 120, 0, 60), 80, 110);
        Assert.InRange(Difference(120, 240, 0, 300), 80, 110);
        Assert.InRange(Difference(0, 45, 0, 300), 80, 110);
    }

    private double Difference(int top, int bottom, int left, int right)
    {
        using var a = _detailed.SubMat(top, bottom, left, right);
        using var b = _plain.SubMat(top, bottom, left, right);
        using var difference = new Mat();
        Cv2.Absdiff(a, b, difference);
        return Cv2.Mean(difference).Val0;
    }
}
