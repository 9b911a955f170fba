using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Images as files and as bytes.</summary>
public static unsafe partial class Cv2
{
    /// <returns>An empty matrix when the file is missing or no image.</returns>
    public static Mat ImRead(string fileName, ImreadModes flags = ImreadModes.Color)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        Failure.Check(CodecsNative.Read(fileName, (int)flags, out var image));
        return new Mat(image);
    }

    /// <param name="prms">Pairs of an <see cref="ImwriteFlags"/> and its value.</param>
    public static bool ImWrite(string fileName, Mat img, int[]? prms = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        prms ??= [];
        fixed (int* pairs = prms)
        {
            Failure.Check(CodecsNative.Write(fileName, In(img), pairs, prms.Length, out var written));
            return written != 0;
        }
    }

    /// <param name="ext">Names the format, such as ".png".</param>
    /// <param name="prms">Pairs of an <see cref="ImwriteFlags"/> and its value.</param>
    public static bool ImEncode(string ext, InputArray img, out byte[] buf, int[]? prms = null)
    {
        ArgumentNullException.ThrowIfNull(ext);
        prms ??= [];
        using var bytes = new Mat();
        fixed (int* pairs = prms)
        {
            Failure.Check(CodecsNative.Encode(ext, In(img), bytes.Handle, pairs, prms.Length, out var encoded));
            buf = [];
            return encoded != 0 && bytes.GetArray(out buf);
        }
    }

    /// <returns>An empty matrix when the bytes are no image.</returns>
    public static Mat ImDecode(byte[] buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        fixed (byte* bytes = buf)
        {
            Failure.Check(CodecsNative.Decode(bytes, buf.Length, (int)flags, out var image));
            return new Mat(image);
        }
    }
}
