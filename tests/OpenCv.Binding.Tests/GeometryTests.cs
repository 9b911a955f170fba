using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: resizing, warping, fitting, following.</summary>
public sealed class GeometryTests
{
    [Fact]
    public void A_size_is_width_by_height()
    {
        using var mat = Counting(2, 3);
        using var dst = new Mat();

        Cv2.Resize(mat, dst, new Size(6, 2), interpolation: InterpolationFlags.Nearest);
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5], Values<byte>(dst));

        Cv2.Resize(mat, dst, default, 1, 2, InterpolationFlags.Nearest);
        Assert.Equal([0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5], Values<byte>(dst));
    }

    [Fact]
    public void A_shift_moves_the_picture_and_fills_the_rest()
    {
        using var mat = Counting(2, 3);
        using var shift = new Mat(2, 3, MatType.CV_64FC1);
        shift.SetArray<double>(1, 0, 1, 0, 1, 0);
        using var dst = new Mat();

        Cv2.WarpAffine(mat, dst, shift, new Size(4, 2), borderValue: Scalar.All(77));

        Assert.Equal([77, 0, 1, 2, 77, 3, 4, 5], Values<byte>(dst));
    }

    [Fact]
    public void A_positive_angle_turns_counter_clockwise()
    {
        using var matrix = Cv2.GetRotationMatrix2D(new Point2f { X = 1, Y = 2 }, 90, 2);

        double[] expected = [0, 2, -3, -2, 0, 4];
        Assert.All(Values<double>(matrix).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    [Fact]
    public void A_map_names_where_each_pixel_comes_from()
    {
        using var mat = Counting(2, 3);
        using Mat x = new(1, 3, MatType.CV_32FC1), y = new(1, 3, MatType.CV_32FC1), dst = new();
        x.SetArray(2f, 0f, 9f);
        y.SetArray(1f, 0.5f, 0f);

        Cv2.Remap(mat, dst, x, y, borderValue: Scalar.All(88));

        Assert.Equal([5, 2, 88], Values<byte>(dst));
    }

    [Fact]
    public void A_patch_between_pixels_is_interpolated()
    {
        using var mat = Counting(3, 4);
        using var patch = new Mat();

        Cv2.GetRectSubPix(mat, new Size(1, 1), new Point2f { X = 1.5f, Y = 1 }, patch, MatType.CV_32F);

        Assert.Equal(5.5f, patch.At<float>(0, 0));
    }

    [Fact]
    public void A_turn_with_a_shift_is_found_despite_an_outlier()
    {
        Point2f[] from = [.. Enumerable.Range(0, 12).Select(i => new Point2f { X = i * 7 % 31, Y = i * i % 29 })];
        var to = Array.ConvertAll(from, p => new Point2f { X = 5 - p.Y, Y = 3 + p.X });
        to[4] = new Point2f { X = 500, Y = 500 };
        using InputArray source = InputArray.Create(from), target = InputArray.Create(to);
        using var inliers = new Mat();

        using var matrix = Cv2.EstimateAffinePartial2D(source, target, inliers);

        double[] expected = [0, -1, 5, 1, 0, 3];
        Assert.All(Values<double>(matrix!).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 4));
        Assert.Equal((11, 0), (Cv2.CountNonZero(inliers), inliers.At<byte>(4, 0)));
    }

    [Fact]
    public void A_corner_is_found_refined_and_followed()
    {
        using Mat before = new(60, 60, MatType.CV_8UC1, Scalar.All(30)), after = before.Clone();
        Cv2.Rectangle(before, Rect.FromLTRB(30, 20, 60, 60), Scalar.All(220), -1);
        Cv2.Rectangle(after, Rect.FromLTRB(33, 18, 60, 60), Scalar.All(220), -1);

        var corners = Cv2.GoodFeaturesToTrack(before, 1, 0.1, 5, null, 3, false, 0.04);
        var corner = Assert.Single(corners);
        Assert.InRange(corner.DistanceTo(new Point2f { X = 30, Y = 20 }), 0, 1.5);

        var refined = Assert.Single(Cv2.CornerSubPix(before, corners, new Size(5, 5), new Size(-1, -1), TermCriteria.Both(40, 0.001)));
        Assert.InRange(refined.DistanceTo(new Point2f { X = 29.5f, Y = 19.5f }), 0, 0.1);

        Point2f[] moved = [];
        Cv2.CalcOpticalFlowPyrLK(before, after, [refined], ref moved, out var status, out var errors);
        Assert.Equal([1], status);
        Assert.Single(errors);
        Assert.InRange((moved[0] - refined).DistanceTo(new Point2f { X = 3, Y = -2 }), 0, 0.1);

        Point2f[] guess = [refined + new Point2f { X = 3, Y = -2 }];
        Cv2.CalcOpticalFlowPyrLK(before, after, [refined], ref guess, out status, out _, new Size(9, 9), 0,
            TermCriteria.Both(30, 0.001), OpticalFlowFlags.UseInitialFlow);
        Assert.Equal([1], status);
        Assert.InRange((guess[0] - refined).DistanceTo(new Point2f { X = 3, Y = -2 }), 0, 0.1);
    }

    [Fact]
    public void A_picture_without_corners_gives_none()
    {
        using var flat = new Mat(20, 20, MatType.CV_8UC1, Scalar.All(5));
        Point2f[] moved = [];

        Assert.Empty(Cv2.GoodFeaturesToTrack(flat, 10, 0.01, 3, null, 3, false, 0.04));
        Cv2.CalcOpticalFlowPyrLK(flat, flat, [], ref moved, out var status, out var errors);
        Assert.Empty(moved);
        Assert.Empty(status);
        Assert.Empty(errors);
    }
}
