using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: connected parts, contours, moments.</summary>
public sealed class RegionTests
{
    [Fact]
    public void Connected_parts_have_boxes_areas_and_centres()
    {
        using var mat = Bytes(3, 5, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 9);
        using Mat labels = new(), stats = new(), centroids = new();

        Assert.Equal(3, Cv2.ConnectedComponentsWithStats(mat, labels, stats, centroids));

        Assert.Equal([0, 0, 2, 2, 3], Values<int>(stats.Row(1)));
        Assert.Equal([3, 2, 2, 1, 2], Values<int>(stats.Row(2)));
        Assert.Equal([3.5, 2], Values<double>(centroids.Row(2)));
        Assert.Equal(2, labels.At<int>(2, 3));
    }

    [Fact]
    public void Diagonal_neighbours_are_connected_by_eight_not_by_four()
    {
        using var mat = Bytes(2, 2, 1, 0, 0, 1);
        using Mat labels = new(), stats = new(), centroids = new();

        Assert.Equal(2, Cv2.ConnectedComponentsWithStats(mat, labels, stats, centroids));
        Assert.Equal(3, Cv2.ConnectedComponentsWithStats(
            mat, labels, stats, centroids, PixelConnectivity.Connectivity4, MatType.CV_16UC1));
        Assert.True(labels.Type().Equals(MatType.CV_16UC1));
    }

    [Fact]
    public void A_ring_has_an_outline_and_a_hole()
    {
        using var mat = new Mat(7, 9, MatType.CV_8UC1, Scalar.All(0));
        Cv2.Rectangle(mat, Rect.FromLTRB(1, 1, 7, 6), Scalar.All(255));

        Cv2.FindContours(mat, out var contours, out var tree, RetrievalModes.CComp, ContourApproximationModes.ApproxSimple, new Point(10, 0));

        Assert.Equal(2, contours.Length);
        Assert.Equal([new Point(11, 1), new Point(11, 5), new Point(16, 5), new Point(16, 1)], contours[0]);
        Assert.Equal((1, -1, -1, 0), (tree[0].Child, tree[0].Parent, tree[0].Next, tree[1].Parent));
        Assert.Equal(20, Cv2.ContourArea(contours[0]));
        Assert.Equal(-20, Cv2.ContourArea(contours[0].Reverse(), oriented: true) * Math.Sign(Cv2.ContourArea(contours[0], oriented: true)));
    }

    [Fact]
    public void An_empty_picture_has_no_contours()
    {
        using var mat = new Mat(3, 3, MatType.CV_8UC1, Scalar.All(0));

        Cv2.FindContours(mat, out var contours, out var tree, RetrievalModes.List, ContourApproximationModes.ApproxNone);

        Assert.Empty(contours);
        Assert.Empty(tree);
    }

    [Fact]
    public void Moments_weigh_pixels_by_their_value_unless_binary()
    {
        using var mat = Bytes(2, 3, 0, 2, 0, 0, 0, 4);

        var weighted = Cv2.Moments(mat);
        var binary = new Moments(mat, binaryImage: true);

        Assert.Equal((6, 10, 4), (weighted.M00, weighted.M10, weighted.M01));
        Assert.Equal((18, 8, 4), (weighted.M20, weighted.M11, weighted.M02));
        Assert.Equal(18 - (100.0 / 6), weighted.Mu20, 9);
        Assert.Equal(8 - (40.0 / 6), weighted.Mu11, 9);
        Assert.Equal(4 - (16.0 / 6), weighted.Mu02, 9);
        Assert.Equal((4 - (16.0 / 6)) / 36, weighted.Nu02, 9);
        Assert.Equal((2, 3, 1), (binary.M00, binary.M10, binary.M01));
    }
}
