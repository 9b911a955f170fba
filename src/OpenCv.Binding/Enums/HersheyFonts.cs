namespace OpenCvSharp;

/// <summary>OpenCV's built-in stroke fonts.</summary>
public enum HersheyFonts
{
    HersheySimplex = 0,
}
