using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Reads a video picture by picture.</summary>
public class VideoCapture : DisposableObject
{
    private readonly CaptureHandle _handle;

    public unsafe VideoCapture()
    {
        Failure.Check(VideoNative.CaptureNew(out _handle));
    }

    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
        : this(fileName, apiPreference, [])
    {
    }

    /// <param name="prms">Pairs of a <see cref="VideoCaptureProperties"/> and its value.</param>
    public unsafe VideoCapture(string fileName, VideoCaptureAPIs apiPreference, int[] prms)
        : this()
    {
        OpenWith(fileName, apiPreference, prms);
    }

    public bool Open(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) => OpenWith(fileName, apiPreference, []);

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

    /// <summary><see cref="Grab"/> and <see cref="Retrieve"/> in one.</summary>
    public unsafe bool Read(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Failure.Check(VideoNative.CaptureRead(_handle, image.Handle, out var read));
        return read != 0;
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

    public unsafe void Release() => Failure.Check(VideoNative.CaptureRelease(_handle));

    private protected override void ReleaseNative() => _handle.Dispose();

    private unsafe bool OpenWith(string fileName, VideoCaptureAPIs apiPreference, int[] prms)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(prms);
        fixed (int* pairs = prms)
        {
            Failure.Check(VideoNative.CaptureOpen(_handle, fileName, (int)apiPreference, pairs, prms.Length, out var opened));
            return opened != 0;
        }
    }
}
