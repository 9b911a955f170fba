using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>What a call reads: a matrix.</summary>
public class InputArray
{
    private readonly Mat _mat;

    private InputArray(Mat mat) => _mat = mat;

    internal MatHandle Handle => _mat.Handle;

    public static InputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new InputArray(mat);
    }

    public static implicit operator InputArray(Mat mat) => Create(mat);

    internal static MatHandle HandleOf(InputArray? array) => array?.Handle ?? MatHandle.None;
}
