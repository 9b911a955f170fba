using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Tests.Drawing;

public class PainterTests
{
    [Fact]
    public void A_pixel_takes_on_the_part_that_is_covered()
    {
        var picture = Filled(8, 6, [new(1.75, 0.5), new(5.0, 0.5), new(5.0, 3.25), new(1.75, 3.25)]);

        Assert.Equal(0.75, picture[2, 2].X, 1e-6);
        Assert.Equal(1, picture[3, 2].X, 1e-6);
        Assert.Equal(0.5, picture[5, 2].X, 1e-6);
        Assert.Equal(0.75 * 0.75, picture[2, 3].X, 1e-6);
        Assert.Equal(0, picture[1, 2].X, 1e-6);
        Assert.Equal(0, picture[3, 4].X, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Area_and_centre_of_any_triangle_are_kept(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            ImagePoint[] corners = [.. Enumerable.Range(0, 3).Select(_ => new ImagePoint(2 + (random.NextDouble() * 26), 2 + (random.NextDouble() * 16)))];
            var area = Math.Abs(((corners[1].X - corners[0].X) * (corners[2].Y - corners[0].Y)) - ((corners[2].X - corners[0].X) * (corners[1].Y - corners[0].Y))) / 2;

            var (sum, centre) = Moments(Filled(32, 20, corners));

            Assert.Equal(area, sum, 2e-3);
            if (area > 20)
            {
                // Coverage keeps each pixel's share of the area at the pixel's middle: up to a tenth off for thin corners.
                Assert.Equal(corners.Average(c => c.X), centre.X, 0.1);
                Assert.Equal(corners.Average(c => c.Y), centre.Y, 0.1);
            }
        }
    }

    [Fact]
    public void Outlines_may_leave_the_picture_on_every_side()
    {
        var picture = Filled(8, 6, [new(-20, -30), new(40, -30), new(40, 30), new(-20, 30)]);

        Assert.All(picture.Pixels, p => Assert.Equal(1, p.X, 1e-6));
    }

    private static Picture Filled(int width, int height, ImagePoint[] outline)
    {
        var picture = new Picture(width, height);
        new Painter().Fill(picture, picture.Box, new Shape(outline, new SurfaceShade(Vector3.One, 0, 0, 0, 1)));
        return picture;
    }

    private static (double Sum, ImagePoint Centre) Moments(Picture picture)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            var weight = picture.Pixels[i].X;
            (sum, x, y) = (sum + weight, x + (weight * (i % picture.Width)), y + (weight * (i / picture.Width)));
        }

        return (sum, new ImagePoint(x / sum, y / sum));
    }
}
