namespace OpenCvSharp;

/// <summary>From which colour space to which.</summary>
public enum ColorConversionCodes
{
    BGR2BGRA = 0,
    BGRA2BGR = 1,
    BGR2RGB = 4,
    BGR2GRAY = 6,
    GRAY2BGR = 8,
    BGR2YCrCb = 36,
    YCrCb2BGR = 38,
    BGR2HSV = 40,
    BGR2Lab = 44,
    HSV2BGR = 54,
    Lab2BGR = 56,
    BGR2HSV_FULL = 66,
    HSV2BGR_FULL = 70,
    YUV2BGR_I420 = 101,
    BGR2YUV_I420 = 128,
}
