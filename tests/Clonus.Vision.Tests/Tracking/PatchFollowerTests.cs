using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class PatchFollowerTests
{
    private static readonly PatchSettings Settings = new();

    [Theory]
    [InlineData(1.1)]
    [InlineData(5.2)]
    [InlineData(14)]
    public void A_texture_that_swings_before_a_still_wall_is_followed_without_damping(double amplitude)
    {
        double X(int frame) => 120 + (amplitude * Math.Sin(2 * Math.PI * frame / 7.81));

        var samples = Follow(80, frame => Scene(frame, X(frame), 100), "at:120,100");

        var errors = Enumerable.Range(0, 80).Select(frame => samples[frame]!.Value.Position.X - X(frame)).ToArray();
        Assert.InRange(Math.Sqrt(errors.Average(e => e * e)), 0, 0.06 + (0.01 * amplitude));
    }

    [Fact]
    public void No_error_adds_up_over_many_frames()
    {
        var samples = Follow(300, frame => Scene(frame, 120 + (3 * Math.Sin(frame * 0.8)), 100 + (2 * Math.Cos(frame * 0.3))), "at:120,102");

        Assert.Equal(120 + (3 * Math.Sin(299 * 0.8)), samples[299]!.Value.Position.X, 0.15);
        Assert.Equal(100 + (2 * Math.Cos(299 * 0.3)), samples[299]!.Value.Position.Y, 0.15);
    }

    [Fact]
    public void A_foot_that_turns_and_comes_nearer_is_followed_all_the_way()
    {
        double Turn(int frame) => 0.7 * Math.Sin(2 * Math.PI * frame / 60);
        double Zoom(int frame) => 1 + (0.15 * Math.Sin(2 * Math.PI * frame / 45));

        var samples = Follow(90, frame => Scene(frame, 120, 100 + (0.2 * frame), Turn(frame), Zoom(frame)), "at:120,100");

        Assert.All(Enumerable.Range(0, 90), frame =>
        {
            Assert.Equal(120, samples[frame]!.Value.Position.X, 0.8);
            Assert.Equal(100 + (0.2 * frame), samples[frame]!.Value.Position.Y, 0.8);
        });
    }

    [Fact]
    public void Along_a_bare_edge_no_place_is_claimed()
    {
        // Bright above, dark below, and it moves along its edge: nothing shows by how much.
        var samples = Follow(20, frame => new DrawnPicture(240, 200, (_, row) => row < 100 ? (200, 200, 200) : (80, 80, 80)).Soften().Noise(2, frame), "at:120,100");

        Assert.All(samples.Skip(1), sample => Assert.Null(sample));
    }

    [Fact]
    public void Detail_is_known_to_a_fraction_of_a_pixel_and_said_to_be()
    {
        var samples = Follow(30, frame => Scene(frame, 120 + (0.37 * frame), 100), "at:120,100");

        Assert.All(samples, sample => Assert.InRange(sample!.Value.Confidence, 0.95, 1));
    }

    [Fact]
    public void A_point_that_leaves_the_picture_is_missing_and_found_where_it_comes_back()
    {
        double X(int frame) => frame < 25 ? 200 + (3.0 * frame) : 275 - (3.0 * (frame - 25));

        var samples = Follow(50, frame => Scene(frame, X(frame), 100), "at:200,100");

        Assert.All(Enumerable.Range(0, 50).Where(frame => X(frame) > 245), frame => Assert.Null(samples[frame]));
        Assert.Equal(X(49), samples[49]!.Value.Position.X, 0.3);
    }

    [Fact]
    public void A_point_that_is_covered_is_missing_and_found_again()
    {
        var samples = Follow(40, frame =>
        {
            var picture = Scene(frame, 120 + (0.5 * frame), 100);
            return frame is >= 15 and < 25 ? picture.Disc(125, 100, 40, DrawnPicture.Skin) : picture;
        }, "at:120,100");

        Assert.All(Enumerable.Range(15, 10), frame => Assert.Null(samples[frame]));
        Assert.Equal(120 + (0.5 * 39), samples[39]!.Value.Position.X, 0.2);
    }

    [Fact]
    public void Light_that_changes_does_not_move_the_point()
    {
        var samples = Follow(40, frame => Scene(frame, 120, 100).Brightness(1 - (0.4 * frame / 40)), "at:120,100");

        Assert.All(samples, sample => Assert.Equal(120, sample!.Value.Position.X, 0.1));
    }

    [Fact]
    public void A_blank_wall_has_no_point_to_follow()
    {
        var samples = Follow(5, frame => DrawnPicture.Plain(240, 200, DrawnPicture.Skin).Noise(1, frame), "at:120,100");

        Assert.All(samples, sample => Assert.Null(sample));
    }

    [Fact]
    public void Before_its_time_a_point_is_missing()
    {
        var samples = Follow(30, frame => Scene(frame, 120, 100), "at:120,100@0.5");

        Assert.All(samples.Take(15), sample => Assert.Null(sample));
        Assert.All(samples.Skip(15), sample => Assert.NotNull(sample));
    }

    [Fact]
    public void A_point_at_the_very_corner_is_followed_by_what_lies_beside_it()
    {
        var samples = Follow(10, frame => Scene(frame, 14, 14), "at:0,0");

        Assert.All(samples, sample => Assert.Equal(0, sample!.Value.Position.X, 0.2));
    }

    [Fact]
    public void What_was_covered_is_found_again_within_two_frames()
    {
        var samples = Follow(24, frame =>
        {
            var picture = Scene(frame, 120 + (0.5 * frame), 100);
            return frame is >= 10 and < 18 ? picture.Disc(125, 100, 45, DrawnPicture.Skin) : picture;
        }, "at:120,100");

        Assert.All(Enumerable.Range(10, 8), frame => Assert.Null(samples[frame]));
        Assert.Equal(120 + (0.5 * 19), samples[19]!.Value.Position.X, 0.3);
    }

    [Fact]
    public void Another_thing_that_looks_the_same_is_not_taken_for_it()
    {
        // The right one of two equal weights, as a foot beside the other one, goes behind a curtain.
        var samples = Follow(20, frame =>
        {
            var picture = Scene(frame, 100, 100);
            return frame < 8 ? Weight(picture, 140, 100) : picture;
        }, "at:140,100");

        Assert.All(Enumerable.Range(0, 8), frame => Assert.Equal(140, samples[frame]!.Value.Position.X, 0.3));
        Assert.All(samples.Skip(8), Assert.Null);
    }

    [Fact]
    public void Of_equal_parts_in_a_row_none_is_taken_for_another()
    {
        // A row of drawers that moves by one of them behind something that covers all but the lowest ones.
        double Y(int frame) => 100 + (1.2 * Math.Min(frame, 15));
        var samples = Follow(24, frame =>
        {
            var picture = new DrawnPicture(240, 200, (column, row) => (150 + (float)(12 * Math.Sin(column * 0.21)), 165 + (float)(12 * Math.Sin(row * 0.17)), 170));
            for (var drawer = -4; drawer <= 4; drawer++)
            {
                picture.Disc(120, Y(frame) + (18 * drawer), 8, (60, 60, 65)).Disc(124, Y(frame) + (18 * drawer), 3, (200, 200, 200));
            }

            if (frame is >= 6 and < 15)
            {
                picture.Disc(120, 80, 48, DrawnPicture.Skin);
            }

            return picture.Soften().HalveChroma().Noise(2, frame);
        }, "at:120,100");

        Assert.Equal(Y(5), samples[5]!.Value.Position.Y, 0.3);
        Assert.All(Enumerable.Range(0, 24).Where(frame => samples[frame] is not null), frame => Assert.Equal(Y(frame), samples[frame]!.Value.Position.Y, 1.0));
    }

    [Fact]
    public void A_nearly_blank_disc_is_not_held_by_the_lively_wall_behind_it()
    {
        // The point lies two pixels inside of the rim. It may be given up, but not taken along by the wall.
        double X(int frame) => 104 + (1.6 * frame);
        var samples = Follow(25, frame => new DrawnPicture(240, 200, (column, row) => Lively(column, row, 0, 25))
            .Disc(X(frame), 100, 18, (110, 110, 112))
            .Disc(X(frame) + 11, 95, 3, (124, 124, 126)).Disc(X(frame) + 6, 106, 3, (96, 96, 98)).Disc(X(frame) + 13, 105, 2, (122, 122, 124)).Soften().Noise(1.5, frame), "at:120,100");

        var known = Enumerable.Range(0, 25).Where(frame => samples[frame] is { Confidence: > 0.5 }).ToArray();
        Assert.InRange(known.Length, 3, 25);
        Assert.All(known, frame => Assert.Equal(X(frame) + 16, samples[frame]!.Value.Position.X, 1.5));
    }

    [Fact]
    public void Another_background_is_no_noise()
    {
        var samples = Follow(20, frame => Weight(new DrawnPicture(240, 200, (column, row) => Lively(column, row, frame, 60)), 120, 100).Soften().Noise(2, frame), "at:120,100");

        Assert.All(samples, sample => Assert.InRange(sample!.Value.Confidence, 0.95, 1));
        Assert.All(samples, sample => Assert.Equal(120, sample!.Value.Position.X, 0.2));
    }

    [Fact]
    public void What_the_encoder_copied_makes_no_faint_point_surer()
    {
        var picture = DrawnPicture.Plain(240, 200, (120, 150, 200)).Disc(118, 98, 3, (136, 166, 216)).Disc(124, 104, 4, (104, 134, 184)).Soften().Noise(1, 1);

        var samples = Follow(30, _ => picture, "at:120,100");

        var confidences = samples.Skip(1).Select(sample => sample?.Confidence ?? 0).ToArray();
        Assert.InRange(confidences[0], 0.3, 0.98);
        Assert.InRange(confidences[^1], 0, confidences[0] + 0.05);
    }

    private static List<MarkerSample?> Follow(int frames, Func<int, DrawnPicture> picture, string spec)
    {
        var follower = new PatchFollower((PointSpec)MarkerSpec.Parse(spec), Settings);
        for (var frame = 0; frame < frames; frame++)
        {
            follower.Advance(picture(frame).View(), frame / 30.0);
        }

        return [.. follower.Samples];
    }

    /// <summary>A speckled round weight before a wall with stripes of its own.</summary>
    private static DrawnPicture Scene(int frame, double x, double y, double turn = 0, double zoom = 1)
    {
        var picture = new DrawnPicture(240, 200, (column, row) => (150 + (float)(12 * Math.Sin(column * 0.21)), 165 + (float)(12 * Math.Sin(row * 0.17)), 170));
        return Weight(picture, x, y, turn, zoom).Soften().HalveChroma().Noise(2, frame);
    }

    private static DrawnPicture Weight(DrawnPicture picture, double x, double y, double turn = 0, double zoom = 1)
    {
        picture.Disc(x, y, 16 * zoom, (60, 60, 65));
        var random = new Random(11);
        for (var speckle = 0; speckle < 14; speckle++)
        {
            var (angle, distance) = (random.NextDouble() * 2 * Math.PI, 13 * Math.Sqrt(random.NextDouble()));
            var level = 90 + (120 * (float)random.NextDouble());
            picture.Disc(x + (zoom * distance * Math.Cos(angle + turn)), y + (zoom * distance * Math.Sin(angle + turn)), 2.2 * zoom, (level, level, level));
        }

        return picture;
    }

    // Patches of light and shadow, others for each kind.
    private static (float Blue, float Green, float Red) Lively(double x, double y, int kind, float amplitude)
    {
        var level = 130 + (float)(amplitude * Math.Sin((x * 0.31) + (2.1 * kind)) * Math.Sin((y * 0.27) + (1.3 * kind)));
        return (level, level, level);
    }
}
