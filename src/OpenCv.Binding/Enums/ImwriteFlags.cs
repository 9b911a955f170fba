namespace OpenCvSharp;

/// <summary>Names of encoder parameters.</summary>
public enum ImwriteFlags
{
    PngCompression = 16,
}
