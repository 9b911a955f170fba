namespace OpenCvSharp;

/// <summary>The library that reads or writes a video.</summary>
public enum VideoCaptureAPIs
{
    ANY = 0,
    FFMPEG = 1900,
}
