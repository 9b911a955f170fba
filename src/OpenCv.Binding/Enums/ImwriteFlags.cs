namespace OpenCvSharp;

/// <summary>Names of encoder parameters.</summary>
public enum ImwriteFlags
{
    JpegQuality = 1,
    PngCompression = 16,
    PngStrategy = 17,
}
