namespace OpenCvSharp;

/// <summary>How an image is decoded.</summary>
public enum ImreadModes
{
    Unchanged = -1,
    Grayscale = 0,
    Color = 1,
}
