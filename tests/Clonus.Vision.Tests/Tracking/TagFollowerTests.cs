using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Tracking;

public class TagFollowerTests
{
    private const double FrameSeconds = 1 / 30.0;

    [Theory]
    [InlineData("aruco:3", 40, 3)]
    [InlineData("aruco:3", 24, 15)]
    [InlineData("aruco:APRILTAG_16h5:7", 36, 40)]
    [InlineData("aruco:APRILTAG_36h11:12", 44, 5)]
    [InlineData("aruco:DICT_5X5_100:77", 90, 70)]
    public void A_tag_is_followed_to_a_fraction_of_a_pixel(string spec, double side, double turn)
    {
        ImagePoint Place(int frame) => new(130 + (frame * 1.137), 100 + (6 * Math.Sin(frame * 0.9)));

        var follower = Follow(spec, 32, frame => Ground().Pattern(Pose(Place(frame), side, turn), 1.3, Cells(spec)).Soften().HalveChroma().Noise(2, frame));

        var errors = Enumerable.Range(0, 32).Select(frame => follower.Samples[frame]!.Value.Position - Place(frame)).ToArray();
        Assert.InRange(Math.Sqrt(errors.Average(e => e.X * e.X)), 0, 0.02);
        Assert.InRange(Math.Sqrt(errors.Average(e => e.Y * e.Y)), 0, 0.02);
        Assert.InRange(errors.Average(e => e.X), -0.01, 0.01);
        Assert.InRange(errors.Average(e => e.Y), -0.01, 0.01);
        Assert.Equal(side, follower.SizePixels!.Value, 0.02 * side);
        Assert.All(follower.Samples, sample => Assert.InRange(sample!.Value.Confidence, 0.9, 1));
    }

    [Fact]
    public void The_centre_is_the_crossing_of_the_diagonals_in_perspective()
    {
        var pose = new PlanePose(new ImagePoint(150.4, 110.7), new ImagePoint(40, 6), new ImagePoint(-4, 30), 0.06, -0.04);

        var follower = Follow("aruco:3", 6, frame => Ground().Pattern(pose, 1.3, Cells("aruco:3")).Soften().Noise(2, frame));

        Assert.Equal(150.4, follower.Samples[5]!.Value.Position.X, 0.1);
        Assert.Equal(110.7, follower.Samples[5]!.Value.Position.Y, 0.1);
    }

    [Fact]
    public void A_pose_knows_its_corners()
    {
        var pose = new PlanePose(new ImagePoint(50, 40), new ImagePoint(20, 3), new ImagePoint(-2, 15), 0.1, -0.05);

        var again = PlanePose.Of([pose.ToPicture(-1, -1), pose.ToPicture(1, -1), pose.ToPicture(1, 1), pose.ToPicture(-1, 1)])!.Value;

        Assert.Equal(50, again.Centre.X, 1e-9);
        Assert.Equal(0.1, again.TiltU, 1e-9);
        Assert.Equal(-2, again.V.X, 1e-9);
        var (u, v, _, _, _) = pose.FromPicture(pose.ToPicture(0.3, -0.7).X, pose.ToPicture(0.3, -0.7).Y);
        Assert.Equal(0.3, u, 1e-9);
        Assert.Equal(-0.7, v, 1e-9);
    }

    [Fact]
    public void A_tag_that_beats_fast_and_smears_is_not_lost()
    {
        double X(double frame) => 150 + (10 * Math.Sin(2 * Math.PI * 6 * frame * FrameSeconds));

        var follower = Follow("aruco:3", 40, frame =>
            Ground().Pattern(Pose(new ImagePoint((X(frame - 0.25) + X(frame + 0.25)) / 2, 110), 36, 10), 1.3, Cells("aruco:3"), smearX: X(frame + 0.25) - X(frame - 0.25))
                .Soften().HalveChroma().Noise(3, frame));

        Assert.All(Enumerable.Range(3, 37), frame => Assert.NotNull(follower.Samples[frame]));
        Assert.All(Enumerable.Range(3, 37), frame => Assert.Equal(X(frame), follower.Samples[frame]!.Value.Position.X, 0.5));
    }

