using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: sums, bits, channels, turns, statistics.</summary>
public sealed class ArithmeticTests : IDisposable
{
    private readonly Mat _a = Bytes(1, 4, 10, 200, 30, 250);
    private readonly Mat _b = Bytes(1, 4, 3, 100, 40, 10);
    private readonly Mat _mask = Bytes(1, 4, 0, 1, 1, 0);
    private readonly Mat _dst = new(1, 4, MatType.CV_8UC1, Scalar.All(0));

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
        _mask.Dispose();
        _dst.Dispose();
    }

    [Fact]
    public void Sums_and_differences_saturate_in_the_order_of_their_arguments()
    {
        Cv2.Subtract(_a, _b, _dst);
        Assert.Equal([7, 100, 0, 240], Values<byte>(_dst));
        Cv2.Absdiff(_a, _b, _dst);
        Assert.Equal([7, 100, 10, 240], Values<byte>(_dst));
        Cv2.Add(_a, _b, _dst);
        Assert.Equal([13, 255, 70, 255], Values<byte>(_dst));
        Cv2.Add(_a, Scalar.All(5), _dst);
        Assert.Equal([15, 205, 35, 255], Values<byte>(_dst));
        Cv2.Multiply(_a, _b, _dst, 0.1);
        Assert.Equal([3, 255, 120, 250], Values<byte>(_dst));
        Cv2.Multiply(_a, 2.0, _dst);
        Assert.Equal([20, 255, 60, 255], Values<byte>(_dst));
        Cv2.AddWeighted(_a, 0.5, _b, 2, 1, _dst);
        Assert.Equal([12, 255, 96, 146], Values<byte>(_dst));
    }

    [Fact]
    public void A_mask_leaves_the_rest_and_a_type_widens()
    {
        _dst.SetTo(Scalar.All(9));
        Cv2.Add(_a, _b, _dst, _mask);
        Assert.Equal([9, 255, 70, 9], Values<byte>(_dst));

        using var wide = new Mat();
        Cv2.Subtract(_b, _a, wide, null, MatType.CV_16S);
        Assert.Equal([-7, -100, 10, -240], Values<short>(wide));
    }

    [Fact]
    public void Bits_are_combined()
    {
        Cv2.BitwiseAnd(_a, _b, _dst);
        Assert.Equal([10 & 3, 200 & 100, 30 & 40, 250 & 10], Values<byte>(_dst));
        Cv2.BitwiseOr(_a, _b, _dst);
        Assert.Equal([10 | 3, 200 | 100, 30 | 40, 250 | 10], Values<byte>(_dst));
        Cv2.BitwiseNot(_a, _dst);
        Assert.Equal([245, 55, 225, 5], Values<byte>(_dst));
        Cv2.BitwiseNot(_b, _dst, _mask);
        Assert.Equal([245, 155, 215, 5], Values<byte>(_dst));
    }

    [Fact]
    public void A_range_includes_both_bounds_of_every_channel()
    {
        using var colours = new Mat(1, 3, MatType.CV_8UC3);
        colours.SetArray(new Vec3b(10, 20, 30), new Vec3b(11, 20, 30), new Vec3b(10, 20, 29));

        Cv2.InRange(colours, Scalar.FromRgb(30, 20, 0), Scalar.FromRgb(40, 20, 10), _dst);

        Assert.Equal([255, 0, 0], Values<byte>(_dst));
    }

    [Fact]
    public void A_table_replaces_numbers()
    {
        using var table = Bytes(1, 256, [.. Enumerable.Range(0, 256).Select(i => (byte)(255 - i))]);

        Cv2.LUT(_a, table, _dst);

        Assert.Equal([245, 55, 225, 5], Values<byte>(_dst));
    }

    [Fact]
    public void Channels_are_split_and_merged_in_order()
    {
        using var colours = new Mat(1, 2, MatType.CV_8UC3);
        colours.SetArray(new Vec3b(1, 2, 3), new Vec3b(4, 5, 6));

        var channels = Cv2.Split(colours);
        Assert.Equal([[1, 4], [2, 5], [3, 6]], channels.Select(Values<byte>));

        using var back = new Mat();
        Cv2.Merge([channels[2], channels[1], channels[0]], back);
        Assert.Equal([new Vec3b(3, 2, 1), new Vec3b(6, 5, 4)], Values<Vec3b>(back));
    }

    [Fact]
    public void Pictures_turn_and_flip_the_right_way()
    {
        using var mat = Counting(2, 3);

        Cv2.Transpose(mat, _dst);
        Assert.Equal([0, 3, 1, 4, 2, 5], Values<byte>(_dst));
        Cv2.Rotate(mat, _dst, RotateFlags.Rotate90Clockwise);
        Assert.Equal([3, 0, 4, 1, 5, 2], Values<byte>(_dst));
        Cv2.Rotate(mat, _dst, RotateFlags.Rotate90Counterclockwise);
        Assert.Equal([2, 5, 1, 4, 0, 3], Values<byte>(_dst));
        Cv2.Rotate(mat, _dst, RotateFlags.Rotate180);
        Assert.Equal([5, 4, 3, 2, 1, 0], Values<byte>(_dst));
        Cv2.Flip(mat, _dst, FlipMode.X);
        Assert.Equal([3, 4, 5, 0, 1, 2], Values<byte>(_dst));
        Cv2.Flip(mat, _dst, FlipMode.Y);
        Assert.Equal([2, 1, 0, 5, 4, 3], Values<byte>(_dst));
    }

    [Fact]
    public void Statistics_know_their_masks()
    {
        Assert.Equal(122.5, Cv2.Mean(_a).Val0);
        Assert.Equal(115, Cv2.Mean(_a, _mask).Val0);
        Assert.Equal(490, Cv2.Sum(_a).Val0);
        Assert.Equal(2, Cv2.CountNonZero(_mask));

        Cv2.MeanStdDev(_a, out var mean, out var deviation, _mask);
        Assert.Equal((115, 85), (mean.Val0, deviation.Val0));

        Cv2.MinMaxLoc(_a, out var low, out var high);
        Assert.Equal((10, 250), (low, high));
        Cv2.MinMaxLoc(_a, out low, out high, out var lowAt, out var highAt, _mask);
        Assert.Equal((30, 200, new Point(2, 0), new Point(1, 0)), (low, high, lowAt, highAt));
    }
}
