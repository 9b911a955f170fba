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
        Assert.Equal((3, MatType.CV_8U, 2, 10L), (mat.Channels(), mat.Depth(), mat.Dims, mat.Total()));
        Assert.Equal((3, 1, 15L), (mat.ElemSize(), mat.ElemSize1(), mat.Step()));
        Assert.True(mat.Type().Equals(MatType.CV_8UC3));
        Assert.Equal(new Vec3b(3, 2, 1), mat.At<Vec3b>(1, 4));
        Assert.True(mat.IsContinuous());
        Assert.False(mat.Empty());
    }

    [Fact]
    public void A_fresh_or_released_matrix_is_empty()
    {
        using var mat = new Mat();
        Assert.True(mat.Empty());

        mat.Create(new Size(3, 2), MatType.CV_32FC1);
        Assert.Equal(new Size(3, 2), mat.Size());

        mat.Release();
        Assert.True(mat.Empty());
        Assert.Equal(0, mat.Data);
    }

    [Fact]
    public void A_view_shares_its_source()
    {
        using var mat = Counting(4, 5);
        using var view = mat[new Rect(new Point(1, 2), new Size(3, 2))];

        Assert.Equal(11, view.At<byte>(0, 0));
        Assert.Equal(18, view.Get<byte>(1, 2));
        Assert.True(view.IsSubmatrix());
        Assert.False(view.IsContinuous());

        view.Set(1, 2, (byte)99);
        Assert.Equal(99, mat.At<byte>(3, 3));
    }

    [Fact]
    public void Rows_columns_and_ranges_are_views()
    {
        using var mat = Counting(4, 5);
        using Mat row = mat.Row(1), col = mat.Col(2), rows = mat.RowRange(1, 3), cols = mat.ColRange(3, 5), part = mat.SubMat(1, 3, 2, 5);

        Assert.Equal([5, 6, 7, 8, 9], Values<byte>(row));
        Assert.Equal([2, 7, 12, 17], Values<byte>(col));
        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 12, 13, 14], Values<byte>(rows));
        Assert.Equal([3, 4, 8, 9, 13, 14, 18, 19], Values<byte>(cols));
        Assert.Equal([7, 8, 9, 12, 13, 14], Values<byte>(part));
        Assert.Equal((8, 17), (row.At<byte>(3), col.At<byte>(3)));
    }

    [Fact]
    public void Writing_to_a_part_copies_into_the_source()
    {
        using var mat = Counting(3, 3);
        using var patch = new Mat(2, 2, MatType.CV_8UC1, Scalar.All(50));

        mat[Rect.FromLTRB(1, 1, 3, 3)] = patch;

        Assert.Equal([0, 1, 2, 3, 50, 50, 6, 50, 50], Values<byte>(mat));
        Assert.Throws<OpenCvSharpException>(() => mat[Rect.FromLTRB(0, 0, 1, 1)] = patch);
    }

    [Fact]
    public unsafe void A_matrix_over_foreign_memory_uses_its_step()
    {
        byte[] bytes = [1, 2, 3, 0, 4, 5, 6, 0];
        fixed (byte* first = bytes)
        {
            using var mat = new Mat(2, 3, MatType.CV_8UC1, (nint)first, 4);

            Assert.Equal([1, 2, 3, 4, 5, 6], Values<byte>(mat));
            Assert.True(mat.DataPointer == first);
            Assert.Equal((nint)first + 4, mat.Ptr(1));
            Assert.Equal((nint)first + 6, mat.Ptr(1, 2));
            Assert.Equal((nint)first, mat.DataStart);
        }
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
    public void Reshaping_keeps_the_memory()
    {
        using var mat = Counting(2, 6);
        using var colours = mat.Reshape(3);
        using var column = mat.Reshape(0, 12);

        Assert.Equal((2, 2, 3), (colours.Rows, colours.Cols, colours.Channels()));
        Assert.Equal((12, 1), (column.Rows, column.Cols));
        Assert.Equal(mat.Data, column.Data);
    }

    [Fact]
    public void A_type_names_its_depth_and_channels()
    {
        var type = MatType.MakeType(MatType.CV_32F, 2);

        Assert.Equal((MatType.CV_32F, 2, "CV_32FC2"), (type.Depth, type.Channels, type.ToString()));
        Assert.True(type.Equals(MatType.CV_32FC2));
        Assert.True(type == MatType.CV_32FC2.Value);
        Assert.True(MatType.FromInt32(16).Equals(MatType.CV_8UC3));
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
