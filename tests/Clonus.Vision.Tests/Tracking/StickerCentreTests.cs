using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class StickerCentreTests
{
    private static readonly StickerSettings Settings = new();

    [Theory]
    [InlineData(0, 0.03)]
    [InlineData(5, 0.1)]
    public void The_centre_of_a_sticker_of_12_pixels_is_found_to_a_fraction_of_a_pixel(double noise, double tolerance)
    {
        var errors = Enumerable.Range(0, 60).Select(i =>
        {
            var (x, y) = (80 + (i * 0.137), 60 + (i * 0.091));
            return Measure(Sticker(x, y, noise, i)).Centre - new ImagePoint(x, y);
        }).ToArray();

        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, tolerance);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.Y * e.Y)), 0, tolerance);
        Assert.InRange(errors.Average(e => e.X), -tolerance / 2, tolerance / 2);
    }

    [Fact]
    public void No_fraction_of_a_pixel_is_favoured()
    {
        const int Bins = 10, Count = 400;
        var histogram = new int[Bins];
        for (var i = 0; i < Count; i++)
        {
            var x = 80 + ((double)i / Count);
            var found = Measure(Sticker(x, 60.4, 0, i)).Centre.X;
            histogram[(int)Math.Floor((found - Math.Floor(found)) * Bins)]++;
        }

        Assert.All(histogram, n => Assert.InRange(n, 0.7 * Count / Bins, 1.3 * Count / Bins));
    }

    [Fact]
    public void A_sticker_half_on_skin_and_half_before_a_dark_couch_keeps_its_centre()
    {
        var errors = Enumerable.Range(0, 20).Select(i =>
        {
            var (x, y) = (80 + (i * 0.17), 60.3);
            var picture = new DrawnPicture(160, 120, (_, row) => row < 61 ? DrawnPicture.Skin : (70, 60, 50))
                .Disc(x, y, 6, DrawnPicture.Green).Soften().HalveChroma().Noise(2, i);
            return Measure(picture).Centre - new ImagePoint(x, y);
        }).ToArray();

        Assert.InRange(errors.Average(e => e.Y), -0.25, 0.25);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, 0.1);
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(11, 5)]
    public void A_smear_of_motion_has_its_middle_for_centre(double smearX, double smearY)
    {
        var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(80.3, 60.7, 6, DrawnPicture.Green, smearX, smearY).Soften().HalveChroma();

        var measure = Measure(picture);

        Assert.Equal(80.3, measure.Centre.X, 0.15);
        Assert.Equal(60.7, measure.Centre.Y, 0.15);
        Assert.Equal(Math.PI * 36, measure.AreaPixels, 25.0);
    }

    [Fact]
    public void Noise_and_falling_light_over_a_large_sticker_move_its_centre_by_hundredths()
    {
        var errors = Enumerable.Range(0, 20).Select(i =>
        {
            var (x, y) = (80 + (i * 0.137), 60 + (i * 0.091));
            var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(x, y, 20, DrawnPicture.Green)
                .Light((column, row) => 1.1 - (0.0015 * column) - (0.0005 * row)).Soften().HalveChroma().Noise(5, i);
            return Measure(picture, 20).Centre - new ImagePoint(x, y);
        }).ToArray();

        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, 0.03);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.Y * e.Y)), 0, 0.03);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2.5)]
    public void Where_an_exposure_is_long_the_centre_is_the_mean_of_a_bent_and_uneven_way(double bend)
    {
        var errors = Enumerable.Range(0, 12).Select(i =>
        {
            // A quarter more than its own width along, slowing down, and bent sideways.
            var turn = i * 0.5;
            var way = Enumerable.Range(0, 24).Select(k => ((k + 0.5) / 24) - 0.5).Select(t => (Along: (15 * t) - (bend * t * t), Across: 2 * bend * t * t)).ToArray();
            var (sin, cos) = Math.SinCos(turn);
            var places = way.Select(p => (80.3 + (i * 0.17) + (p.Along * cos) - (p.Across * sin), 60.7 + (p.Along * sin) + (p.Across * cos))).ToArray();
            var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(places, 6, DrawnPicture.Green).Soften().HalveChroma().Noise(1, i);
            return Measure(picture).Centre - new ImagePoint(places.Average(p => p.Item1), places.Average(p => p.Item2));
        }).ToArray();

        Assert.InRange(Math.Sqrt(errors.Average(e => ((e.X * e.X) + (e.Y * e.Y)) / 2)), 0, 0.05);
    }

    [Fact]
    public void A_sticker_cut_by_the_border_has_no_centre()
    {
        var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(1.5, 60, 6, DrawnPicture.Green);

        Assert.Null(StickerCentre.Measure(picture.View(), new Blob(new ImagePoint(3, 60), 70, 4, 9, 0), null, Settings));
    }

    private static DrawnPicture Sticker(double x, double y, double noise, int seed) =>
        DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Disc(x, y, 6, DrawnPicture.Green).Soften().HalveChroma().Noise(noise, seed);

    private static CentreMeasure Measure(DrawnPicture picture, double radius = 6)
    {
        var green = Colour.FromBgr(DrawnPicture.Green.Blue, DrawnPicture.Green.Green, DrawnPicture.Green.Red);
        var look = new StickerLook(green, (float)Settings.LumaWeight, 70, Math.PI * radius * radius);
        var view = picture.View();
        var patches = new List<(Blob Blob, bool Cut)>();
        BlobSearch.FindAll(view, new PixelBox(0, 0, picture.Width, picture.Height), look.WithRim(new LinkSettings().SmearedRim), 1, patches);
        var rough = patches.MaxBy(p => p.Blob.AreaPixels).Blob;
        return StickerCentre.Measure(view, rough, look, Settings) ?? throw new InvalidOperationException("no centre");
    }
}