    [Fact]
    public void A_hidden_tag_is_missing_and_found_within_two_frames_wherever_it_comes_back()
    {
        ImagePoint Place(int frame) => frame < 20 ? new(80 + frame, 90) : new(230, 140);

        var follower = Follow("aruco:3", 50, frame =>
        {
            var picture = Ground().Pattern(Pose(Place(frame), 36, 10), 1.3, Cells("aruco:3"));
            return (frame is >= 15 and < 35 ? picture.Disc(Place(frame).X - 6, Place(frame).Y, 30, DrawnPicture.Skin) : picture).Soften().Noise(2, frame);
        });

        Assert.All(Enumerable.Range(15, 20), frame => Assert.Null(follower.Samples[frame]));
        Assert.All(Enumerable.Range(37, 13), frame => Assert.Equal(230, follower.Samples[frame]!.Value.Position.X, 0.1));
    }

    [Fact]
    public void A_tag_of_another_id_and_a_flash_in_one_frame_are_no_points()
    {
        var other = Follow("aruco:3", 12, frame => Ground().Pattern(Pose(new ImagePoint(150, 100), 40, 10), 1.3, Cells("aruco:4")).Noise(2, frame));
        var flash = Follow("aruco:APRILTAG_16h5:3", 12, frame =>
            frame == 5 ? Ground().Pattern(Pose(new ImagePoint(150, 100), 40, 10), 1.3, Cells("aruco:APRILTAG_16h5:3")) : Ground().Noise(2, frame));

        Assert.All(other.Samples, sample => Assert.Null(sample));
        Assert.All(flash.Samples, sample => Assert.Null(sample));
        Assert.Null(flash.SizePixels);
    }

    private static DrawnPicture Ground() => new(320, 220, (x, y) => (140 + (float)(10 * Math.Sin(x * 0.11)), 150 + (float)(10 * Math.Cos(y * 0.13)), 165));

    private static PlanePose Pose(ImagePoint centre, double side, double turnDegrees)
    {
        var (sin, cos) = Math.SinCos(turnDegrees * Math.PI / 180);
        return new PlanePose(centre, new ImagePoint(cos, sin) * (side / 2), new ImagePoint(-sin, cos) * (side / 2), 0, 0);
    }

    /// <summary>The tag on a white card.</summary>
    private static Func<double, double, double?> Cells(string spec)
    {
        var pattern = new TagDetector(TagDictionary.Find(((ArucoSpec)MarkerSpec.Parse(spec)).Dictionary)!, new TagSettings()).Pattern(((ArucoSpec)MarkerSpec.Parse(spec)).Id);
        return (u, v) => Math.Max(Math.Abs(u), Math.Abs(v)) > 1.3 ? null
            : pattern.Level((int)Math.Floor((u + 1) * pattern.Across / 2), (int)Math.Floor((v + 1) * pattern.Across / 2));
    }

    private static TagFollower Follow(string spec, int frames, Func<int, DrawnPicture> picture)
    {
        var aruco = (ArucoSpec)MarkerSpec.Parse(spec);
        var search = new TagSearch(TagDictionary.Find(aruco.Dictionary)!, new TagSettings());
        var follower = new TagFollower(aruco, search, new TagSettings(), new PatternSettings());
        for (var frame = 0; frame < frames; frame++)
        {
            var drawn = picture(frame);
            using var image = new Mat(drawn.Height, drawn.Width, MatType.CV_8UC3);
            var bytes = drawn.ToBytes();
            System.Runtime.InteropServices.Marshal.Copy(bytes, 0, image.Data, bytes.Length);
            search.Begin();
            follower.Advance(image, PixelView.Of(image));
        }

        return follower;
    }
}
