using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: differences, turns, means.</summary>
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
    public void A_difference_has_no_sign()
    {
        Cv2.Absdiff(_a, _b, _dst);

        Assert.Equal([7, 100, 10, 240], Values<byte>(_dst));
    }

    [Fact]
    public void Pictures_turn_and_flip_the_right_way()
    {
        using var mat = Counting(2, 3);

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
    public void A_mean_knows_its_mask()
    {
        Assert.Equal(122.5, Cv2.Mean(_a).Val0);
        Assert.Equal(115, Cv2.Mean(_a, _mask).Val0);
    }
}
