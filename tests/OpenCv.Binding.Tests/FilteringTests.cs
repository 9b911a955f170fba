using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: colour, thresholds, smoothing, morphology, matching.</summary>
public sealed class FilteringTests
{
    [Fact]
    public void Pure_red_has_hue_zero_and_green_sixty_of_half_degrees()
    {
        using var colours = new Mat(1, 2, MatType.CV_8UC3);
        colours.SetArray(new Vec3b(0, 0, 255), new Vec3b(0, 255, 0));
        using Mat hsv = new(), gray = new();

        Cv2.CvtColor(colours, hsv, ColorConversionCodes.BGR2HSV);
        Cv2.CvtColor(colours, gray, ColorConversionCodes.BGR2GRAY);

        Assert.Equal([new Vec3b(0, 255, 255), new Vec3b(60, 255, 255)], Values<Vec3b>(hsv));
        Assert.Equal([76, 150], Values<byte>(gray));
    }

    [Fact]
    public void A_threshold_is_exceeded_not_reached_and_tells_what_Otsu_found()
    {
        using var mat = Bytes(1, 4, 10, 11, 200, 201);
        using var dst = new Mat();

        Assert.Equal(11, Cv2.Threshold(mat, dst, 11, 99, ThresholdTypes.Binary));
        Assert.Equal([0, 0, 99, 99], Values<byte>(dst));

        Assert.InRange(Cv2.Threshold(mat, dst, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu), 11, 199);
        Assert.Equal([255, 255, 0, 0], Values<byte>(dst));
    }

    [Fact]
    public void An_adaptive_threshold_follows_the_neighbourhood()
    {
        using var mat = new Mat(5, 5, MatType.CV_8UC1, Scalar.All(100));
        mat.Set(2, 2, (byte)180);
        using var dst = new Mat();

        Cv2.AdaptiveThreshold(mat, dst, 77, AdaptiveThresholdTypes.MeanC, ThresholdTypes.Binary, 3, -5);

        Assert.Equal(77, dst.At<byte>(2, 2));
        Assert.Equal(1, Cv2.CountNonZero(dst));
    }

    [Fact]
    public void Smoothing_spreads_along_the_given_axis()
    {
        using var mat = new Mat(5, 5, MatType.CV_8UC1, Scalar.All(0));
        mat.Set(2, 2, (byte)90);
        using var dst = new Mat();

        Cv2.Blur(mat, dst, new Size(3, 1));
        Assert.Equal([30, 30, 30, 0], [dst.At<byte>(2, 1), dst.At<byte>(2, 2), dst.At<byte>(2, 3), dst.At<byte>(1, 2)]);

        Cv2.GaussianBlur(mat, dst, new Size(1, 3), 0, 0.85);
        Assert.True(dst.At<byte>(1, 2) > 0 && dst.At<byte>(2, 1) == 0);
        Assert.Equal(dst.At<byte>(1, 2), dst.At<byte>(3, 2));

        Cv2.MedianBlur(mat, dst, 3);
        Assert.Equal(0, Cv2.CountNonZero(dst));
    }

    [Fact]
    public void Morphology_grows_shrinks_and_keeps_the_border()
    {
        using var element = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 1));
        using var cross = Cv2.GetStructuringElement(MorphShapes.Cross, new Size(3, 3), new Point(1, 1));
        using var mat = Bytes(1, 7, 255, 255, 0, 0, 255, 0, 0);
        using var dst = new Mat();

        Assert.Equal([0, 1, 0, 1, 1, 1, 0, 1, 0], Values<byte>(cross));
        Cv2.Dilate(mat, dst, element);
        Assert.Equal([255, 255, 255, 255, 255, 255, 0], Values<byte>(dst));
        Cv2.Erode(mat, dst, element);
        Assert.Equal([255, 0, 0, 0, 0, 0, 0], Values<byte>(dst));
        Cv2.Erode(mat, dst, element, borderValue: Scalar.All(0));
        Assert.Equal(0, Cv2.CountNonZero(dst));
        Cv2.MorphologyEx(mat, dst, MorphTypes.Open, element);
        Assert.Equal([255, 255, 0, 0, 0, 0, 0], Values<byte>(dst));
        Cv2.Dilate(mat, dst, null, iterations: 3);
        Assert.Equal(7, Cv2.CountNonZero(dst));
    }

    [Fact]
    public void A_pyramid_level_has_half_the_size()
    {
        using var mat = new Mat(6, 10, MatType.CV_8UC1, Scalar.All(42));
        using var dst = new Mat();

        Cv2.PyrDown(mat, dst);

        Assert.Equal(new Size(5, 3), dst.Size());
        Assert.Equal(42, Cv2.Mean(dst).Val0);
    }

    [Fact]
    public void A_pattern_is_found_where_it_was_cut()
    {
        using var image = Bytes(5, 6, [.. Enumerable.Range(0, 30).Select(i => (byte)(i * i % 251))]);
        using var pattern = image[Rect.FromLTRB(3, 1, 6, 4)];
        using var result = new Mat();

        Cv2.MatchTemplate(image, pattern, result, TemplateMatchModes.CCoeffNormed);
        Cv2.MinMaxLoc(result, out _, out var best, out _, out var place);

        Assert.Equal(new Point(3, 1), place);
        Assert.Equal(1, best, 4);
    }
}
