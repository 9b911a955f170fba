using OpenCvSharp.Interop;

namespace OpenCvSharp.Aruco;

/// <summary>A set of square fiducials that are told apart by their bits.</summary>
public class Dictionary : DisposableObject
{
    internal Dictionary(DictionaryHandle handle) => Handle = handle;

    internal DictionaryHandle Handle { get; }

    /// <summary>One row a marker; for each of four turns its bits, eight to a byte, the first one highest.</summary>
    public unsafe Mat BytesList
    {
        get
        {
            ThrowIfDisposed();
            Failure.Check(ArucoNative.Bytes(Handle, out var bytes));
            return new Mat(bytes);
        }
    }

    private protected override void ReleaseNative() => Handle.Dispose();
}
