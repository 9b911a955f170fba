using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Pieces of tracks made by hand: equal stickers of 12 px, 30 frames a second.</summary>
public class TrackJoinerTests
{
    private const int FrameCount = 60;
    private const double FrameSeconds = 1 / 30.0, DiameterPixels = 12;
    private static readonly TrackingSettings Settings = new();
    private static readonly Colour Green = Colour.FromBgr(70, 170, 40), Blue = Colour.FromBgr(190, 80, 30);

    [Fact]
    public void Two_equal_stickers_that_cross_and_part_go_on_as_they_went()
    {
        var tracks = Join([.. Pieces(f => new(100 + (4 * f), 100), (0, 24), (32, 60)), .. Pieces(f => new(324 - (4 * f), 106), (0, 24), (32, 60))]);

        Assert.Equal(2, tracks.Count);
        Assert.All(tracks, track => Assert.Equal(52, track.SeenCount));
        Assert.Equal(336, From(tracks, 100).Samples[59]!.Value.Position.X, 1e-9);
        Assert.Equal(88, From(tracks, 324).Samples[59]!.Value.Position.X, 1e-9);
    }

    [Fact]
    public void A_foot_that_turns_back_while_hidden_is_told_by_its_bones()
    {
        // Heel, ankle and toe go behind a cloth one after the other, wait there, and come out backwards.
        double X(int f) => f < 20 ? 100 + (5 * f) : f < 40 ? 200 : 200 - (5 * (f - 40));
        var tracks = Join([
            .. Pieces(f => new(X(f), 100), (0, 18), (42, 60)), .. Pieces(f => new(X(f) - 35, 118), (0, 20), (40, 60)), .. Pieces(f => new(X(f) + 56, 124), (0, 15), (45, 60))]);

        Assert.Equal(3, tracks.Count);
        foreach (var (start, y) in new[] { (100.0, 100.0), (65, 118), (156, 124) })
        {
            Assert.Equal(y, From(tracks, start).Samples[59]!.Value.Position.Y, 1e-9);
        }
    }

    [Fact]
    public void Two_equal_legs_that_pass_each_other_do_not_change_places_as_a_whole()
    {
        // The standing leg and the swinging one; for 4 frames neither is seen.
        var tracks = Join([.. Leg(_ => 200), .. Leg(f => 20 + (6 * f))]);

        Assert.Equal(6, tracks.Count);
        Assert.All(tracks, track => Assert.Equal(56, track.SeenCount));
        Assert.Equal(3, tracks.Count(track => track.Samples[0]!.Value.Position.X == track.Samples[59]!.Value.Position.X));

        static StickerTrack[] Leg(Func<int, double> x) =>
            [.. new[] { 40.0, 120, 190 }.SelectMany(y => Pieces(f => new(x(f), y), (0, 28), (32, 60)))];
    }

    [Fact]
    public void A_heel_and_an_ankle_that_are_lifted_unseen_do_not_change_places()
    {
        // From behind: both jump by about their distance, so that the one is nearly where the other one was.
        double Lift(int f) => 30 * Math.Max(0, Math.Sin(2 * Math.PI * (f - 18) / 36.0));
        var tracks = Join([.. Pieces(f => new(200, 200 - Lift(f)), (0, 21), (25, 60)), .. Pieces(f => new(202, 222 - (1.2 * Lift(f))), (0, 21), (25, 60))]);

        Assert.Equal(2, tracks.Count);
        Assert.All(tracks, track => Assert.Single(track.Samples.OfType<MarkerSample>().Select(s => s.Position.X).Distinct()));
    }

    [Fact]
    public void A_sticker_that_turns_away_from_the_camera_unseen_is_the_same_and_one_that_is_partly_covered_is_not()
    {
        Assert.Single(Join([.. Pieces(f => new(100 + f, 100), (0, 30)), .. Pieces(f => new(100 + f, 100), Green, 0.5, StickerView.Whole, (33, 60))]));
        Assert.Equal(2, Join([.. Pieces(f => new(100 + f, 100), (0, 30)), .. Pieces(f => new(100 + f, 100), Green, 0.5, StickerView.Part, (33, 60))]).Count);
    }

    [Fact]
    public void What_could_be_either_of_two_stays_out()
    {
        // Both vanish at the same distance from where one comes back after a second.
        var tracks = Join([.. Pieces(_ => new(180, 100), (0, 20)), .. Pieces(_ => new(220, 100), (0, 20)), .. Pieces(_ => new(200, 100), (50, 60))]);

        Assert.Equal(3, tracks.Count);
    }

