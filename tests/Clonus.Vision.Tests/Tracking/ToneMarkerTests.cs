using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using Level = (float Blue, float Green, float Red);

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Markers told by brightness alone: balls and lamps that bloom, dots of ink.</summary>
public class ToneMarkerTests
{
    private static readonly StickerSettings Settings = new();
    private static readonly Level DarkSkin = (38, 50, 75);
    private static readonly Level Overexposed = (700, 700, 700);

    [Theory]
    [InlineData(1.5, "skin")]
    [InlineData(2.5, "skin")]
    [InlineData(6, "skin")]
    [InlineData(20, "skin")]
    [InlineData(48, "skin")]
    [InlineData(1.5, "night")]
    [InlineData(6, "night")]
    [InlineData(48, "night")]
    [InlineData(4, "wall")]
    [InlineData(20, "wall")]
    public void A_bright_ball_of_any_size_is_found_on_any_ground(double radius, string ground)
    {
        Level around = ground switch { "skin" => DrawnPicture.Skin, "night" => (6, 6, 6), _ => (216, 220, 222) };
        var picture = DrawnPicture.Plain(640, 400, around)
            .Disc(301.3, 203.8, radius, (330, 330, 330)).Disc(120.7, 90.2, radius, (330, 330, 330)).Soften().Clip().HalveChroma().Noise(3, 1);

        var found = Find(picture, "bright");

        Assert.Equal(2, found.Length);
        var sticker = found.Single(s => s.Centre.X > 200);
        Assert.Equal(301.3, sticker.Centre.X, 0.25);
        Assert.Equal(203.8, sticker.Centre.Y, 0.25);
    }

    [Theory]
    [InlineData(20, 20, 255)]
    [InlineData(255, 60, 20)]
    [InlineData(40, 255, 60)]
    public void A_coloured_lamp_with_a_white_heart_and_a_halo_keeps_its_centre(float blue, float green, float red)
    {
        var errors = Shifts().Select(shift =>
        {
            var (x, y) = (120 + shift.X, 90 + shift.Y);
            Level around = (25, 22, 24);
            var picture = DrawnPicture.Plain(240, 180, around)
                .Glow(x, y, 9, (blue * 0.5f, green * 0.5f, red * 0.5f)).Disc(x, y, 4, (blue * 3, green * 3, red * 3)).Soften().Clip().HalveChroma().Noise(2, shift.Seed);
            return Assert.Single(Find(picture, "bright")).Centre - new ImagePoint(x, y);
        }).ToArray();

        AssertUnbiased(errors, 0.06);
    }

    [Theory]
    [InlineData(2, 0.12)]
    [InlineData(6, 0.06)]
    [InlineData(20, 0.06)]
    public void Bloom_does_not_move_the_centre(double radius, double tolerance)
    {
        var errors = Shifts().Select(shift =>
        {
            var (x, y) = (120 + shift.X, 90 + shift.Y);
            var picture = DrawnPicture.Plain(240, 180, (90, 110, 140))
                .Disc(x, y, radius, Overexposed).Glow(x, y, 1.2 * radius, (120, 120, 120)).Soften().Clip().HalveChroma().Noise(3, shift.Seed);
            return Assert.Single(Find(picture, "bright")).Centre - new ImagePoint(x, y);
        }).ToArray();

        AssertUnbiased(errors, tolerance);
    }

    [Fact]
    public void Walls_windows_tubes_gloss_and_limbs_are_no_bright_markers()
    {
        var picture = new DrawnPicture(640, 400, (x, y) =>
                x > 480 && y < 200 ? (250, 250, 250)
                : Math.Abs(y - 300) < 40 ? DrawnPicture.Skin
                : x < 160 && Math.Abs(y - 60) < 5 ? (255, 255, 255)
                : (150 + (float)(x / 20), 150, 155))
            .Glow(220, 290, 14, (60, 60, 60)).Glow(360, 305, 7, (90, 90, 90)).Glow(480, 300, 25, (70, 60, 50), flat: 0.3).Soften().Clip().Noise(3, 5);

        Assert.Empty(Find(picture, "bright"));
    }

