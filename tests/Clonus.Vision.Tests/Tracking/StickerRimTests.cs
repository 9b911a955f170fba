using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class StickerRimTests
{
    private static readonly RimSettings Settings = new();

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(15)]
    public void Every_ray_of_a_disc_ends_at_its_radius(double radius)
    {
        var radii = Measure(DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(80.3, 60.7, radius, DrawnPicture.Green).Soften(), radius);

        Assert.All(radii, r => Assert.Equal(radius, r, 0.3));
    }

    [Fact]
    public void A_ray_that_leaves_the_picture_has_no_end()
    {
        var radii = Measure(DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(3, 60, 6, DrawnPicture.Green).Soften(), 6, 3, 60);

        Assert.True(float.IsNaN(radii[StickerRim.Rays / 2]));
        Assert.Equal(6, radii[0], 0.3);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, -0.2)]
    public void A_rim_alike_on_opposite_sides_is_whole(double shiftX, double shiftY)
    {
        var usual = Circle(6);
        var fit = RimFit.Of(Moved(usual, shiftX, shiftY), usual, Settings);

        Assert.Equal(StickerView.Whole, fit.View);
        Assert.Equal(shiftX, fit.Shift.X, 0.02);
        Assert.Equal(shiftY, fit.Shift.Y, 0.02);
    }

    [Fact]
    public void A_rim_cut_on_one_side_is_a_part_and_tells_its_centre()
    {
        // Seen from one pixel beside the centre, which a straight edge two pixels on hides beyond it.
        var usual = Circle(8);
        var radii = Moved(usual, -1, 0);
        for (var i = 0; i < StickerRim.Rays; i++)
        {
            var along = StickerRim.Directions[i].X;
            radii[i] = along > 0 ? Math.Min(radii[i], (float)(5 / along)) : radii[i];
        }

        var fit = RimFit.Of(radii, usual, Settings);

        Assert.Equal(StickerView.Part, fit.View);
        Assert.Equal(-1, fit.Shift.X, 0.25);
        Assert.Equal(0, fit.Shift.Y, 0.1);
    }

    [Fact]
    public void A_rim_with_too_few_rays_is_unclear()
    {
        var usual = Circle(6);
        var radii = usual.ToArray();
        radii.AsSpan(0, StickerRim.Rays / 2).Fill(float.NaN);

        Assert.Equal(StickerView.Unclear, RimFit.Of(radii, usual, Settings).View);
    }

    [Fact]
    public void The_ellipse_of_a_rim_has_its_axes_and_direction()
    {
        var radii = StickerRim.Directions.Select(u =>
        {
            var (along, across) = ((u.X * 0.8) + (u.Y * 0.6), (u.Y * 0.8) - (u.X * 0.6));
            return (float)(1 / Math.Sqrt((along * along / 81) + (across * across / 16)));
        }).ToArray();

        var ellipse = Ellipse.OfRim(default, radii, StickerRim.Directions)!.Value;

        Assert.Equal((9, 4), (Math.Round(ellipse.Long, 4), Math.Round(ellipse.Short, 4)));
        Assert.Equal(1, Math.Abs((ellipse.DirectionX * 0.8) + (ellipse.DirectionY * 0.6)), 1e-4);
    }

    private static float[] Circle(float radius)
    {
        var radii = new float[StickerRim.Rays];
        Array.Fill(radii, radius);
        return radii;
    }

    // To first order, as for a circle whose centre lies there.
    private static float[] Moved(float[] radii, double x, double y) =>
        [.. radii.Select((r, i) => (float)(r + (x * StickerRim.Directions[i].X) + (y * StickerRim.Directions[i].Y)))];

    private static float[] Measure(DrawnPicture picture, double radius, double x = 80.3, double y = 60.7)
    {
        var green = Colour.FromBgr(DrawnPicture.Green.Blue, DrawnPicture.Green.Green, DrawnPicture.Green.Red);
        var skin = Colour.FromBgr(DrawnPicture.Skin.Blue, DrawnPicture.Skin.Green, DrawnPicture.Skin.Red);
        var look = new StickerLook(green, 0.2f, green.DistanceTo(skin, 0.2f), Math.PI * radius * radius);
        var radii = new float[StickerRim.Rays];
        StickerRim.Measure(picture.View(), new ImagePoint(x, y), look, Circle((float)radius), Settings, radii);
        return radii;
    }
}
