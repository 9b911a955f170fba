namespace OpenCvSharp;

/// <summary>Properties of an opened video.</summary>
public enum VideoCaptureProperties
{
    PosMsec = 0,
    FrameWidth = 3,
    FrameHeight = 4,
    Fps = 5,
    OrientationAuto = 49,
}
