namespace OpenCvSharp;

/// <summary>Around which axis an image is flipped: X upside down, Y left to right.</summary>
public enum FlipMode
{
    XY = -1,
    X = 0,
    Y = 1,
}
