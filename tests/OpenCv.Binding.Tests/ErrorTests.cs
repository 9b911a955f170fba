namespace OpenCvSharp.Tests;

/// <summary>What OpenCV refuses arrives as an exception with OpenCV's own words.</summary>
public sealed class ErrorTests
{
    [Fact]
    public void Pictures_of_different_sizes_arrive_with_OpenCVs_message()
    {
        using var small = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(0));
        using var large = new Mat(3, 3, MatType.CV_8UC1, Scalar.All(0));
        using var dst = new Mat();

        var error = Assert.Throws<OpenCVException>(() => Cv2.Absdiff(small, large, dst));

        Assert.Equal(ErrorCode.StsUnmatchedSizes, error.Status);
        Assert.Contains("The operation is neither 'array op array'", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, error.ErrMsg);
        Assert.Contains("arithm", error.FileName, StringComparison.Ordinal);
        Assert.True(error.Line > 0);
    }

    [Fact]
    public void A_failed_assertion_arrives_with_its_code_and_function()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        var error = Assert.Throws<OpenCVException>(() => new Mat(mat, Rect.FromLTRB(0, 0, 3, 3)));

        Assert.Equal(ErrorCode.StsAssert, error.Status);
        Assert.Equal("Mat", error.FuncName);
        Assert.Contains("roi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_that_cannot_be_had_arrives_as_an_exception()
    {
        var error = Assert.Throws<OpenCVException>(() => new Mat(int.MaxValue, int.MaxValue, MatType.CV_64FC1));

        Assert.Equal(ErrorCode.StsNoMem, error.Status);
    }

    [Fact]
    public void Each_thread_sees_its_own_error()
    {
        Parallel.For(0, 200, i =>
        {
            using var mat = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(0));
            using var other = new Mat(3, 3, MatType.CV_8UC1, Scalar.All(0));
            using var dst = new Mat();
            if (i % 2 == 0)
                Assert.Contains("array op array", Assert.Throws<OpenCVException>(() => Cv2.Absdiff(mat, other, dst)).Message, StringComparison.Ordinal);
            else
                Assert.Contains("roi", Assert.Throws<OpenCVException>(() => new Mat(mat, Rect.FromLTRB(0, 0, 3, 3))).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_missing_argument_is_refused_before_OpenCV_sees_it()
    {
        using var mat = new Mat();

        Assert.Throws<ArgumentNullException>(() => Cv2.Flip(null!, mat, FlipMode.X));
        Assert.Throws<ArgumentNullException>(() => Cv2.Flip(mat, null!, FlipMode.X));
    }

    [Fact]
    public void Elements_of_another_type_are_refused()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC3);

        Assert.Throws<OpenCvSharpException>(() => mat.GetArray(out byte[] _));
        Assert.Throws<OpenCvSharpException>(() => mat.SetArray(default(Vec3b)));
        Assert.Throws<OpenCvSharpException>(() => MatType.MakeType(0, 513));
    }
}
