using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>What a call writes: a matrix, given the size and type that the call needs.</summary>
public class OutputArray
{
    private readonly Mat _mat;

    internal OutputArray(Mat mat) => _mat = mat;

    internal MatHandle Handle => _mat.Handle;

    public static OutputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new OutputArray(mat);
    }

    public static implicit operator OutputArray(Mat mat) => Create(mat);
}
