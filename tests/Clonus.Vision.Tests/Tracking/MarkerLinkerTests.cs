using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class MarkerLinkerTests
{
    private const double FrameSeconds = 1 / 30.0;
    private static readonly TrackingSettings Settings = new();

    [Fact]
    public void Two_equal_stickers_that_cross_keep_their_identity()
    {
        var tracks = Follow(60, frame => [new ImagePoint(60 + (4 * frame), 100), new ImagePoint(300 - (4 * frame), 130 - (0.5 * frame))]);

        Assert.Equal(2, tracks.Count);
        var (right, left) = (tracks.Single(t => At(t, 0).X < 100), tracks.Single(t => At(t, 0).X > 200));
        Assert.Equal(60 + (4 * 59), At(right, 59).X, 0.2);
        Assert.Equal(300 - (4 * 59), At(left, 59).X, 0.2);
    }

    [Fact]
    public void Two_equal_stickers_that_cover_each_other_part_with_their_identity()
    {
        var tracks = Follow(60, frame => [new ImagePoint(60 + (4 * frame), 100), new ImagePoint(300 - (4 * frame), 104)]);

        var right = tracks.Single(t => At(t, 0).X < 100);
        Assert.Equal(60 + (4 * 59), At(right, 59).X, 0.2);
    }

    [Fact]
    public void A_sticker_hidden_for_10_frames_is_missing_and_then_found_again()
    {
        var tracks = Follow(50, frame => frame is >= 20 and < 30 ? [] : [new ImagePoint(100 + frame, 100)]);

        var track = Assert.Single(tracks);
        Assert.All(Enumerable.Range(20, 10), frame => Assert.Null(track.Samples[frame]));
        Assert.Equal(130, At(track, 30).X, 0.2);
        Assert.Equal(149, At(track, 49).X, 0.2);
    }

    [Fact]
    public void A_sticker_hidden_soon_after_the_clip_began_is_found_again_as_soon()
    {
        var track = Assert.Single(Follow(50, frame => frame is >= 6 and < 18 ? [] : [new ImagePoint(150, 100)]));

        Assert.All(Enumerable.Range(6, 12), frame => Assert.Null(track.Samples[frame]));
        Assert.Equal(150, At(track, 18).X, 0.2);
    }

    [Fact]
    public void A_sticker_that_leaves_the_picture_never_keeps_its_place()
    {
        var tracks = Follow(60, frame => [new ImagePoint(340 + (2 * frame), 100)]);

        var track = Assert.Single(tracks);
        for (var frame = 0; frame < track.Samples.Length; frame++)
        {
            if (track.Samples[frame] is { } sample)
            {
                Assert.Equal(340 + (2 * frame), sample.Position.X, 0.5);
            }
        }

        Assert.Null(track.Samples[^1]);
    }

    [Theory]
    [InlineData(8, 26)]
    [InlineData(10, 15)]
    [InlineData(3, 40)]
    public void A_foot_that_beats_faster_than_the_frames_can_show_is_never_lost(double frequencyHz, double amplitudePixels)
    {
        double X(int frame) => 180 + (frame < 10 ? 0 : amplitudePixels * Math.Sin(2 * Math.PI * frequencyHz * (frame - 10) * FrameSeconds));
        // Heel, toe and a third sticker move alike, the spacing about as large as the step.
        var tracks = Follow(70, frame => [new ImagePoint(X(frame) - 40, 90), new ImagePoint(X(frame), 100), new ImagePoint(X(frame) + 45, 110)]);

        Assert.Equal(3, tracks.Count);
        foreach (var track in tracks)
        {
            var offset = At(track, 0).X - 180;
            Assert.All(Enumerable.Range(0, 70), frame => Assert.Equal(X(frame) + offset, At(track, frame).X, 0.5));
        }
    }

    [Fact]
    public void A_foot_whose_stickers_jump_to_where_their_neighbours_were_is_not_in_doubt()
    {
        // Two stickers 22 px apart, one behind the other on the way, go up and down by as much within four frames.
        var tracks = Follow(60, frame => [new ImagePoint(150, 100 + Way(frame)), new ImagePoint(151, 122 + Way(frame))]);
        double Way(int frame) => 22 * Math.Sin(2 * Math.PI * frame / 12.0);

        Assert.Equal(2, tracks.Count);
        // Of the first step nobody knows where to.
        Assert.All(tracks, track => Assert.InRange(track.SeenCount, 58, 60));
    }

    [Fact]
    public void Light_that_flickers_loses_nothing()
    {
        var tracks = Follow(60, frame => [new ImagePoint(100 + frame, 100)], frame => 0.8 + (0.2 * Math.Sin(2 * Math.PI * 3.3 * frame * FrameSeconds)));

        var track = Assert.Single(tracks);
        Assert.Equal(60, track.SeenCount);
    }

    [Fact]
    public void A_sticker_half_covered_by_a_hand_is_missing_rather_than_moved()
    {
        var linker = new MarkerLinker([(ColourSpec)MarkerSpec.Parse("green")], Settings);
        for (var frame = 0; frame < 40; frame++)
        {
            var picture = DrawnPicture.Plain(360, 200, (90, 120, 140)).Disc(150, 100, 7, DrawnPicture.Green);
            if (frame >= 20)
            {
                picture.Disc(150 + 26 - ((frame - 20) * 1.2), 100, 22, DrawnPicture.Skin);
            }

            linker.Advance(picture.Soften().HalveChroma().Noise(2, frame).View(), frame * FrameSeconds);
        }

        var track = Assert.Single(Joined(linker, 40));
        Assert.All(track.Samples.OfType<MarkerSample>(), s => Assert.Equal(150, s.Position.X, 0.7));
        Assert.Null(track.Samples[39]);
    }

    [Fact]
    public void A_foot_that_beats_with_its_sticker_half_covered_is_missing_rather_than_moved()
    {
        var linker = new MarkerLinker([(ColourSpec)MarkerSpec.Parse("green")], Settings);
        for (var frame = 0; frame < 40; frame++)
        {
            var x = 150 + (25 * Math.Sin(2 * Math.PI * frame / 7.3));
            var picture = DrawnPicture.Plain(360, 200, (90, 120, 140)).Disc(x, 100, 7, DrawnPicture.Green, smearX: 6);
            if (frame >= 20)
            {
                picture.Disc(x + 22, 100, 22, DrawnPicture.Skin, smearX: 6);
            }

            linker.Advance(picture.Soften().HalveChroma().Noise(2, frame).View(), frame * FrameSeconds);
        }

        var track = Assert.Single(Joined(linker, 40));
        Assert.InRange(track.Samples.Take(20).Count(s => s is not null), 19, 20);
        Assert.All(track.Samples.Skip(20), Assert.Null);
    }

    private static List<JoinedTrack> Follow(int frames, Func<int, ImagePoint[]> places, Func<int, double>? light = null)
    {
        var linker = new MarkerLinker([], Settings);
        for (var frame = 0; frame < frames; frame++)
        {
            var picture = DrawnPicture.Plain(400, 200, (120, 150, 160));
            foreach (var place in places(frame))
            {
                picture.Disc(place.X, place.Y, 6, DrawnPicture.Green);
            }

            linker.Advance(picture.Brightness(light?.Invoke(frame) ?? 1).Soften().HalveChroma().Noise(2, frame).View(), frame * FrameSeconds);
        }

        return Joined(linker, frames);
    }

    private static List<JoinedTrack> Joined(MarkerLinker linker, int frames) =>
        TrackJoiner.Join(linker.Tracks, [.. Enumerable.Range(0, frames).Select(i => i * FrameSeconds)], Settings.Link, Settings.Join);

    private static ImagePoint At(JoinedTrack track, int frame) =>
        track.Samples[frame]?.Position.InPicture ?? throw new InvalidOperationException($"not seen in frame {frame}");
}
