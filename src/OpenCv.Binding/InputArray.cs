using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>What a call reads: a matrix, one colour, one number, or an array that is copied into a matrix of its own.</summary>
public class InputArray : DisposableObject
{
    private readonly Mat _mat;
    private readonly bool _owned;

    private InputArray(Mat mat, bool owned)
    {
        _mat = mat;
        _owned = owned;
    }

    internal MatHandle Handle => _mat.Handle;

    public static InputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new InputArray(mat, owned: false);
    }

    public static InputArray Create(Scalar val)
    {
        var mat = new Mat(4, 1, MatType.CV_64FC1);
        mat.SetArray(val.Val0, val.Val1, val.Val2, val.Val3);
        return new InputArray(mat, owned: true);
    }

    public static InputArray Create(double val) => new(new Mat(1, 1, MatType.CV_64FC1, Scalar.FromDouble(val)), owned: true);

    /// <summary>A column of the array's elements; dispose it, or leave that to the collector.</summary>
    public static InputArray Create<T>(T[] array)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        var mat = new Mat(array.Length, 1, Mat.TypeOf<T>());
        mat.SetArray(array);
        return new InputArray(mat, owned: true);
    }

    public static implicit operator InputArray(Mat mat) => Create(mat);

    public static implicit operator InputArray(Scalar val) => Create(val);

    public static implicit operator InputArray(double val) => Create(val);

    internal static MatHandle HandleOf(InputArray? array) => array?.Handle ?? MatHandle.None;

    private protected override void ReleaseNative()
    {
        if (_owned)
            _mat.Dispose();
    }
}
