using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class LookAlikeSearchTests
{
    private static readonly TrackingSettings Settings = new();
    private static readonly ImagePoint Known = new(60, 60);

    [Fact]
    public void An_equal_sticker_is_found_and_what_is_followed_is_not()
    {
        var found = Look(Room().Disc(200, 110, 6, DrawnPicture.Green));

        var sighting = Assert.Single(found);
        Assert.Equal(200, sighting.Centre.X, 0.2);
        Assert.Equal(110, sighting.Centre.Y, 0.2);
    }

    [Fact]
    public void Another_colour_another_size_and_a_cloth_of_its_colour_are_no_equals() =>
        Assert.Empty(Look(Room().Disc(200, 110, 6, DrawnPicture.Blue).Disc(120, 130, 14, DrawnPicture.Green).Disc(240, 40, 30, DrawnPicture.Green)));

    [Fact]
    public void One_that_is_half_covered_waits_until_it_is_seen_whole() =>
        Assert.Empty(Look(Room().Disc(200, 110, 6, DrawnPicture.Green).Disc(211, 110, 11, DrawnPicture.Skin)));

    private static DrawnPicture Room() => DrawnPicture.Plain(280, 160, (120, 150, 160)).Disc(Known.X, Known.Y, 6, DrawnPicture.Green);

    /// <summary>All strips of the picture, with the sticker at <see cref="Known"/> followed.</summary>
    private static List<Sighting> Look(DrawnPicture drawn)
    {
        var picture = drawn.Soften().HalveChroma().Noise(2, 1).View();
        var linker = new MarkerLinker([], Settings);
        linker.Advance(picture, 0);
        var like = linker.Tracks.Single(track => track.Last.DistanceTo(Known) < 1);
        var search = new LookAlikeSearch(Settings);
        var found = new List<Sighting>();
        for (var strip = 0; strip < Settings.Link.UrgentStrips; strip++)
        {
            found.AddRange(search.Next(picture, [like], isUrgent: true, place => place.DistanceTo(Known) < 12).Select(f => f.Sighting));
        }

        return found;
    }
}
