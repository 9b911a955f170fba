namespace OpenCvSharp.Tests;

/// <summary>Points, sizes, rectangles, scalars and codes.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Points_add_subtract_and_measure()
    {
        var a = new Point(3.9, 4);
        var b = new Point2d { X = 1.5, Y = 2 };
        var c = new Point2f { X = 0, Y = 5 };

        Assert.Equal(new Point(6, 8), a + a);
        Assert.Equal(new Point(0, 0), a - a);
        Assert.Equal(5, a.DistanceTo(new Point(0, 0)));
        Assert.Equal(new Point2d { X = 3, Y = 4 }, b + b);
        Assert.Equal(5, c.DistanceTo(default));
        Assert.Equal("(x:1.5 y:2)", b.ToString());
    }

    [Fact]
    public void A_rectangle_ends_just_before_right_and_bottom()
    {
        var rect = Rect.FromLTRB(1, 2, 4, 8);

        Assert.Equal((3, 6, 4, 8), (rect.Width, rect.Height, rect.Right, rect.Bottom));
        Assert.True(rect.Contains(3, 7));
        Assert.False(rect.Contains(4, 7));
        Assert.Equal(Rect.FromLTRB(2, 3, 4, 5), rect.Intersect(Rect.FromLTRB(2, 3, 9, 5)));
        Assert.Equal(default, rect.Intersect(Rect.FromLTRB(20, 20, 21, 21)));
        Assert.Equal(new Point(1, 2), rect.TopLeft);
        Assert.Throws<ArgumentException>(() => Rect.FromLTRB(4, 0, 1, 1));
    }

    [Fact]
    public void A_colour_is_stored_blue_first()
    {
        var orange = Scalar.FromRgb(255, 128, 0);

        Assert.Equal((0, 128, 255, 0), (orange.Val0, orange.Val1, orange.Val2, orange.Val3));
        Assert.Equal(255, orange[2]);
        orange[0] = 5;
        Assert.Equal(5, orange.ToDouble());
        Assert.Throws<ArgumentOutOfRangeException>(() => orange[4]);
    }

    [Fact]
    public void A_codec_has_four_characters()
    {
        Assert.Equal(0x47504A4D, FourCC.FromString("MJPG").Value);
        Assert.Equal(0x47504A4D, (int)FourCC.FromString("MJPG"));
        Assert.Throws<ArgumentException>(() => FourCC.FromString("VP9"));
    }
}
