using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>A known sticker of 12 pixels in drawn pictures: what is said of it, and where its centre is.</summary>
public class SightingTests
{
    private const double Radius = 6, LargeRadius = 12;
    private static readonly TrackingSettings Settings = new();
    private static readonly (float Blue, float Green, float Red) Black = (22, 22, 22);
    private static readonly (float Blue, float Green, float Red) White = (240, 245, 245);

    public static TheoryData<string> Colours => ["green", "blue", "white", "black"];

    [Theory]
    [MemberData(nameof(Colours))]
    public void Seen_whole_it_is_whole_and_its_centre_exact(string colour)
    {
        var sighting = See(Scene(colour, (80.3, 60.7)), colour);

        Assert.Equal(StickerView.Whole, sighting?.View);
        AssertNear((80.3, 60.7), sighting, 0.05);
    }

    [Theory]
    [MemberData(nameof(Colours))]
    public void Smeared_by_its_own_width_it_is_whole_and_its_centre_is_the_middle_of_its_way(string colour)
    {
        for (var i = 0; i < 6; i++)
        {
            var (sin, cos) = Math.SinCos(i * 0.6);
            var sighting = See(Scene(colour, Way(80.3, 60.7, 12 * cos, 12 * sin)), colour);

            Assert.Equal(StickerView.Whole, sighting?.View);
            AssertNear((80.3, 60.7), sighting, 0.1);
        }
    }

    [Theory]
    [InlineData("green", 2)]
    [InlineData("white", 4)]
    [InlineData("black", 4)]
    public void A_smear_is_never_taken_for_a_sticker_that_something_covers(string colour, double noise)
    {
        for (var i = 0; i < 24; i++)
        {
            var (sin, cos) = Math.SinCos(i);
            var length = Radius * (0.5 + (i / 8.0));
            var (x, y) = (80 + (i * 0.137), 60 + (i * 0.091));
            var sighting = See(Scene(colour, Way(x, y, length * cos, length * sin)).Noise(noise, i), colour);

            Assert.NotEqual(StickerView.Part, sighting?.View);
            if (sighting is not null)
            {
                AssertNear((x, y), sighting, 0.5);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(2.1)]
    [InlineData(4)]
    public void Covered_on_one_side_it_is_a_part_with_the_centre_that_its_rim_tells(double direction)
    {
        var (sin, cos) = Math.SinCos(direction);
        // A cover of another colour, its edge half of the radius from the centre.
        var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(80.3, 60.7, LargeRadius, DrawnPicture.Green)
            .Disc(80.3 + (46 * cos), 60.7 + (46 * sin), 40, (60, 60, 70)).Soften().HalveChroma();

        var sighting = See(picture, "green", LargeRadius);

        Assert.Equal(StickerView.Part, sighting?.View);
        // What the confidence calls right: within 5 % of the diameter.
        AssertNear((80.3, 60.7), sighting, 0.05 * 2 * LargeRadius);
    }

    [Fact]
    public void Covered_by_three_quarters_it_is_not_seen()
    {
        var picture = new DrawnPicture(160, 120, (_, _) => DrawnPicture.Skin).Disc(80.3, 60.7, Radius, DrawnPicture.Green)
            .Disc(80.3 + 57, 60.7, 60, (60, 60, 70)).Soften().HalveChroma();

        Assert.Null(See(picture, "green"));
    }

    [Fact]
    public void Cut_a_little_by_the_border_it_is_a_part_and_its_centre_is_kept()
    {
        var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(8.3, 60.7, LargeRadius, DrawnPicture.Green).Soften().HalveChroma();

        var sighting = See(picture, "green", LargeRadius);

        Assert.Equal(StickerView.Part, sighting?.View);
        AssertNear((8.3, 60.7), sighting, 0.5);
    }

    [Fact]
    public void Cut_through_its_middle_by_the_border_it_is_not_whole()
    {
        Assert.NotEqual(StickerView.Whole, See(Scene("green", (0.3, 60.7)), "green")?.View);
    }

    [Fact]
    public void Something_else_of_its_colour_is_not_it()
    {
        Assert.Null(See(DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(80, 60, 14, DrawnPicture.Green, flat: 0.3).Soften().HalveChroma(), "green"));
    }

    [Fact]
    public void A_smear_teaches_neither_colour_nor_rim()
    {
        var sighting = See(Scene("black", Way(80.3, 60.7, 12, 3)), "black")!;

        Assert.Equal(Look("black").Core.Luma, sighting.Core.Luma, 12f);
        Assert.Equal(Math.PI * Radius * Radius, sighting.AreaPixels, 15.0);
        Assert.All(sighting.Radii, radius => Assert.True(float.IsNaN(radius)));
    }

    private static DrawnPicture Scene(string colour, params (double X, double Y)[] places) =>
        DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Exposure(places, Radius, Paint(colour)).Soften().HalveChroma();

    private static (double X, double Y)[] Way(double x, double y, double alongX, double alongY) =>
        [.. Enumerable.Range(0, 16).Select(i => ((i + 0.5) / 16) - 0.5).Select(part => (x + (part * alongX), y + (part * alongY)))];

    private static (float Blue, float Green, float Red) Paint(string colour) => colour switch
    {
        "green" => DrawnPicture.Green,
        "blue" => DrawnPicture.Blue,
        "white" => White,
        _ => Black,
    };

    private static StickerLook Look(string colour, double radius = Radius)
    {
        var (blue, green, red) = Paint(colour);
        var (own, skin) = (Colour.FromBgr(blue, green, red), Colour.FromBgr(DrawnPicture.Skin.Blue, DrawnPicture.Skin.Green, DrawnPicture.Skin.Red));
        var weight = colour is "white" or "black" ? 1 : (float)Settings.Sticker.LumaWeight;
        return new StickerLook(own, weight, own.DistanceTo(skin, weight), Math.PI * radius * radius);
    }

    /// <summary>The patch of its colour, as the search takes it: first as it is, then as pale as a smear.</summary>
    private static Sighting? See(DrawnPicture picture, string colour, double radius = Radius)
    {
        var look = Look(colour, radius);
        var view = picture.View();
        var (circle, usual) = (new float[StickerRim.Rays], new float[StickerRim.Rays]);
        Array.Fill(circle, (float)radius);
        var sharp = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(80, 60, radius, Paint(colour)).Soften().HalveChroma();
        StickerRim.Measure(sharp.View(), new ImagePoint(80, 60), look, circle, Settings.Rim, usual);
        var patches = new List<(Blob Blob, bool Cut)>();
        foreach (var wanted in (StickerLook[])[look, look.WithRim(Settings.Link.SmearedRim)])
        {
            BlobSearch.FindAll(view, new PixelBox(0, 0, picture.Width, picture.Height), wanted, 1, patches);
            if (patches.Count > 0)
            {
                var (patch, cut) = patches.MaxBy(p => p.Blob.AreaPixels);
                if (Sighting.Of(view, patch, cut, wanted, usual, Settings) is { } sighting)
                {
                    return sighting;
                }
            }
        }

        return null;
    }

    private static void AssertNear((double X, double Y) place, Sighting? sighting, double tolerance) =>
        Assert.InRange(sighting!.Centre.DistanceTo(new ImagePoint(place.X, place.Y)), 0, tolerance);
}
