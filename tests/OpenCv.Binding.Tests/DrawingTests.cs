using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: lines, shapes, text.</summary>
public sealed class DrawingTests : IDisposable
{
    private readonly Mat _image = new(20, 30, MatType.CV_8UC3, Scalar.All(0));
    private readonly Scalar _orange = Scalar.FromRgb(255, 128, 0);

    public void Dispose() => _image.Dispose();

    [Fact]
    public void A_line_joins_its_points()
    {
        Cv2.Line(_image, new Point(2, 5), new Point(11, 5), _orange);

        Assert.Equal(10, Drawn());
        Assert.Equal(new Vec3b(0, 128, 255), _image.At<Vec3b>(5, 11));
    }

    [Fact]
    public void Shift_counts_in_parts_of_a_pixel()
    {
        Cv2.Line(_image, new Point(2 << 4, 5 << 4), new Point(11 << 4, 5 << 4), _orange, 1, LineTypes.Link8, 4);

        Assert.Equal(10, Drawn());
    }

    [Fact]
    public void A_rectangle_by_corners_holds_both_and_one_by_size_does_not()
    {
        Cv2.Rectangle(_image, new Point(1, 2), new Point(4, 3), _orange, -1);
        Assert.Equal(4 * 2, Drawn());

        _image.SetTo(Scalar.All(0));
        Cv2.Rectangle(_image, Rect.FromLTRB(1, 2, 4, 3), _orange, -1);
        Assert.Equal(3 * 1, Drawn());
    }

    [Fact]
    public void A_circle_lies_around_its_centre()
    {
        Cv2.Circle(_image, new Point(15, 9), 5, _orange, -1);
        Assert.Equal(new Vec3b(0, 128, 255), _image.At<Vec3b>(9, 20));
        Assert.Equal(default, _image.At<Vec3b>(9, 21));
        Assert.InRange(Drawn(), 69, 97);
    }

    [Fact]
    public void Several_polygons_are_drawn_each_by_its_own_points()
    {
        Point[][] polygons =
        [
            [new Point(1, 1), new Point(4, 1), new Point(4, 4), new Point(1, 4)],
            [new Point(20, 10), new Point(24, 10), new Point(24, 12)],
        ];

        Cv2.Polylines(_image, polygons, isClosed: false, _orange);
        Assert.Equal(10 + 7, Drawn());

        _image.SetTo(Scalar.All(0));
        Cv2.Polylines(_image, polygons[..1], isClosed: true, _orange);
        Assert.Equal(12, Drawn());
    }

    [Fact]
    public void Text_covers_the_box_that_was_measured()
    {
        var size = Cv2.GetTextSize("gA", HersheyFonts.HersheySimplex, 0.4, 1, out var baseLine);
        Cv2.PutText(_image, "gA", new Point(3, 12), HersheyFonts.HersheySimplex, 0.4, _orange);

        Assert.InRange(size.Width, 8, 25);
        Assert.InRange(baseLine, 1, 8);
        Assert.True(Drawn() > 10);
        using var outside = _image.SubMat(12 + baseLine + 1, 20, 0, 30);
        Assert.Equal(0, Cv2.Mean(outside).Val1);
    }

    private int Drawn() => Values<Vec3b>(_image).Count(pixel => !pixel.Equals(default));
}
