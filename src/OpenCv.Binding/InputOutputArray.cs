namespace OpenCvSharp;

/// <summary>What a call reads and writes: a matrix, changed in place.</summary>
public class InputOutputArray : OutputArray
{
    private InputOutputArray(Mat mat)
        : base(mat)
    {
    }

    public static new InputOutputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new InputOutputArray(mat);
    }

    public static implicit operator InputOutputArray(Mat mat) => Create(mat);
}
