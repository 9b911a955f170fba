using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Stickers of 12 pixels on a limb of 18 before a wall, which is bright above and dark below as under a lamp.</summary>
public class UnevenGroundTests
{
    private const double Radius = 6, HalfLimb = 9, SlantX = 0.98, SlantY = 0.2;
    private static readonly (float Blue, float Green, float Red) Wall = (190, 195, 195);
    private static readonly (float Blue, float Green, float Red) Blue = (150, 90, 40);
    private static readonly TrackingSettings Settings = new();

    [Fact]
    public void On_a_narrow_limb_its_centre_is_found_to_a_tenth_of_a_pixel()
    {
        for (var i = 0; i < 12; i++)
        {
            var place = new ImagePoint(58 + (i * 0.17), 52 + (i * 0.37));
            var sighting = See(Filmed([place], i), place, Radius);

            Assert.Equal(StickerView.Whole, sighting?.View);
            Assert.InRange(sighting!.Centre.DistanceTo(place), 0, 0.12);
        }
    }

    [Fact]
    public void Smeared_together_with_the_limb_it_is_right_or_unsure()
    {
        var seen = 0;
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = Math.SinCos(i * 0.55);
            var middle = new ImagePoint(58 + (i * 0.17), 52 + (i * 0.37));
            ImagePoint[] way = [.. Enumerable.Range(0, 12).Select(k => middle + (new ImagePoint(12 * cos, 12 * sin) * (((k + 0.5) / 12) - 0.5)))];
            if (See(Filmed(way, i), middle, Radius) is { } sighting)
            {
                seen++;
                var off = sighting.Centre.DistanceTo(middle);
                Assert.True(off < 3 * sighting.SigmaPixels, $"{off:0.00} px off, stated {sighting.SigmaPixels:0.00}");
                Assert.InRange(off, 0, 0.8);
            }
        }

        Assert.InRange(seen, 9, 12);
    }

    [Fact]
    public void Stripes_tell_the_ground_below_a_sticker_and_plain_skin_has_none()
    {
        var place = new ImagePoint(60.3, 54.7);
        var (inner, core) = (new Ellipse(place, 8.5, 8.5, 1, 0), Colour.FromBgr(Blue.Blue, Blue.Green, Blue.Red));
        var around = StickerSurroundings.Measure(Filmed([place], 1), inner, inner.Grown(2.5), 1, core, null, Settings.Sticker)!.Value;
        var plain = StickerSurroundings.Measure(DrawnPicture.Plain(160, 120, DrawnPicture.Skin).Noise(3, 1).View(), inner, inner.Grown(2.5), 1, core, null, Settings.Sticker)!.Value;

        Assert.Null(plain.Stripes);
        var stripes = around.Stripes!;
        Assert.InRange(Math.Abs((stripes.NormalX * SlantX) + (stripes.NormalY * SlantY)), 0, 0.05);
        foreach (var across in (ReadOnlySpan<double>)[-6, 0, 6])
        {
            var at = place + (new ImagePoint(stripes.NormalX, stripes.NormalY) * across);
            var (blue, green, red) = Ground(at.X, at.Y, place);
            var level = around.Plane.Level + stripes.Levels[(int)Math.Round((across - stripes.First) / stripes.Width)] - stripes.Levels[stripes.Levels.Length / 2];
            Assert.InRange(level.DistanceTo(Colour.FromBgr(blue, green, red), 1), 0, 8);
        }
    }

    /// <summary>Limb and sticker go the same way while the shutter is open.</summary>
    private static PixelView Filmed(ImagePoint[] way, int seed)
    {
        const int Fine = 3;
        return new DrawnPicture(120, 110, (x, y) =>
        {
            var (blue, green, red) = (0f, 0f, 0f);
            foreach (var place in way)
            {
                for (var i = 0; i < Fine * Fine; i++)
                {
                    var (atX, atY) = (x + (((i % Fine) + 0.5) / Fine) - 0.5, y + (((i / Fine) + 0.5) / Fine) - 0.5);
                    var (dx, dy) = (atX - place.X, atY - place.Y);
                    var colour = (dx * dx) + (dy * dy) < Radius * Radius ? Blue : Ground(atX, atY, place);
                    (blue, green, red) = (blue + colour.Blue, green + colour.Green, red + colour.Red);
                }
            }

            var share = 1f / (Fine * Fine * way.Length);
            return (blue * share, green * share, red * share);
        }).Soften().HalveChroma().Noise(2, seed).View();
    }

    private static (float Blue, float Green, float Red) Ground(double x, double y, ImagePoint middle)
    {
        var across = ((y - middle.Y) * SlantX) - ((x - middle.X) * SlantY);
        var light = (float)(0.95 - (0.025 * across));
        return Math.Abs(across) > HalfLimb ? Wall : (120 * light, 150 * light, 200 * light);
    }

    private static Sighting? See(PixelView picture, ImagePoint place, double radius)
    {
        var own = Colour.FromBgr(Blue.Blue, Blue.Green, Blue.Red);
        var skin = Colour.FromBgr(DrawnPicture.Skin.Blue, DrawnPicture.Skin.Green, DrawnPicture.Skin.Red);
        var weight = (float)Settings.Sticker.LumaWeight;
        var look = new StickerLook(own, weight, own.DistanceTo(skin, weight), Math.PI * radius * radius);
        var usual = new float[StickerRim.Rays];
        Array.Fill(usual, (float)radius);
        var patches = new List<(Blob Blob, bool Cut)>();
        foreach (var wanted in (StickerLook[])[look, look.WithRim(new LinkSettings().SmearedRim)])
        {
            BlobSearch.FindAll(picture, new PixelBox(0, 0, picture.Width, picture.Height), wanted, 1, patches);
            if (patches.Where(p => p.Blob.Centre.DistanceTo(place) < radius).Select(p => ((Blob, bool)?)p).MaxBy(p => p!.Value.Item1.AreaPixels) is var (patch, cut)
                && Sighting.Of(picture, patch, cut, wanted, usual, Settings) is { } sighting)
            {
                return sighting;
            }
        }

        return null;
    }
}
