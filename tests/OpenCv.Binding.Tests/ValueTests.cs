namespace OpenCvSharp.Tests;

/// <summary>Points, rectangles and colours.</summary>
public sealed class ValueTests
{
    [Fact]
    public void A_point_is_cut_to_whole_numbers()
    {
        Assert.Equal((3, 4), (new Point(3.9, 4).X, new Point(3.9, 4).Y));
        Assert.Equal("(x:3 y:4)", new Point(3.9, 4).ToString());
    }

    [Fact]
    public void A_rectangle_ends_just_before_right_and_bottom()
    {
        var rect = Rect.FromLTRB(1, 2, 4, 8);

        Assert.Equal((3, 6, 4, 8), (rect.Width, rect.Height, rect.Right, rect.Bottom));
        Assert.Throws<ArgumentException>(() => Rect.FromLTRB(4, 0, 1, 1));
    }

    [Fact]
    public void A_colour_is_stored_blue_first()
    {
        var orange = Scalar.FromRgb(255, 128, 0);

        Assert.Equal((0, 128, 255, 0), (orange.Val0, orange.Val1, orange.Val2, orange.Val3));
    }
}
