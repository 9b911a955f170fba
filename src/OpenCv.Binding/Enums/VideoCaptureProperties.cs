namespace OpenCvSharp;

/// <summary>Properties of an opened video.</summary>
public enum VideoCaptureProperties
{
    PosMsec = 0,
    PosFrames = 1,
    FrameWidth = 3,
    FrameHeight = 4,
    Fps = 5,
    FourCC = 6,
    FrameCount = 7,
    Format = 8,
    ConvertRgb = 16,
    Backend = 42,
    CodecPixelFormat = 46,
    OrientationMeta = 48,
    OrientationAuto = 49,
    HwAcceleration = 50,
}