    [Theory]
    [InlineData(1.8, false)]
    [InlineData(3, false)]
    [InlineData(8, false)]
    [InlineData(30, false)]
    [InlineData(2.5, true)]
    [InlineData(6, true)]
    [InlineData(20, true)]
    public void A_dot_of_ink_is_found_on_light_and_on_dark_skin(double radius, bool darkSkin)
    {
        var ink = darkSkin ? (14f, 14f, 15f) : (45f, 40f, 42f);
        var errors = Shifts().Select(shift =>
        {
            var (x, y) = (120 + shift.X, 90 + shift.Y);
            var picture = DrawnPicture.Plain(240, 180, darkSkin ? DarkSkin : DrawnPicture.Skin).Disc(x, y, radius, ink).Soften().HalveChroma().Noise(2, shift.Seed);
            return Assert.Single(Find(picture, "dark")).Centre - new ImagePoint(x, y);
        }).ToArray();

        AssertUnbiased(errors, radius < 3 ? 0.2 : 0.12);
    }

    [Fact]
    public void Hair_shadows_shoes_and_trouser_edges_are_no_dark_markers()
    {
        var picture = new DrawnPicture(640, 400, (x, y) =>
                x < 200 && y < 210 ? (40, 38, 36)
                : y > 330 ? (30, 30, 34)
                : DrawnPicture.Skin)
            .Glow(300, 120, 12, (-50, -60, -80)).Glow(420, 140, 30, (-40, -50, -70), flat: 0.4).Soften();
        for (var hair = 0; hair < 25; hair++)
        {
            var (x, y) = (260 + (hair * 13.7), 200 + (hair * 7 % 90));
            for (var part = 0; part < 14; part++)
            {
                picture.Disc(x + (part * 0.9), y + (part * (hair % 3)), 0.7, (50, 55, 70));
            }
        }

        Assert.Empty(Find(picture.Noise(3, 7), "dark"));
    }

    [Fact]
    public void Noise_in_a_dark_room_is_no_marker()
    {
        var picture = DrawnPicture.Plain(640, 400, (14, 14, 14)).Noise(6, 3);

        Assert.Empty(Find(picture, "bright"));
        Assert.Empty(Find(picture, "dark"));
    }

    [Fact]
    public void A_bright_marker_is_followed_from_skin_to_wall_and_its_size_is_known()
    {
        var linker = new MarkerLinker([(LookSpec)MarkerSpec.Parse("bright")], new TrackingSettings());
        for (var frame = 0; frame < 40; frame++)
        {
            var picture = new DrawnPicture(400, 200, (x, _) => x < 200 ? (90, 110, 140) : (180, 185, 190))
                .Disc(160 + (2 * frame), 100, 6, Overexposed).Soften().Clip().HalveChroma().Noise(3, frame);
            linker.Advance(picture.View(), frame / 30.0);
        }

        var track = Assert.Single(linker.Tracks);
        Assert.Equal(40, track.SeenCount);
        Assert.All(Enumerable.Range(0, 40), frame => Assert.Equal(160 + (2 * frame), track.Samples[frame]!.Value.Position.X, 0.6));
        // A pixel that the ball fills to a tenth is as bright as one that it fills to the half elsewhere.
        Assert.InRange(track.SizePixels!.Value, 12, 15);
    }

    private static System.Collections.Immutable.ImmutableArray<Sticker> Find(DrawnPicture picture, string spec) =>
        StickerScanner.Find(picture.View(), [(LookSpec)MarkerSpec.Parse(spec)], Settings);

    private static IEnumerable<(double X, double Y, int Seed)> Shifts() => Enumerable.Range(0, 32).Select(i => (i / 8.0, (i * 3 % 8) / 8.0, i));

    private static void AssertUnbiased(ImagePoint[] errors, double tolerance)
    {
        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, tolerance);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.Y * e.Y)), 0, tolerance);
        Assert.InRange(errors.Average(e => e.X), -tolerance / 3, tolerance / 3);
        Assert.InRange(errors.Average(e => e.Y), -tolerance / 3, tolerance / 3);
    }
}
