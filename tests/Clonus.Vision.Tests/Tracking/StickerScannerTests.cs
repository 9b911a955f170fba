using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class StickerScannerTests
{
    private static readonly StickerSettings Settings = new();

    [Theory]
    [InlineData(2.5)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(20)]
    [InlineData(45)]
    public void A_disc_of_any_size_is_found_at_its_place(double radius)
    {
        var picture = DrawnPicture.Plain(640, 400, DrawnPicture.Skin).Disc(301.3, 203.8, radius, DrawnPicture.Green).Soften().HalveChroma().Noise(3, 1);

        var found = Assert.Single(StickerScanner.Find(picture.View(), [], Settings));

        Assert.Equal(301.3, found.Centre.X, 0.25);
        Assert.Equal(203.8, found.Centre.Y, 0.25);
        Assert.Equal(2 * radius, found.Look.DiameterPixels, 0.15 * radius + 1);
    }

    [Fact]
    public void In_a_dim_room_a_sticker_is_as_good_a_one_as_in_the_light()
    {
        static (float, float, float) Lit((float Blue, float Green, float Red) colour, float light) => (light * colour.Blue, light * colour.Green, light * colour.Red);
        double Quality(float light) => Assert.Single(StickerScanner.Find(
            DrawnPicture.Plain(320, 200, Lit(DrawnPicture.Skin, light)).Disc(151.3, 103.8, 7, Lit(DrawnPicture.Green, light)).Soften().HalveChroma().Noise(2, 1).View(), [], Settings)).Quality;

        Assert.InRange(Quality(0.3f), Quality(1) - 0.15, 1);
    }

    [Fact]
    public void A_disc_in_a_large_picture_is_found_as_well()
    {
        var picture = DrawnPicture.Plain(1920, 1080, DrawnPicture.Skin).Disc(1501.3, 803.8, 3.5, DrawnPicture.Blue).Soften().HalveChroma().Noise(3, 1);

        var found = Assert.Single(StickerScanner.Find(picture.View(), [], Settings));

        Assert.Equal(1501.3, found.Centre.X, 0.25);
    }

    [Fact]
    public void A_wall_with_light_falling_on_it_and_noise_holds_no_sticker()
    {
        var picture = new DrawnPicture(640, 400, (x, y) => (90 + (float)(x / 8), 120 + (float)(y / 8), 150)).Noise(8, 2);

        Assert.Empty(StickerScanner.Find(picture.View(), [], Settings));
    }

    [Fact]
    public void A_limb_is_no_sticker_whatever_its_colour()
    {
        // A skin-coloured bar over the whole picture, and one that ends in it.
        var picture = new DrawnPicture(640, 400, (x, y) =>
            Math.Abs(y - 100) < 30 || (Math.Abs(y - 280) < 25 && x < 400) ? DrawnPicture.Skin : (180, 180, 175)).Soften().Noise(3, 3);

        Assert.Empty(StickerScanner.Find(picture.View(), [], Settings));
    }

    [Fact]
    public void Only_the_colours_that_were_asked_for_are_found()
    {
        var picture = DrawnPicture.Plain(640, 400, DrawnPicture.Skin)
            .Disc(100, 100, 8, DrawnPicture.Green).Disc(300, 200, 8, DrawnPicture.Blue).Disc(500, 300, 8, (30, 30, 30)).Soften();

        var found = StickerScanner.Find(picture.View(), [(ColourSpec)MarkerSpec.Parse("blue")], Settings);

        Assert.Equal(300, Assert.Single(found).Centre.X, 0.1);
    }

    [Theory]
    [InlineData("red", 40, 40, 200)]
    [InlineData("orange", 20, 120, 240)]
    [InlineData("yellow", 30, 220, 240)]
    [InlineData("green", 60, 180, 40)]
    [InlineData("cyan", 210, 210, 20)]
    [InlineData("blue", 200, 80, 20)]
    [InlineData("purple", 160, 40, 110)]
    [InlineData("magenta", 190, 20, 220)]
    [InlineData("pink", 180, 130, 245)]
    [InlineData("white", 245, 245, 245)]
    [InlineData("black", 20, 20, 20)]
    public void Each_colour_word_finds_its_sticker_on_skin(string word, float blue, float green, float red)
    {
        var picture = DrawnPicture.Plain(320, 240, DrawnPicture.Skin).Disc(150.5, 120.25, 7, (blue, green, red)).Soften().HalveChroma().Noise(3, 4);

        var found = Assert.Single(StickerScanner.Find(picture.View(), [(ColourSpec)MarkerSpec.Parse(word)], Settings));

        Assert.Equal(150.5, found.Centre.X, 0.2);
        Assert.Equal(word, NamedColour.Describe(found.Look.Core));
    }
}
