using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class QuadrantTests
{
    private static readonly StickerSettings Sticker = new();
    private static readonly PatternSettings Settings = new();

    [Theory]
    [InlineData(5, 20, 1, false)]
    [InlineData(6, 45, 1, false)]
    [InlineData(6, 12, 0.8, false)]
    [InlineData(12, 30, 0.7, true)]
    [InlineData(20, 75, 1, false)]
    [InlineData(45, 5, 0.8, true)]
    public void A_target_of_any_size_turn_and_tilt_is_found_at_its_crossing(double radius, double turn, double flat, bool square)
    {
        var errors = Enumerable.Range(0, 16).Select(i =>
        {
            var (x, y) = (120 + (i / 8.0), 90 + (i * 3 % 8 / 8.0));
            var picture = DrawnPicture.Plain(240, 180, DrawnPicture.Skin).Quadrant(x, y, radius, turn, flat, square).Soften().HalveChroma().Noise(2, i);
            var found = Assert.Single(QuadrantScanner.Find(picture.View(), Sticker, Settings));
            Assert.InRange(found.Look.DiameterPixels, 1.2 * radius, 2.9 * radius);
            return found.Centre - new ImagePoint(x, y);
        }).ToArray();

        var tolerance = radius < 6 ? 0.06 : 0.03;
        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, tolerance);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.Y * e.Y)), 0, tolerance);
        Assert.InRange(errors.Average(e => e.X), -tolerance / 2, tolerance / 2);
        Assert.InRange(errors.Average(e => e.Y), -tolerance / 2, tolerance / 2);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(142)]
    [InlineData(187)]
    public void The_corner_where_a_quarter_ends_at_a_white_rim_is_no_target(int seed)
    {
        var (x, y) = (60 + (seed * 0.137 % 1), 50 + (seed * 0.291 % 1));
        var picture = DrawnPicture.Plain(120, 100, DrawnPicture.Skin).Disc(x, y, 20, (234, 239, 239)).Quadrant(x, y, 18.8, seed * 0.6, black: 30, white: 237).HalveChroma().Noise(2, seed);

        var found = Assert.Single(QuadrantScanner.Find(picture.View(), Sticker, Settings));

        Assert.InRange(found.Centre.DistanceTo(new ImagePoint(x, y)), 0, 0.1);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(86)]
    [InlineData(89)]
    public void A_target_keeps_its_size_wherever_its_crossing_lies_between_the_pixels(int seed)
    {
        var (x, y) = (60 + (seed * 0.137 % 1), 50 + (seed * 0.291 % 1));
        var picture = DrawnPicture.Plain(120, 100, DrawnPicture.Skin).Quadrant(x, y, 12, seed * 0.6).HalveChroma().Noise(3, seed);

        var found = Assert.Single(QuadrantScanner.Find(picture.View(), Sticker, Settings));

        Assert.InRange(found.Look.DiameterPixels, 20, 26);
    }

    [Fact]
    public void Targets_win_over_stickers_that_their_quarters_were_taken_for()
    {
        double[] places = [50, 110, 170, 230];
        var linker = new MarkerLinker([], new TrackingSettings());
        for (var frame = 0; frame < 20; frame++)
        {
            var picture = DrawnPicture.Plain(280, 120, DrawnPicture.Skin);
            foreach (var x in places)
            {
                // At first their white is lost in the light, and two black spots are all that is seen of each.
                picture = frame < 5
                    ? picture.Disc(x - 4.2, 55.8, 4.5, (25, 25, 25)).Disc(x + 4.2, 64.2, 4.5, (25, 25, 25))
                    : picture.Quadrant(x, 60, 12);
            }

            linker.Advance(picture.Soften().HalveChroma().Noise(2, frame).View(), frame / 15.0);
        }

        Assert.Equal(places.Length, linker.Tracks.Count);
        Assert.All(linker.Tracks, track => Assert.Equal(MarkerKind.Quadrant, track.Look.Kind));
        Assert.All(places, x => Assert.Single(linker.Tracks, track => track.Last.DistanceTo(new ImagePoint(x, 60)) < 0.1));
    }

    [Fact]
    public void Several_targets_of_a_large_picture_are_found()
    {
        var picture = DrawnPicture.Plain(1600, 900, (110, 120, 125)).Quadrant(300.3, 200.6, 8, 10).Quadrant(800.7, 450.2, 30, 50).Quadrant(1400.4, 700.5, 12, 80)
            .Soften().Noise(3, 1);

        var found = QuadrantScanner.Find(picture.View(), Sticker, Settings);

        Assert.Equal([300.3, 800.7, 1400.4], found.Select(f => Math.Round(f.Centre.X, 1)).Order());
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(8, 8)]
    public void Motion_blur_leaves_the_middle_of_the_way(double smearX, double smearY)
    {
        var still = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Quadrant(78, 60, 14, 20).Soften().Noise(2, 1);
        var known = Assert.Single(QuadrantScanner.Find(still.View(), Sticker, Settings)).Look.Pattern!.Value;
        var picture = DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Quadrant(80.3, 60.7, 14, 20, smearX: smearX, smearY: smearY).Soften().Noise(2, 2);

        var found = Assert.NotNull(QuadrantScanner.Follow(picture.View(), known, new ImagePoint(78, 60), Sticker, Settings));

        Assert.Equal(80.3, found.Centre.X, 0.1);
        Assert.Equal(60.7, found.Centre.Y, 0.1);
    }

    [Fact]
    public void Edges_corners_discs_stripes_and_noise_are_no_targets()
    {
        var picture = new DrawnPicture(640, 400, (x, y) =>
                x < 200 && y < 150 ? (20, 20, 20)
                : x > 450 ? (Math.Sin(x * 0.4) > 0 ? (220, 220, 220) : (60, 60, 60))
                : (150, 155, 160))
            .Disc(300, 80, 10, (20, 20, 20)).Disc(300, 110, 10, (240, 240, 240)).Disc(300, 250, 30, (230, 230, 230)).Disc(300, 250, 10, (20, 20, 20))
            .Soften().Noise(5, 3);

        Assert.Empty(QuadrantScanner.Find(picture.View(), Sticker, Settings));
    }

    [Fact]
    public void A_target_is_followed_lost_while_hidden_and_found_again()
    {
        double X(int frame) => 120 + (12 * Math.Sin(2 * Math.PI * 5.5 * frame / 30));
        var settings = new TrackingSettings();
        var linker = new MarkerLinker([(LookSpec)MarkerSpec.Parse("quadrant")], settings);
        for (var frame = 0; frame < 60; frame++)
        {
            var picture = DrawnPicture.Plain(240, 180, DrawnPicture.Skin).Quadrant(X(frame), 90, 9, 15);
            if (frame is >= 30 and < 40)
            {
                picture.Disc(X(frame) + 3, 90, 16, (90, 110, 150));
            }

            linker.Advance(picture.Soften().HalveChroma().Noise(3, frame).View(), frame / 30.0);
        }

        var track = Assert.Single(TrackJoiner.Join(linker.Tracks, [.. Enumerable.Range(0, 60).Select(frame => frame / 30.0)], settings.Link, settings.Join));
        Assert.All(Enumerable.Range(30, 10), frame => Assert.Null(track.Samples[frame]));
        Assert.All(Enumerable.Range(0, 60).Where(frame => frame is < 30 or >= 42), frame => Assert.Equal(X(frame), track.Samples[frame]!.Value.Position.X, 0.1));
        Assert.All(track.Samples.OfType<MarkerSample>(), sample => Assert.InRange(sample.Confidence, 0.8, 1));
        Assert.InRange(track.SizePixels!.Value, 15, 20);
    }
}
