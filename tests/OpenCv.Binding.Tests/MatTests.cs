namespace OpenCvSharp.Tests;

/// <summary>Matrices: shape, views, elements, copies.</summary>
public sealed class MatTests
{
    [Fact]
    public void Rows_come_before_columns()
    {
        using var mat = new Mat(2, 5, MatType.CV_8UC3, Scalar.FromRgb(1, 2, 3));

        Assert.Equal((2, 5, 2, 5), (mat.Rows, mat.Cols, mat.Height, mat.Width));
        Assert.Equal(new Size(5, 2), mat.Size());
        Assert.Equal((3, 3, 15L), (mat.Channels(), mat.ElemSize(), mat.Step()));
        Assert.True(mat.Type().Equals(MatType.CV_8UC3));
        Assert.Equal(new Vec3b(3, 2, 1), mat.At<Vec3b>(1, 4));
        Assert.True(mat.IsContinuous());
        Assert.False(mat.Empty());
    }

    [Fact]
    public void A_fresh_matrix_is_empty_until_it_is_given_a_size()
    {
        using var mat = new Mat();
        Assert.True(mat.Empty());
        Assert.Equal(0, mat.Data);

        mat.Create(2, 3, MatType.CV_32FC1);
        Assert.Equal(new Size(3, 2), mat.Size());
        Assert.False(mat.Empty());
    }

    [Fact]
    public void A_view_shares_its_source()
    {
        using var mat = Counting(4, 5);
        using var view = mat.SubMat(Rect.FromLTRB(1, 2, 4, 4));

        Assert.Equal(11, view.At<byte>(0, 0));
        Assert.Equal(18, view.At<byte>(1, 2));
        Assert.False(view.IsContinuous());

        view.At<byte>(1, 2) = 99;
        Assert.Equal(99, mat.At<byte>(3, 3));
    }

    [Fact]
    public void A_part_is_named_by_its_rows_and_columns()
    {
        using var mat = Counting(4, 5);
        using var part = mat.SubMat(1, 3, 2, 5);

        Assert.Equal([7, 8, 9, 12, 13, 14], Values<byte>(part));
    }

    [Fact]
    public void A_clone_is_a_copy_and_a_mask_chooses_what_is_copied()
    {
        using var mat = Counting(2, 2);
        using var clone = mat.Clone();
        mat.SetTo(Scalar.All(9));
        Assert.Equal([0, 1, 2, 3], Values<byte>(clone));

        using var mask = Bytes(2, 2, 0, 255, 0, 255);
        mat.CopyTo(clone, mask);
        Assert.Equal([0, 9, 2, 9], Values<byte>(clone));

        clone.SetTo(Scalar.All(7), mask);
        Assert.Equal([0, 7, 2, 7], Values<byte>(clone));
    }

    [Fact]
    public void Conversion_multiplies_then_adds_then_saturates()
    {
        using var mat = Bytes(1, 3, 0, 100, 200);
        using Mat wide = new(), narrow = new();

        mat.ConvertTo(wide, MatType.CV_32FC1, 2, -50);
        wide.ConvertTo(narrow, MatType.CV_8UC1);

        Assert.Equal([-50, 150, 350], Values<float>(wide));
        Assert.Equal([0, 150, 255], Values<byte>(narrow));
    }

    [Fact]
    public void A_type_names_its_depth_and_channels()
    {
        var type = MatType.MakeType(MatType.CV_32F, 2);

        Assert.Equal((MatType.CV_32F, 2, "CV_32FC2"), (type.Depth, type.Channels, type.ToString()));
        Assert.True(type.Equals(MatType.MakeType(MatType.CV_32F, 2)));
        Assert.True(MatType.CV_8UC3.Equals(16));
    }

    internal static Mat Bytes(int rows, int cols, params byte[] values)
    {
        var mat = new Mat(rows, cols, MatType.CV_8UC1);
        mat.SetArray(values);
        return mat;
    }

    internal static Mat Counting(int rows, int cols) =>
        Bytes(rows, cols, [.. Enumerable.Range(0, rows * cols).Select(i => (byte)i)]);

    internal static T[] Values<T>(Mat mat)
        where T : unmanaged
    {
        mat.GetArray(out T[] values);
        return values;
    }
}
