namespace OpenCvSharp.Tests;

/// <summary>Native memory comes back: by Dispose, or by the collector.</summary>
public sealed class MemoryTests
{
    private const int Rounds = 10_000;
    private const int MatBytes = 1 << 20;

    // A leak would cost ten gigabytes; the limit leaves room for other tests in the same process.
    private const long AllowedGrowthBytes = 150L << 20;

    [Fact]
    public void Ten_thousand_disposed_matrices_leave_no_growth()
    {
        TouchAndDispose(100);
        var before = ResidentBytes();

        TouchAndDispose(Rounds);

        Assert.InRange(ResidentBytes() - before, long.MinValue, AllowedGrowthBytes);
    }

    [Fact]
    public void Ten_thousand_forgotten_matrices_are_freed_when_collected()
    {
        TouchAndForget(100);
        var before = ResidentBytes();

        for (var i = 0; i < Rounds / 100; i++)
        {
            TouchAndForget(100);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.InRange(ResidentBytes() - before, long.MinValue, AllowedGrowthBytes);
    }

    [Fact]
    public void A_view_keeps_the_memory_of_its_disposed_source()
    {
        var source = new Mat(4, 4, MatType.CV_8UC1, Scalar.All(7));
        using var view = source.SubMat(Rect.FromLTRB(1, 1, 3, 3));

        source.Dispose();

        Assert.Equal(7, view.At<byte>(1, 1));
    }

    [Fact]
    public void A_disposed_matrix_refuses_to_be_used()
    {
        var mat = new Mat(1, 1, MatType.CV_8UC1);
        mat.Dispose();
        mat.Dispose();

        Assert.True(mat.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => mat.Rows);
        Assert.Throws<ObjectDisposedException>(() => Cv2.Mean(mat));
    }

    private static void TouchAndDispose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var mat = new Mat(1, MatBytes, MatType.CV_8UC1, Scalar.All(1));
        }
    }

    private static void TouchAndForget(int count)
    {
        for (var i = 0; i < count; i++)
            _ = new Mat(1, MatBytes, MatType.CV_8UC1, Scalar.All(1));
    }

    private static long ResidentBytes()
    {
        var pages = long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        return pages * Environment.SystemPageSize;
    }
}
