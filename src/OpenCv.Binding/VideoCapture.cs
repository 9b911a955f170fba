using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Reads a video picture by picture.</summary>
public class VideoCapture : DisposableObject
{
    private readonly CaptureHandle _handle;

    public unsafe VideoCapture(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        Failure.Check(VideoNative.CaptureNew(out _handle));
        Failure.Check(VideoNative.CaptureOpen(_handle, fileName, (int)apiPreference, out _));
    }

    public unsafe bool IsOpened()
    {
        Failure.Check(VideoNative.CaptureIsOpened(_handle, out var opened));
        return opened != 0;
    }

    /// <summary>Decodes the next picture.</summary>
    /// <returns>False at the end.</returns>
    public unsafe bool Grab()
    {
        Failure.Check(VideoNative.CaptureGrab(_handle, out var grabbed));
        return grabbed != 0;
    }

    /// <summary>Converts the picture that <see cref="Grab"/> decoded.</summary>
    public unsafe bool Retrieve(Mat image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        Failure.Check(VideoNative.CaptureRetrieve(_handle, image.Handle, flag, out var retrieved));
        return retrieved != 0;
    }

    public unsafe double Get(VideoCaptureProperties propertyId)
    {
        Failure.Check(VideoNative.CaptureGet(_handle, (int)propertyId, out var value));
        return value;
    }

    public unsafe bool Set(VideoCaptureProperties propertyId, double value)
    {
        Failure.Check(VideoNative.CaptureSet(_handle, (int)propertyId, value, out var done));
        return done != 0;
    }

    private protected override void ReleaseNative() => _handle.Dispose();
}
