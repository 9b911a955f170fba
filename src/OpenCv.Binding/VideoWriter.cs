using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Writes a video picture by picture; the file is complete after <see cref="Release"/> or Dispose.</summary>
public class VideoWriter : DisposableObject
{
    private readonly WriterHandle _handle;

    public unsafe VideoWriter()
    {
        Failure.Check(VideoNative.WriterNew(out _handle));
    }

    public VideoWriter(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
        : this()
    {
        Open(fileName, VideoCaptureAPIs.ANY, fourcc, fps, frameSize, isColor);
    }

    public VideoWriter(string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
        : this()
    {
        Open(fileName, apiPreference, fourcc, fps, frameSize, isColor);
    }

    public unsafe bool Open(
        string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        Failure.Check(VideoNative.WriterOpen(
            _handle, fileName, (int)apiPreference, fourcc.Value, fps, frameSize, isColor ? 1 : 0, out var opened));
        return opened != 0;
    }

    public unsafe bool IsOpened()
    {
        Failure.Check(VideoNative.WriterIsOpened(_handle, out var opened));
        return opened != 0;
    }

    public unsafe void Write(InputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Failure.Check(VideoNative.WriterWrite(_handle, image.Handle));
    }

    public unsafe void Release() => Failure.Check(VideoNative.WriterRelease(_handle));

    private protected override void ReleaseNative() => _handle.Dispose();
}
