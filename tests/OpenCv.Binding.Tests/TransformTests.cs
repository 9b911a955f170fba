using static OpenCvSharp.Tests.MatTests;

namespace OpenCvSharp.Tests;

/// <summary>Known answers: colour spaces and sizes.</summary>
public sealed class TransformTests : IDisposable
{
    private readonly Mat _dst = new();

    public void Dispose() => _dst.Dispose();

    [Fact]
    public void Half_the_size_by_area_is_the_mean_of_four()
    {
        using var mat = Bytes(2, 4, 0, 10, 100, 104, 20, 30, 108, 112);

        Cv2.Resize(mat, _dst, new Size(2, 1), interpolation: InterpolationFlags.Area);

        Assert.Equal([15, 106], Values<byte>(_dst));
    }

    [Fact]
    public void Twice_the_size_lies_linearly_between()
    {
        using var mat = Bytes(1, 2, 0, 100);

        Cv2.Resize(mat, _dst, new Size(0, 0), 2, 1);

        Assert.Equal([0, 25, 75, 100], Values<byte>(_dst));
    }

    [Fact]
    public void Planes_of_luma_and_chroma_lie_below_one_another()
    {
        using var red = new Mat(2, 2, MatType.CV_8UC3, Scalar.FromRgb(255, 0, 0));

        Cv2.CvtColor(red, _dst, ColorConversionCodes.BGR2YUV_I420);

        // BT.601, limited range, factors of three decimals: Y = 16 + 0.257·255 = 81.5, U = 128 - 0.148·255 = 90.3, V = 128 + 0.439·255 = 239.9.
        Assert.Equal((3, 2), (_dst.Rows, _dst.Cols));
        Assert.Equal([82, 82, 82, 82, 90, 240], Values<byte>(_dst));
    }

    [Fact]
    public void A_table_gives_each_number_another()
    {
        using var mat = Bytes(1, 3, 0, 7, 255);
        using var table = Bytes(1, 256, [.. Enumerable.Range(0, 256).Select(i => (byte)(255 - i))]);

        Cv2.LUT(mat, table, _dst);

        Assert.Equal([255, 248, 0], Values<byte>(_dst));
    }

    [Fact]
    public void A_matrix_mixes_the_channels_of_each_pixel()
    {
        using var mat = new Mat(1, 1, MatType.CV_8UC3, Scalar.FromRgb(30, 20, 10));
        using var matrix = new Mat(3, 3, MatType.CV_64FC1);
        matrix.SetArray([0.0, 0, 1, 0, 1, 0, 1, 1, -2]);

        Cv2.Transform(mat, _dst, matrix);

        Assert.Equal(new Vec3b(30, 20, 0), _dst.At<Vec3b>(0, 0));
    }
}
