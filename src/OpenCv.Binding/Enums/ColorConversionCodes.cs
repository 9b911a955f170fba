namespace OpenCvSharp;

/// <summary>From which colour space to which.</summary>
public enum ColorConversionCodes
{
    /// <summary>Luma, then blue and red difference at half the width and height, below one another; BT.601, limited range.</summary>
    BGR2YUV_I420 = 128,
}