    [Theory]
    [InlineData(560, 300, false)]
    [InlineData(101, 100, true)]
    public void A_piece_that_fits_nobody_stays_out(double x, double y, bool isBlue)
    {
        var tracks = Join([.. Pieces(f => new(100, 100 + (0.01 * f)), (0, 30)), .. Pieces(_ => new(x, y), isBlue ? Blue : Green, 1, StickerView.Whole, (33, 60))]);

        Assert.Equal(2, tracks.Count);
    }

    [Fact]
    public void A_track_that_jumps_to_another_sticker_is_cut_there_and_a_limb_thrown_into_motion_is_not()
    {
        var jumps = Join(Pieces(f => new(f < 30 ? 100 : 130, 100), (0, 60)));
        var starts = Join(Pieces(f => new(f < 30 ? 100 : 100 + (9 * (f - 30)), 100), (0, 60)));

        Assert.All(jumps, track => Assert.Single(track.Samples.OfType<MarkerSample>().Select(s => s.Position.X).Distinct()));
        Assert.Equal(60, Assert.Single(starts).SeenCount);
    }

    [Fact]
    public void A_foot_that_rests_and_then_beats_is_not_cut_where_it_turns_back()
    {
        // 5.5 beats a second in frames 36 to 54: few of all frames, each of which departs from where the one before led.
        var track = Assert.Single(Join(Pieces(f => new(100 + (f is >= 36 and < 54 ? 11 * Math.Sin(2 * Math.PI * 5.5 * (f - 36) * FrameSeconds) : 0), 100), (0, 60))));

        Assert.Equal(60, track.SeenCount);
    }

    [Fact]
    public void A_join_that_might_be_wrong_lowers_the_confidence_of_what_it_joins()
    {
        var alone = Assert.Single(Join(Pieces(f => new(100 + f, 100), (0, 30), (33, 60))));
        var tracks = Join([.. Pieces(f => new(100 + f, 100), (0, 30), (33, 60)), .. Pieces(f => new(100 + f, 132), (0, 30), (34, 60))]);
        var doubted = tracks.Where(track => track.Samples[0] is not null && track.Samples[59] is not null).ToArray();

        Assert.Equal(alone.Samples[0]!.Value.Confidence, alone.Samples[59]!.Value.Confidence);
        Assert.Equal(2, doubted.Length);
        Assert.All(doubted, track => Assert.InRange(track.Samples[59]!.Value.Confidence, 0.9 * alone.Samples[59]!.Value.Confidence, alone.Samples[59]!.Value.Confidence));
    }

    private static JoinedTrack From(List<JoinedTrack> tracks, double startX) => tracks.Single(track => track.Samples[0]?.Position.X == startX);

    private static List<JoinedTrack> Join(IEnumerable<StickerTrack> tracks) =>
        TrackJoiner.Join([.. tracks], [.. Enumerable.Range(0, FrameCount).Select(f => f * FrameSeconds)], Settings.Link, Settings.Join);

    private static IEnumerable<StickerTrack> Pieces(Func<int, ImagePoint> place, params (int Start, int End)[] seen) => Pieces(place, Green, 1, StickerView.Whole, seen);

    /// <summary>One track for each range of frames, as the linker leaves them.</summary>
    private static IEnumerable<StickerTrack> Pieces(Func<int, ImagePoint> place, Colour colour, double size, StickerView view, params (int Start, int End)[] seen)
    {
        var radii = Enumerable.Repeat((float)DiameterPixels / 2, StickerRim.Rays).ToArray();
        var area = size * Math.PI * DiameterPixels * DiameterPixels / 4;
        foreach (var (start, end) in seen)
        {
            StickerTrack? track = null;
            for (var frame = start; frame < end; frame++)
            {
                var centre = place(frame);
                track ??= new StickerTrack(frame, frame * FrameSeconds, new Sticker(centre, default, new StickerLook(colour, 0.5f, 80, area), 1), radii, Settings.Link);
                track.See(frame * FrameSeconds, new Sighting(centre, centre, view, view == StickerView.Whole ? 0.1 : 1.5, colour, 80, area, DiameterPixels, radii), isInDoubt: false, Settings.Rim);
            }

            yield return track!;
        }
    }
}
